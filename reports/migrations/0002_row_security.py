"""Figures: read by those whose houses they are of, written by the jobs login alone and never deleted."""

from django.db import migrations

from access.security import definer, secure

HOUSES = """
    SELECT i.id FROM institutions_institution i WHERE app.is_secretariat()
    UNION SELECT app.own_houses()
    UNION SELECT p.institution_id FROM institutions_project p WHERE p.id IN (SELECT app.own_projects())
"""


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_figures"), ("institutions", "0002_row_security")]

    operations = [
        definer("app.houses_with_figures()", "SETOF bigint", HOUSES),
        secure(
            "reports_figure",
            select="institution_id = ANY(ARRAY(SELECT app.houses_with_figures()))",
            jobs="SELECT, INSERT, UPDATE",
        ),
    ]
