"""The first meeting stands in the volunteer's own calendar: the link of the feed reads its date, and no pair."""

from django.db import migrations

from access.security import definer

# Whoever stops before the first meeting was held does not meet: the date stays, and says that it is called off.
IN_FEED = """
    SELECT f.match_id, f.starts_at, f.place, f.changes::integer, m.started_on IS NULL AND m.state IN ('ending', 'ended')
    FROM matching_firstmeeting f JOIN matching_match m ON m.id = f.match_id
    WHERE m.volunteer_id = (SELECT app.link_volunteer('feed')) AND f.starts_at > since
"""
COLUMNS = "match_id uuid, starts_at timestamptz, place text, changes integer, is_called_off boolean"


class Migration(migrations.Migration):
    dependencies = [("matching", "0009_a_house_is_looked_up_by_index"), ("access", "0008_feed_links")]

    operations = [definer("app.first_meetings_in_feed(since timestamptz)", f"TABLE ({COLUMNS})", IN_FEED)]
