-- Whoever leaves: referees are asked no more, and no talk is held.
CREATE FUNCTION app.screening_ends(who uuid) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE screening_reference r SET state = 'withdrawn' WHERE r.volunteer_id = who AND r.state = 'asked';
    UPDATE screening_appointment p SET state = 'replaced', chosen = NULL
    WHERE p.volunteer_id = who AND p.state IN ('offered', 'booked');
$$;
