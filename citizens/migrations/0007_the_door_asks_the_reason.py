"""The one door asks for the reason: nobody else writes one, and an erasure may empty it. It opens for reading only."""

from django.db import migrations

from access.security import OWN_PROJECTS

BREAK_GLASS = """
CREATE OR REPLACE FUNCTION app.break_glass(made uuid, of_citizen uuid, why text) RETURNS void LANGUAGE plpgsql VOLATILE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
    project bigint;
BEGIN
    IF NOT app.is_secretariat() THEN
        RAISE insufficient_privilege USING MESSAGE = 'not of the secretariat';
    END IF;
    PERFORM FROM accounts_user u WHERE u.id = app.uid() FOR NO KEY UPDATE;
    IF length(trim(why)) < 20 THEN
        RAISE check_violation USING CONSTRAINT = 'an_emergency_has_a_reason', MESSAGE = 'no reason';
    END IF;
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
$body$
"""
HOUSE_CITIZENS = "ANY(ARRAY(SELECT app.house_citizens()))"
MAY_ATTACH = f"""(citizen_id = {HOUSE_CITIZENS}
    OR EXISTS (SELECT FROM citizens_citizen c WHERE c.id = citizen_id AND c.project_id = {OWN_PROJECTS}))"""
POLICIES = f"""
ALTER POLICY scope_insert ON citizens_attachment WITH CHECK ({MAY_ATTACH});
ALTER POLICY scope_update ON citizens_attachment USING ({MAY_ATTACH} AND until_on IS NULL) WITH CHECK ({MAY_ATTACH});
ALTER POLICY scope_insert ON citizens_consent
    WITH CHECK ((project_id = {OWN_PROJECTS} OR citizen_id = {HOUSE_CITIZENS})
        AND witnessed_by_id = (SELECT app.uid()) AND withdrawn_at IS NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("citizens", "0006_breaking_the_glass")]

    operations = [
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
        migrations.RunSQL(BREAK_GLASS, migrations.RunSQL.noop),
        migrations.RemoveConstraint("breakglass", "an_emergency_has_a_reason"),
    ]
