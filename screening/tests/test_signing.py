"""The agreement is signed by link, without a login."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from screening.models import Agreement
from volunteers.tests import way


def link_for(cast, volunteer, purpose=Purpose.AGREEMENT, **kwargs) -> str:
    """The path of the page to sign, with a fresh token."""
    with acting(user=cast.sille):
        return "/aftale/" + issue_link(purpose, volunteer, "screening:sign", **kwargs).rstrip("/").split("/")[-1] + "/"


def signatures(cast, volunteer) -> list[tuple]:
    with acting(user=cast.sille):
        return [(one.agreement, one.how, one.registered_by) for one in volunteer.signatures.all()]


@pytest.mark.feature(9)
def test_the_page_shows_the_agreement_in_force(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        Agreement.objects.create(version=2, text_da="Den nye aftale")
        Agreement.objects.create(
            version=3, text_da="Næste års aftale", in_force_from=timezone.localdate() + timedelta(days=90)
        )

    words = client.get(link_for(cast, tove)).content.decode()

    assert "Den nye aftale" in words
    assert "tavshedspligt og underretningspligt" not in words
    assert "Næste års aftale" not in words


@pytest.mark.feature(9)
@pytest.mark.feature(72)
def test_a_volunteer_signs_by_link(client, cast):
    tove = way.in_training(cast)

    response = client.post(link_for(cast, tove), {"has_read": "on"})

    assert response.url == reverse("screening:signed")
    assert signatures(cast, tove) == [(cast.agreement, "link", None)]


def test_without_the_tick_nothing_is_signed(client, cast):
    tove = way.in_training(cast)

    response = client.post(link_for(cast, tove), {"x": "1"})

    assert "error-summary" in response.content.decode()
    assert signatures(cast, tove) == []


def test_reading_signs_nothing(client, cast):
    tove = way.in_training(cast)

    client.get(link_for(cast, tove))

    assert signatures(cast, tove) == []


def test_the_second_click_is_harmless(client, cast):
    tove = way.in_training(cast)
    link = link_for(cast, tove)
    client.post(link, {"has_read": "on"})

    response = client.post(link, {"has_read": "on"})

    assert "access/dead_link.html" in [template.name for template in response.templates]
    assert len(signatures(cast, tove)) == 1


def test_signing_again_by_a_new_link_is_signing_once(client, cast):
    tove = way.in_training(cast, signed=True)

    client.post(link_for(cast, tove), {"has_read": "on"})

    assert [how for _agreement, how, _by in signatures(cast, tove)] == ["paper"]


@pytest.mark.feature(12)
def test_the_last_signature_makes_ready(client, cast):
    attendance = way.booked(cast, signed=False)
    with acting(user=cast.sille):
        attendance.tick(came=True, by=cast.sille)

    client.post(link_for(cast, attendance.volunteer), {"has_read": "on"})

    assert way.now(cast, attendance.volunteer).state == "ready"


def test_a_signature_before_the_course_does_not(client, cast):
    tove = way.in_training(cast)

    client.post(link_for(cast, tove), {"has_read": "on"})

    assert way.now(cast, tove).state == "in_training"


@pytest.mark.feature(72)
@pytest.mark.parametrize("purpose", [Purpose.OWN_PAGE])
def test_a_link_of_another_purpose_opens_nothing(client, cast, purpose):
    tove = way.in_training(cast)
    link = link_for(cast, tove, purpose)

    response = client.post(link, {"has_read": "on"})

    assert response.status_code == 404
    assert response.content == client.get("/aftale/no-such-token/").content
    assert signatures(cast, tove) == []


@pytest.mark.parametrize("why", ["replaced", "too old", "declined"])
def test_a_dead_link_signs_nothing(client, cast, why):
    tove = way.in_training(cast)
    until = timezone.localtime() + timedelta(days=-1 if why == "too old" else 1)
    link = link_for(cast, tove, until=until)
    if why == "replaced":
        link_for(cast, tove)
    if why == "declined":
        with acting(user=cast.sille):
            tove.decline(reason="other", by=cast.sille)

    response = client.post(link, {"has_read": "on"})

    assert response.status_code == 404
    assert signatures(cast, tove) == []


def test_a_link_signs_for_nobody_else(client, cast):
    tove, other = way.in_training(cast), way.in_training(cast, "Olga Træning")

    client.post(link_for(cast, tove), {"has_read": "on", "volunteer": str(other.pk)})

    assert signatures(cast, other) == []


def test_thanks_says_what_happens_now(client, db):
    assert b"<h2>" in client.get(reverse("screening:signed")).content
