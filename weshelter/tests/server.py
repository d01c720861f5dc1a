"""A pytest plugin, loaded before Django: the embedded server of the tests, and settings that only tests have."""

import atexit
import base64
import gc
import os
from contextlib import ExitStack

from weshelter import postgres

_running = ExitStack()

for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_JOBS_URL", "DEMO"):
    os.environ.pop(name, None)
os.environ |= {
    "TESTS": "1",
    "DATABASE_LOGIN": "owner",  # makes the test database; conftest then goes on as the app
    "SECRET_KEY": "only for tests",
    "MASTER_KEYS": base64.urlsafe_b64encode(b"only for tests, 32 bytes long...").decode(),
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # the browser's driver runs an event loop in this thread
}
_running.enter_context(postgres.running("tests"))
atexit.register(_running.close)  # also after an error in the command's own words, when pytest calls no hook


def pytest_collection_finish(session) -> None:
    """What stands now stands to the end: the collector need not walk through all of it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 20)


def pytest_unconfigure(config) -> None:
    """The last one out stops the server."""
    _running.close()
