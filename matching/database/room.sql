-- There must be a place left, besides the one that is looked at. The lock on the volunteer makes two coordinators come one after
-- the other.
CREATE FUNCTION app.require_room(who uuid, besides uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM FROM volunteers_volunteer v WHERE v.id = who FOR NO KEY UPDATE;
    IF app.places_taken(who, besides) >= (SELECT v.capacity FROM volunteers_volunteer v WHERE v.id = who) THEN
        RAISE check_violation USING CONSTRAINT = 'volunteer_has_room_for_one_more', MESSAGE = 'no room';
    END IF;
END
$$;

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
