"""Whose round it is, whose the weights are, and the weights that hold until the secretariat makes others."""

from django.db import migrations

from access.security import SECRETARIAT, secure

SIGNED_IN = "(SELECT app.uid()) IS NOT NULL"
OWN = "owner_id = (SELECT app.uid())"
OF_OWN = "round_id = ANY(ARRAY(SELECT r.id FROM matching_matchround r WHERE r.owner_id = (SELECT app.uid())))"
FIRST_WEIGHTS = """
    INSERT INTO matching_weightset
        (fits, wishes, interests, times, near, language, age, experience, waiting, made_at)
    VALUES (20, 4, 3, 2, 3, 1, 5, 4, 1, now())
"""


class Migration(migrations.Migration):
    dependencies = [("matching", "0005_match_rounds")]

    operations = [
        secure("matching_weightset", select=SIGNED_IN, insert=f"{SECRETARIAT} AND made_by_id = (SELECT app.uid())"),
        secure("matching_matchround", select=OWN, insert=OWN, update=OWN),
        secure("matching_roundpair", select=OF_OWN, insert=OF_OWN),
        migrations.RunSQL(FIRST_WEIGHTS, "DELETE FROM matching_weightset"),
    ]
