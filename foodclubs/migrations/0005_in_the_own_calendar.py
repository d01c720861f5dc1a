"""One's tasks stand in one's own calendar: the link of the feed shows them too."""

from django.db import migrations

EVENINGS_BY_LINK = """
CREATE OR REPLACE FUNCTION app.evenings_by_link() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $body$
    SELECT app.link_object('duty')
    UNION
    SELECT d.evening_id FROM foodclubs_duty d WHERE d.volunteer_id = app.link_volunteer('own_page', 'duty', 'feed')
$body$
"""
OWN_DUTIES = """
ALTER POLICY by_link_select ON foodclubs_duty
    USING (volunteer_id = (SELECT app.link_volunteer('own_page', 'duty', 'feed')))
"""


class Migration(migrations.Migration):
    dependencies = [
        ("foodclubs", "0004_who_is_asked_and_who_is_on_the_list"),
        ("access", "0008_feed_links"),
    ]

    operations = [
        migrations.RunSQL(EVENINGS_BY_LINK, migrations.RunSQL.noop),
        migrations.RunSQL(OWN_DUTIES, migrations.RunSQL.noop),
    ]
