-- Is it quiet about two who are friends? All that the lead of the citizen's house is told; NULL where one may not ask, and
-- where they rest or end. The desk asks the same of the rows themselves (friendships/needs.py); there those are left out for
-- one rhythm whom somebody has asked: that does not make them less quiet.
CREATE FUNCTION app.is_quiet(of_match uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT greatest(m.started_on, app.day_of(m.proposed_at),
            (SELECT max(c.happened_on) FROM friendships_contact c WHERE c.match_id = m.id AND c.kind = 'met'),
            (SELECT max(p.ended_on) FROM friendships_pause p WHERE p.match_id = m.id)) + {QUIET_AFTER} <= app.today()
    FROM matching_match m LEFT JOIN friendships_pairagreement a ON a.match_id = m.id
    WHERE m.id = of_match AND m.state IN ('trial', 'active')
        AND (m.project_id IN (SELECT app.own_projects()) OR app.is_of_own_house(m.citizen_id))
$$;
GRANT EXECUTE ON FUNCTION app.is_quiet(of_match uuid) TO weshelter_app, weshelter_jobs;
