-- A link to a proposal is its coordinators' to make.
CREATE FUNCTION app.may_issue_proposal(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT for_purpose = 'proposal' AND EXISTS (SELECT FROM matching_match m WHERE m.id = about
        AND m.volunteer_id = for_volunteer AND m.project_id IN (SELECT app.own_projects()))
$$;

-- Is she the friend of somebody attached to one's house?
CREATE FUNCTION app.is_house_friend(who uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT app.is_friend_at(who, ARRAY(SELECT app.own_houses()))
$$;
