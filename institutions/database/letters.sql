-- What is answered to a mail of a project goes to the project's own address, else to its house's; where Frivilligindsatsen
-- has set none, to whom the site sends from.
CREATE FUNCTION app.answers_go_to() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    NEW.reply_to := coalesce((
        SELECT coalesce(nullif(p.reply_to, ''), i.reply_to) FROM letters_message m
        JOIN institutions_project p ON p.id = m.project_id JOIN institutions_institution i ON i.id = p.institution_id
        WHERE m.id = NEW.message_id), '');
    RETURN NEW;
END
$$;
CREATE TRIGGER answers BEFORE INSERT ON letters_messagebody FOR EACH ROW EXECUTE FUNCTION app.answers_go_to();

-- Who does now what lay with somebody: he himself, or those who coordinate the projects that it is about if he is at none
-- of them any more. A lead may come along from the house where the citizen is. What is about no project is for whoever works here.
CREATE FUNCTION app.who_has(of_user uuid, at_projects bigint[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH stays AS (
        SELECT u.id FROM accounts_user u WHERE u.id = of_user AND u.is_active
            AND (u.is_secretariat OR EXISTS (SELECT FROM institutions_membership m
                WHERE m.user_id = u.id AND (m.role = 'lead' OR m.project_id = ANY (at_projects) OR at_projects = '{}')
                    AND app.in_force(m.from_on, m.until_on)))
    )
    SELECT s.id FROM stays s
    UNION
    SELECT m.user_id FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id
    WHERE m.project_id = ANY (at_projects) AND m.role = 'coordinator' AND app.in_force(m.from_on, m.until_on)
        AND u.is_active AND NOT EXISTS (SELECT FROM stays)
$$;
GRANT EXECUTE ON FUNCTION app.who_has(of_user uuid, at_projects bigint[]) TO weshelter_app, weshelter_jobs;

-- The same with the address of each, for a mail that waits.
CREATE FUNCTION app.who_has_a_mail(of_user uuid, at_projects bigint[]) RETURNS TABLE(reader uuid, address text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT u.id, u.email FROM app.who_has(of_user, at_projects) has JOIN accounts_user u ON u.id = has
$$;
