-- What the two of a proposal have both ticked: for whoever follows it and for the volunteer who is asked, where the words that
-- were read aloud to the citizen say that she may hear it. Never needs, own words, age or house.
CREATE FUNCTION app.in_common(of_match uuid, OUT interests text[], OUT slots text[])
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT ARRAY(SELECT unnest(w.together || w.interests) INTERSECT SELECT unnest(v.interests) ORDER BY 1),
        ARRAY(SELECT unnest(w.slots) INTERSECT SELECT unnest(v.slots) ORDER BY 1)
    FROM matching_match m JOIN citizens_wishes w ON w.citizen_id = m.citizen_id
    JOIN volunteers_volunteer v ON v.id = m.volunteer_id
    WHERE m.id = of_match
        AND EXISTS (SELECT FROM citizens_consent c WHERE c.citizen_id = m.citizen_id AND c.purpose = 'friend'
            AND c.withdrawn_at IS NULL AND c.wording_version >= {TICKS_MAY_BE_TOLD})
        AND (m.project_id IN (SELECT app.own_projects())
            OR m.id = app.link_object('proposal') AND m.volunteer_id = app.link_volunteer('proposal'))
$$;
GRANT EXECUTE ON FUNCTION app.in_common(of_match uuid, OUT text[], OUT text[]) TO weshelter_app, weshelter_jobs;
