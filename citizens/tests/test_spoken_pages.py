"""The page on which one writes down having spoken with somebody who waits: one tap, and put right the same day."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from access.context import acting
from citizens.models import Spoken
from citizens.tests.talks import go_by, say, wish_of
from citizens.tests.test_two_at_once import page_as_opened
from coordinators.timeline import timeline_of
from weshelter.tests import people
from weshelter.tests.days import today, typed

DAY = timedelta(days=1)


@pytest.fixture
def bo(cast):
    """He was registered 50 days ago, and nobody has spoken with him since."""
    bo = people.create_citizen(cast)
    go_by(bo, 50)
    return bo


def address(citizen, query: str = "") -> str:
    return reverse("citizens:still_wished", args=[citizen.pk]) + query


def talks(cast) -> list[tuple]:
    with acting(user=cast.karen):
        return [(one.by.name, one.outcome, one.spoken_on, one.again_on) for one in Spoken.objects.standing()]


@pytest.mark.feature(95)
@pytest.mark.parametrize("who", ["karen", "lars"])
@pytest.mark.parametrize("outcome", Spoken.Outcome.values)
def test_one_tap_writes_down_who_spoke_when_and_what_was_said(client, cast, bo, who, outcome):
    people.sign_in(client, getattr(cast, who))

    response = client.post(address(bo), {"outcome": outcome})

    again = today() + 42 * DAY if outcome == "not_now" else None
    assert talks(cast) == [(getattr(cast, who).name, outcome, today(), again)]
    assert response.url == reverse("coordinators:citizen", args=[bo.pk])


@pytest.mark.parametrize(
    ("said", "field", "sentence"),
    [
        ({"on": DAY}, "on", "Den dag er ikke kommet endnu"),
        ({"on": -51 * DAY}, "on", "Borgeren sagde noget den"),
        ({"on": "i går 🎉"}, "on", "Skriv en dag, der findes"),
        ({"outcome": "not_now", "again_on": timedelta()}, "again_on", "Vælg en kommende dag, højst et år frem."),
        ({"outcome": "not_now", "again_on": 367 * DAY}, "again_on", "Vælg en kommende dag, højst et år frem."),
        ({"outcome": ""}, "outcome", "Vælg et af svarene"),
        ({"outcome": "<script>"}, "outcome", "Vælg et af svarene"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_its_field_and_nothing_is_written(client, cast, bo, said, field, sentence):
    people.sign_in(client, cast.karen)

    response = client.post(address(bo), typed({"outcome": "still"} | said))

    errors = response.context["form"].errors
    assert (list(errors), talks(cast)) == ([field], [])
    assert errors[field][0].startswith(sentence)


def test_a_day_to_ask_again_that_stands_beside_another_answer_is_not_looked_at(client, cast, bo):
    people.sign_in(client, cast.karen)

    client.post(address(bo), {"outcome": "still", "on": "", "again_on": "1999-01-01"})

    assert talks(cast) == [("Karen Koordinator", "still", today(), None)]


@pytest.mark.feature(95)
def test_what_was_tapped_is_undone_at_once(client, cast, bo):
    before = wish_of(cast.karen, bo).answer
    people.sign_in(client, cast.karen)

    page = client.post(address(bo), {"outcome": "no_longer"}, follow=True).content.decode()
    undo = page.split('class="alert alert-success told"')[1].split('action="')[1].split('"')[0]
    client.post(undo)

    assert (talks(cast), wish_of(cast.karen, bo).answer) == ([], before)


@pytest.mark.parametrize(
    ("who", "came_from", "comes_to"), [("karen", "liste", "citizens:list"), ("lars", "hus", "coordinators:my_house")]
)
def test_one_comes_back_to_the_list_or_the_house(client, cast, bo, who, came_from, comes_to):
    people.sign_in(client, getattr(cast, who))
    query = "?vis=hoere" if came_from == "liste" else ""
    client.get(reverse(comes_to) + query)

    page = client.get(address(bo, f"?fra={came_from}"))
    response = client.post(address(bo, f"?fra={came_from}"), {"outcome": "still"})

    assert page.context["back"] == response.url == reverse(comes_to) + query


def test_an_invented_place_to_come_back_to_is_none(client, cast, bo):
    people.sign_in(client, cast.karen)

    response = client.post(address(bo, "?fra=https://ond.example"), {"outcome": "still"})

    assert response.url == reverse("coordinators:citizen", args=[bo.pk])


@pytest.mark.feature(95)
def test_whoever_wrote_it_down_puts_it_right_the_same_day(client, cast, bo):
    written = say(cast.lars, bo, "no_longer")
    people.sign_in(client, cast.lars)
    url = reverse("citizens:put_spoken_right", args=[bo.pk, written.pk])

    page = client.get(url)
    yesterday = today() - DAY
    client.post(url, {"outcome": "still", "on": f"{yesterday}"})

    assert page.context["form"].initial["outcome"] == "no_longer"
    assert talks(cast) == [("Lars Leder", "still", yesterday, None)]
    assert wish_of(cast.lars, bo).said_on == yesterday


@pytest.mark.parametrize("name", ["put_spoken_right", "take_spoken_back"])
@pytest.mark.parametrize(("who", "days"), [("lars", 0), ("karen", 1)])
def test_nobody_else_does_and_nobody_on_another_day(client, cast, bo, name, who, days):
    written = say(cast.karen, bo, "no_longer")
    go_by(bo, days)
    people.sign_in(client, getattr(cast, who))

    response = client.post(reverse(f"citizens:{name}", args=[bo.pk, written.pk]), {"outcome": "still"})

    assert response.status_code == 409
    assert "Kun Karen Koordinator" in response.context["sentence"]
    assert not wish_of(cast.karen, bo).wants_friend


def test_somebody_elses_talk_is_not_found_under_another_citizen(client, cast, bo):
    written = say(cast.karen, bo, "still")
    ib = people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.karen)

    assert client.get(reverse("citizens:put_spoken_right", args=[ib.pk, written.pk])).status_code == 404


@pytest.mark.feature(95)
def test_the_citizens_page_says_when_one_spoke_last_and_leads_to_the_next_time(client, cast, bo):
    written = say(cast.karen, bo, "not_reached")
    shown = {}
    for who in ("karen", "lars"):
        people.sign_in(client, getattr(cast, who))
        shown[who] = " ".join(client.get(reverse("coordinators:citizen", args=[bo.pk])).content.decode().split())

    for page in shown.values():
        assert "Blev ikke truffet" in page
        assert f"Tal sammen senest den {date_format(today() + 7 * DAY, 'DATE_FORMAT')}." in page
        assert f'href="{address(bo)}"' in page
    right = reverse("citizens:put_spoken_right", args=[bo.pk, written.pk])
    assert (right in shown["karen"], right in shown["lars"]) == (True, False)


@pytest.mark.feature(95)
def test_who_would_rather_not_be_asked_is_so_until_the_wishes_are_told_anew(client, cast, bo):
    say(cast.karen, bo, "rather_not")
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:citizen", args=[bo.pk])).content.decode()
    client.post(reverse("citizens:wishes", args=[bo.pk]), page_as_opened(client, "wishes", bo) | {"needs": ["quiet"]})

    assert "Vent, til borgeren selv kommer." in page
    assert wish_of(cast.karen, bo).speak_on == today() + 42 * DAY


def test_a_wish_that_ends_among_the_wishes_is_asked_about_no_more(client, cast, bo):
    people.sign_in(client, cast.karen)
    sent = page_as_opened(client, "wishes", bo)
    del sent["wants_friend"]

    client.post(reverse("citizens:wishes", args=[bo.pk]), sent)

    wish = wish_of(cast.karen, bo)
    assert (wish.wants_friend, wish.waits_since, wish.speak_on) == (False, None, None)


def test_what_else_is_told_while_a_wish_rests_leaves_the_day_on_which_to_ask_again(client, cast, bo):
    say(cast.karen, bo, "not_now", again_on=today() + 20 * DAY)
    people.sign_in(client, cast.lars)

    client.post(reverse("citizens:wishes", args=[bo.pk]), page_as_opened(client, "wishes", bo) | {"area": "2300"})

    wish = wish_of(cast.karen, bo)
    assert (wish.wants_friend, wish.area, wish.speak_on) == (False, "2300", today() + 20 * DAY)


@pytest.mark.parametrize("wishes", ["on", ""])
def test_who_is_registered_is_spoken_with_within_six_weeks_if_a_friend_is_wished_for(client, cast, wishes):
    people.sign_in(client, cast.karen)
    said = {"project": cast.rg60.friends.pk, "called_name": "Ib", "attachment": "lives_here", "wants_friend": wishes}

    client.post(reverse("citizens:register"), said | {"purposes": ["registration"], "given": "spoken"})

    with acting(user=cast.karen):
        ib = cast.rg60.friends.citizens.get()
    assert wish_of(cast.karen, ib).speak_on == (today() + 42 * DAY if wishes else None)


def told(cast, citizen) -> list[str]:
    with acting(user=cast.karen):
        return [line.sentence for line in timeline_of(citizen).lines]


@pytest.mark.feature(95)
def test_the_timeline_tells_each_talk_once_and_what_became_of_it(cast, bo):
    before = told(cast, bo)
    written = say(cast.lars, bo, "not_now")
    with acting(user=cast.lars):
        written.put_right(outcome="no_longer", on=today())
        written.take_back()
    say(cast.karen, bo, "still")

    assert [sentence for sentence in told(cast, bo) if sentence not in before] == [
        "Karen Koordinator talte med borgeren: ønsker stadig en netværksven",
        "Lars Leder tog tilbage, at der blev talt med borgeren",
        "Lars Leder rettede, hvad borgeren har sagt",
        "Lars Leder talte med borgeren: ikke lige nu",
    ]
