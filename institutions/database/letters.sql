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
