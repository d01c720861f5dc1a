"""A process of its own on the tests' database, as production has several: to be killed, or to be run twice at once."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

PATIENCE = 180  # seconds; a noisy machine is slow to start a process


class Running(subprocess.Popen):
    """A process that has Django set up; `said` grows with what it writes."""

    def __init__(self, code: str, login: str) -> None:
        super().__init__(
            [sys.executable, "-c", f"import django; from django.conf import settings; django.setup()\n{code}"],
            cwd=settings.BASE_DIR,
            env=os.environ | on_the_tests_database() | {"DATABASE_LOGIN": login, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.said: list[str] = []
        self.listener = Thread(target=self.listen)
        self.listener.start()

    def listen(self) -> None:
        for line in self.stdout or ():
            self.said.append(line)

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Look again and again; fail with what it has said if it ends first."""
        until = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < until, self.said
            assert self.poll() is None, self.said
            time.sleep(0.05)


@contextmanager
def running(code: str, *, login: str = "jobs") -> Iterator[Running]:
    """Run Python code under one login of the database; what still runs at the end is killed."""
    with Running(code, login) as process:
        try:
            yield process
        finally:
            process.kill()
            process.listener.join()


def on_the_tests_database() -> dict[str, str]:
    """The addresses of the database of this run of the tests."""
    names = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_JOBS_URL")
    name = connection.settings_dict["NAME"]
    urls = {each: urlsplit(os.environ[each])._replace(path=f"/{name}").geturl() for each in names}
    return urls | {"DJANGO_SETTINGS_MODULE": "weshelter.settings"}
