-- What became of a day is noted of two who are friends, from their first meeting to today. Asked after the policies: what
-- it answers is told to nobody else.
CREATE FUNCTION app.contact_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
    friends matching_match;
BEGIN
    SELECT * INTO friends FROM matching_match m WHERE m.id = NEW.match_id;
    IF friends.state NOT IN {MATCH_BEGUN} THEN
        RAISE check_violation USING CONSTRAINT = 'a_contact_is_of_two_who_are_friends', MESSAGE = 'no friends now';
    END IF;
    IF NEW.happened_on < friends.started_on OR NEW.happened_on > app.today() THEN
        RAISE check_violation USING CONSTRAINT = 'a_contact_is_on_a_day_that_has_been', MESSAGE = 'not this day';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER gate AFTER INSERT OR UPDATE ON friendships_contact FOR EACH ROW EXECUTE FUNCTION app.contact_gate();
