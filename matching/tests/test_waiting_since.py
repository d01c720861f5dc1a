"""Waiting counts from the wish that lives now, or from the end of the last friendship; never from the registration."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen, Wishes
from friendships.tests.pairs import bring_to_an_end
from history.tracking import events_of
from matching.rounds.making import people_of
from matching.suggesting.candidates import wishes_of
from matching.suggesting.values import Weights
from weshelter.tests import people
from weshelter.tests.databases import as_owner

LONG_AGO = timedelta(days=100)


def wait(citizen, days: timedelta) -> datetime:
    """He has waited for so long; since when."""
    as_owner("UPDATE citizens_wishes SET waits_since = waits_since - %s WHERE citizen_id = %s", days, citizen.pk)
    return timezone.localtime() - days


def since(cast, citizen) -> datetime | None:
    with acting(user=cast.karen):
        return Wishes.objects.get(citizen=citizen).waits_since


def days_waited(cast, citizen) -> int | None:
    begun = since(cast, citizen)
    return None if begun is None else (timezone.localdate() - timezone.localdate(begun)).days


def say(cast, citizen, *, wants: bool) -> None:
    with acting(user=cast.karen):
        citizen.spoken_with(outcome="still" if wants else "no_longer", by=cast.karen)


def end(cast, match, **said) -> None:
    """The friendship comes to its end."""
    bring_to_an_end(cast, match, **said)


@pytest.mark.feature(24)
def test_it_counts_from_the_day_the_wish_was_first_said_however_often_it_is_said_again(cast):
    bo = people.create_citizen(cast)
    wait(bo, LONG_AGO)

    say(cast, bo, wants=True)

    assert days_waited(cast, bo) == 100


@pytest.mark.feature(24)
def test_a_wish_that_rested_is_a_new_one_when_it_comes_back(cast):
    bo = people.create_citizen(cast)
    wait(bo, LONG_AGO)

    say(cast, bo, wants=False)
    rested = since(cast, bo)
    say(cast, bo, wants=True)

    assert (rested, days_waited(cast, bo)) == (None, 0)


@pytest.mark.parametrize(("wants", "waited"), [(True, 0), (False, None)])
def test_who_is_registered_waits_from_that_day_if_a_friend_is_wished_for(cast, wants, waited):
    assert days_waited(cast, people.create_citizen(cast, wants_friend=wants)) == waited


@pytest.mark.feature(24)
def test_after_a_friendship_it_counts_from_its_end(cast):
    match = people.create_match(cast)
    wait(match.citizen, LONG_AGO)

    end(cast, match)

    assert days_waited(cast, match.citizen) == 0


def test_whoever_wished_no_other_friend_waits_for_none_when_it_ends(cast):
    match = people.create_match(cast)
    say(cast, match.citizen, wants=False)

    end(cast, match, citizen_next="nothing")

    assert since(cast, match.citizen) is None


@pytest.mark.feature(24)
def test_a_proposal_that_came_to_nothing_takes_no_waiting_away(cast):
    match = people.create_match(cast, started=False)
    wait(match.citizen, LONG_AGO)

    with acting(user=cast.karen):
        match.decline(by=cast.karen)

    assert days_waited(cast, match.citizen) == 100


@pytest.fixture
def bo_and_ib(cast):
    """Bo was registered ten years ago and had a friend until today; Ib came later, and has waited for 70 days."""
    match = people.create_match(cast)
    ib = people.create_citizen(cast, "Ib")
    as_owner(
        "UPDATE citizens_citizen SET registered_at = registered_at - interval '10 years' WHERE id = %s",
        str(match.citizen_id),
    )
    wait(match.citizen, LONG_AGO)
    end(cast, match)
    wait(ib, timedelta(days=70))
    return match.citizen, ib


def names(citizens) -> list[str]:
    return [citizen.called_name for citizen in citizens]


@pytest.mark.feature(24)
def test_lists_desk_and_house_show_those_first_who_have_waited_longest(client, cast, bo_and_ib):
    people.sign_in(client, cast.karen)
    listed = client.get(reverse("citizens:list"), {"vis": "venter"})
    desk = client.get(reverse("coordinators:desk")).context["desk"]
    people.sign_in(client, cast.lars)
    house = client.get(reverse("coordinators:my_house")).context["citizens"]

    assert names(listed.context["list"].rows) == names(house) == ["Ib", "Bo"]
    assert [(line.who, line.waited) for line in desk.friends] == [("Ib", "har ventet 70 dage"), ("Bo", "nyt i dag")]
    assert listed.content.decode().count("har ventet siden") == 2


@pytest.mark.feature(24)
def test_whose_yes_is_missing_waits_since_then_too(client, cast):
    bo, ib = (people.create_citizen(cast, name, consents=["registration"]) for name in ("Bo", "Ib"))
    as_owner("UPDATE citizens_citizen SET registered_at = registered_at - interval '9 years' WHERE id = %s", str(bo.pk))
    wait(ib, timedelta(days=70))
    people.sign_in(client, cast.karen)

    desk = client.get(reverse("coordinators:desk")).context["desk"]

    assert [(line.who, line.waited) for line in desk.mine] == [("Ib", "har ventet 70 dage"), ("Bo", "nyt i dag")]


@pytest.mark.feature(24)
def test_suggestions_and_rounds_count_the_months_of_the_same_waiting(cast, bo_and_ib):
    with acting(user=cast.karen):
        asked = wishes_of(cast.karen, Citizen.objects.all())
        in_the_round = people_of(cast.karen, [cast.rg60.friends.pk], Weights()).wishes

    assert [(wish.id, wish.months) for wish in asked] == [
        (str(one.pk), months) for one, months in zip(reversed(bo_and_ib), (2, 0), strict=True)
    ]
    assert [wish.id for wish in in_the_round] == [wish.id for wish in asked]


def test_who_wishes_no_friend_has_no_place_in_the_order_of_waiting(client, cast, monkeypatch):
    """An address may name one who has come to wish none since."""
    monkeypatch.setattr("pages.lists.ROWS", 1)
    bo, _ib = people.create_citizen(cast, "Bo"), people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.karen)
    say(cast, bo, wants=False)

    listed = client.get(reverse("citizens:list"), {"vis": "venter", "efter": str(bo.pk)})

    assert names(listed.context["list"].rows) == ["Ib"]


@pytest.mark.parametrize("which", ["", "ven", "hviler"])
def test_the_order_of_waiting_is_offered_where_everybody_waits_alone(client, cast, which):
    people.sign_in(client, cast.karen)

    listing = client.get(reverse("citizens:list"), {"vis": which, "orden": "ventet"}).context["list"]

    assert listing.choices[2].chosen == "navn"


def test_those_registered_before_wait_as_the_history_tells(committed_cast, as_it_was, as_login):
    cast = committed_cast
    bo, ib, ole = (people.create_citizen(cast, name) for name in ("Bo", "Ib", "Ole"))
    for citizen, answers in ((bo, [True]), (ib, [False, True]), (ole, [False])):
        for answer in answers:
            say(cast, citizen, wants=answer)
    as_it_was("citizens", "0005_waiting_counts_from_the_wish")
    as_login("owner")
    Wishes.objects.update(waits_since=timezone.localtime() + LONG_AGO)

    as_it_was("citizens", "0006_since_when_each_waits")
    as_login("owner")

    said = {one.pk: list(events_of(Wishes).objects.filter(pgh_obj=one.pk).order_by("pgh_id")) for one in (bo, ib)}
    assert dict(Wishes.objects.values_list("citizen", "waits_since")) == {
        bo.pk: said[bo.pk][0].pgh_created_at,
        ib.pk: said[ib.pk][2].pgh_created_at,
        ole.pk: None,
    }
