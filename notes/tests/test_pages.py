"""Every page of notes × everybody who works here; how many questions a page asks the database."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.roles import roles_of
from institutions.models import Membership
from notes.models import Guidance, acknowledge
from notes.overview import of_citizen
from notes.tests.telling import TOLD, consenting_citizen, guide, link_of, tell
from weshelter.tests import people

# Page, method, what its id is of, and who gets what: 200 or 302 may, 403 sees it and may not, 404 sees nothing.
PAGES = [
    ("write", "get", "citizen", {"karen": 404, "lars": 200}),
    ("write", "post", "citizen", {"karen": 404, "lars": 302}),
    ("confidence", "get", "confidence", {"karen": 200, "lars": 200}),
    ("open", "post", "confidence", {"karen": 200, "lars": 404}),
    ("withdraw", "post", "confidence", {"karen": 404, "lars": 302}),
    ("guide", "get", "citizen", {"karen": 200, "lars": 404}),
    ("guide", "post", "citizen", {"karen": 302, "lars": 404}),
    ("guidance", "get", "guidance", {"karen": 200, "lars": 404}),
    ("guidance", "post", "guidance", {"karen": 302, "lars": 404}),
    ("reword", "get", "guidance", {"karen": 200, "lars": 404}),
    ("reword", "post", "guidance", {"karen": 302, "lars": 404}),
    ("withdraw_guidance", "post", "guidance", {"karen": 302, "lars": 404}),
]
TYPED = {"text": "Lad ham tale ud", "purpose": "check_in", "review_on": "2099-01-01"}


@pytest.fixture
def things(cast):
    """A citizen of RG60 with something told and a draft of guidance."""
    bo = consenting_citizen(cast)
    return {"citizen": bo, "confidence": tell(bo, cast.rg60), "guidance": guide(bo, cast.rg60, approved=False)}


@pytest.mark.parametrize(("page", "method", "of", "expected"), PAGES, ids=lambda value: str(value)[:20])
def test_who_gets_what(client, cast, things, page, method, of, expected):
    ask, typed = getattr(client, method), TYPED if method == "post" else {}
    for name in ("sille", "nanna", "leif", *expected):
        people.sign_in(client, getattr(cast, name))

        response = ask(reverse(f"notes:{page}", args=[things[of].pk]), typed)
        missing = ask(reverse(f"notes:{page}", args=[uuid4()]), typed)

        assert (name, response.status_code) == (name, expected.get(name, 404))
        assert missing.status_code == 404
        if response.status_code == 404:
            assert response.content == missing.content


def test_nobody_signed_in_is_asked_to_log_in(client, things):
    for page, method, of, _expected in PAGES:
        response = getattr(client, method)(reverse(f"notes:{page}", args=[things[of].pk]))

        assert response.status_code == 302
        assert response.url.startswith(reverse("account_login"))


def test_the_own_page_of_a_link_that_never_was_answers_as_one_that_ended(client, things):
    guidance = things["guidance"].pk

    first = client.post(reverse("notes:acknowledge", args=["x" * 32, guidance]))
    second = client.post(reverse("notes:acknowledge", args=["y" * 32, uuid4()]))

    assert first.status_code == second.status_code == 404
    assert first.content == second.content


@pytest.mark.parametrize("page", ["open", "withdraw"])
def test_a_get_changes_nothing(client, cast, things, page):
    people.sign_in(client, cast.karen)

    assert client.get(reverse(f"notes:{page}", args=[things["confidence"].pk])).status_code == 405


def test_before_guidance_is_withdrawn_a_page_says_what_follows(client, cast, things):
    people.sign_in(client, cast.karen)
    guidance = things["guidance"]

    page = client.get(reverse("notes:withdraw_guidance", args=[guidance.pk]))

    assert page.templates[0].name == "notes/withdraw_guidance.html"
    with acting(user=cast.karen):
        assert Guidance.objects.get(pk=guidance.pk).state == guidance.state


@pytest.mark.feature(61)
def test_the_opened_text_stands_in_the_answer_alone_with_who_opened_it(client, cast, things):
    people.sign_in(client, cast.karen)
    told = things["confidence"]
    assert TOLD not in client.get(reverse("notes:confidence", args=[told.pk])).content.decode()

    opened = client.post(reverse("notes:open", args=[told.pk]), {"purpose": "check_in"})

    assert TOLD in opened.content.decode()
    assert opened.headers["Cache-Control"] == "no-store"
    assert [one["name"] for one in opened.context["openings"]] == ["Karen Koordinator"]
    afterwards = client.get(reverse("notes:confidence", args=[told.pk]))
    assert TOLD not in afterwards.content.decode()
    assert len(afterwards.context["openings"]) == 1


def test_without_a_purpose_the_form_comes_back_and_nothing_is_opened(client, cast, things):
    people.sign_in(client, cast.karen)
    address = reverse("notes:open", args=[things["confidence"].pk])

    for purpose in ("", "curious"):
        response = client.post(address, {"purpose": purpose})
        assert response.context["form"].errors
        assert response.context["openings"] == []


def test_who_is_lead_and_coordinator_cannot_open_what_he_wrote(client, cast):
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.lars, role="coordinator", project=cast.rg60.friends)
    told = tell(consenting_citizen(cast), cast.rg60)
    people.sign_in(client, cast.lars)

    response = client.post(reverse("notes:open", args=[told.pk]), {"purpose": "check_in"})

    assert response.status_code == 403


def test_who_is_lead_elsewhere_takes_back_nothing_that_another_wrote(client, cast):
    told = tell(consenting_citizen(cast), cast.rg60)
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.karen, role="lead", institution=cast.nabo.institution)
    people.sign_in(client, cast.karen)

    assert client.post(reverse("notes:withdraw", args=[told.pk])).status_code == 403
    assert client.get(reverse("notes:write", args=[told.citizen_id])).status_code == 403


def test_about_somebody_in_an_own_home_nothing_is_told(client, cast):
    bo = consenting_citizen(cast)
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.karen, role="lead", institution=cast.nabo.institution)
    with acting(user=cast.karen):
        yesterday = timezone.localdate() - timedelta(days=1)
        bo.attachments.update(from_on=yesterday, until_on=yesterday)
    people.sign_in(client, cast.karen)

    assert client.get(reverse("notes:write", args=[bo.pk])).status_code == 403


def test_the_overview_asks_the_same_number_of_questions_for_one_and_for_three(cast):
    counts = []
    with acting(user=cast.karen):
        roles_of(cast.karen)  # asked once per request, and kept
    for number, name in ((1, "Bo"), (3, "Ida")):
        citizen = consenting_citizen(cast, name)
        match = people.create_match(cast, citizen=citizen, volunteer=people.ready_volunteer(cast, f"V{name} Ven"))
        token = link_of(match, cast.rg60)
        for _each in range(number):
            guidance = guide(citizen, cast.rg60, origin=tell(citizen, cast.rg60))
            with acting(link=token):
                acknowledge(guidance.pk)
        with acting(user=cast.karen), CaptureQueriesContext(connection) as asked:
            notes = of_citizen(citizen, cast.karen, citizen.houses_today())
            assert len(notes.confidences) == len(notes.guidance) == number
        counts.append(len(asked))

    assert counts[0] == counts[1]


@pytest.mark.parametrize(("name", "may_write", "may_guide"), [("karen", False, True), ("lars", True, False)])
def test_the_citizens_page_shows_what_each_may_do(client, cast, things, name, may_write, may_guide):
    bo = things["citizen"]
    people.sign_in(client, getattr(cast, name))

    page = client.get(reverse("coordinators:citizen", args=[bo.pk])).content.decode()

    assert (reverse("notes:write", args=[bo.pk]) in page) is may_write
    assert (reverse("notes:guide", args=[bo.pk]) in page) is may_guide
    assert reverse("notes:confidence", args=[things["confidence"].pk]) in page
    assert TOLD not in page
