"""A task given back or taken again counts it, as places on courses do; an evening is never moved, only called off."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("foodclubs", "0005_in_the_own_calendar"),
        ("volunteers", "0016_dates_count_their_changes"),
    ]

    operations = [
        migrations.AddField(
            "duty", "changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)
        ),
        migrations.RunSQL(
            "CREATE TRIGGER changes BEFORE UPDATE ON foodclubs_duty FOR EACH ROW"
            " WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION app.count_change()",
            "DROP TRIGGER changes ON foodclubs_duty",
        ),
    ]
