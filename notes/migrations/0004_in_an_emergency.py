"""Who broke the glass for a citizen sees what was told about him and opens it; the log calls each opening by its name."""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_HOUSES, OWN_PROJECTS

SEEN = f"""project_id = {OWN_PROJECTS} OR (author_id = (SELECT app.uid()) AND institution_id = {OWN_HOUSES}
    AND citizen_id = {ATTACHED_CITIZENS})"""
IN_AN_EMERGENCY = "citizen_id = ANY(ARRAY(SELECT app.broken_citizens()))"
DEFINER = "SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp"

OPEN = f"""
CREATE OR REPLACE FUNCTION app.note_open(note uuid, purpose text) RETURNS TABLE (ciphertext bytea, wrapped bytea)
    LANGUAGE plpgsql VOLATILE {DEFINER} AS $body$
DECLARE
    project bigint;
BEGIN
    IF note_open.purpose NOT IN ('before_match', 'prepare_guidance', 'check_in', 'something_happened', 'emergency') THEN
        RETURN;
    END IF;
    SELECT c.project_id INTO project FROM notes_confidence c
    WHERE c.id = note AND c.withdrawn_at IS NULL
        AND CASE WHEN note_open.purpose = 'emergency' THEN c.citizen_id IN (SELECT app.broken_citizens())
            ELSE c.project_id IN (SELECT app.own_projects())
                AND EXISTS (SELECT FROM notes_addressee a WHERE a.confidence_id = c.id AND a.user_id = app.uid()) END
        AND EXISTS (SELECT FROM notes_confidencebody b WHERE b.confidence_id = c.id)
        AND EXISTS (SELECT FROM citizens_consent s WHERE s.citizen_id = c.citizen_id AND s.purpose = 'guidance'
            AND s.withdrawn_at IS NULL)
    FOR SHARE OF c;
    IF project IS NULL THEN
        RETURN;
    END IF;
    PERFORM app.log_access(CASE WHEN note_open.purpose = 'emergency' THEN 'breakglass' ELSE 'open' END,
        'confidence', note, project, note_open.purpose);
    RETURN QUERY SELECT b.ciphertext, k.wrapped FROM notes_confidence c
        JOIN notes_confidencebody b ON b.confidence_id = c.id JOIN notes_datakey k ON k.citizen_id = c.citizen_id
        WHERE c.id = note;
END
$body$;
CREATE OR REPLACE FUNCTION app.confidence_withdrawing_gate() RETURNS trigger LANGUAGE plpgsql VOLATILE {DEFINER}
    AS $body$
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_is_withdrawn_once', MESSAGE = 'withdrawn';
    END IF;
    IF EXISTS (SELECT FROM history_accesslog l WHERE l.object_type = 'confidence' AND l.object_id = NEW.id
            AND l.action IN ('open', 'breakglass')) THEN
        RAISE check_violation USING CONSTRAINT = 'an_opened_confidence_stands', MESSAGE = 'opened';
    END IF;
    DELETE FROM notes_confidencebody b WHERE b.confidence_id = NEW.id;
    RETURN NEW;
END
$body$;
CREATE OR REPLACE FUNCTION app.openings(confidences uuid[])
    RETURNS TABLE (confidence_id uuid, at timestamptz, actor_id uuid, purpose text) LANGUAGE sql STABLE {DEFINER}
    AS $body$
    SELECT l.object_id, l.at, CASE WHEN own THEN l.actor_id END, CASE WHEN own THEN l.purpose::text END
    FROM history_accesslog l JOIN notes_confidence c ON c.id = l.object_id,
        LATERAL (SELECT c.project_id IN (SELECT app.own_projects())) AS scope (own)
    WHERE l.object_id = ANY (confidences) AND l.object_type = 'confidence' AND l.action IN ('open', 'breakglass')
        AND (own OR c.author_id = app.uid() AND c.institution_id IN (SELECT app.own_houses()))
$body$;
"""
# In an emergency one reads a match and writes no answer.
ANSWERS = f"project_id = {OWN_PROJECTS} OR citizen_id = ANY(ARRAY(SELECT app.house_citizens()))"
MATCH = f"ALTER POLICY scope_update ON matching_match USING ({ANSWERS}) WITH CHECK ({ANSWERS})"


class Migration(migrations.Migration):
    dependencies = [("notes", "0003_history"), ("matching", "0003_history"), ("citizens", "0006_breaking_the_glass")]

    operations = [
        migrations.RunSQL(
            f"ALTER POLICY scope_select ON notes_confidence USING ({SEEN} OR {IN_AN_EMERGENCY})",
            f"ALTER POLICY scope_select ON notes_confidence USING ({SEEN})",
        ),
        migrations.RunSQL(MATCH, MATCH.replace("app.house_citizens()", "app.attached_citizens()")),
        migrations.RunSQL(OPEN, migrations.RunSQL.noop),
    ]
