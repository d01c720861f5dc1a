"""The weights that hold until the secretariat makes others."""

from django.db import migrations

FIRST_WEIGHTS = """
INSERT INTO matching_weightset
        (fits, wishes, interests, times, near, language, age, experience, waiting, made_at)
    VALUES (20, 4, 3, 2, 3, 1, 5, 4, 1, now())
"""


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0003_keys"),
    ]

    operations = [migrations.RunSQL(FIRST_WEIGHTS, "DELETE FROM matching_weightset")]
