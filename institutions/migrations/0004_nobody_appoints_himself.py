"""Nobody appoints himself: a membership is given by somebody else, or break-glass could be gone round."""

from django.db import migrations

POLICIES = """
ALTER POLICY scope_insert ON institutions_membership
    WITH CHECK ((SELECT app.is_secretariat()) AND user_id <> (SELECT app.uid()));
ALTER POLICY scope_update ON institutions_membership
    USING ((SELECT app.is_secretariat()) AND user_id <> (SELECT app.uid()))
    WITH CHECK ((SELECT app.is_secretariat()) AND user_id <> (SELECT app.uid()));
"""


class Migration(migrations.Migration):
    dependencies = [("institutions", "0003_history")]

    operations = [migrations.RunSQL(POLICIES, migrations.RunSQL.noop)]
