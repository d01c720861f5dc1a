"""Who sees which citizen, and the one way to register one."""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_PROJECTS, PROGRAMME_PROJECTS, definer, same_project, secure

ATTACHED = """
    SELECT a.citizen_id FROM citizens_attachment a
    WHERE a.institution_id IN (SELECT app.own_houses())
        AND a.from_on <= app.today() AND (a.until_on IS NULL OR a.until_on >= app.today())
"""
CHILD = f"project_id = {OWN_PROJECTS} OR citizen_id = {ATTACHED_CITIZENS}"
# The condition on an attachment asks the citizen's row, which has its own policy.
SEES_CITIZEN = "EXISTS (SELECT FROM citizens_citizen c WHERE c.id = citizen_id)"

REGISTER = """
DECLARE
    house bigint;
    made uuid := gen_random_uuid();
BEGIN
    SELECT p.institution_id INTO house FROM institutions_project p WHERE p.id = in_project AND p.kind = 'friends'
        AND (p.id IN (SELECT app.own_projects()) OR p.institution_id IN (SELECT app.own_houses()));
    IF house IS NULL THEN
        RAISE check_violation USING CONSTRAINT = 'a_citizen_is_registered_in_own_scope', MESSAGE = 'outside the scope';
    END IF;
    INSERT INTO citizens_citizen (id, project_id, number, called_name, reach, registered_at)
    VALUES (made, in_project, nextval('app.citizen_number'), called_name, reach, now());
    INSERT INTO citizens_attachment (id, citizen_id, institution_id, kind, from_on)
    VALUES (gen_random_uuid(), made, house, attachment_kind, app.today());
    RETURN made;
END
"""


class Migration(migrations.Migration):
    dependencies = [("citizens", "0001_citizens"), ("institutions", "0002_row_security")]

    operations = [
        migrations.RunSQL("CREATE SEQUENCE app.citizen_number", "DROP SEQUENCE app.citizen_number"),
        definer("app.attached_citizens()", "SETOF uuid", ATTACHED),
        secure(
            "citizens_citizen",
            select=f"project_id = {PROGRAMME_PROJECTS} OR id = {ATTACHED_CITIZENS}",
            update=f"project_id = {OWN_PROJECTS} OR id = {ATTACHED_CITIZENS}",
            update_columns="called_name, reach",
        ),
        secure(
            "citizens_attachment",
            select=SEES_CITIZEN,
            insert=SEES_CITIZEN,
            update=SEES_CITIZEN,
            update_columns="until_on",
        ),
        secure("citizens_wishes", select=CHILD, insert=CHILD, update=CHILD),
        secure("citizens_consent", select=CHILD, insert=CHILD, update=CHILD, update_columns="withdrawn_at"),
        secure("citizens_disclosure", select=CHILD, insert=CHILD, update=CHILD, update_columns="answer, words"),
        same_project("citizens_wishes", "citizens_citizen", "citizen_id"),
        same_project("citizens_consent", "citizens_citizen", "citizen_id"),
        same_project("citizens_disclosure", "citizens_citizen", "citizen_id"),
        definer(
            "app.register_citizen(in_project bigint, called_name text, reach text, attachment_kind text)",
            "uuid",
            REGISTER,
            language="plpgsql",
            traits="VOLATILE",
        ),
    ]
