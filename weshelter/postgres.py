"""The PostgreSQL of the demo, of development and of the tests: started when a command needs it.

Production sets DATABASE_URL and never comes past `running()`. Commands of one checkout share a server: the
first starts it, the last one stops it, and one that was left by a killed command is taken over by the next.
Imports nothing of Django: manage.py and the tests call it before Django is set up.
"""

import base64
import fcntl
import hashlib
import json
import os
import shutil
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import urlsplit

from weshelter import postgres_home
from weshelter.postgres_server import Server

CHECKOUT = Path(__file__).resolve().parent.parent
ROLES = Path(__file__).with_name("roles.sql")
DATABASE = "weshelter"
WITNESS = CHECKOUT / ".pgdata" / "site" / "access-log.txt"  # the lines of the demo's access log
URLS = {"DATABASE_URL": "app", "DATABASE_OWNER_URL": "owner", "DATABASE_JOBS_URL": "jobs"}
# The tests' data is thrown away: they need not wait for the disk. What people type in must survive.
SETTINGS = {"tests": ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]}
KEPT = ("passwords", "SECRET_KEY", "MASTER_KEYS")  # when the cluster is made anew
OWNER_COMMANDS = {
    "migrate",
    "makemigrations",
    "fill",
    "invite",
    "change_login",
    "createcachetable",
    "sqlmigrate",
    "showmigrations",
    "test",
}
JOBS_COMMANDS = {
    "work",
    "run_due_jobs",
    "keys",
    "verify_log",
    "replay_erasures",
    "prune_db_task_results",
}


def login_for(argv: Sequence[str]) -> str:
    """Which login a manage.py command uses: owner changes tables, jobs works unattended, app serves."""
    command = argv[1] if len(argv) > 1 else ""
    if command in OWNER_COMMANDS:
        return "owner"
    return "jobs" if command in JOBS_COMMANDS else "app"


def secrets(cluster: str = "site", *, checkout: Path = CHECKOUT) -> dict[str, Any]:
    """What the cluster keeps to itself: its passwords, and the demo's SECRET_KEY and MASTER_KEYS."""
    return Cluster(cluster, checkout).state()


def remember(cluster: str = "site", *, checkout: Path = CHECKOUT, **facts: Any) -> None:
    """Keep facts about the cluster's content beside it; they are forgotten when it is made anew."""
    Cluster(cluster, checkout).remember(**facts)


def is_embedded(url: str, *, checkout: Path = CHECKOUT) -> bool:
    """Whether this URL is one of our own server's: its port, one of its logins and that login's password."""
    asked = urlsplit(url)
    for path in checkout.glob(".pgdata/*/state.json"):
        state = json.loads(path.read_text())
        login = (asked.username or "").removeprefix("ws_")
        known = (asked.hostname, asked.port) == ("127.0.0.1", state.get("port"))
        if known and login in URLS.values() and asked.password == state["passwords"][login]:
            return True
    return False


@contextmanager
def running(cluster: str = "site", *, checkout: Path = CHECKOUT) -> Iterator[None]:
    """Have a database while the block runs: the one DATABASE_URL names, else our own server."""
    if os.environ.get("DATABASE_URL"):
        yield
        return
    shared = Cluster(cluster, checkout)
    with signals_end_it(), shared.used():
        os.environ.update(shared.urls())
        try:
            yield
        finally:
            for name in URLS:
                os.environ.pop(name, None)


@contextmanager
def signals_end_it() -> Iterator[None]:
    """SIGTERM and a closed terminal end a command as Ctrl-C does, so that its server is stopped as well."""

    def leave(number: int, _frame: object) -> None:
        raise SystemExit(128 + number)

    changed = []
    if threading.current_thread() is threading.main_thread():
        changed = [n for n in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(n) is signal.SIG_DFL]
    for number in changed:
        signal.signal(number, leave)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)


class Cluster:
    """One cluster of one checkout: what is kept beside it, and who uses it now."""

    def __init__(self, cluster: str, checkout: Path) -> None:
        checkout = checkout.resolve()
        self.folder = checkout / ".pgdata" / cluster
        try:
            # As root, the server's account passes through; what is secret in there is closed itself.
            mode = 0o711 if postgres_home.account() else 0o700
            for folder in (self.folder.parent, self.folder):
                folder.mkdir(mode=mode, exist_ok=True)
            self.lock_file("start.lock").close()
        except OSError as error:
            raise SystemExit(f"{self.folder} cannot be written ({error.strerror}): who made it?") from None
        home = postgres_home.data_home(checkout, cluster)
        self.server = Server(checkout, home, self.folder / "server.log", SETTINGS.get(cluster, []))

    # What is kept beside the cluster

    def lock_file(self, name: str) -> Any:
        return os.fdopen(os.open(self.folder / name, os.O_RDWR | os.O_CREAT, 0o600), "r+")

    @contextmanager
    def locked(self) -> Iterator[None]:
        """One command at a time starts, stops or describes the server; the lock dies with its holder."""
        with self.lock_file("start.lock") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def state(self) -> dict[str, Any]:
        """The state file's content; at the first start it is made."""
        with self.locked():
            return self.read_state()

    def remember(self, **facts: Any) -> None:
        """Add facts to the state file."""
        with self.locked():
            self.write_state(self.read_state() | facts)

    def read_state(self) -> dict[str, Any]:
        with suppress(FileNotFoundError):
            return json.loads((self.folder / "state.json").read_text())
        state = {
            "passwords": {name: token_urlsafe(24) for name in ("superuser", *URLS.values())},
            "SECRET_KEY": token_urlsafe(50),
            "MASTER_KEYS": base64.urlsafe_b64encode(os.urandom(32)).decode(),
        }
        self.write_state(state)
        return state

    def write_state(self, state: dict[str, Any]) -> None:
        new = self.folder / "state.new"
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(state, file, indent=1)
        new.replace(self.folder / "state.json")

    def urls(self) -> dict[str, str]:
        """The three URLs, as production would set them."""
        state = self.state()
        where = f"127.0.0.1:{state['port']}/{DATABASE}"
        return {name: f"postgres://ws_{login}:{state['passwords'][login]}@{where}" for name, login in URLS.items()}

    # Sharing

    @contextmanager
    def used(self) -> Iterator[None]:
        """Use the server together with the other commands of this checkout; the last one out stops it."""
        with self.lock_file("use.lock") as use:
            with self.locked():
                fcntl.flock(use, fcntl.LOCK_SH)
                self.ensure()
            try:
                yield
            finally:
                with self.locked():
                    try:
                        fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    except BlockingIOError:
                        self.server.leave()
                    else:
                        self.server.stop()

    def ensure(self) -> None:
        """Join the server that runs on this cluster, or make the cluster and start one."""
        state = self.read_state()
        if not state.get("made"):
            # Data whose state file is gone cannot be opened any more: passwords and keys went with it.
            self.server.stop()
            self.server.forget()
        if not self.server.wait_until_ready():
            if self.server.make(state["passwords"]["superuser"]):
                state = {key: state[key] for key in KEPT} | {"made": True}
                (self.folder / WITNESS.name).unlink(missing_ok=True)
            self.server.start()
        state["port"] = self.server.postmaster().port
        self.write_state(state)
        roles = hashlib.sha256(ROLES.read_bytes()).hexdigest()
        if state.get("roles") != roles:
            make_roles(state)
            self.write_state(state | {"roles": roles})

    def remove(self) -> None:
        """Delete the cluster with all that was typed into it, unless a command uses it."""
        with self.lock_file("use.lock") as use, self.locked():
            try:
                fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise SystemExit("The database is in use: stop the other command first.") from None
            self.server.stop()
            postgres_home.discard(self.server.home)
            shutil.rmtree(self.folder, ignore_errors=True)


def empty(cluster: str = "site", *, checkout: Path = CHECKOUT) -> None:
    """Drop the site's database with all that stands in it, and make it anew, while the server runs."""
    state = secrets(cluster, checkout=checkout)
    with as_superuser(state, "postgres") as connection, connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
    make_roles(state)


def as_superuser(state: dict[str, Any], database: str) -> Any:
    """A connection that closes with its block."""
    import psycopg2  # here, so that --help and the sentences about a missing server need no driver

    words = state["passwords"]["superuser"]
    where = {"host": "127.0.0.1", "port": state["port"], "dbname": database}
    connection = psycopg2.connect(user="postgres", password=words, **where)
    connection.autocommit = True
    return closing(connection)


def make_roles(state: dict[str, Any]) -> None:
    """Make the roles, the logins and the site's database. The tests' databases are copies of template1."""
    connect = partial(as_superuser, state)
    with connect("template1") as connection, connection.cursor() as cursor:
        cursor.execute(ROLES.read_text())
        for name in URLS.values():
            cursor.execute("SELECT true FROM pg_roles WHERE rolname = %s", [f"ws_{name}"])
            verb = "ALTER" if cursor.fetchone() else "CREATE"
            # The owner makes the tests' databases; in production nobody but the DBA makes one.
            makes = "CREATEDB" if name == "owner" else "NOCREATEDB"
            may = f"LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOREPLICATION {makes}"
            cursor.execute(f"{verb} ROLE ws_{name} {may} PASSWORD %s", [state["passwords"][name]])
            cursor.execute(f"GRANT weshelter_{name} TO ws_{name}")
        cursor.execute("SELECT true FROM pg_database WHERE datname = %s", [DATABASE])
        exists = cursor.fetchone()
    with connect("postgres") as connection, connection.cursor() as cursor:
        cursor.execute(ROLES.read_text())
        if not exists:
            cursor.execute(f"CREATE DATABASE {DATABASE} OWNER ws_owner")
    with connect(DATABASE) as connection, connection.cursor() as cursor:
        cursor.execute(ROLES.read_text())


if __name__ == "__main__":
    for cluster in sys.argv[2:] if sys.argv[1:2] == ["remove"] else []:
        Cluster(cluster, CHECKOUT).remove()
