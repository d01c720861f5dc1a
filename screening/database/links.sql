-- A referee is asked while the question stands, also by the applicant who names him; times for a talk while they are offered,
-- and what is agreed when it is moved or called off.
CREATE FUNCTION app.may_issue_screening(for_purpose text, for_volunteer uuid, about uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT for_purpose = 'reference' AND EXISTS (SELECT FROM screening_reference r
            WHERE r.id = about AND r.volunteer_id = for_volunteer AND r.state = 'asked')
        OR for_purpose = 'conversation' AND app.uid() IS NOT NULL AND EXISTS (SELECT FROM screening_appointment p
            WHERE p.id = about AND p.volunteer_id = for_volunteer AND p.state IN ('offered', 'booked', 'called_off'))
$$;
