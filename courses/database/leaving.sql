-- Whoever leaves gives her places back, and the next in line gets them.
CREATE FUNCTION app.places_are_given_back(who uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    freed uuid;
BEGIN
    PERFORM FROM courses_gathering g WHERE g.id IN (
        SELECT t.gathering_id FROM courses_attendance t WHERE t.volunteer_id = who) ORDER BY g.id FOR UPDATE;
    DELETE FROM courses_attendance t
    WHERE t.volunteer_id = who AND t.state IN ('invited', 'waiting', 'lapsed', 'declined');
    FOR freed IN DELETE FROM courses_attendance t WHERE t.volunteer_id = who AND t.state IN ('booked', 'offered')
        RETURNING t.gathering_id
    LOOP
        UPDATE courses_gathering g SET taken = g.taken - 1 WHERE g.id = freed;
        PERFORM app.move_up(freed);
    END LOOP;
END
$$;
