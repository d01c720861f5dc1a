"""One more task that the app's login may ask for: a change of access takes effect, a day after two have agreed on it."""

from django.db import migrations

# The one list, as a whole: the path of each task, and about how few and how many rows.
MAY_BE_ASKED = """
CREATE OR REPLACE FUNCTION app.may_be_asked(task text, about uuid[]) RETURNS boolean LANGUAGE sql STABLE
    SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
    SELECT array_position(about, NULL) IS NULL AND EXISTS (
        SELECT FROM (VALUES
            ('accounts.tasks.bring_about', 1, 1),
            ('citizens.tasks.tell_of_emergency', 1, 101),
            ('matching.tasks.make_round', 1, 1),
            ('volunteers.tasks.write_offers', 0, 0),
            ('volunteers.tasks.write_new_links', 0, 100)
        ) AS known (path, least, most)
        WHERE path = task AND cardinality(about) BETWEEN least AND most)
$body$
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0011_links_about_a_login")]

    operations = [migrations.RunSQL(MAY_BE_ASKED, migrations.RunSQL.noop)]
