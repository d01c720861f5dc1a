"""Whoever waits and has not heard from us for six weeks stands on the desk, at the house and in the daily mail."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from citizens.tests.talks import go_by, say
from coordinators.attention import for_coordinator, for_lead
from friendships.tests.pairs import bring_to_an_end
from institutions.models import Membership
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.days import today

ONE, TWO = "{}: 1 borger, der venter, har ikke", "{}: 2 borgere, der venter, har ikke"


def waits(cast, name: str, days: int, **said):
    """Somebody who was registered so many days ago."""
    citizen = people.create_citizen(cast, name, **said)
    go_by(citizen, days)
    return citizen


def rows(user) -> list:
    """The rows of the desk that lead to a list."""
    with acting(user=user):
        return [line for line in for_coordinator(user).mine if line.page == "citizens:list"]


def names(citizens) -> list[str]:
    return [citizen.called_name for citizen in citizens]


@pytest.mark.feature(95)
def test_the_desk_has_one_row_for_each_house_since_the_first_was_due(cast):
    waits(cast, "Bo", 50)
    waits(cast, "Ib", 43)
    waits(cast, "Ole", 41)
    waits(cast, "Per", 60, house=cast.nabo)
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.karen, role="coordinator", project=cast.nabo.friends)

    found = {line.what: (line.waited, line.url) for line in rows(type(cast.karen).objects.get(pk=cast.karen.pk))}

    listed = reverse("citizens:list")
    assert {what.partition(" hørt")[0]: said for what, said in found.items()} == {
        TWO.format("RG60"): ("har ventet 8 dage", f"{listed}?vis=hoere&projekt=rg60-friends"),
        ONE.format("NABO"): ("har ventet 18 dage", f"{listed}?vis=hoere&projekt=nabo-friends"),
    }


def test_whom_one_need_not_speak_with_stands_in_no_row(cast):
    waits(cast, "spoken with", 41)
    say(cast.karen, waits(cast, "not reached", 50), "not_reached")
    say(cast.karen, waits(cast, "left alone", 50), "rather_not")
    say(cast.karen, waits(cast, "wishes none", 50), "no_longer")
    people.create_match(cast, citizen=waits(cast, "proposed", 50), started=False)
    people.create_match(
        cast, citizen=waits(cast, "has a friend", 50), volunteer=people.ready_volunteer(cast, "Sofie Skov")
    )

    assert rows(cast.karen) == []


@pytest.mark.feature(69)
@pytest.mark.parametrize("purpose", ["friend", "registration"])
@pytest.mark.parametrize("wants_friend", [True, False])
def test_nobody_asks_whoever_took_the_consent_back(cast, purpose, wants_friend):
    bo = waits(cast, "Bo", 50)
    if not wants_friend:
        say(cast.karen, bo, "not_now", again_on=today() + timedelta(days=1))
        go_by(bo, 1)
    before = rows(cast.karen) or rows_about(cast.karen, bo)

    with acting(user=cast.karen):
        bo.consents.live().get(purpose=purpose).withdraw(by=cast.karen)

    assert len(before) == 1
    farewell = [("coordinators:citizen", "nyt i dag")] if purpose == "registration" else []
    assert (rows(cast.karen), rows_about(cast.karen, bo), rows_about(cast.lars, bo)) == ([], farewell, [])


@pytest.mark.feature(69)
def test_who_wishes_a_friend_again_after_taking_the_consent_back_is_spoken_with_again(cast):
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        bo.consents.live().get(purpose="friend").withdraw(by=cast.karen)
    go_by(bo, 50)
    before = rows(cast.karen)

    say(cast.karen, bo, "still")
    go_by(bo, 42)

    assert (before, len(rows(cast.karen))) == ([], 1)


def test_whoever_comes_back_from_a_proposal_is_due_again(cast):
    match = people.create_match(cast, citizen=waits(cast, "Bo", 50), started=False)
    with acting(user=cast.karen):
        Match.objects.get(pk=match.pk).decline(by=cast.karen)

    assert len(rows(cast.karen)) == 1


def test_after_a_friendship_six_weeks_begin_anew(cast):
    match = people.create_match(cast, citizen=waits(cast, "Bo", 50))
    bring_to_an_end(cast, match)
    ended = rows(cast.karen)

    go_by(match.citizen, 42)

    assert (ended, len(rows(cast.karen))) == ([], 1)


@pytest.mark.feature(95)
def test_the_row_leads_to_those_alone_and_two_taps_later_one_stands_there_no_more(client, cast):
    bo = waits(cast, "Bo", 50)
    waits(cast, "Ib", 50)
    waits(cast, "Ole", 10)
    people.sign_in(client, cast.karen)
    [line] = rows(cast.karen)

    listed = client.get(line.url)
    way = f"{reverse('citizens:still_wished', args=[bo.pk])}?fra=liste"
    after = client.post(way, {"outcome": "still"}, follow=True)

    assert (names(listed.context["list"].rows), f'href="{way}"' in listed.content.decode()) == (["Bo", "Ib"], True)
    assert names(after.context["list"].rows) == ["Ib"]
    assert "Noteret: ønsker stadig en netværksven." in after.content.decode()


@pytest.mark.parametrize(("which", "leads"), [("hoere", True), ("venter", True), ("spoerges", True), ("", False)])
def test_a_list_of_those_who_wait_leads_to_the_talk(client, cast, which, leads):
    bo = waits(cast, "Bo", 100)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("citizens:list"), {"vis": which}).content.decode()

    assert "Bo" in page
    assert (f"{reverse('citizens:still_wished', args=[bo.pk])}?fra=liste" in page) is leads


@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_nobody_elsewhere_reads_of_it(cast, who):
    waits(cast, "Bo", 50)
    user = getattr(cast, who)

    with acting(user=user):
        assert (for_coordinator(user).mine, for_lead(user)) == ([], [])


@pytest.mark.feature(95)
def test_who_said_not_just_now_stands_on_the_desk_on_his_day(client, cast):
    bo = people.create_citizen(cast)
    say(cast.karen, bo, "not_now", again_on=today() + timedelta(days=20))
    before = rows_about(cast.karen, bo)

    go_by(bo, 20)

    assert (before, rows_about(cast.karen, bo)) == ([], [("citizens:still_wished", "nyt i dag")])
    assert rows_about(cast.lars, bo) == [("citizens:still_wished", "nyt i dag")]


def rows_about(user, citizen) -> list[tuple]:
    """What the desk, or the mail of a lead, says of one citizen."""
    with acting(user=user):
        desk = for_coordinator(user)
        lines = [*desk.mine, *desk.friends, *for_lead(user)] if user.name.startswith("Karen") else for_lead(user)
    return list(dict.fromkeys((line.page, line.waited) for line in lines if line.id == citizen.pk))


@pytest.mark.feature(95)
@pytest.mark.parametrize("consents", [("registration", "friend"), ("registration",)])
def test_nothing_asks_whoever_would_rather_not_be_asked(client, cast, consents):
    bo = waits(cast, "Bo", 100, consents=consents)
    before = rows_about(cast.karen, bo)

    say(cast.karen, bo, "rather_not")

    people.sign_in(client, cast.karen)
    asked = client.get(reverse("citizens:list"), {"vis": "spoerges"}).context["list"].rows
    people.sign_in(client, cast.lars)
    house = client.get(reverse("coordinators:my_house")).context
    assert (len(before), rows_about(cast.karen, bo), names(asked)) == (1, [], [])
    assert (house["lacking"], house["unheard"]) == ([], [])


@pytest.mark.feature(95)
def test_the_page_of_the_house_shows_all_who_wait_and_before_them_whom_to_speak_with(client, cast):
    for number in range(7):
        waits(cast, f"Nr. {number}", 45 - number)
    bo = people.create_citizen(cast)
    say(cast.lars, bo, "not_now", again_on=today() + timedelta(days=1))
    go_by(bo, 1)
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:my_house"))

    shown = {name: names(page.context[name]) for name in ("unheard", "again", "citizens")}
    assert shown == {
        "unheard": [f"Nr. {number}" for number in range(4)],
        "again": ["Bo"],
        "citizens": [f"Nr. {number}" for number in range(7)],
    }
    assert page.content.decode().count("?fra=hus") == 4 + 1 + 7
    assert f'href="{reverse("citizens:list")}?vis=venter"' in page.content.decode()


def test_of_very_many_the_house_shows_a_page_and_the_way_to_all(client, cast, monkeypatch):
    monkeypatch.setattr("coordinators.views.ROWS", 2)
    for number in range(3):
        waits(cast, f"Nr. {number}", 10 - number)
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:my_house"))

    assert names(page.context["citizens"]) == ["Nr. 0", "Nr. 1"]
    assert f'href="{reverse("citizens:list")}?vis=venter"' in page.content.decode()


def test_from_the_house_one_comes_back_to_the_house(client, cast):
    bo = waits(cast, "Bo", 50)
    people.sign_in(client, cast.lars)

    after = client.post(
        f"{reverse('citizens:still_wished', args=[bo.pk])}?fra=hus", {"outcome": "rather_not"}, follow=True
    )

    assert after.request["PATH_INFO"] == reverse("coordinators:my_house")
    assert (after.context["unheard"], names(after.context["citizens"])) == ([], ["Bo"])


@pytest.mark.feature(95)
def test_the_lead_has_one_row_in_the_mail_for_all_of_the_house(cast):
    waits(cast, "Bo", 50)
    waits(cast, "Ib", 43)

    with acting(user=cast.lars):
        [line] = for_lead(cast.lars)

    assert line.what == "2 borgere, der venter, har ikke hørt fra os i seks uger"
    assert (line.url, line.waited) == (reverse("coordinators:my_house"), "har ventet 8 dage")


def test_the_house_asks_as_often_for_three_as_for_one(client, cast):
    people.sign_in(client, cast.lars)
    asked = []
    for number in range(3):
        waits(cast, f"Bo {number}", 50)
        waits(cast, f"Ib {number}", 5, consents=["registration"])
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(reverse("coordinators:my_house")).context["unheard"]) == number + 1
        asked.append(len(captured))

    assert asked[0] == asked[1] == asked[2]
