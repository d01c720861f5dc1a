"""A consent is heard by who writes it down and taken back once; whoever sees a citizen does not by that attach him."""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_PROJECTS, definer, trigger

MAY_ATTACH = f"""(citizen_id = {ATTACHED_CITIZENS}
    OR EXISTS (SELECT FROM citizens_citizen c WHERE c.id = citizen_id AND c.project_id = {OWN_PROJECTS}))"""

POLICIES = f"""
ALTER POLICY scope_insert ON citizens_attachment WITH CHECK ({MAY_ATTACH});
ALTER POLICY scope_update ON citizens_attachment USING ({MAY_ATTACH} AND until_on IS NULL) WITH CHECK ({MAY_ATTACH});
ALTER POLICY scope_insert ON citizens_consent
    WITH CHECK ((project_id = {OWN_PROJECTS} OR citizen_id = {ATTACHED_CITIZENS})
        AND witnessed_by_id = (SELECT app.uid()) AND withdrawn_at IS NULL);
"""

ONCE = """
BEGIN
    IF OLD.withdrawn_at IS NOT NULL AND NEW.withdrawn_at IS DISTINCT FROM OLD.withdrawn_at THEN
        RAISE check_violation USING CONSTRAINT = 'a_consent_is_withdrawn_once', MESSAGE = 'withdrawn already';
    END IF;
    RETURN NEW;
END
"""


class Migration(migrations.Migration):
    dependencies = [("citizens", "0003_history")]

    operations = [
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
        definer("app.consent_is_withdrawn_once()", "trigger", ONCE, language="plpgsql", traits="VOLATILE"),
        trigger("citizens_consent", "once", "BEFORE UPDATE", "app.consent_is_withdrawn_once"),
    ]
