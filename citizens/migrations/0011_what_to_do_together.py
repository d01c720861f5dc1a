"""What the citizen would like to do with a friend, apart from what else he or she likes.

Until now the form asked only the first, so that is what was answered.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models

APART = "UPDATE citizens_wishes SET together = interests, interests = '{}' WHERE interests <> '{}'"
AS_ONE = """
UPDATE citizens_wishes SET interests = ARRAY(
    SELECT one FROM unnest(together || interests) WITH ORDINALITY AS ticked (one, place) GROUP BY one ORDER BY min(place))
WHERE together <> '{}'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("citizens", "0010_row_security_of_homes"),
    ]

    operations = [
        migrations.AddField(
            model_name="wishes",
            name="together",
            field=ArrayField(
                models.CharField(max_length=30), blank=True, default=list, verbose_name="would like to do together"
            ),
        ),
        migrations.RunSQL(APART, AS_ONE),
    ]
