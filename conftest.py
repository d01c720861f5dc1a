"""What every test stands on: the app's own database login, the cast, and real commits where a test asks for them."""

import os
import shutil
from collections import Counter
from contextlib import contextmanager
from datetime import time
from urllib.parse import urlsplit

import environ
import pytest
from django.core.management import call_command
from django.db import connection, connections, transaction

from weshelter.tests import cookies, databases, once, people, served_files  # noqa: F401  two change what tests begin with

env = environ.Env()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items) -> None:
    """Side by side the files that take longest come first, with a browser and then with many tests."""
    if hasattr(config, "workerinput"):
        slow, number = {one.path for one in items if "browser" in one.fixturenames}, Counter(one.path for one in items)
        items.sort(key=lambda one: (one.path not in slow, -number[one.path], one.path))


def log_in_to_database(login: str) -> None:
    """Go on as another of the three logins: "app", "owner" or "jobs"; a server's other threads stay the app."""
    names = {"app": "DATABASE_URL", "owner": "DATABASE_OWNER_URL", "jobs": "DATABASE_JOBS_URL"}
    config = env.db_url(names[login])
    if connection.settings_dict["USER"] != config["USER"]:
        connection.close()
        connection.settings_dict = connection.settings_dict | {k: config[k] for k in ("USER", "PASSWORD")}


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker):
    """The owner makes the test database; every test then runs as the app, under row security."""
    name = f"test_{os.getpid()}"  # two runs at once do not meet
    with django_db_blocker.unblock():
        databases.make(name)
        config = env.db_url("DATABASE_URL")
        connection.close()
        connection.settings_dict.update(USER=config["USER"], PASSWORD=config["PASSWORD"])
        kept_cast = once.keep("cast", people.create_cast)
    # The browser stays for the whole run and keeps its sockets: a thread of a live server waits at each, with the
    # connection to the database that it had. So here a request gives its connection back when it is answered.
    connections.settings["default"]["CONN_MAX_AGE"] = 0
    yield kept_cast
    with django_db_blocker.unblock():
        log_in_to_database("owner")
        databases.destroy(name)


@pytest.fixture(scope="session", autouse=True)
def by_day():
    """It is never night, and nobody has had a mail today; what is about that says so itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("letters.models.is_night", lambda moment: False)
        patch.setattr("letters.claiming.had_enough", lambda days, today: False)
        patch.setattr("weshelter.digest.had_enough", lambda days, today: False)
        patch.setattr("weshelter.digest.NIGHT_ENDS", time.min)
        yield


@pytest.fixture
def as_login():
    """Change the database login within a test with real commits: `as_login("jobs")`."""
    yield log_in_to_database
    log_in_to_database("app")


@contextmanager
def real_commits(django_db_blocker):
    """Real commits, as in production; afterwards every table is emptied but those that migrations fill."""
    with django_db_blocker.unblock():
        log_in_to_database("app")
        yield
        log_in_to_database("app")
        databases.empty()
        connection.close()


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Real commits for one test."""
    with real_commits(django_db_blocker):
        yield


@pytest.fixture(scope="module")
def committed_for_all(django_db_setup, django_db_blocker):
    """Real commits for what all tests of a module look at; gives the way to another login."""
    with real_commits(django_db_blocker):
        yield log_in_to_database


@pytest.fixture
def cast(db, django_db_setup):
    """Two houses with everybody who works there; see weshelter/tests/people.py."""
    return once.laid(django_db_setup)


@pytest.fixture(scope="module")
def cast_for_all(django_db_setup, django_db_blocker):
    """The same for all tests of a module, with what it makes of them: whatever a test changes, its `db` takes back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield once.laid(django_db_setup)
        transaction.set_rollback(True)


@pytest.fixture
def committed_cast(committed, django_db_setup):
    """The same with real commits."""
    return once.laid(django_db_setup)


@pytest.fixture
def as_it_was(as_login):
    """The tables of an app as they were at a migration; afterwards they are as they are."""

    def migrate(*to: str) -> None:
        as_login("owner")
        call_command("migrate", *to, verbosity=0)
        as_login("app")

    yield migrate
    migrate()


@pytest.fixture(scope="session")
def playwright(playwright):
    """Its loop runs in the tests' own thread, and as long Django keeps another connection for that thread.

    It is closed before the loop ends: nobody would find it afterwards, and the database could not be dropped.
    """
    yield playwright
    connection.close()


# The quickest first: the shell draws no tabs, toolbars or search box around a page that nobody sees.
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
# A window's own search box is a page of Chromium's, and a process beside each of ours: half of what a context takes. Of
# several lists of features the last one holds, so what else Playwright leaves out stands here as well.
WITHOUT = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Debian's Chromium, without its windows where that is installed; Playwright's own cannot be fetched everywhere."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI must run the browser tests: install chromium")
        pytest.skip("no Chromium found: install it (Debian: apt install chromium) to run the browser tests")
    quiet = [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        f"--disable-features={','.join(WITHOUT)}",
    ]
    sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": path, "args": [*sandbox, *quiet]}


@contextmanager
def serving():
    """The site on a port of its own; gives its address, and what must be set for it."""
    from pytest_django.live_server_helper import LiveServer

    from weshelter.tests.browsing import close_windows

    server = LiveServer("localhost")
    hosts = ["testserver", urlsplit(server.url).netloc]
    yield server.url, {"ALLOWED_HOSTS": ["testserver", "localhost"], "HOSTS": hosts, "SITE_URL": server.url}
    close_windows(server.url)
    server.stop()


@pytest.fixture
def site(committed, settings):
    """The site with real commits. Set by the fixture that tests set things by: two kinds of taking back would cross."""
    with serving() as (address, needed):
        for name, value in needed.items():
            setattr(settings, name, value)
        yield address


@pytest.fixture(scope="module")
def site_for_all(committed_for_all):
    """One site for all tests of a module, with what they all look at."""
    from django.test import override_settings

    with serving() as (address, needed), override_settings(**needed):
        yield address


@pytest.fixture
def mailbox(committed, as_login):
    """The letters on their way, with their texts; only the background login may read them, after a real commit."""
    from letters.models import MessageBody

    def read() -> list[MessageBody]:
        as_login("jobs")
        letters = list(MessageBody.objects.select_related("message").order_by("message__made_at"))
        as_login("app")
        return letters

    return read
