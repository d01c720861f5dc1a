"""A new version that everybody signs: who lacks it is shown and written to once; a paper is written down."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from volunteers.due import ask_for_signatures
from volunteers.models import Agreement, Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today


def new_version(cast, **fields) -> Agreement:
    with acting(user=cast.sille):
        return Agreement.objects.create(version=2, text_da="Den nye aftale", **fields)


def lacking(client, user) -> list[str]:
    people.sign_in(client, user)
    return [one.name for one in client.get(reverse("volunteers:lacking_agreement")).context["list"].rows]


@pytest.mark.feature(9)
@pytest.mark.parametrize(
    ("who", "expected"), [("sille", ["Ulla Uden", "Vera Ven"]), ("karen", ["Vera Ven"]), ("nanna", ["Ulla Uden"])]
)
def test_who_lacks_the_new_version_is_shown_to_those_who_screen(client, cast, who, expected):
    people.ready_volunteer(cast)
    people.ready_volunteer(cast, "Ulla Uden", house=cast.nabo)
    way.applied(cast)
    new_version(cast)

    assert lacking(client, getattr(cast, who)) == expected


def test_a_correction_is_lacked_by_nobody(client, cast):
    people.ready_volunteer(cast)
    new_version(cast, demands_signature=False)

    assert lacking(client, cast.karen) == []


@pytest.mark.feature(9)
def test_each_is_written_to_once_with_a_link_that_signs(client, committed_cast, as_login, mailbox):
    cast = committed_cast
    vera = people.ready_volunteer(cast)
    new_version(cast)
    as_login("jobs")

    assert (ask_for_signatures(today()), ask_for_signatures(today())) == (1, 0)

    (letter,) = mailbox()
    link = next(line for line in letter.text.splitlines() if "/aftale/" in line)
    client.post(reverse("volunteers:sign", args=[way.token_of(link)]), {"has_read": "on"})
    with acting(user=cast.sille):
        assert not Agreement.objects.lacked_by(Volunteer.objects.filter(pk=vera.pk)).exists()


def test_a_version_that_is_not_in_force_yet_writes_to_nobody(committed_cast, as_login):
    people.ready_volunteer(committed_cast)
    new_version(committed_cast, in_force_from=today() + timedelta(days=1))
    as_login("jobs")

    assert ask_for_signatures(today()) == 0


@pytest.mark.feature(9)
def test_a_paper_is_written_down_and_the_link_dies(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.karen):
        token = way.token_of(issue_link(Purpose.AGREEMENT, tove, "volunteers:sign"))
    people.sign_in(client, cast.karen)

    client.post(reverse("volunteers:paper", args=[tove.pk]), {"signed_on": today().isoformat(), "has_paper": "on"})

    with acting(user=cast.karen):
        signed = tove.signatures.get()
    assert (signed.how, signed.registered_by, timezone.localdate(signed.signed_at)) == ("paper", cast.karen, today())
    assert client.get(reverse("volunteers:sign", args=[token])).status_code == 404


@pytest.mark.parametrize("days", [1, -1])
def test_a_paper_from_a_day_that_cannot_be_is_refused(client, cast, days):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)
    day = (today() + timedelta(days=days)).isoformat()

    response = client.post(reverse("volunteers:paper", args=[tove.pk]), {"signed_on": day, "has_paper": "on"})

    assert list(response.context["form"].errors) == ["signed_on"]
