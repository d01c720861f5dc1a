"""Every answer carries the headers that the browser's own locks need; MDN's Observatory gives them A+."""

import json
import os
import subprocess
import sys

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import path, reverse

from access.declaration import PUBLIC, access
from weshelter.tests import people
from weshelter.tests.test_settings import WHOLE
from weshelter.urls import urlpatterns as pages

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'"
)
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
}
PAGE = ALWAYS | {"Cache-Control": "no-store"}
HSTS = "max-age=63072000; includeSubDomains; preload"


@access(PUBLIC)
def breaks(request):
    """A page with a fault of ours."""
    raise ZeroDivisionError


@access(PUBLIC)
def keeps(request):
    """A page that would like to be kept."""
    return HttpResponse("x", headers={"Cache-Control": "max-age=600"})


urlpatterns = [path("proev/fejl/", breaks), path("proev/gem/", keeps), *pages]
handler404 = "weshelter.views.not_found"
handler403 = "weshelter.views.forbidden"

ANSWERS = {
    "a public page": ("GET", "/", 200),
    "the login": ("GET", "/konto/login/", 200),
    "a page that is not there": ("GET", "/findes-ikke/", 404),
    "a dead link": ("GET", "/min-side/x/", 404),
    "a redirect to the login": ("GET", "/start/", 302),
    "a redirect to the address with a slash": ("GET", "/start", 301),
    "a redirect to a file": ("GET", "/favicon.ico", 302),
    "a method that is not allowed": ("PUT", "/", 405),
    "a fault of ours": ("GET", "/proev/fejl/", 500),
    "a page that would like to be kept": ("GET", "/proev/gem/", 200),
    "a form": ("POST", "/bliv-frivillig/", 200),
}


def policy_of(response) -> set[str]:
    """The directives; their order says nothing."""
    return set(response["Content-Security-Policy"].split("; "))


def headers_of(response, names) -> dict[str, str]:
    return {name: response.get(name, "") for name in names}


@pytest.mark.urls(__name__)
@pytest.mark.parametrize(("method", "address", "status"), ANSWERS.values(), ids=ANSWERS.keys())
def test_every_answer_has_them(cast, method, address, status):
    response = Client(raise_request_exception=False).generic(method, address)

    assert response.status_code == status
    assert policy_of(response) == set(POLICY.split("; "))
    assert headers_of(response, PAGE) == PAGE


def test_a_host_that_is_not_ours_gets_them_too(db, client):
    response = client.get("/", headers={"host": "evil.example"})

    assert response.status_code == 400
    assert policy_of(response) == set(POLICY.split("; "))
    assert headers_of(response, PAGE) == PAGE


@pytest.mark.parametrize("who", ["sille", "karen", "lars"])
def test_pages_behind_the_login_leave_no_copy(client, cast, who):
    people.sign_in(client, getattr(cast, who))

    response = client.get(reverse("start"), follow=True)

    assert headers_of(response, PAGE) == PAGE
    assert policy_of(response) == set(POLICY.split("; "))


def test_signing_out_clears_what_the_browser_kept(client, cast):
    people.sign_in(client, cast.karen)
    assert "Clear-Site-Data" not in client.get(reverse("coordinators:desk"))

    response = client.post(reverse("account_logout"))

    assert response["Clear-Site-Data"] == '"cache", "storage"'


PROBE = """
import json, pathlib
from django.conf import settings
settings.STATIC_ROOT = pathlib.Path({folder!r})
settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
import django
django.setup()
from django.test import Client
client = Client(headers={{"host": "frivillig.example.org"}})
answers = [client.get("/", secure=False), client.get("/static/app.css", secure=True),
           client.get("/static/app.css", secure=False)]
print(json.dumps([[one.status_code, dict(one.items())] for one in answers]))
"""


@pytest.fixture(scope="module")
def in_production(tmp_path_factory):
    """As production answers: plain http, then a static file by https and by http."""
    folder = tmp_path_factory.mktemp("static")
    (folder / "app.css").write_text("body {}")
    environment = {"PATH": os.environ["PATH"], **WHOLE, "DJANGO_SETTINGS_MODULE": "weshelter.settings"}
    command = [sys.executable, "-c", PROBE.format(folder=str(folder))]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_in_production_plain_http_is_sent_to_https_with_all_headers(in_production):
    status, headers = in_production[0]

    assert (status, headers["Location"]) == (301, "https://frivillig.example.org/")
    assert set(headers["Content-Security-Policy"].split("; ")) == set(POLICY.split("; "))
    assert {name: headers.get(name) for name in PAGE} == PAGE


def test_in_production_a_static_file_has_them_and_may_be_kept(in_production):
    status, headers = in_production[1]

    assert status == 200
    assert set(headers["Content-Security-Policy"].split("; ")) == set(POLICY.split("; "))
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS
    assert headers["Strict-Transport-Security"] == HSTS
    assert "max-age" in headers["Cache-Control"]
