-- Nobody leaves while a friendship of hers runs.
CREATE FUNCTION app.friendship_runs_gate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    -- The lock that a proposal and a yes take, too: none comes in between.
    PERFORM FROM volunteers_volunteer v WHERE v.id = NEW.id FOR NO KEY UPDATE;
    IF EXISTS (SELECT FROM matching_match m WHERE m.volunteer_id = NEW.id AND m.state IN {MATCH_RUNNING}) THEN
        RAISE check_violation USING CONSTRAINT = 'who_leaves_has_said_goodbye', MESSAGE = 'a friendship runs';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER leaving_friends BEFORE UPDATE OF state ON volunteers_volunteer FOR EACH ROW
    WHEN (NEW.state = 'left' AND OLD.state <> 'left') EXECUTE FUNCTION app.friendship_runs_gate();

-- Of a volunteer who leaves: her proposals end, as a no or as unanswered.
CREATE FUNCTION app.proposals_end(who uuid) RETURNS void LANGUAGE sql SECURITY DEFINER AS $$
    UPDATE matching_match m
    SET state = CASE WHEN m.proposed_at > now() - {ANSWERED_WITHIN} THEN 'declined' ELSE 'expired' END
    WHERE m.volunteer_id = who AND m.state = 'proposed'
$$;

-- Who of these has been along: a friendship of hers has begun.
CREATE FUNCTION app.has_had_a_friend(volunteers uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT m.volunteer_id FROM matching_match m WHERE m.volunteer_id = ANY (volunteers) AND m.started_on IS NOT NULL
$$;

-- Has she a friend or a proposal at this project?
CREATE FUNCTION app.has_a_match_at(who uuid, at_project bigint) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM matching_match m WHERE m.volunteer_id = who AND m.project_id = at_project AND {MATCH_COUNTS})
$$;
