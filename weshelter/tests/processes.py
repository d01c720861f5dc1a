"""A process of its own on the tests' database, as production has several: to be killed, or to be run twice at once."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

PATIENCE = 120  # seconds; noisy machines are slow to start a process


@contextmanager
def running(code: str, *, login: str = "jobs") -> Iterator[subprocess.Popen[str]]:
    """Run Python code with Django set up, under one login; whatever still runs at the end is killed."""
    prepared = f"import django; from django.conf import settings; django.setup()\n{code}"
    process = subprocess.Popen(
        [sys.executable, "-c", prepared],
        cwd=settings.BASE_DIR,
        env=os.environ
        | on_the_tests_database()
        | {"DATABASE_LOGIN": login, "DJANGO_SETTINGS_MODULE": "weshelter.settings"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def on_the_tests_database() -> dict[str, str]:
    """The addresses of the database of this run of the tests."""
    names = ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_JOBS_URL")
    name = connection.settings_dict["NAME"]
    return {each: urlsplit(os.environ[each])._replace(path=f"/{name}").geturl() for each in names}


def wait_until(is_so: Callable[[], bool], process: subprocess.Popen[str] | None = None) -> None:
    """Look again and again; fail with what the process has said if it ended first."""
    until = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < until, "it has not come to that"
        assert process is None or process.poll() is None, process.communicate()[0]
        time.sleep(0.05)
