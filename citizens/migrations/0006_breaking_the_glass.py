"""Who breaks the glass, what it opens, and who looks at it. It opens for reading: nobody writes through it."""

from django.db import migrations

from access.security import OWN_PROJECTS, SECRETARIAT, definer, same_project, secure, trigger

HOUSE = """
    SELECT a.citizen_id FROM citizens_attachment a
    WHERE a.institution_id IN (SELECT app.own_houses())
        AND a.from_on <= app.today() AND (a.until_on IS NULL OR a.until_on >= app.today())
"""
BROKEN = """
    SELECT b.citizen_id FROM citizens_breakglass b
    WHERE b.user_id = app.uid() AND b.until > now() AND app.is_secretariat()
"""
REPLACE = """
CREATE OR REPLACE FUNCTION app.attached_citizens() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$
"""
HOUSE_CITIZENS = "ANY(ARRAY(SELECT app.house_citizens()))"
CHILD = f"project_id = {OWN_PROJECTS} OR citizen_id = {HOUSE_CITIZENS}"
# The user's row is locked: of two at the same moment the second sees the first.
BREAK_GLASS = """
DECLARE
    project bigint;
BEGIN
    IF NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'not of the secretariat';
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = app.uid() FOR NO KEY UPDATE;
    IF NOT EXISTS (SELECT FROM accounts_user u WHERE u.is_secretariat AND u.is_active AND u.id <> app.uid()) THEN
        RAISE check_violation USING CONSTRAINT = 'a_second_person_of_the_secretariat', MESSAGE = 'nobody else';
    END IF;
    IF EXISTS (SELECT FROM app.broken_citizens()) THEN
        RAISE check_violation USING CONSTRAINT = 'one_emergency_at_a_time', MESSAGE = 'another is in force';
    END IF;
    SELECT c.project_id INTO STRICT project FROM citizens_citizen c WHERE c.id = of_citizen;
    INSERT INTO citizens_breakglass (id, citizen_id, project_id, user_id, reason, opened_at, until, outcome)
    VALUES (made, of_citizen, project, app.uid(), why, now(), now() + interval '60 minutes', '');
    PERFORM app.log_access('breakglass', 'citizen', of_citizen, project, 'emergency');
END
"""
GATE = """
BEGIN
    IF NEW.until > OLD.until OR OLD.until <= now() AND NEW.until <> OLD.until THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_not_prolonged', MESSAGE = 'longer';
    END IF;
    IF OLD.reviewed_at IS NOT NULL THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_once', MESSAGE = 'reviewed';
    END IF;
    IF NEW.reviewed_at IS NOT NULL AND NEW.until > now() THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_once_it_is_over', MESSAGE = 'in force';
    END IF;
    IF NEW.reviewed_by_id IS NOT NULL AND NEW.reviewed_by_id IS DISTINCT FROM app.uid() THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_is_reviewed_by_somebody_else', MESSAGE = 'not oneself';
    END IF;
    RETURN NEW;
END
"""


def writes_only_at_the_house(table: str, rule: str, *commands: str) -> migrations.RunSQL:
    """Point the policies for writing at the citizens of one's house; reading stays with `attached_citizens`."""
    clauses = {"insert": f"WITH CHECK ({rule})", "update": f"USING ({rule}) WITH CHECK ({rule})"}
    change = [f"ALTER POLICY scope_{each} ON {table} {clauses[each]}" for each in commands]
    return migrations.RunSQL(
        ";\n".join(change), ";\n".join(change).replace("app.house_citizens()", "app.attached_citizens()")
    )


class Migration(migrations.Migration):
    dependencies = [("citizens", "0005_break_glass"), ("history", "0005_one_hash_and_the_trail")]

    operations = [
        secure(
            "citizens_breakglass",
            select=SECRETARIAT,
            update=SECRETARIAT,
            update_columns="until, reviewed_by_id, reviewed_at, outcome",
        ),
        same_project("citizens_breakglass", "citizens_citizen", "citizen_id"),
        definer("app.house_citizens()", "SETOF uuid", HOUSE),
        definer("app.broken_citizens()", "SETOF uuid", BROKEN),
        migrations.RunSQL(
            REPLACE.format(body=f"{HOUSE} UNION SELECT app.broken_citizens()"), REPLACE.format(body=HOUSE)
        ),
        writes_only_at_the_house("citizens_citizen", CHILD.replace("citizen_id", "id"), "update"),
        writes_only_at_the_house("citizens_wishes", CHILD, "insert", "update"),
        writes_only_at_the_house("citizens_consent", CHILD, "insert", "update"),
        writes_only_at_the_house("citizens_disclosure", CHILD, "insert", "update"),
        definer(
            "app.break_glass(made uuid, of_citizen uuid, why text)",
            "void",
            BREAK_GLASS,
            language="plpgsql",
            traits="VOLATILE",
        ),
        definer("app.breakglass_gate()", "trigger", GATE, language="plpgsql", traits="VOLATILE"),
        trigger("citizens_breakglass", "gate", "BEFORE UPDATE", "app.breakglass_gate"),
    ]
