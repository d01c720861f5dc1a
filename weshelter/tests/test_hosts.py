"""The site answers under its own host and port, and a link in a letter never leads anywhere else."""

import re

import pytest
from django.urls import reverse

from letters.models import MessageBody
from volunteers.tests.test_application import answers
from weshelter.tests.code import ROOT, modules

RESET, APPLY = reverse("account_reset_password"), reverse("volunteers:apply")
PAGES = ["/", RESET, APPLY, reverse("volunteers:new_link"), reverse("account_login"), "/static/app.css"]
FORGED = ["evil.example", "localhost", "localhost:8001", "localhost:8000.evil.example", "testserver:8443"]


@pytest.mark.parametrize("host", FORGED)
@pytest.mark.parametrize("page", PAGES)
def test_another_host_or_port_is_refused_whatever_is_asked(db, client, host, page):
    asked = [client.get(page, headers={"host": host}), client.post(page, {}, headers={"host": host})]

    assert [answer.status_code for answer in asked] == [400, 400]


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "testserver", "testserver:80"])
def test_our_own_is_answered(db, client, host):
    assert client.get(reverse("front"), headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    ("host", "status"), [("w.example.org", 200), ("w.example.org:443", 200), ("w.example.org:80", 400)]
)
def test_on_https_a_proxy_may_name_the_usual_port(db, client, settings, host, status):
    settings.HOSTS, settings.ALLOWED_HOSTS = ["w.example.org"], ["w.example.org"]

    assert client.get(reverse("front"), headers={"host": host}, secure=True).status_code == status


@pytest.mark.parametrize("page", [RESET, APPLY])
@pytest.mark.parametrize("forged", ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "forwarded"])
def test_the_link_in_a_letter_is_made_of_the_sites_own_address(
    client, committed_cast, settings, as_login, page, forged
):
    typed = {RESET: {"email": "karen@example.org"}, APPLY: answers(committed_cast.rg60.friend_role)}

    client.post(page, typed[page], headers={forged: "evil.example"})

    as_login("jobs")
    links = re.findall(r"(\w+://[^/\s]+)/", MessageBody.objects.get().text)
    assert links == [settings.SITE_URL]


def test_nothing_but_the_way_back_on_a_page_asks_the_request_for_its_address():
    asking = [path for path in modules() if "build_absolute_uri" in path.read_text(encoding="utf8")]

    assert asking == [ROOT / "weshelter/middleware.py"]
