"""A match round on the page: asked for, looked at, changed pair by pair; only proposals leave it."""

import json
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains

from access.context import acting
from letters.models import Message
from matching.models import Match, MatchRound
from matching.rounds.making import begin, keep, make, make_for
from weshelter.tests import people


def waiting_and_free(cast):
    """Bo likes chess, Ib walks; so do Henrik and Vera. Ole speaks only Polish."""
    return {
        "bo": people.create_citizen(cast, "Bo", interests=["chess"]),
        "ib": people.create_citizen(cast, "Ib", interests=["walks"]),
        "ole": people.create_citizen(cast, "Ole", languages=["pl"]),
        "vera": people.ready_volunteer(cast, interests=["walks"]),
        "henrik": people.ready_volunteer(cast, "Henrik Holm", interests=["chess"]),
    }


def make_round(client, cast, who="karen"):
    """Ask for a round over RG60's friends; the page that shows it."""
    people.sign_in(client, getattr(cast, who))
    return client.post(reverse("matching:rounds"), {"projects": [cast.rg60.friends.pk]}, follow=True)


def pairs_of(page):
    return {row.citizen.called_name: row.suggestion.candidate.first_name for row in page.context["page"].rows}


@pytest.mark.feature(22)
@pytest.mark.feature(32)
def test_a_round_pairs_those_who_fit_and_says_who_is_missing(client, cast):
    waiting_and_free(cast)

    page = make_round(client, cast)

    assert pairs_of(page) == {"Bo": "Henrik", "Ib": "Vera"}
    assert [row.citizen.called_name for row in page.context["page"].left] == ["Ole"]
    assert page.context["page"].poster == [("En, der taler: polsk.", 1)]
    assert page.context["round"].is_proved


@pytest.mark.feature(22)
@pytest.mark.parametrize(
    ("wished", "told", "missing"),
    [
        ({"friend_gender": "woman"}, {"gender": "man"}, "Én, der er: en kvinde."),
        ({"friend_gender": "man"}, {"gender": ""}, "Én, der er: en mand."),
        ({"around": ["pets"]}, {"limits": ["pets"]}, "Én, der kan være sammen med: hunde og andre dyr."),
        ({"limits": ["smoke"]}, {"around": ["smoke"]}, "Én uden: røg indendørs."),
    ],
)
def test_a_round_says_what_kind_of_volunteer_is_missing(client, cast, wished, told, missing):
    people.create_citizen(cast, **wished)
    people.ready_volunteer(cast, **told)

    page = make_round(client, cast)

    assert page.context["page"].poster == [(missing, 1)]


@pytest.mark.feature(25)
def test_only_the_pairs_chosen_are_proposed(client, cast):
    one = waiting_and_free(cast)
    url = make_round(client, cast).request["PATH_INFO"]

    page = client.post(url, {str(one["bo"].pk): "", str(one["ib"].pk): str(one["henrik"].pk)}, follow=True)

    assert pairs_of(page) == {}
    assert [str(message) for message in page.context["messages"]] == ["Henrik får en mail med spørgsmålet."]
    with acting(user=cast.karen):
        assert [(match.citizen, match.volunteer) for match in Match.objects.all()] == [(one["ib"], one["henrik"])]
        assert Message.objects.filter(kind="proposal").get().address == one["henrik"].email


def test_nothing_is_proposed_by_looking(client, cast):
    waiting_and_free(cast)

    make_round(client, cast)

    with acting(user=cast.karen):
        assert Match.objects.count() == 0


def test_two_for_one_volunteer_are_one_too_many_and_it_is_said_beside_the_second(client, cast):
    one = waiting_and_free(cast)
    url = make_round(client, cast).request["PATH_INFO"]

    page = client.post(url, {str(one[name].pk): str(one["vera"].pk) for name in ("bo", "ib")})

    assert list(page.context["form"].errors) == [str(one["ib"].pk)]
    with acting(user=cast.karen):
        assert Match.objects.count() == 0


def test_a_pair_that_has_become_impossible_is_no_longer_shown(client, cast):
    one = waiting_and_free(cast)
    url = make_round(client, cast).request["PATH_INFO"]
    people.create_match(cast, citizen=people.create_citizen(cast, "Per"), volunteer=one["vera"])

    page = client.get(url)

    assert pairs_of(page) == {"Bo": "Henrik"}
    assert page.context["page"].settled == 1


@pytest.mark.feature(32)
def test_a_volunteer_with_room_for_two_gets_two(client, cast):
    one = waiting_and_free(cast)
    with acting(user=cast.karen):
        type(one["vera"]).objects.filter(pk=one["vera"].pk).update(capacity=2)
    people.create_citizen(cast, "Per", interests=["walks"])

    page = make_round(client, cast)

    assert pairs_of(page) == {"Bo": "Henrik", "Ib": "Vera", "Per": "Vera"}


@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_a_round_is_its_owners(client, cast, who):
    waiting_and_free(cast)
    url = make_round(client, cast).request["PATH_INFO"]
    people.sign_in(client, getattr(cast, who))

    assert client.get(url).status_code == 404


def test_a_round_over_somebody_elses_project_cannot_be_asked_for(client, cast):
    waiting_and_free(cast)

    page = make_round(client, cast, "nanna")

    assert page.context["form"].errors["projects"]
    with acting(user=cast.nanna):
        assert MatchRound.objects.count() == 0


@pytest.mark.parametrize("rows", [1, 3])
def test_the_page_asks_as_often_for_three_as_for_one(client, cast, rows, django_assert_max_num_queries):
    for number in range(rows):
        people.create_citizen(cast, f"Nr{number}")
        people.ready_volunteer(cast, f"Ven{number} Ven")
    url = make_round(client, cast).request["PATH_INFO"]

    with django_assert_max_num_queries(18):
        page = client.get(url)

    assert len(page.context["page"].rows) == rows


def test_a_long_round_is_made_by_the_worker_with_the_owners_eyes(client, cast):
    waiting_and_free(cast)
    people.create_citizen(cast, "Nannas borger", house=cast.nabo)
    with acting(user=cast.karen):
        kept, _people = begin(cast.karen, [cast.rg60.friends.pk, cast.nabo.friends.pk])
    people.sign_in(client, cast.karen)
    waits = client.get(reverse("matching:round", args=[kept.pk]))

    make_for(cast.karen, kept.pk)

    assertContains(waits, "Lige nu: venter på sin tur.")
    assert pairs_of(client.get(reverse("matching:round", args=[kept.pk]))) == {"Bo": "Henrik", "Ib": "Vera"}
    with acting(user=cast.karen):
        assert MatchRound.objects.get().pairs.count() == 3


def test_a_round_is_forgotten_after_two_weeks(cast):
    with acting(user=cast.karen):
        old, new = (make_now(cast) for _number in range(2))
        MatchRound.objects.filter(pk=old.pk).update(made_at=timezone.localtime() - timedelta(days=15))

        assert set(MatchRound.objects.kept_long_enough()) == {old}
        assert set(MatchRound.objects.visible_to(cast.karen)) == {old, new}


def make_now(cast):
    kept, found = begin(cast.karen, [cast.rg60.friends.pk])
    keep(kept, found, make(found))
    return kept


def test_the_command_prints_the_same_round_and_no_citizens_name(client, cast):
    one = waiting_and_free(cast)
    page = make_round(client, cast)
    out = StringIO()

    call_command("match_round", "--as", cast.karen.email, "--project", "rg60-friends", "--json", stdout=out)

    answer = json.loads(out.getvalue())
    shown = {str(row.citizen.pk): row.suggestion.candidate.id for row in page.context["page"].rows}
    assert {pair["citizen"]: pair["volunteer"] for pair in answer["pairs"]} == shown
    assert (answer["total"], answer["left"], answer["is_proved"]) == (page.context["round"].total, 1, True)
    assert one["bo"].called_name not in out.getvalue().replace("Både", "")


@pytest.mark.parametrize("who", ["lars@example.org", "nanna@example.org", "ingen@example.org"])
def test_the_command_refuses_who_does_not_hold_the_project(cast, who):
    with pytest.raises(CommandError):
        call_command("match_round", "--as", who, "--project", "rg60-friends", stdout=StringIO())
