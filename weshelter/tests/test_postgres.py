"""The launcher of our own PostgreSQL: who logs in where, where it lies, and that it comes and goes."""

import os
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg2
import pytest

from weshelter import postgres, postgres_home
from weshelter.postgres_server import Server

JOIN = "from weshelter import postgres; from pathlib import Path; import os, sys, time\n"
JOIN += "with postgres.running('tests', checkout=Path(sys.argv[1])): "


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A checkout whose path has a blank and which the server's account can reach, as it can most."""
    folder = tmp_path_factory.mktemp("with a blank")
    yield folder
    postgres.Cluster("tests", folder).remove()


@pytest.fixture
def tmp_checkout(tmp_path):
    """A checkout for one test; under pytest's own closed folder, so that root's data lies elsewhere."""
    yield tmp_path
    for state in tmp_path.glob("**/.pgdata/*/start.lock"):
        postgres.Cluster(state.parent.name, state.parents[2]).remove()


@pytest.fixture
def no_database(monkeypatch):
    """The environment of a person who has set nothing."""
    for name in postgres.URLS:
        monkeypatch.delenv(name, raising=False)


def server_of(checkout):
    return postgres.Cluster("tests", checkout).server


@contextmanager
def command(checkout, what):
    """Another command of the same checkout, as a process of its own; it has printed its first line."""
    root = str(postgres.CHECKOUT)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": root}
    program = [sys.executable, "-c", JOIN + what, str(checkout)]
    with subprocess.Popen(program, env=environment, stdout=subprocess.PIPE, text=True) as process:
        process.first_line = process.stdout.readline().strip()
        yield process
        process.kill()


def ask(url, question="SELECT current_user"):
    connection = psycopg2.connect(url)
    try:
        with connection.cursor() as cursor:
            cursor.execute(question)
            return cursor.fetchone()[0]
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("line", "login"),
    [
        ("manage.py migrate --verbosity=0", "owner"),
        ("manage.py fill", "owner"),
        ("manage.py makemigrations --check", "owner"),
        ("manage.py work", "jobs"),
        ("manage.py run_due_jobs", "jobs"),
        ("manage.py keys rotate", "jobs"),
        ("manage.py runserver", "app"),
        ("manage.py cast", "app"),
        ("manage.py shell migrate", "app"),
        ("manage.py", "app"),
    ],
)
def test_a_command_has_the_login_its_work_needs(line, login):
    assert postgres.login_for(line.split()) == login


def test_a_database_that_is_named_is_used_and_nothing_is_started(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://elsewhere/site")

    with postgres.running(checkout=tmp_path):
        url = os.environ["DATABASE_URL"]

    assert (url, list(tmp_path.iterdir())) == ("postgres://elsewhere/site", [])


def test_the_keys_are_made_once_and_kept_from_others(tmp_checkout):
    first = postgres.secrets("site", checkout=tmp_checkout)

    again = postgres.secrets("site", checkout=tmp_checkout)

    assert again == first
    assert (tmp_checkout / ".pgdata/site/state.json").stat().st_mode & 0o777 == 0o600


def test_what_is_remembered_about_a_cluster_is_read_again(tmp_checkout):
    postgres.remember("site", checkout=tmp_checkout, demo={"day": "2026-11-23"})

    assert postgres.secrets("site", checkout=tmp_checkout)["demo"] == {"day": "2026-11-23"}


def test_only_a_url_with_our_port_login_and_password_is_embedded(tmp_checkout):
    postgres.remember("site", checkout=tmp_checkout, port=5999, passwords={"app": "a", "owner": "b", "jobs": "c"})

    def embedded(url):
        return postgres.is_embedded(url, checkout=tmp_checkout)

    assert embedded("postgres://ws_app:a@127.0.0.1:5999/weshelter")
    assert embedded("postgres://ws_owner:b@127.0.0.1:5999/test_weshelter")
    assert not embedded("postgres://ws_app:wrong@127.0.0.1:5999/weshelter")
    assert not embedded("postgres://ws_app:a@127.0.0.1:5998/weshelter")
    assert not embedded("postgres://ws_app:a@db.example.org:5999/weshelter")
    assert not embedded("postgres://postgres:a@127.0.0.1:5999/weshelter")
    assert not embedded("")


def test_two_checkouts_have_different_private_folders(tmp_path):
    one = postgres_home.private_folder(Path("/srv/one"), tmp_path)
    two = postgres_home.private_folder(Path("/srv/two"), tmp_path)

    assert one != two
    assert one == postgres_home.private_folder(Path("/srv/one"), tmp_path)
    assert one.stat().st_mode & 0o027 == 0


@pytest.mark.parametrize("trap", ["a link", "a file", "open to others"])
def test_a_private_folder_that_is_not_ours_is_refused(tmp_path, trap):
    folder = postgres_home.private_folder(Path("/srv/site"), tmp_path)
    folder.chmod(0o777)
    if trap != "open to others":
        folder.rmdir()
    if trap == "a link":
        folder.symlink_to(tmp_path)
    elif trap == "a file":
        folder.touch()

    with pytest.raises(SystemExit, match="not the folder this program made"):
        postgres_home.private_folder(Path("/srv/site"), tmp_path)


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user's server runs as that user")
def test_as_root_a_closed_checkout_keeps_its_data_elsewhere_and_stays_closed(tmp_checkout):
    closed = tmp_checkout / "closed"
    closed.mkdir(mode=0o700)

    home = postgres.Cluster("site", closed).server.home

    assert home.parent.parent == Path("/var/tmp")
    assert closed.stat().st_mode & 0o777 == 0o700


def test_without_a_server_one_sentence_says_what_to_do(tmp_path):
    with pytest.raises(SystemExit, match="No PostgreSQL 15 or newer was found"):
        postgres_home.programs(tmp_path, places=[tmp_path / "nothing here"])


def test_a_cluster_of_another_version_is_left_alone_and_named(tmp_checkout):
    server = server_of(tmp_checkout)
    server.data.mkdir(parents=True)
    (server.data / "PG_VERSION").write_text("14\n")

    with pytest.raises(SystemExit, match="made by PostgreSQL 14"):
        server.make("password")

    assert server.data.exists()


@pytest.mark.usefixtures("no_database")
def test_the_three_logins_get_in_and_nobody_else(checkout):
    with postgres.running("tests", checkout=checkout):
        urls = [os.environ[name] for name in postgres.URLS]
        users = [ask(url) for url in urls]
        with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
            ask(urls[0].replace("ws_app:", "ws_app:x"))
        powers = "SELECT rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
        above_the_rules = [ask(url, powers) for url in urls]

    assert users == ["ws_app", "ws_owner", "ws_jobs"]
    assert above_the_rules == [False, False, False]
    assert not server_of(checkout).postmaster().pid
    assert "DATABASE_URL" not in os.environ


@pytest.mark.usefixtures("no_database")
def test_what_roles_may_do_holds_in_a_new_database_too(checkout):
    with postgres.running("tests", checkout=checkout):
        owner = psycopg2.connect(os.environ["DATABASE_OWNER_URL"])
        owner.autocommit = True
        owner.cursor().execute("CREATE DATABASE test_new")
        owner.close()
        urls = [os.environ[name] for name in postgres.URLS]
        may = "SELECT has_schema_privilege('public', 'CREATE')"
        site = [ask(url, may) for url in urls]
        new = [ask(url.replace("/weshelter", "/test_new"), may) for url in urls]

    assert new == site == [False, True, False]


@pytest.mark.usefixtures("no_database")
def test_a_second_command_joins_and_the_last_one_out_stops_the_server(checkout):
    stay = "print(os.environ['DATABASE_URL'], flush=True); time.sleep(0.5)"
    with ExitStack() as end:
        with postgres.running("tests", checkout=checkout):
            ours = server_of(checkout).postmaster()
            other = end.enter_context(command(checkout, stay))
            assert other.first_line == os.environ["DATABASE_URL"]

        assert server_of(checkout).postmaster() == ours
        assert other.wait(10) == 0
        assert not server_of(checkout).postmaster().pid


@pytest.mark.usefixtures("no_database")
def test_the_server_of_a_killed_command_is_taken_over(checkout):
    with command(checkout, "print('up', flush=True); time.sleep(60)") as killed:
        left = server_of(checkout).postmaster()
        killed.kill()

    with postgres.running("tests", checkout=checkout):
        assert server_of(checkout).postmaster() == left

    assert not server_of(checkout).postmaster().pid


@pytest.mark.usefixtures("no_database")
def test_a_process_id_left_behind_that_is_now_another_program_is_no_obstacle(checkout):
    data = server_of(checkout).data
    (data / "postmaster.pid").write_text(f"{os.getpid()}\n{data}\n0\n5432\n\n127.0.0.1\n0 0\nready\n")

    with postgres.running("tests", checkout=checkout):
        assert ask(os.environ["DATABASE_URL"]) == "ws_app"


def test_sigterm_stops_the_server_too(checkout):
    with command(checkout, "print('up', flush=True); time.sleep(60)") as asked:
        asked.terminate()

        assert asked.wait(10) == 128 + signal.SIGTERM
    assert not server_of(checkout).postmaster().pid


def test_a_server_that_cannot_start_says_why(tmp_path):
    home = tmp_path / "home"
    (home / "data").mkdir(parents=True)
    server = Server(tmp_path, home, tmp_path / "server.log", [])

    with pytest.raises(SystemExit, match="did not start"):
        server.start()
