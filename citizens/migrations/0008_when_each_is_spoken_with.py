"""Whoever waits already is spoken with within six weeks of what was said last."""

from django.db import migrations

BY = "UPDATE citizens_wishes SET speak_on = said_on + 42 WHERE wants_friend"


class Migration(migrations.Migration):
    dependencies = [("citizens", "0007_spoken_with_while_waiting")]

    operations = [migrations.RunSQL(BY, migrations.RunSQL.noop)]
