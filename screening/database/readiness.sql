-- What the way to ready and a role ask of the records here; a kind that is none of these is met by nobody.
CREATE FUNCTION app.meets_in_screening(who uuid, kind text, number integer) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER AS $$
BEGIN
    RETURN CASE kind
        WHEN 'booked' THEN EXISTS (SELECT FROM screening_appointment p WHERE p.volunteer_id = who AND p.state = 'booked')
        WHEN 'interview' THEN EXISTS (
            SELECT FROM screening_interview i WHERE i.volunteer_id = who AND i.outcome = 'good')
        WHEN 'agreement' THEN EXISTS (SELECT FROM screening_signature s JOIN screening_agreement g ON g.id = s.agreement_id
            WHERE s.volunteer_id = who AND g.version >= coalesce((SELECT max(n.version) FROM screening_agreement n
                WHERE n.demands_signature AND n.in_force_from <= app.today()), 0))
        WHEN 'second_yes' THEN EXISTS (
            SELECT FROM screening_secondyes s JOIN screening_interview i ON i.volunteer_id = s.volunteer_id
            WHERE s.volunteer_id = who AND i.outcome = 'good' AND i.by_id <> s.by_id)
        WHEN 'references' THEN number <= (
            SELECT count(*) FROM screening_reference r
            WHERE r.volunteer_id = who AND r.state = 'answered' AND r.trusts = 'yes')
        WHEN 'criminal_record' THEN app.record_is_clear(who, kind)
        WHEN 'children_record' THEN app.record_is_clear(who, kind)
        WHEN 'shadowing' THEN app.has_been_along(who)
        ELSE false END;
END
$$;

-- Seen and in order, not run out, and nothing seen since that is not.
CREATE FUNCTION app.record_is_clear(who uuid, of_kind text) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM screening_recordcheck c
        WHERE c.volunteer_id = who AND c.kind = of_kind AND c.outcome IN ('ok', 'assessed_ok')
            AND (c.next_due_on IS NULL OR c.next_due_on >= app.today())
            AND NOT EXISTS (SELECT FROM screening_recordcheck n
                WHERE n.volunteer_id = c.volunteer_id AND n.kind = c.kind AND n.id <> c.id
                    AND n.outcome IN ('under_discussion', 'not_ok') AND n.seen_on >= c.seen_on))
$$;

-- Has she been along with somebody, or done the work itself?
CREATE FUNCTION app.has_been_along(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT EXISTS (SELECT FROM screening_shadowing s WHERE s.volunteer_id = who) OR {any of has_been_along(who)}
$$;

-- When a step came about, and whether somebody has been asked; no row where nothing was done.
CREATE FUNCTION app.came_about_in_screening(who uuid, of_kind text) RETURNS TABLE(at timestamp with time zone, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT max(p.answered_at), bool_or(p.state = 'offered') FROM screening_appointment p
        WHERE of_kind = 'booked' AND p.volunteer_id = who HAVING count(*) > 0
    UNION ALL SELECT min(i.held_on)::timestamptz, false FROM screening_interview i
        WHERE of_kind = 'interview' AND i.volunteer_id = who AND i.outcome = 'good' HAVING count(*) > 0
    UNION ALL SELECT min(y.said_at), false FROM screening_secondyes y
        WHERE of_kind = 'second_yes' AND y.volunteer_id = who HAVING count(*) > 0
    UNION ALL SELECT max(r.answered_at), bool_or(r.state = 'asked') FROM screening_reference r
        WHERE of_kind = 'references' AND r.volunteer_id = who HAVING count(*) > 0
    UNION ALL SELECT max(c.seen_on)::timestamptz, bool_or(c.seen_on IS NULL) FROM screening_recordcheck c
        WHERE of_kind = c.kind AND c.volunteer_id = who HAVING count(*) > 0
    UNION ALL SELECT max(g.signed_at), false FROM screening_signature g
        WHERE of_kind = 'agreement' AND g.volunteer_id = who HAVING count(*) > 0
    UNION ALL SELECT min(s.went_on)::timestamptz, false FROM screening_shadowing s
        WHERE of_kind = 'shadowing' AND s.volunteer_id = who HAVING count(*) > 0
$$;
