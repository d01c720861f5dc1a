"""`manage.py demo`: the whole site on this machine, as production runs it, with made-up people."""

import ctypes
import hashlib
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from weshelter import postgres
from weshelter.cast import CAST, PASSWORD
from weshelter.former import is_of_a_former_version

MANAGE = [sys.executable, "manage.py"]
WEB = [sys.executable, "-m", "gunicorn", "weshelter.wsgi", "--worker-class=gthread", "--workers=2"]
# gunicorn's control socket lies in the home folder: two demos side by side would share it.
WEB += ["--threads=4", "--no-control-socket", "--log-level=warning"]
IGNORED = {"tests", "benchmarks", "docs", "node_modules", "__pycache__"}


class Command(BaseCommand):
    """Bring database, people and static files up to date, then serve until Ctrl-C."""

    help = "Start the demo: a database with made-up people, the web server and the worker."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--develop", action="store_true", help="reload what is changed, with the debug toolbar")

    def handle(self, *args: Any, port: int, develop: bool, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("DEMO is switched off here: unset it (also in .env), then run `make demo`.")
        refuse_taken(port)
        # A shell without job control starts background commands deaf to Ctrl-C's signal.
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.environ["SITE_URL"] = f"http://localhost:{port}"
        self.bring_up_to_date()
        children: dict[str, subprocess.Popen[bytes]] = {}
        try:
            if develop:
                os.environ["DEVELOP"] = "1"
            web = [*MANAGE, "runserver", f"127.0.0.1:{port}"] if develop else [*WEB, f"--bind=127.0.0.1:{port}"]
            children["web server"] = start(web, "app")
            children["worker"] = start([*MANAGE, "work"], "jobs")
            self.wait_for_answer(port, children)
            self.announce(port)
            fail_when_one_ends(children)
        except KeyboardInterrupt:
            self.stdout.write("\nStopping.")
        finally:
            stop(children)

    def bring_up_to_date(self) -> None:
        """Run what has to run since the last start; each step can be repeated without harm."""
        done = postgres.secrets("site").get("demo", {})
        code, static = fingerprint(settings.BASE_DIR, ".py", ".sql", ".txt"), static_fingerprint()
        if done.get("static") != static or not (Path(settings.STATIC_ROOT) / "staticfiles.json").exists():
            self.step("Static files", "collectstatic", "app", "--noinput", "--clear", "--verbosity=0")
        if is_of_a_former_version():
            self.stdout.write("These made-up people are of a former version of the site: they are made anew.")
            postgres.empty("site")
            done = {}
        if done.get("code") != code:
            self.step("Tables", "migrate", "owner", "--verbosity=0")
            self.step("People", "cast", "owner")
            self.step("Mails", "work", "jobs", "--once")  # before the work of the day would put aside those of its past
        # What falls due with the days: after a week's pause the demo is a week older.
        if (done.get("code"), done.get("day")) != (code, date.today().isoformat()):
            self.step("Work of the day", "run_due_jobs", "jobs", alarms=True)
        postgres.remember("site", demo={"code": code, "static": static, "day": date.today().isoformat()})

    def step(self, title: str, command: str, login: str, *arguments: str, alarms: bool = False) -> None:
        """Run one command to its end, under its own login; one that alarms somebody stops nothing here."""
        self.stdout.write(f"{title} …")
        self.stdout.flush()
        child = start([*MANAGE, command, *arguments], login)
        try:
            code = child.wait()
        finally:
            stop({command: child})
        if code and not alarms:
            raise CommandError(f"`manage.py {command}` failed; the demo did not start.")

    def wait_for_answer(self, port: int, children: dict[str, subprocess.Popen[bytes]]) -> None:
        """Wait until the front page is there: an address that is announced works."""
        until = time.monotonic() + 60
        while (status := answer(port)) is None and time.monotonic() < until:
            if child_that_ended(children):
                break
            time.sleep(0.05)
        if status is None or status >= 500:
            raise CommandError(f"The site does not answer (status {status}); see the lines above.")

    def announce(self, port: int) -> None:
        """Say where the site is and who can log in."""
        width = max(len(role) for role, _ in CAST)
        people = "\n".join(f"  {role:<{width}}  {email}" for role, email in CAST)
        factors = "Second factors are asked for." if settings.DEMO_ASKS_FACTOR else "No second factor is asked for."
        self.stdout.write(f"\nWeShelter runs on http://localhost:{port}\n\n{people}\n\n")
        self.stdout.write(f"  password: {PASSWORD}\n\nMade-up people only. {factors} Ctrl-C stops everything.")
        self.stdout.flush()


def refuse_taken(port: int) -> None:
    """Say so at once when another program serves on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as gunicorn binds
        try:
            probe.bind(("127.0.0.1", port))
        except (OSError, OverflowError):
            other = port + 1 if port < 65535 else 8000
            raise CommandError(f"Port {port} is in use or not allowed: try `make demo PORT={other}`.") from None


def start(command: list[str], login: str) -> subprocess.Popen[bytes]:
    """Start a part of the demo under one database login; it is given the address of no other.

    It has a session of its own, so that Ctrl-C reaches us alone and we stop the parts in order.
    """
    environment = os.environ | {"DATABASE_LOGIN": login}
    for name, owner in postgres.URLS.items():
        if owner not in ("app", login):
            environment.pop(name, None)
    return subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=end_with_parent if sys.platform == "linux" else None,
    )


def end_with_parent() -> None:
    """Linux: ask for SIGTERM when the demo dies, even by kill -9, so that nothing keeps holding the port."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGTERM)


def child_that_ended(children: dict[str, subprocess.Popen[bytes]]) -> str:
    """The name of a part that is no longer running, if any."""
    return next((name for name, child in children.items() if child.poll() is not None), "")


def fail_when_one_ends(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """Watch over the parts: a site without its worker would look well and send nothing."""
    while not (name := child_that_ended(children)):
        time.sleep(0.5)
    raise CommandError(f"The {name} ended by itself, so the demo stops; see the lines above.")


def stop(children: dict[str, subprocess.Popen[bytes]]) -> None:
    """End all parts and wait for them; whoever has not gone after ten seconds is killed."""
    for child in children.values():
        if child.poll() is None:
            child.terminate()
    until = time.monotonic() + 10
    for child in children.values():
        try:
            child.wait(max(0, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def answer(port: int) -> int | None:
    """The status of the front page; None while nobody answers. Asked directly, past any proxy."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/", headers={"Host": f"localhost:{port}"})
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def static_fingerprint() -> str:
    """Changes when a static file of ours does, or the list of libraries that bring theirs."""
    seen = hashlib.sha256(fingerprint(settings.BASE_DIR / "static", "").encode())
    for name in ("requirements.txt", "weshelter/settings.py"):
        seen.update((settings.BASE_DIR / name).read_bytes())
    return seen.hexdigest()


def fingerprint(folder: Path, *endings: str) -> str:
    """One text for the content of all files below a folder whose names end so."""
    seen = hashlib.sha256()
    for path in sources(folder):
        if path.name.endswith(endings):
            seen.update(os.fsencode(path.relative_to(folder)) + b"\0" + path.read_bytes())
    return seen.hexdigest()


def sources(folder: Path) -> Iterator[Path]:
    """Our own files, in order; not the libraries, nor what tests and tools leave behind."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in IGNORED and not name.startswith("."))
        yield from (Path(place) / name for name in sorted(names))
