-- Nobody is given less room than the friends and proposals that there are.
CREATE FUNCTION app.keep_room() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.capacity < (SELECT count(*) FROM matching_match m WHERE m.volunteer_id = NEW.id AND {MATCH_COUNTS}) THEN
        RAISE check_violation USING CONSTRAINT = 'no_less_room_than_friends', MESSAGE = 'too little room';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER room BEFORE UPDATE OF capacity ON volunteers_volunteer FOR EACH ROW
    WHEN (NEW.capacity < OLD.capacity) EXECUTE FUNCTION app.keep_room();
