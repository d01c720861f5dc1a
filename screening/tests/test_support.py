"""That somebody talked with a volunteer: by its day, seen by those who look after them and by themselves."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from friendships.tests.pairs import in_state
from volunteers.models import Support
from weshelter.tests import people


def today(days: int = 0):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def vera(cast):
    return people.ready_volunteer(cast)


def noted(cast) -> list[tuple]:
    with acting(user=cast.sille):
        return list(Support.objects.values_list("kind", "given_on", "by__name"))


@pytest.mark.feature(36)
@pytest.mark.parametrize("who", ["karen", "sille"])
def test_whoever_looks_after_them_notes_a_talk_and_the_same_twice_is_once(client, cast, vera, who):
    people.sign_in(client, getattr(cast, who))
    address = reverse("screening:support", args=[vera.pk])

    for _twice in range(2):
        client.post(address, {"given_on": str(today(-2))})

    assert noted(cast) == [("talk", today(-2), getattr(cast, who).name)]


@pytest.mark.parametrize("day", ["", str(today(1)), "2020-01-01"])
def test_a_day_that_cannot_be_is_asked_again(client, cast, vera, day):
    people.sign_in(client, cast.karen)

    answer = client.post(reverse("screening:support", args=[vera.pk]), {"given_on": day})

    assert list(answer.context["form"].errors) == ["given_on"]
    assert noted(cast) == []


def test_whoever_wrote_it_takes_it_back_and_nobody_else(client, cast, vera):
    with acting(user=cast.karen):
        Support.write(vera, kind="talk", given_on=today(), by=cast.karen)
        address = reverse("screening:take_support_back", args=[vera.pk, Support.objects.get().pk])
    people.sign_in(client, cast.sille)
    by_another = client.post(address)
    stands = noted(cast)
    people.sign_in(client, cast.karen)

    client.post(address)

    assert by_another.status_code == 409
    assert stands == [("talk", today(), "Karen Koordinator")]
    assert noted(cast) == []


def test_the_volunteer_reads_day_and_kind_on_their_own_page(client, cast, vera):
    with acting(user=cast.karen):
        Support.write(vera, kind="talk", given_on=today(), by=cast.karen)
        link = issue_link(Purpose.OWN_PAGE, vera, "coordinators:own_page").replace("http://localhost:8000", "")

    page = client.get(link)

    assert [(one.kind, one.given_on) for one in page.context["page"].supports] == [("talk", today())]
    assert "Da vi talte sammen" in page.content.decode()


@pytest.mark.parametrize("who", ["lars", "nanna", "leif"])
def test_neither_a_lead_nor_another_house_reads_it(cast, vera, who):
    with acting(user=cast.karen):
        Support.write(vera, kind="talk", given_on=today(), by=cast.karen)

    with acting(user=getattr(cast, who)):
        assert not Support.objects.exists()


def test_nobody_notes_a_talk_in_another_name(cast, vera):
    with acting(user=cast.karen), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        Support.write(vera, kind="talk", given_on=today(), by=cast.sille)


@pytest.mark.feature(41)
def test_the_talk_at_the_end_of_a_friendship_counts(cast):
    in_state(cast, "ended")

    assert noted(cast) == [("exit_talk", today(), "Karen Koordinator")]


@pytest.mark.feature(41)
def test_whoever_could_not_take_part_was_not_talked_with(cast):
    match = in_state(cast, "ending")
    with acting(user=cast.karen):
        closure = match.closure
        closure.write(told_on=today(), citizen_talk_on=today(), cannot=["volunteer"])
        closure.write(farewell="greeting", contact="none", citizen_next="friend")
        closure.end(by=cast.karen)

    assert noted(cast) == []
