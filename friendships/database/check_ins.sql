-- A side answers as long as both are asked: until they rest, say goodbye or are asked anew. What the volunteer says counts as
-- support that was given, once a day; what is taken back as a mistake does not, unless she answered for another friend that day.
CREATE FUNCTION app.check_in_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    friend uuid;
BEGIN
    SELECT m.volunteer_id INTO friend FROM friendships_checkin c JOIN matching_match m ON m.id = c.match_id
    WHERE c.id = coalesce(NEW.check_in_id, OLD.check_in_id) AND c.ended_on IS NULL;
    IF friend IS NULL AND TG_OP <> 'DELETE' THEN
        RAISE check_violation USING CONSTRAINT = 'how_it_goes_is_asked_no_more', MESSAGE = 'asked no more';
    END IF;
    IF friend IS NULL OR coalesce(NEW.side, OLD.side) <> 'volunteer' THEN
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM volunteers_support s WHERE s.volunteer_id = friend AND s.kind = 'check_in'
            AND s.given_on = app.day_of(OLD.answered_at) AND s.by_id IS NOT DISTINCT FROM OLD.heard_by_id
            AND NOT EXISTS (SELECT FROM friendships_checkinanswer a JOIN friendships_checkin c ON c.id = a.check_in_id
                JOIN matching_match m ON m.id = c.match_id
                WHERE m.volunteer_id = friend AND a.side = 'volunteer' AND a.answer <> 'not_reached' AND a.id <> OLD.id
                    AND app.day_of(a.answered_at) = s.given_on AND a.heard_by_id IS NOT DISTINCT FROM s.by_id);
    END IF;
    IF TG_OP <> 'DELETE' AND NEW.answer <> 'not_reached' THEN
        INSERT INTO volunteers_support (id, volunteer_id, kind, given_on, by_id)
        SELECT gen_random_uuid(), friend, 'check_in', app.day_of(NEW.answered_at), NEW.heard_by_id
        WHERE NOT EXISTS (SELECT FROM volunteers_support s WHERE s.volunteer_id = friend AND s.kind = 'check_in'
            AND s.given_on = app.day_of(NEW.answered_at) AND s.by_id IS NOT DISTINCT FROM NEW.heard_by_id)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER answered AFTER INSERT OR DELETE OR UPDATE OF answer ON friendships_checkinanswer
    FOR EACH ROW EXECUTE FUNCTION app.check_in_answered();
