"""Whoever wishes a friend waits since the wish that lives now was first said, as the history tells."""

from django.db import migrations

SINCE = """
UPDATE citizens_wishes w SET waits_since = CASE WHEN w.wants_friend THEN coalesce(
    (SELECT min(e.pgh_created_at) FROM citizens_wishesevent e WHERE e.pgh_obj_id = w.citizen_id AND e.pgh_id > coalesce(
        (SELECT max(no.pgh_id) FROM citizens_wishesevent no WHERE no.pgh_obj_id = w.citizen_id AND NOT no.wants_friend), 0)),
    w.said_on::timestamp AT TIME ZONE 'Europe/Copenhagen') END
"""


class Migration(migrations.Migration):
    dependencies = [("citizens", "0005_waiting_counts_from_the_wish")]

    operations = [migrations.RunSQL(SINCE, migrations.RunSQL.noop)]
