-- Whoever holds a talk is there on its day.
CREATE FUNCTION app.require_holder(who uuid, for_volunteer uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
    IF NOT app.holds(who, (SELECT v.project_ids FROM volunteers_volunteer v WHERE v.id = for_volunteer), app.day_of(at)) THEN
        RAISE check_violation USING CONSTRAINT = 'who_holds_the_talk_is_there', MESSAGE = 'not there';
    END IF;
END
$$;

-- One to five times are offered; a time that was offered and is ahead is chosen. What is agreed is moved by who screens,
-- and handed on to somebody who is there.
CREATE FUNCTION app.appointment_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF cardinality(NEW.times) NOT BETWEEN 1 AND 5 THEN
            RAISE check_violation USING CONSTRAINT = 'one_to_five_times_are_offered', MESSAGE = 'one to five';
        END IF;
        PERFORM app.require_holder(NEW.by_id, NEW.volunteer_id, time) FROM unnest(NEW.times) time WHERE time > now();
        RETURN NEW;
    END IF;
    IF NEW.chosen IS DISTINCT FROM OLD.chosen AND NEW.chosen IS NOT NULL
        AND (NEW.chosen <= now() OR NOT (NEW.chosen = ANY (OLD.times) AND NEW.state <> OLD.state
            OR OLD.state = 'booked' AND NEW.state = 'booked' AND app.link() IS NULL)) THEN
        RAISE check_violation USING CONSTRAINT = 'a_time_that_was_offered_and_is_ahead', MESSAGE = 'not this time';
    END IF;
    IF app.link() IS NOT NULL AND (NEW.place, NEW.by_id) <> (OLD.place, OLD.by_id) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link answers, and nothing else';
    END IF;
    IF app.link() IS NOT NULL AND NEW.state NOT IN ('booked', 'none_fits')
        AND EXISTS (SELECT FROM volunteers_volunteer v WHERE v.id = NEW.volunteer_id AND v.state <> 'withdrawn') THEN
        RAISE insufficient_privilege USING MESSAGE = 'a link answers, and nothing else';
    END IF;
    IF app.link() IS NULL AND (NEW.by_id, NEW.chosen) IS DISTINCT FROM (OLD.by_id, OLD.chosen) THEN
        PERFORM app.require_holder(NEW.by_id, NEW.volunteer_id, time)
        FROM unnest(CASE WHEN NEW.chosen IS NULL THEN NEW.times ELSE ARRAY[NEW.chosen] END) time WHERE time > now();
    END IF;
    IF NEW.state = 'replaced' THEN
        UPDATE access_link SET revoked_at = now()
        WHERE purpose = 'conversation' AND object_id = NEW.id AND revoked_at IS NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER changes BEFORE UPDATE ON screening_appointment FOR EACH ROW
    WHEN (OLD.state = 'booked' AND NEW.state = 'booked' AND (OLD.chosen, OLD.place, OLD.by_id) IS DISTINCT FROM (NEW.chosen, NEW.place, NEW.by_id))
    EXECUTE FUNCTION app.count_change();

-- The link to what is agreed lives until the day after.
CREATE FUNCTION app.appointment_moves() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    PERFORM app.links_follow('conversation', NEW.id, NEW.chosen + {CONVERSATION_LINK_LIVES_ON});
    RETURN NULL;
END
$$;
CREATE TRIGGER appointment_moves AFTER UPDATE OF chosen ON screening_appointment FOR EACH ROW
    WHEN (OLD.state = 'booked' AND NEW.state = 'booked' AND OLD.chosen <> NEW.chosen)
    EXECUTE FUNCTION app.appointment_moves();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON screening_appointment FOR EACH ROW EXECUTE FUNCTION app.appointment_guard();
CREATE TRIGGER moves BEFORE UPDATE OF state ON screening_appointment FOR EACH ROW EXECUTE FUNCTION app.only_moves({APPOINTMENT_MOVES});

-- The answer is the referee's alone, once.
CREATE FUNCTION app.reference_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF (NEW.state = 'answered') IS DISTINCT FROM (OLD.state = 'answered')
            OR (NEW.answered_at, NEW.known_for, NEW.trusts, NEW.text, NEW.may_call, NEW.phone)
            IS DISTINCT FROM (OLD.answered_at, OLD.known_for, OLD.trusts, OLD.text, OLD.may_call, OLD.phone) THEN
        IF NEW.state <> 'answered' OR OLD.state <> 'asked'
                OR (app.uid() IS NOT NULL OR app.link() IS NOT NULL)
                AND NEW.id IS DISTINCT FROM app.link_object('reference') THEN
            RAISE insufficient_privilege USING MESSAGE = 'the answer is the referee''s';
        END IF;
    END IF;
    IF NEW.state <> OLD.state THEN
        UPDATE access_link SET revoked_at = now()
        WHERE purpose = 'reference' AND object_id = NEW.id AND revoked_at IS NULL;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE UPDATE ON screening_reference FOR EACH ROW EXECUTE FUNCTION app.reference_guard();
CREATE TRIGGER moves BEFORE UPDATE OF state ON screening_reference FOR EACH ROW EXECUTE FUNCTION app.only_moves({REFERENCE_MOVES});

-- The first name that the referee's page says.
CREATE FUNCTION app.first_name_for_referee() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT split_part(v.name, ' ', 1) FROM app.link_in_use() l JOIN volunteers_volunteer v ON v.id = l.volunteer_id
    WHERE l.purpose = 'reference'
$$;
GRANT EXECUTE ON FUNCTION app.first_name_for_referee() TO weshelter_app, weshelter_jobs;

-- The second yes is another's than the first, after a good conversation.
CREATE FUNCTION app.second_yes_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM screening_interview i WHERE i.volunteer_id = NEW.volunteer_id AND i.outcome = 'good') THEN
        RAISE check_violation USING CONSTRAINT = 'a_second_yes_follows_a_good_conversation', MESSAGE = 'too early';
    END IF;
    IF EXISTS (SELECT FROM screening_interview i
            WHERE i.volunteer_id = NEW.volunteer_id AND i.outcome = 'good' AND i.by_id = NEW.by_id) THEN
        RAISE check_violation USING CONSTRAINT = 'the_second_is_not_the_first', MESSAGE = 'the first';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE INSERT ON screening_secondyes FOR EACH ROW EXECUTE FUNCTION app.second_yes_guard();

-- A record check is asked for where a role asks it, and seen once.
CREATE FUNCTION app.record_check_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.kind = 'children_record' AND NOT EXISTS (
                SELECT FROM volunteers_volunteer v, app.role_asks(v.role_id) a
                WHERE v.id = NEW.volunteer_id AND a.kind = 'children_record'
                UNION ALL
                SELECT FROM volunteers_assignment g JOIN volunteers_requirement q ON q.assignment_id = g.id
                WHERE g.volunteer_id = NEW.volunteer_id AND q.kind = 'children_record') THEN
            RAISE check_violation USING CONSTRAINT = 'a_childrens_check_only_where_the_role_says', MESSAGE = 'no children';
        END IF;
        RETURN NEW;
    END IF;
    IF app.uid() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.seen_on IS NOT NULL AND OLD.outcome <> 'under_discussion' THEN
        RAISE check_violation USING CONSTRAINT = 'a_decided_check_stands', MESSAGE = 'decided';
    END IF;
    IF NEW.seen_by_id IS DISTINCT FROM app.uid() THEN
        RAISE insufficient_privilege USING MESSAGE = 'seen by who writes it';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE ON screening_recordcheck FOR EACH ROW EXECUTE FUNCTION app.record_check_guard();

-- Who is along is new, and goes with somebody who is ready.
CREATE FUNCTION app.shadowing_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.went_on > app.today() THEN
        RAISE check_violation USING CONSTRAINT = 'along_on_a_day_that_has_been', MESSAGE = 'not yet';
    END IF;
    IF TG_OP = 'UPDATE' THEN
        RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT FROM app.requirements(ARRAY[NEW.volunteer_id]) r WHERE r.code = 'agreement' AND r.met) THEN
        RAISE check_violation USING CONSTRAINT = 'along_once_the_agreement_is_signed', MESSAGE = 'not signed';
    END IF;
    IF NEW.experienced_id IS NULL OR NEW.experienced_id = NEW.volunteer_id
        OR NOT EXISTS (SELECT FROM volunteers_volunteer e WHERE e.id = NEW.experienced_id AND e.state = 'ready')
        OR NOT EXISTS (
            SELECT FROM volunteers_assignment a JOIN volunteers_assignment b USING (project_id)
            WHERE a.volunteer_id = NEW.volunteer_id AND b.volunteer_id = NEW.experienced_id
                AND app.in_force(a.from_on, a.until_on)
                AND app.in_force(b.from_on, b.until_on)) THEN
        RAISE check_violation USING CONSTRAINT = 'along_with_somebody_who_is_ready', MESSAGE = 'not with this one';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF went_on ON screening_shadowing FOR EACH ROW EXECUTE FUNCTION app.shadowing_guard();
