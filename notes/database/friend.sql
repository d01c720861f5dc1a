-- All that a friend, or a preview, sees of a citizen.
CREATE FUNCTION app.friend_view(of_match uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT jsonb_build_object('called_name', k.called_name, 'house', i.name, 'both_said_yes', m.state IN {MATCH_RUNNING},
        'lines', CASE WHEN m.state IN {MATCH_RUNNING} THEN app.friend_lines(c.id) ELSE '[]' END,
        'guidance', CASE WHEN m.state IN {MATCH_RUNNING} THEN app.friend_guidance(c.id, m.id,
            coalesce(m.volunteer_id = app.link_volunteer('own_page', 'proposal'), false)
            OR m.project_id IN (SELECT app.own_projects())) ELSE '[]' END)
    FROM matching_match m JOIN citizens_citizen c ON c.id = m.citizen_id JOIN citizens_knownas k ON k.citizen_id = c.id
    JOIN institutions_project p ON p.id = m.project_id JOIN institutions_institution i ON i.id = p.institution_id
    WHERE m.id = of_match AND (m.state = 'proposed' OR m.state IN {MATCH_RUNNING}) AND app.has_said_yes(m.citizen_id, 'friend')
        AND (m.volunteer_id = app.link_volunteer('own_page')
        OR m.volunteer_id = app.link_volunteer('proposal') AND m.id = app.link_object('proposal')
        OR m.project_id IN (SELECT app.own_projects()) OR app.is_known_at_house(m.citizen_id))
$$;
GRANT EXECUTE ON FUNCTION app.friend_view(of_match uuid) TO weshelter_app, weshelter_jobs;

-- What somebody sees who stands in, once he has said yes to that and as long as the two rest: his yes lines, and no advice.
CREATE FUNCTION app.stand_in_view(of_stand_in uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT jsonb_build_object('called_name', k.called_name, 'house', i.name, 'both_said_yes', true,
        'lines', app.friend_lines(m.citizen_id), 'guidance', '[]'::jsonb)
    FROM friendships_standin s JOIN friendships_pause r ON r.id = s.pause_id JOIN matching_match m ON m.id = r.match_id
    JOIN citizens_knownas k ON k.citizen_id = m.citizen_id
    JOIN institutions_project p ON p.id = m.project_id JOIN institutions_institution i ON i.id = p.institution_id
    WHERE s.id = of_stand_in AND s.state = 'agreed' AND r.ended_on IS NULL AND m.state = 'paused'
        AND app.has_said_yes(m.citizen_id, 'friend') AND s.volunteer_id = app.link_volunteer('own_page')
$$;
GRANT EXECUTE ON FUNCTION app.stand_in_view(of_stand_in uuid) TO weshelter_app, weshelter_jobs;

-- What he said yes to, while his consent lives.
CREATE FUNCTION app.friend_lines(of_citizen uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('line', d.line, 'words', d.words)), '[]')
    FROM citizens_disclosure d WHERE d.citizen_id = of_citizen AND d.answer = 'yes'
        AND app.has_said_yes(of_citizen, 'friend')
$$;

-- The approved sentences, while their consent lives.
CREATE FUNCTION app.friend_guidance(of_citizen uuid, of_match uuid, everything boolean) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'text', g.text, 'acknowledged',
            EXISTS (SELECT FROM notes_acknowledgement a WHERE a.guidance_id = g.id AND a.match_id = of_match))
        ORDER BY g.approved_at), '[]')
    FROM notes_guidance g WHERE g.citizen_id = of_citizen AND g.state = 'approved'
        AND EXISTS (SELECT FROM citizens_consent s WHERE s.id = g.consent_id AND s.purpose = 'guidance'
            AND s.withdrawn_at IS NULL)
        AND (everything OR g.id IN (SELECT p.id FROM app.guidance_i_prompted() p))
$$;

-- The same before there is a friend.
CREATE FUNCTION app.friend_preview(of_citizen uuid) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT jsonb_build_object('called_name', k.called_name, 'house', i.name, 'both_said_yes', true,
        'lines', app.friend_lines(c.id),
        'guidance', app.friend_guidance(c.id, NULL, c.project_id IN (SELECT app.own_projects())))
    FROM citizens_citizen c JOIN citizens_knownas k ON k.citizen_id = c.id
    JOIN institutions_project p ON p.id = c.project_id JOIN institutions_institution i ON i.id = p.institution_id
    WHERE c.id = of_citizen
        AND (c.project_id IN (SELECT app.own_projects()) OR app.is_known_at_house(c.id))
$$;
GRANT EXECUTE ON FUNCTION app.friend_preview(of_citizen uuid) TO weshelter_app, weshelter_jobs;
