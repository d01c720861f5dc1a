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

-- Who does now what lay with somebody: he himself; while he is away his deputy; else those who coordinate the projects that
-- it is about, who are there before who is away too.
CREATE FUNCTION app.who_has(of_user uuid, at_projects bigint[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    WITH found AS (
        SELECT of_user AS id, 1 AS turn WHERE app.is_there(of_user, at_projects, app.today())
        UNION
        SELECT a.deputy_id, 2 FROM institutions_absence a
        WHERE a.user_id = of_user AND a.called_off_at IS NULL AND app.in_force(a.from_on, a.until_on)
            AND (a.project_id = ANY (at_projects) OR a.institution_id IS NOT NULL AND NOT EXISTS (
                SELECT FROM institutions_membership m WHERE m.user_id = of_user AND m.project_id = ANY (at_projects)))
            AND app.is_there(a.deputy_id, at_projects, app.today())
        UNION
        SELECT m.user_id, CASE WHEN app.is_away(m.user_id, m.project_id, NULL, app.today()) THEN 4 ELSE 3 END
        FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id
        WHERE m.project_id = ANY (at_projects) AND m.role = 'coordinator' AND app.in_force(m.from_on, m.until_on)
            AND u.is_active
    )
    SELECT f.id FROM found f WHERE f.turn = (SELECT min(turn) FROM found)
$$;
GRANT EXECUTE ON FUNCTION app.who_has(of_user uuid, at_projects bigint[]) TO weshelter_app, weshelter_jobs;

-- The same with the address of each, for a mail that waits.
CREATE FUNCTION app.who_has_a_mail(of_user uuid, at_projects bigint[]) RETURNS TABLE(reader uuid, address text)
LANGUAGE sql STABLE SECURITY DEFINER AS $$
    SELECT u.id, u.email FROM app.who_has(of_user, at_projects) has JOIN accounts_user u ON u.id = has
$$;
