"""One PostgreSQL server on one folder of data: made, started, found again and stopped.

Who may use it, and when it is no longer needed, is the business of weshelter/postgres.py.
"""

import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path
from typing import NamedTuple

from weshelter import postgres_home


class Postmaster(NamedTuple):
    """A running server as it describes itself in its own file; zeros when there is none."""

    pid: int = 0
    port: int = 0
    status: str = ""


class Server:
    """The server on `home`/data."""

    def __init__(self, checkout: Path, home: Path, log: Path, settings: list[str]) -> None:
        self.checkout = checkout
        self.home = home
        self.data = home / "data"
        self.log = log
        self.settings = settings
        self.process: subprocess.Popen[bytes] | None = None

    def postmaster(self) -> Postmaster:
        """The server that runs on this data.

        A killed server leaves its file behind, and the process id in it may by now be another program's.
        """
        try:
            lines = (self.data / "postmaster.pid").read_text().splitlines()
            found = Postmaster(int(lines[0]), int(lines[3]), lines[7].strip() if len(lines) > 7 else "")
        except (OSError, IndexError, ValueError):
            return Postmaster()
        return found if f"-D {self.data} " in command_line(found.pid) else Postmaster()

    def wait_until_ready(self, seconds: float = 120) -> bool:
        """Wait for a server that is starting or repairing itself; False when none is running."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            found = self.postmaster()
            if found.status == "ready":
                return True
            gone = self.process.poll() is not None if self.process else not found.pid
            if gone:
                return False
            time.sleep(0.02)
        raise SystemExit(f"PostgreSQL has not become ready in {seconds:.0f} seconds; see {self.log}.")

    def make(self, password: str) -> bool:
        """Make the cluster; False where there is one. It appears only when it is whole."""
        programs, version = postgres_home.programs(self.checkout)
        if self.data.exists():
            made_by = (self.data / "PG_VERSION").read_text().strip()
            if made_by == str(version):
                return False
            raise SystemExit(
                f"The database in {self.data} was made by PostgreSQL {made_by} and this is {version}: delete "
                f"{self.log.parent} and start again; what was typed into it is lost with it."
            )
        half = self.home / "data.new"
        shutil.rmtree(half, ignore_errors=True)
        postgres_home.make_private(half)
        self.initdb(programs, version, half, password)
        half.rename(self.data)
        return True

    def initdb(self, programs: Path, version: int, folder: Path, password: str) -> None:
        """Make an empty cluster in UTF-8 whose only user needs the password."""
        # The same on every system: letters beyond ASCII have upper and lower case, and libc is not asked.
        builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        locale = builtin if version >= 17 else ["--locale=C.UTF-8"]
        password_file = self.home / "password"
        password_file.unlink(missing_ok=True)
        try:
            with os.fdopen(os.open(password_file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(password)
            if who := postgres_home.account():
                os.chown(password_file, who["user"], who["group"])
            common = [
                "--auth=scram-sha-256",
                f"--pwfile={password_file}",
                "--username=postgres",
                "--encoding=UTF8",
            ]
            made = postgres_home.run([programs / "initdb", "-D", folder, *common, *locale])
        finally:
            password_file.unlink(missing_ok=True)
        if made.returncode:
            raise SystemExit(f"PostgreSQL could not make a database in {folder}: {made.stderr.strip()}")

    def forget(self) -> None:
        """Delete the data."""
        shutil.rmtree(self.data, ignore_errors=True)

    def start(self) -> None:
        """Start on a free port of 127.0.0.1."""
        programs, _ = postgres_home.programs(self.checkout)
        for _ in range(5):
            # Another program may take the port just before the server does: then we try another one.
            self.process = self.launch(programs, free_port())
            try:
                if self.wait_until_ready():
                    return
            except BaseException:
                self.process.send_signal(signal.SIGINT)
                raise
            time.sleep(0.5)
        fatal = [line for line in self.log.read_text().splitlines() if "FATAL" in line] or ["no reason given"]
        raise SystemExit(f"PostgreSQL did not start: {fatal[0]} (all of it is in {self.log})")

    def launch(self, programs: Path, port: int) -> subprocess.Popen[bytes]:
        """Run the server in a session of its own, where Ctrl-C in the terminal does not reach it."""
        if not self.postmaster().pid:
            # The server believes a process id that another program has by now; we have looked who it is.
            (self.data / "postmaster.pid").unlink(missing_ok=True)
        options = [f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *self.settings]
        command: list[str | Path] = [programs / "postgres", "-D", self.data]
        command += [f"--{option}" for option in options]
        with os.fdopen(os.open(self.log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as log:
            return subprocess.Popen(
                command,
                cwd="/",
                env=postgres_home.ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                **postgres_home.account(),
            )

    def leave(self) -> None:
        """Let the server go on without us, for the commands that still use it."""
        if self.process:
            # Otherwise Python warns at our end that a child is still running; that is as it should be.
            self.process.returncode = 0

    def stop(self, seconds: float = 60) -> None:
        """End the server and wait for it, whoever started it: SIGINT closes connections and saves all."""
        found = self.postmaster()
        if found.pid:
            os.kill(found.pid, signal.SIGINT)
        until = time.monotonic() + seconds
        # Watched by its file and not by its parent: it may be a killed command's child, or another one's.
        while found.pid and self.postmaster().pid == found.pid and time.monotonic() < until:
            time.sleep(0.01)
        if self.process:
            self.process.wait(seconds)


def free_port() -> int:
    """A port on 127.0.0.1 that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command_line(pid: int) -> str:
    """The command line of a process, words parted by blanks; empty when it is gone or a zombie."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        pass
    if Path("/proc/self").exists() or not shutil.which("ps"):
        return ""
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    return subprocess.run(command, capture_output=True, text=True).stdout
