"""Who sees that something was told, who opens it, and what a friend is shown. Bodies and keys: the app reads none."""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_HOUSES, OWN_PROJECTS, definer, plpgsql, same_project, secure, trigger

RUNNING = "('accepted', 'trial', 'active', 'paused', 'ending')"
OWN_CONFIDENCE = f"""author_id = (SELECT app.uid()) AND institution_id = {OWN_HOUSES}
    AND citizen_id = {ATTACHED_CITIZENS}"""
LIVE_GUIDANCE_CONSENT = """EXISTS (SELECT FROM citizens_consent s WHERE s.citizen_id = {citizen}
    AND s.purpose = 'guidance' AND s.withdrawn_at IS NULL)"""

COORDINATORS_OF = """
    SELECT m.user_id FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
    WHERE m.project_id = of_project AND m.role = 'coordinator'
        AND m.from_on <= app.today() AND (m.until_on IS NULL OR m.until_on >= app.today())
        AND (of_project IN (SELECT app.own_projects()) OR EXISTS (SELECT FROM citizens_citizen c
            WHERE c.project_id = of_project AND c.id IN (SELECT app.attached_citizens())))
"""

WRITING_GATE = f"""
BEGIN
    IF NOT EXISTS (SELECT FROM citizens_attachment a WHERE a.citizen_id = NEW.citizen_id
            AND a.institution_id = NEW.institution_id AND a.from_on <= app.today()
            AND (a.until_on IS NULL OR a.until_on >= app.today())) THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_is_about_somebody_of_the_house', MESSAGE = 'no house';
    END IF;
    IF NOT {LIVE_GUIDANCE_CONSENT.format(citizen="NEW.citizen_id")} THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_rests_on_consent', MESSAGE = 'no consent';
    END IF;
    RETURN NEW;
END
"""
NAME_READERS = """
BEGIN
    INSERT INTO notes_addressee (id, confidence_id, project_id, user_id)
    SELECT gen_random_uuid(), NEW.id, NEW.project_id, who FROM app.coordinators_of(NEW.project_id) who
    WHERE who <> NEW.author_id;
    IF NOT FOUND THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_has_somebody_to_read_it', MESSAGE = 'nobody';
    END IF;
    RETURN NULL;
END
"""
# The row is locked before this trigger runs, and `note_open` locks it too: one of the two comes first.
WITHDRAWING_GATE = """
BEGIN
    IF OLD.withdrawn_at IS NOT NULL OR NEW.withdrawn_at IS NULL THEN
        RAISE check_violation USING CONSTRAINT = 'a_confidence_is_withdrawn_once', MESSAGE = 'withdrawn';
    END IF;
    IF EXISTS (SELECT FROM history_accesslog l WHERE l.object_type = 'confidence' AND l.object_id = NEW.id
            AND l.action = 'open') THEN
        RAISE check_violation USING CONSTRAINT = 'an_opened_confidence_stands', MESSAGE = 'opened';
    END IF;
    DELETE FROM notes_confidencebody b WHERE b.confidence_id = NEW.id;
    RETURN NEW;
END
"""
DATA_KEY = """
BEGIN
    IF of_citizen NOT IN (SELECT app.attached_citizens()) THEN
        RAISE insufficient_privilege USING MESSAGE = 'a citizen outside the house';
    END IF;
    INSERT INTO notes_datakey (citizen_id, project_id, wrapped)
    SELECT c.id, c.project_id, proposed FROM citizens_citizen c WHERE c.id = of_citizen
    ON CONFLICT DO NOTHING;
    RETURN (SELECT k.wrapped FROM notes_datakey k WHERE k.citizen_id = of_citizen);
END
"""
# The log's row is written first; roll-back takes both. The lock on the row comes before the chain's, never after.
NOTE_OPEN = f"""
DECLARE
    project bigint;
BEGIN
    IF note_open.purpose NOT IN ('before_match', 'prepare_guidance', 'check_in', 'something_happened') THEN
        RETURN;
    END IF;
    SELECT c.project_id INTO project FROM notes_confidence c
    WHERE c.id = note AND c.withdrawn_at IS NULL
        AND c.project_id IN (SELECT app.own_projects())
        AND EXISTS (SELECT FROM notes_addressee a WHERE a.confidence_id = c.id AND a.user_id = app.uid())
        AND EXISTS (SELECT FROM notes_confidencebody b WHERE b.confidence_id = c.id)
        AND {LIVE_GUIDANCE_CONSENT.format(citizen="c.citizen_id")}
    FOR SHARE OF c;
    IF project IS NULL THEN
        RETURN;
    END IF;
    PERFORM app.log_access('open', 'confidence', note, project, note_open.purpose);
    RETURN QUERY SELECT b.ciphertext, k.wrapped FROM notes_confidence c
        JOIN notes_confidencebody b ON b.confidence_id = c.id JOIN notes_datakey k ON k.citizen_id = c.citizen_id
        WHERE c.id = note;
END
"""
# The author is told when, the project's coordinators also who and what for.
OPENINGS = """
    SELECT l.object_id, l.at, CASE WHEN own THEN l.actor_id END, CASE WHEN own THEN l.purpose::text END
    FROM history_accesslog l JOIN notes_confidence c ON c.id = l.object_id,
        LATERAL (SELECT c.project_id IN (SELECT app.own_projects())) AS scope (own)
    WHERE l.object_id = ANY (confidences) AND l.object_type = 'confidence' AND l.action = 'open'
        AND (own OR c.author_id = app.uid() AND c.institution_id IN (SELECT app.own_houses()))
"""

GUIDANCE_GATE = """
BEGIN
    IF NEW.state IN ('draft', 'approved') AND NOT EXISTS (SELECT FROM citizens_consent s WHERE s.id = NEW.consent_id
            AND s.purpose = 'guidance' AND s.withdrawn_at IS NULL) THEN
        RAISE check_violation USING CONSTRAINT = 'guidance_rests_on_consent', MESSAGE = 'no consent';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state <> 'draft' AND (NEW.text <> OLD.text OR NEW.state NOT IN (OLD.state, 'withdrawn')
            OR OLD.state = 'withdrawn' OR NEW.approved_at IS DISTINCT FROM OLD.approved_at) THEN
        RAISE check_violation USING CONSTRAINT = 'approved_guidance_stands_as_it_is', MESSAGE = 'no draft';
    END IF;
    RETURN NEW;
END
"""
I_PROMPTED = """
    SELECT DISTINCT g.id, g.citizen_id, g.text::text, g.approved_at FROM notes_guidance g
    JOIN citizens_consent s ON s.id = g.consent_id AND s.withdrawn_at IS NULL
    JOIN notes_origin o ON o.guidance_id = g.id JOIN notes_confidence c ON c.id = o.confidence_id
    WHERE g.state = 'approved' AND c.author_id = app.uid() AND c.institution_id IN (SELECT app.own_houses())
        AND g.citizen_id IN (SELECT app.attached_citizens())
"""

# What a friend is shown of guidance `g` in match `m`; both functions below stand on it.
SHOWN = f"""g.citizen_id = m.citizen_id AND g.state = 'approved' AND m.state IN {RUNNING}
    AND EXISTS (SELECT FROM citizens_consent s WHERE s.id = g.consent_id AND s.purpose = 'guidance'
        AND s.withdrawn_at IS NULL)"""
# A lead's preview holds only the guidance that he prompted. The house is the project's: where the citizen lives is his
# own to tell.
FRIEND_VIEW = f"""
    SELECT jsonb_build_object(
        'called_name', c.called_name,
        'house', i.name,
        'both_said_yes', m.state IN {RUNNING},
        'lines', coalesce((SELECT jsonb_agg(jsonb_build_object('line', d.line, 'words', d.words))
            FROM citizens_disclosure d WHERE d.citizen_id = c.id AND d.answer = 'yes' AND m.state IN {RUNNING}
            AND EXISTS (SELECT FROM citizens_consent s WHERE s.citizen_id = c.id AND s.purpose = 'friend'
                AND s.withdrawn_at IS NULL)), '[]'),
        'guidance', coalesce((SELECT jsonb_agg(jsonb_build_object('id', g.id, 'text', g.text, 'acknowledged',
                EXISTS (SELECT FROM notes_acknowledgement a WHERE a.guidance_id = g.id AND a.match_id = m.id))
                ORDER BY g.approved_at)
            FROM notes_guidance g WHERE {SHOWN} AND (m.volunteer_id = app.link_volunteer('own_page', 'proposal')
                OR m.project_id IN (SELECT app.own_projects()) OR g.id IN (SELECT p.id FROM app.guidance_i_prompted() p))
            ), '[]'))
    FROM matching_match m JOIN citizens_citizen c ON c.id = m.citizen_id
    JOIN institutions_project p ON p.id = m.project_id JOIN institutions_institution i ON i.id = p.institution_id
    WHERE m.id = of_match AND (m.state = 'proposed' OR m.state IN {RUNNING}) AND (
        m.volunteer_id = app.link_volunteer('own_page')
        OR m.volunteer_id = app.link_volunteer('proposal') AND m.id = app.link_object('proposal')
        OR m.project_id IN (SELECT app.own_projects()) OR m.citizen_id IN (SELECT app.attached_citizens()))
"""
ACKNOWLEDGE = f"""
DECLARE
    found_match matching_match;
BEGIN
    SELECT m.* INTO found_match FROM notes_guidance g JOIN matching_match m ON m.citizen_id = g.citizen_id
    WHERE g.id = of_guidance AND {SHOWN} AND m.volunteer_id = app.link_volunteer('own_page');
    IF found_match.id IS NULL THEN
        RETURN false;
    END IF;
    INSERT INTO notes_acknowledgement (id, guidance_id, match_id, volunteer_id, project_id, at)
    VALUES (gen_random_uuid(), of_guidance, found_match.id, found_match.volunteer_id, found_match.project_id, now())
    ON CONFLICT DO NOTHING;
    RETURN true;
END
"""

# Django's own keys would read the table when a parent is deleted, and the app may not.
CASCADES = """
ALTER TABLE notes_confidencebody ADD CONSTRAINT notes_confidencebody_of_a_confidence
    FOREIGN KEY (confidence_id) REFERENCES notes_confidence (id) ON DELETE CASCADE;
ALTER TABLE notes_datakey ADD CONSTRAINT notes_datakey_of_a_citizen
    FOREIGN KEY (citizen_id) REFERENCES citizens_citizen (id) ON DELETE CASCADE
"""
BACK = """
ALTER TABLE notes_confidencebody DROP CONSTRAINT notes_confidencebody_of_a_confidence;
ALTER TABLE notes_datakey DROP CONSTRAINT notes_datakey_of_a_citizen
"""


class Migration(migrations.Migration):
    dependencies = [
        ("notes", "0001_confidences_and_guidance"),
        ("history", "0003_openings_of_an_object"),
        ("matching", "0002_row_security"),
    ]

    operations = [
        migrations.RunSQL(CASCADES, BACK),
        definer("app.coordinators_of(of_project bigint)", "SETOF uuid", COORDINATORS_OF),
        secure(
            "notes_confidence",
            select=f"project_id = {OWN_PROJECTS} OR ({OWN_CONFIDENCE})",
            insert=f"{OWN_CONFIDENCE} AND withdrawn_at IS NULL",
            update=OWN_CONFIDENCE,
            update_columns="withdrawn_at",
        ),
        secure("notes_addressee", select="EXISTS (SELECT FROM notes_confidence c WHERE c.id = confidence_id)"),
        secure(
            "notes_confidencebody",
            insert="EXISTS (SELECT FROM notes_confidence c WHERE c.id = confidence_id"
            " AND c.author_id = (SELECT app.uid()) AND c.withdrawn_at IS NULL)",
            jobs="",
        ),
        secure("notes_datakey"),
        secure(
            "notes_guidance",
            select=f"project_id = {OWN_PROJECTS}",
            insert=f"project_id = {OWN_PROJECTS} AND state = 'draft' AND written_by_id = (SELECT app.uid())",
            update=f"project_id = {OWN_PROJECTS}",
            update_columns="text, review_on, state, approved_by_id, approved_at, reason_for_words",
        ),
        secure(
            "notes_origin",
            select=f"project_id = {OWN_PROJECTS}",
            insert=f"project_id = {OWN_PROJECTS} AND EXISTS (SELECT FROM notes_guidance g JOIN notes_confidence c"
            " ON c.citizen_id = g.citizen_id WHERE g.id = guidance_id AND c.id = confidence_id)",
        ),
        secure("notes_acknowledgement", select=f"project_id = {OWN_PROJECTS}"),
        same_project("notes_confidence", "citizens_citizen", "citizen_id"),
        same_project("notes_addressee", "notes_confidence", "confidence_id"),
        same_project("notes_datakey", "citizens_citizen", "citizen_id"),
        same_project("notes_guidance", "citizens_citizen", "citizen_id"),
        same_project("notes_guidance", "citizens_consent", "consent_id", project="citizen_id"),
        same_project("notes_origin", "notes_guidance", "guidance_id"),
        same_project("notes_origin", "notes_confidence", "confidence_id"),
        same_project("notes_acknowledgement", "notes_guidance", "guidance_id"),
        same_project("notes_acknowledgement", "matching_match", "match_id"),
        plpgsql("app.confidence_gate()", "trigger", WRITING_GATE),
        trigger("notes_confidence", "gate", "BEFORE INSERT", "app.confidence_gate"),
        plpgsql("app.confidence_readers()", "trigger", NAME_READERS),
        trigger("notes_confidence", "readers", "AFTER INSERT", "app.confidence_readers"),
        plpgsql("app.confidence_withdrawing_gate()", "trigger", WITHDRAWING_GATE),
        trigger("notes_confidence", "withdrawing", "BEFORE UPDATE", "app.confidence_withdrawing_gate"),
        plpgsql("app.data_key(of_citizen uuid, proposed bytea)", "bytea", DATA_KEY),
        plpgsql("app.note_open(note uuid, purpose text)", "TABLE (ciphertext bytea, wrapped bytea)", NOTE_OPEN),
        definer(
            "app.openings(confidences uuid[])",
            "TABLE (confidence_id uuid, at timestamptz, actor_id uuid, purpose text)",
            OPENINGS,
        ),
        plpgsql("app.guidance_gate()", "trigger", GUIDANCE_GATE),
        trigger("notes_guidance", "gate", "BEFORE INSERT OR UPDATE", "app.guidance_gate"),
        definer(
            "app.guidance_i_prompted()",
            "TABLE (id uuid, citizen_id uuid, text text, approved_at timestamptz)",
            I_PROMPTED,
        ),
        definer("app.friend_view(of_match uuid)", "jsonb", FRIEND_VIEW),
        plpgsql("app.acknowledge(of_guidance uuid)", "boolean", ACKNOWLEDGE),
    ]
