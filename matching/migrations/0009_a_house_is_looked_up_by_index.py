"""The scopes of a lead are looked up by index: `= ANY(ARRAY(SELECT …))`, and the day is asked once.

`IN (SELECT app.own_houses())` read every attachment and assignment there is, for each table of a query anew: with
100,000 citizens 140 ms a time, for whoever leads no house as well.

Volunteers are read in the order of their list, since the secretariat sees them all: there `IN (SELECT …)` is better.
Each row is looked up in a hash, while an array of 800 was gone through for each of 60,000 rows, 900 ms.
"""

from django.db import migrations

from access.security import ATTACHED_CITIZENS, OWN_HOUSES

OPEN = "('proposed', 'accepted', 'trial', 'active', 'paused', 'ending')"


def in_force(today: str) -> str:
    return f"a.from_on <= {today} AND (a.until_on IS NULL OR a.until_on >= {today})"


def replaced(name: str, body: str) -> str:
    return (
        f"CREATE OR REPLACE FUNCTION {name} RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER"
        f" SET search_path = pg_catalog, public, pg_temp AS $body${body}$body$"
    )


def scopes(houses: str, citizens: str, today: str) -> str:
    at_house = f"SELECT a.citizen_id FROM citizens_attachment a WHERE a.institution_id {houses} AND {in_force(today)}"
    coming = f"""
        SELECT a.volunteer_id FROM volunteers_assignment a JOIN institutions_project p ON p.id = a.project_id
        WHERE p.institution_id {houses} AND {in_force(today)}"""
    friends = f"SELECT m.volunteer_id FROM matching_match m WHERE m.state IN {OPEN} AND m.citizen_id {citizens}"
    bodies = {
        "app.house_citizens()": at_house,
        "app.attached_citizens()": f"{at_house} UNION SELECT app.broken_citizens()",
        "app.house_volunteers()": coming,
        "app.house_friends()": friends,
    }
    return ";\n".join(replaced(name, body) for name, body in bodies.items())


def volunteers_of_a_house(among: str) -> str:
    scope = "project_ids && ARRAY(SELECT app.programme_projects()) OR (SELECT app.is_secretariat())"
    return f"""
        ALTER POLICY scope_select ON volunteers_volunteer
            USING ({scope} OR id {among.format("app.house_volunteers()")});
        ALTER POLICY friends_select ON volunteers_volunteer USING (id {among.format("app.house_friends()")})
    """


class Migration(migrations.Migration):
    dependencies = [
        ("matching", "0008_proposals_in_time_and_first_meetings"),
        ("citizens", "0006_breaking_the_glass"),
        ("volunteers", "0002_row_security"),
    ]

    operations = [
        migrations.RunSQL(
            scopes(f"= {OWN_HOUSES}", f"= {ATTACHED_CITIZENS}", "(SELECT app.today())"),
            scopes("IN (SELECT app.own_houses())", "IN (SELECT app.attached_citizens())", "app.today()"),
        ),
        migrations.RunSQL(
            volunteers_of_a_house("IN (SELECT {})"),
            volunteers_of_a_house("= ANY(ARRAY(SELECT {}))"),
        ),
    ]
