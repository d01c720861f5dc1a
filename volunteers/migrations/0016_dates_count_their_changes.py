"""A date that is moved, given back or taken again counts it, so that the calendars which have it take the change."""

from django.db import migrations, models

from access.security import plpgsql

COUNT = """
BEGIN
    NEW.changes := OLD.changes + 1;
    RETURN NEW;
END
"""
MOVED = "(OLD.title, OLD.starts_at, OLD.ends_at, OLD.place) IS DISTINCT FROM (NEW.title, NEW.starts_at, NEW.ends_at, NEW.place)"
WHEN = {"volunteers_gathering": MOVED, "volunteers_attendance": "OLD.state <> NEW.state"}


class Migration(migrations.Migration):
    dependencies = [("volunteers", "0015_the_conversation_among_ones_dates")]

    operations = [
        *(
            migrations.AddField(
                model, "changes", models.PositiveSmallIntegerField(db_default=0, default=0, editable=False)
            )
            for model in ("gathering", "attendance")
        ),
        plpgsql("app.count_change()", "trigger", COUNT),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER changes BEFORE UPDATE ON {table} FOR EACH ROW"
                f" WHEN ({when}) EXECUTE FUNCTION app.count_change()",
                f"DROP TRIGGER changes ON {table}",
            )
            for table, when in WHEN.items()
        ),
    ]
