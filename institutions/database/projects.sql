-- A project opens with a current alignment and its named lead.
CREATE FUNCTION app.project_opens_with_alignment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.state = 'open' AND (TG_OP = 'INSERT' OR OLD.state <> 'open') AND NOT EXISTS (
        SELECT FROM institutions_alignment a
        JOIN institutions_membership m ON m.user_id = a.lead_id AND m.role = 'lead'
            AND m.institution_id = NEW.institution_id AND app.in_force(m.from_on, m.until_on)
        WHERE a.project_id = NEW.id AND a.review_on >= app.today()
    ) THEN
        RAISE check_violation USING CONSTRAINT = 'project_opens_with_alignment', MESSAGE = 'no alignment';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER gate BEFORE INSERT OR UPDATE OF state ON institutions_project FOR EACH ROW EXECUTE FUNCTION app.project_opens_with_alignment();
CREATE TRIGGER moves BEFORE UPDATE OF state ON institutions_project FOR EACH ROW EXECUTE FUNCTION app.only_moves({PROJECT_MOVES});
