-- What the way to ready and a role ask of the records here: of each kind one row a volunteer, with how many.
CREATE FUNCTION app.met_in_screening(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, kind text, number integer)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT p.volunteer_id, 'booked', 1 FROM screening_appointment p
        WHERE p.volunteer_id = ANY (volunteers) AND p.state = 'booked' GROUP BY 1
    UNION ALL SELECT i.volunteer_id, 'interview', 1 FROM screening_interview i
        WHERE i.volunteer_id = ANY (volunteers) AND i.outcome = 'good' GROUP BY 1
    UNION ALL SELECT s.volunteer_id, 'agreement', 1
        FROM screening_signature s JOIN screening_agreement g ON g.id = s.agreement_id
        WHERE s.volunteer_id = ANY (volunteers) AND g.version >= coalesce((SELECT max(n.version) FROM screening_agreement n
            WHERE n.demands_signature AND n.in_force_from <= app.today()), 0) GROUP BY 1
    UNION ALL SELECT s.volunteer_id, 'second_yes', 1
        FROM screening_secondyes s JOIN screening_interview i ON i.volunteer_id = s.volunteer_id
        WHERE s.volunteer_id = ANY (volunteers) AND i.outcome = 'good' AND i.by_id <> s.by_id GROUP BY 1
    UNION ALL SELECT r.volunteer_id, 'references', count(*)::integer FROM screening_reference r
        WHERE r.volunteer_id = ANY (volunteers) AND r.state = 'answered' AND r.trusts = 'yes' GROUP BY 1
    -- Seen and in order, not run out, and nothing seen since that is not.
    UNION ALL SELECT c.volunteer_id, c.kind::text, 1 FROM screening_recordcheck c
        WHERE c.volunteer_id = ANY (volunteers) AND c.outcome IN ('ok', 'assessed_ok')
            AND (c.next_due_on IS NULL OR c.next_due_on >= app.today())
            AND NOT EXISTS (SELECT FROM screening_recordcheck n
                WHERE n.volunteer_id = c.volunteer_id AND n.kind = c.kind AND n.id <> c.id
                    AND n.outcome IN ('under_discussion', 'not_ok') AND n.seen_on >= c.seen_on) GROUP BY 1, 2
    -- Along with somebody experienced; or she has done the work itself, which upper apps know.
    UNION ALL SELECT e.volunteer_id, 'shadowing', 1 FROM (
        SELECT s.volunteer_id FROM screening_shadowing s WHERE s.volunteer_id = ANY (volunteers)
        UNION ALL {rows of has_been_along(volunteers)}) e GROUP BY 1
$$;

-- When a step came about or was last asked for, and whether somebody has been asked; no row where nothing was done.
CREATE FUNCTION app.came_about_in_screening(volunteers uuid[]) RETURNS TABLE(volunteer_id uuid, kind text, at timestamp with time zone, asked boolean)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT p.volunteer_id, 'booked', greatest(max(p.answered_at), max(p.offered_at)), bool_or(p.state = 'offered')
        FROM screening_appointment p WHERE p.volunteer_id = ANY (volunteers) GROUP BY 1
    UNION ALL SELECT i.volunteer_id, 'interview', min(i.held_on)::timestamptz, false
        FROM screening_interview i WHERE i.volunteer_id = ANY (volunteers) AND i.outcome = 'good' GROUP BY 1
    UNION ALL SELECT y.volunteer_id, 'second_yes', min(y.said_at), false
        FROM screening_secondyes y WHERE y.volunteer_id = ANY (volunteers) GROUP BY 1
    UNION ALL SELECT r.volunteer_id, 'references', greatest(max(r.answered_at), max(r.asked_at)), bool_or(r.state = 'asked')
        FROM screening_reference r WHERE r.volunteer_id = ANY (volunteers) GROUP BY 1
    UNION ALL SELECT c.volunteer_id, c.kind::text, greatest(max(c.seen_on), max(c.requested_on))::timestamptz, bool_or(c.seen_on IS NULL)
        FROM screening_recordcheck c WHERE c.volunteer_id = ANY (volunteers) GROUP BY 1, 2
    UNION ALL SELECT g.volunteer_id, 'agreement', max(g.signed_at), false
        FROM screening_signature g WHERE g.volunteer_id = ANY (volunteers) GROUP BY 1
    UNION ALL SELECT s.volunteer_id, 'shadowing', min(s.went_on)::timestamptz, false
        FROM screening_shadowing s WHERE s.volunteer_id = ANY (volunteers) GROUP BY 1
$$;
