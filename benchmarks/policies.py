"""What row security costs: the pages' own queries with it, beside the same ones as the owner, whom it hides nothing.

    DATABASE_LOGIN=app python -m benchmarks.policies

On a site filled by `manage.py fill`; both ways in one run, in turn, the median of the database's own times (EXPLAIN
ANALYZE) after one that warms up. Of a coordinator, a lead and Frivilligindsatsen: pages of lists, and one row.
"""

import os
import statistics
import sys

import django
import psycopg2

RUNS = 9


def main() -> None:
    """Print a table: who, what, rows, ms with row security, ms without, and how many times that is."""
    from weshelter import postgres

    with postgres.running("site"):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "weshelter.settings")
        sys.argv = ["manage.py", "shell"]
        import manage

        manage.be_the_demo()
        django.setup()
        measure()


def measure() -> None:
    """Each query of each user, with and without."""
    users = people()
    app, owner = psycopg2.connect(os.environ["DATABASE_URL"]), psycopg2.connect(os.environ["DATABASE_OWNER_URL"])
    owner.autocommit = True
    owner.cursor().execute("VACUUM ANALYZE")  # as autovacuum leaves it, a while after the fill
    owner.autocommit = False
    for who, user in users.items():
        for what, (sql, values) in queries(user).items():
            times: dict[str, list[float]] = {"with": [], "without": []}
            for _run in range(RUNS + 1):
                times["with"].append(explained(app, sql, values, user))
                times["without"].append(explained(owner, sql, values, user))
            with_, without = (statistics.median(times[way][1:]) for way in ("with", "without"))
            print(f"{who:<12} {what:<44} {with_:9.2f} {without:9.2f} {with_ / without:6.2f}")


def explained(connection, sql: str, values, user) -> float:
    """How long the database took, in ms, with planning."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.uid', %s, true)", [str(user.pk)])
        cursor.execute(f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", values)
        ((found,),) = cursor.fetchone()
    connection.rollback()
    return found["Execution Time"] + found["Planning Time"]


def people() -> dict:
    """A coordinator of friends, a lead and one of Frivilligindsatsen, of those who were filled in."""
    from access.context import acting
    from accounts.models import User
    from institutions.models import Membership

    with acting(user=User.objects.filter(is_secretariat=True, is_active=True).first()):
        running = Membership.objects.filter(until_on=None)
        return {
            "coordinator": running.filter(role="coordinator", project__kind="friends").first().user,
            "lead": running.filter(role="lead").first().user,
            "secretariat": User.objects.filter(is_secretariat=True, is_active=True).first(),
        }


def queries(user) -> dict:
    """As the pages ask them."""
    from access.context import acting
    from citizens.models import Citizen
    from matching.models import Match
    from screening.models import Reference
    from volunteers.models import Assignment, Requirement, Volunteer

    with acting(user=user):
        volunteers = Volunteer.objects.visible_to(user)
        citizens = Citizen.objects.visible_to(user)
        matches = Match.objects.visible_to(user)
        volunteer, citizen = volunteers.order_by("pk").first(), citizens.order_by("pk").first()
        fifty = list(volunteers.order_by("sorted_as", "pk").values_list("pk", flat=True)[:51])
        asked = {
            "volunteers by name, a page": volunteers.order_by("sorted_as", "pk")[:51],
            "volunteers who wait, a page": volunteers.filter(state="applied").order_by("applied_at", "pk")[:51],
            "one volunteer": volunteers.filter(pk=volunteer.pk),
            "one volunteer's assignments": Assignment.objects.visible_to(user).filter(volunteer=volunteer),
            "assignments of 51 volunteers": Assignment.objects.visible_to(user).filter(volunteer__in=fifty),
            "references of 51 volunteers": Reference.objects.visible_to(user).filter(volunteer__in=fifty),
            "what is asked of 51 volunteers": (
                Requirement.objects.visible_to(user).filter(assignment__volunteer__in=fifty)
            ),
            "one citizen": citizens.filter(pk=citizen.pk),
        }
        if user.is_secretariat:
            asked["citizens by number, a page"] = citizens.order_by("number")[:51]
        else:
            match = matches.order_by("pk").first()
            asked |= {
                "citizens by name, a page": citizens.for_list().order_by("known_as__sorted_as", "pk")[:51],
                "matches, a page": matches.for_list().order_by("-proposed_at", "pk")[:51],
                "one match": matches.for_list().filter(pk=match.pk),
            }
        return {what: rows.query.sql_with_params() for what, rows in asked.items()}


if __name__ == "__main__":
    main()
