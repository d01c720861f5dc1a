"""The one place outside that may be told of failures gets names and numbers: no text, token, address, value or path."""

import gzip
import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
import sentry_sdk
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.test import Client
from django.urls import path

from access.declaration import PUBLIC, access
from history.failures import Failure
from weshelter import error_target
from weshelter.failures import note_failure
from weshelter.settings import BASE_DIR
from weshelter.urls import urlpatterns as pages

CANARY = "Kanariefuglen-7731"


@access(PUBLIC)
def breaks(request, token):
    """A fault of ours about somebody, with its variables, after the database's own, which quotes the row."""
    told = {"name": CANARY, "body": request.body}
    try:
        connection.cursor().execute("SELECT %s::int", [CANARY])
    except Exception as error:
        raise LookupError(f"{told} {token}") from error


urlpatterns = [path("proev/<str:token>/", breaks, name="breaks"), *pages]


@pytest.fixture
def received():
    """What a target on this machine gets, as it stands in the requests: headers, and bodies unpacked."""
    requests: list[str] = []

    class Target(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            packed = self.headers.get("Content-Encoding") == "gzip"
            requests.append(f"{self.headers}\n{(gzip.decompress(body) if packed else body).decode()}")
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_args):
            """Quietly."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Target)
    Thread(target=server.serve_forever, daemon=True).start()
    requests.append(f"http://key@127.0.0.1:{server.server_port}/1")
    yield requests
    server.shutdown()
    server.server_close()


@pytest.fixture
def target(received, settings):
    """The site, telling it."""
    settings.ERROR_URL = received.pop()
    error_target.connect()
    yield received
    sentry_sdk.get_client().close()
    sentry_sdk.get_global_scope().set_client(None)


def events(requests: list[str]) -> list[dict]:
    """The events among what was received: each line of an envelope is a JSON document of its own."""
    lines = [line for request in requests for line in request.splitlines() if line.startswith("{")]
    return [event for event in map(json.loads, lines) if "exception" in event]


@pytest.mark.urls(__name__)
def test_what_leaves_names_the_page_the_classes_and_the_places_in_the_code(db, target):
    Client(raise_request_exception=False).post(f"/proev/{CANARY}/", {"text": CANARY}, HTTP_USER_AGENT=CANARY)
    sentry_sdk.flush()

    [event] = events(target)
    assert event["transaction"] == "breaks"
    assert [one["type"] for one in event["exception"]["values"]] == [
        "InvalidTextRepresentation",
        "DataError",
        "LookupError",
    ]
    assert event["exception"]["values"][-1]["stacktrace"]["frames"][-1]["function"] == "breaks"


@pytest.mark.urls(__name__)
def test_nothing_else_leaves(db, target):
    Client(raise_request_exception=False).post(f"/proev/{CANARY}/", {"text": CANARY}, HTTP_USER_AGENT=CANARY)
    sentry_sdk.flush()

    [event] = events(target)
    assert set(event) <= set(error_target.KNOWN)
    assert {name for one in event["exception"]["values"] for name in one} == {"type", "module", "stacktrace"}
    for secret in (CANARY, "told", "SELECT", str(BASE_DIR)):
        assert secret not in "\n".join(target)


def test_a_job_tells_too(db, target):
    note_failure(Failure.Kind.JOB, "figures", ZeroDivisionError(CANARY))
    sentry_sdk.flush()

    [event] = events(target)
    assert (event["transaction"], event["tags"]["kind"]) == ("figures", "job")
    assert CANARY not in "\n".join(target)


def test_where_no_target_is_named_nothing_is_told(db, settings):
    error_target.connect()
    note_failure(Failure.Kind.JOB, "figures", ZeroDivisionError(CANARY))

    assert settings.ERROR_URL == ""
    assert not sentry_sdk.get_client().is_active()


def test_a_target_that_is_none_is_named_at_start(settings):
    settings.ERROR_URL = "https://weshelter.example"

    with pytest.raises(ImproperlyConfigured, match="ERROR_URL"):
        error_target.connect()
