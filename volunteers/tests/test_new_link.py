"""Who has lost the link to the own page asks for a new one; the letter goes to the address that we have, or nowhere."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.models import F
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from access.context import acting
from access.links import Purpose, issue_link
from access.models import Link
from letters.models import Message
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people

THANKS = "/nyt-link/tak/"


def ask(client, email: str = "anna@example.net", **more):
    return client.post(reverse("volunteers:new_link"), {"email": email} | more)


@pytest.fixture
def letters(committed_cast, as_login):
    """The addresses to which new links have gone, once the worker has worked."""

    def work() -> list[str]:
        as_login("jobs")
        call_command("work", once=True)
        sent = Message.objects.filter(kind="new_link").order_by("made_at").values_list("address", flat=True)
        found = list(sent)
        as_login("app")
        return found

    return work


@pytest.mark.feature(72)
def test_the_letter_goes_to_the_address_on_the_row(client, committed_cast, letters):
    way.applied(committed_cast)

    response = ask(client, "ANNA@EXAMPLE.NET")

    assert (response.url, letters()) == (THANKS, ["anna@example.net"])


def test_two_with_the_same_address_each_get_theirs(client, committed_cast, letters):
    for name in ("Anna Ansøger", "Anna Andersen"):
        way.applied(committed_cast, name)

    ask(client)

    assert letters() == ["anna@example.net", "anna@example.net"]


def test_a_robot_that_applies_with_her_address_keeps_nobody_from_a_new_link(client, cast):
    anna = way.applied(cast)
    for _number in range(100):
        people.apply("Robot", cast.rg60.friend_role, email=anna.email)

    answer = ask(client)

    with acting(new_id=uuid4()), connection.cursor() as cursor:
        cursor.execute("SELECT app.volunteers_at(%s)", [anna.email])
        found = [pk for (pk,) in cursor.fetchall()]
    assert (answer.status_code, answer.url, len(found), found[0]) == (302, THANKS, 100, anna.pk)


@pytest.mark.parametrize("email", ["ukendt@example.net", "anna@example.ne", "%@example.net"])
def test_an_address_that_is_none_of_ours_gets_the_same_answer_and_no_letter(client, committed_cast, letters, email):
    way.applied(committed_cast)

    response = ask(client, email)

    assert (response.status_code, response.url, letters()) == (302, THANKS, [])


def test_who_was_declined_or_went_gets_no_letter(client, committed_cast, letters):
    anna = way.applied(committed_cast)
    with acting(user=committed_cast.karen):
        anna.decline(reason="other", by=committed_cast.karen)

    ask(client)

    assert letters() == []


def test_a_second_click_and_a_robot_get_no_second_letter(client, committed_cast, letters):
    way.applied(committed_cast)

    for more in ({}, {}, {"website": "https://spam.example"}):
        assert ask(client, **more).url == THANKS

    assert letters() == ["anna@example.net"]


def test_a_robot_alone_gets_none(client, committed_cast, letters):
    way.applied(committed_cast)

    assert (ask(client, website="x").url, letters()) == (THANKS, [])


@pytest.mark.parametrize("email", ["", "anna", "0101901234@example.net", "a" * 250 + "@example.net"])
def test_what_is_no_address_is_said_beside_the_field(client, db, email):
    page = ask(client, email)

    assert list(page.context["form"].errors) == ["email"]


def test_from_one_network_twenty_may_ask_within_the_hour(client, cast):
    def enqueued() -> int:
        with acting(user=cast.sille):
            return DBTaskResult.objects.count()

    for number in range(25):
        ask(client, f"a{number}@example.net")

    assert enqueued() == 20


@pytest.mark.parametrize("who", ["sille", "karen"])
def test_whoever_acts_as_somebody_learns_no_address(cast, who):
    way.applied(cast)

    with acting(user=getattr(cast, who)), connection.cursor() as cursor:
        cursor.execute("SELECT app.volunteers_at('anna@example.net')")
        assert cursor.fetchall() == []


def test_the_dead_link_and_the_front_page_lead_here(client, cast):
    people.apply("Anna Ansøger", cast.rg60.friend_role)

    for page in (client.get("/min-side/intet-link/"), client.get(reverse("front"))):
        assert f'href="{reverse("volunteers:new_link")}"' in page.content.decode()


def live(client, links: list[str]) -> list[bool]:
    return [
        client.get(reverse("coordinators:own_page", args=[way.token_of(link)])).status_code == 200 for link in links
    ]


def issue(cast, volunteer) -> str:
    with acting(user=cast.karen):
        return issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")


def age(as_login, **days) -> None:
    """All links as if they had been made so many days ago."""
    as_login("owner")
    back = timedelta(**days)
    Link.objects.update(issued_at=F("issued_at") - back, expires_at=F("expires_at") - back)
    as_login("app")


@pytest.fixture
def anna(committed_cast):
    return way.applied(committed_cast)


@pytest.mark.feature(72)
@pytest.mark.parametrize(("days", "works"), [(0, True), (6, True), (8, False)])
def test_the_link_that_i_have_lives_seven_days_beside_the_new_one(client, committed_cast, anna, as_login, days, works):
    mine, new = issue(committed_cast, anna), issue(committed_cast, anna)

    age(as_login, days=days)

    assert live(client, [mine, new]) == [works, True]


def test_whoever_asks_again_lengthens_no_life(client, committed_cast, anna, as_login):
    mine = issue(committed_cast, anna)
    asked = [issue(committed_cast, anna)]
    age(as_login, days=5)

    asked.append(issue(committed_cast, anna))
    age(as_login, days=3)

    assert live(client, [mine, *asked]) == [False, True, True]


def test_whoever_asks_again_and_again_neither_ends_mine_nor_makes_many(client, committed_cast, anna):
    mine = issue(committed_cast, anna)

    asked = [issue(committed_cast, anna) for _time in range(9)]

    assert live(client, [mine, *asked]) == [True] * 5 + [False] * 4 + [True]


def test_a_link_of_a_few_days_does_not_live_longer_for_a_new_one(client, committed_cast, anna, as_login):
    mine = issue(committed_cast, anna)
    age(as_login, days=28)
    issue(committed_cast, anna)
    age(as_login, days=3)

    assert live(client, [mine]) == [False]


def test_another_link_still_ends_its_former_one(client, cast):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        links = [issue_link(Purpose.REFEREES, anna, "screening:name_referee") for _time in range(2)]

    pages = [client.get(reverse("screening:name_referee", args=[way.token_of(link)])) for link in links]

    assert [page.status_code for page in pages] == [404, 200]


def test_the_worker_makes_them_by_the_same_rule(client, committed_cast, anna, letters):
    mine = issue(committed_cast, anna)

    ask(client)

    assert (letters(), live(client, [mine])) == (["anna@example.net"], [True])


def test_the_app_cannot_put_a_link_past_the_question_whose_it_is(cast):
    with pytest.raises(DatabaseError, match="permission denied"), acting(user=cast.karen):
        connection.cursor().execute("SELECT app.put_link('own_page', gen_random_uuid(), NULL, 'x', now())")


@pytest.mark.parametrize(("address", "works"), [("anna.rettet@example.net", False), ("ANNA@example.net", True)])
def test_an_address_that_is_corrected_ends_what_its_former_reader_has(
    client, committed_cast, anna, as_login, address, works
):
    mine = issue(committed_cast, anna)
    as_login("owner")
    Volunteer.objects.filter(pk=anna.pk).update(email=address)
    as_login("app")

    assert live(client, [mine]) == [works]
