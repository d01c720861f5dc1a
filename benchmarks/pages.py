"""What a page takes beside the floor: a minimal Django view with a session and three queries, of 50 rows or of one.

    python -m benchmarks.pages            all pages
    python -m benchmarks.pages a citizen  those whose name begins so, and where their time goes

On the demo's site, filled by `manage.py fill`: requests of Django's test client as the app's login, under row security
and behind the whole middleware, without debugging. All pages and the floors take turns in one run; a figure is the median
of a page's requests after two that warm up: processor time of the web process, and of the database's one beside it.
"""

import cProfile
import os
import pstats
import statistics
import sys
import time
from pathlib import Path

RUNS = 25
FLOOR_OF_ROWS, FLOOR_OF_ONE = "the floor of 50 rows", "the floor of one"
LOGINS = {"coordinator": "koordinator-1-1-1", "lead": "ansvarlig-1-1"}


def main(beginning: str = "") -> None:
    """Print a table: the page, how often it is the floor, its milliseconds, queries and size."""
    from weshelter import postgres

    os.environ |= {"DATABASE_LOGIN": "app", "DJANGO_SETTINGS_MODULE": "weshelter.settings"}
    with postgres.running("site"):
        import django

        import manage

        manage.be_the_demo()
        django.setup()
        from django.core.management import call_command

        call_command("collectstatic", interactive=False, verbosity=0)
        measure(beginning)


def measure(beginning: str) -> None:
    """The floor and each page in turn, as often as RUNS says."""
    from benchmarks import floor

    browsers = {who: Browser(signed_in(f"{login}@example.org")) for who, login in LOGINS.items()}
    plain = Browser(signed_in(f"{LOGINS['coordinator']}@example.org"), floor.MIDDLEWARE)
    asked = {FLOOR_OF_ROWS: (plain, "/50/"), FLOOR_OF_ONE: (plain, "/1/")}
    asked |= {
        name: (browsers[who], address)
        for who in LOGINS
        for name, address in addresses(who).items()
        if name.startswith(beginning)
    }
    found: dict[str, list[Figures]] = {name: [] for name in asked}
    for _run in range(RUNS + 2):
        for name, (browser, address) in asked.items():
            found[name].append(browser.measured(address))
    report({name: Figures.median(figures[2:]) for name, figures in found.items()})
    if beginning and "PROFILE" in os.environ:
        for name in list(asked)[2:]:
            profile(name, *asked[name])


def report(found: dict) -> None:
    """Ratios first: milliseconds are another machine's. In brackets the database's, which has none."""
    print(f"{'':<24}{'times the floor':>16}{'ms':>8}{'(database)':>12}{'queries':>9}{'kB':>6}")
    for name, one in found.items():
        floor = found[FLOOR_OF_ROWS if "list" in name or name == FLOOR_OF_ROWS else FLOOR_OF_ONE]
        times = one.web / floor.web
        print(f"{name:<24}{times:>16.1f}{one.web:>8.1f}{one.database:>12.1f}{one.queries:>9}{one.kb:>6.0f}")


class Figures:
    """One request, or the median of several."""

    def __init__(self, web: float, database: float, queries: int, kb: float) -> None:
        self.web, self.database, self.queries, self.kb = web, database, queries, kb

    @classmethod
    def median(cls, of: list["Figures"]) -> "Figures":
        return cls(
            statistics.median(one.web for one in of),
            statistics.median(one.database for one in of),
            of[-1].queries,
            of[-1].kb,
        )


class Browser:
    """Somebody who is signed in, before the site's middleware or another one."""

    def __init__(self, cookie: str, middleware: list[str] | None = None) -> None:
        from django.conf import settings
        from django.test import Client, override_settings

        self.client = Client(headers={"host": settings.HOSTS[0]})
        self.client.cookies[settings.SESSION_COOKIE_NAME] = cookie
        with override_settings(MIDDLEWARE=middleware or settings.MIDDLEWARE):
            self.client.handler.load_middleware()

    def measured(self, address: str) -> Figures:
        """One request; what is counted are the statements that were sent."""
        from django.db import connection

        sent = Counter()
        database = processor_of_the_database()
        start = time.process_time()
        with connection.execute_wrapper(sent):
            response = self.client.get(address)
        web = time.process_time() - start
        if response.status_code != 200:
            raise SystemExit(f"{address}: {response.status_code}")
        taken = processor_of_the_database() - database
        return Figures(web * 1000, taken * 1000, sent.number, len(response.content) / 1024)


class Counter:
    """How many statements were sent."""

    number = 0

    def __call__(self, execute, sql, params, many, context):
        self.number += 1
        return execute(sql, params, many, context)


def processor_of_the_database() -> float:
    """Seconds of the one process of the database that answers us."""
    from django.db import connection

    connection.ensure_connection()
    pid = connection.connection.info.backend_pid
    return int(Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9


def signed_in(email: str) -> str:
    """The cookie of somebody who is signed in."""
    from importlib import import_module

    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from accounts.models import User

    user = User.objects.get(email=email)
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY], session[HASH_SESSION_KEY] = str(user.pk), user.get_session_auth_hash()
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session["began_at"] = session["seen_at"] = time.time() + 600  # no request of a long run writes it
    session.save()
    return session.secret


def addresses(who: str) -> dict[str, str]:
    """The pages, each with the one of its kind that has the most to show."""
    from django.db.models import Count
    from django.urls import reverse

    from access.context import acting
    from accounts.models import User
    from citizens.models import Citizen
    from foodclubs.models import Evening
    from matching.models import Match
    from volunteers.models import Volunteer

    user = User.objects.get(email=f"{LOGINS[who]}@example.org")
    with acting(user=user):
        citizen = Citizen.objects.known_to(user).filter(matches__state="active").order_by("registered_at").first()
        if who == "lead":
            return {
                "my house": reverse("coordinators:my_house"),
                "list of citizens, a lead's": reverse("citizens:list"),
                "a citizen, a lead's": reverse("coordinators:citizen", args=[citizen.pk]),
            }
        match = Match.objects.known_to(user).get(citizen=citizen, state="active")
        volunteer = Volunteer.objects.screened_by(user).filter(state="ready").order_by("applied_at").first()
        evenings = Evening.objects.known_to(user).order_by()
        fullest = evenings.filter(state="open").annotate(number=Count("signups")).order_by("-number", "starts_at")
        return {
            "list of volunteers": reverse("volunteers:list") + "?tilstand=alle",
            "list of citizens": reverse("citizens:list"),
            "list of matches": reverse("matching:list"),
            "list of evenings": reverse("foodclubs:list") + "?vis=tidligere",
            "desk": reverse("coordinators:desk"),
            "a citizen": reverse("coordinators:citizen", args=[citizen.pk]),
            "a pair": reverse("coordinators:pair", args=[match.pk]),
            "an evening": reverse("foodclubs:evening", args=[fullest.first().pk]),
            "a volunteer": reverse("screening:detail", args=[volunteer.pk]),
        }


def profile(name: str, browser: Browser, address: str) -> None:
    """Where the time of a page goes, in all its calls."""
    profiled = cProfile.Profile()
    for _run in range(10):
        profiled.runcall(browser.client.get, address)
    print(f"\n{name}, ten requests")
    pstats.Stats(profiled).sort_stats("cumulative").print_stats(60)


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
