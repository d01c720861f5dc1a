-- Nobody is given less room than there are friends and proposals, and people she stands in for.
CREATE FUNCTION app.keep_room() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.capacity < app.places_taken(NEW.id, NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'no_less_room_than_friends', MESSAGE = 'too little room';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER room BEFORE UPDATE OF capacity ON volunteers_volunteer FOR EACH ROW
    WHEN (NEW.capacity < OLD.capacity) EXECUTE FUNCTION app.keep_room();
