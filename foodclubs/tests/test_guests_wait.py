"""From the fourth sign-up of one browser on a guest takes no place until the house says yes, and the page says so."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from coordinators.attention import for_coordinator
from foodclubs.models import Evening, Signup
from foodclubs.places import wait_for_the_house
from foodclubs.tests.tables import create_evening, get, post, sign_up
from foodclubs.tests.test_join_page import join, names_on_the_list
from history.moves import SENTENCES, NotPossible
from weshelter.tests.browsing import Person
from weshelter.tests.people import sign_in

FOUR = ["Ane", "Bo", "Cia", "Dan"]


@pytest.fixture
def evening(cast):
    return create_evening(cast.rg60, places=6)


def table(evening) -> tuple[list[str], list[str], int]:
    """Who is on the list, who waits, and how many places are taken."""
    with acting(user=evening.coordinator):
        waiting = [str(signup.guest) for signup in evening.signups.waiting()]
        return names_on_the_list(evening), waiting, Evening.objects.get(pk=evening.pk).taken


def waits(evening, *nicknames: str) -> list[Signup]:
    with acting():
        pks = [wait_for_the_house(evening, nickname) for nickname in nicknames]
    with acting(user=evening.coordinator):
        return list(Signup.objects.filter(pk__in=pks).waiting())


def answer(client, signup, page: str = "let_guest_in", **more):
    return client.post(reverse(f"foodclubs:{page}", args=[signup.pk]), **more)


@pytest.mark.feature(47)
def test_the_fourth_from_one_browser_is_kept_and_takes_no_place(client, evening):
    for nickname in FOUR:
        assert join(client, evening, nickname).status_code == 302

    assert table(evening) == (["Ane", "Bo", "Cia"], ["Dan"], 3)


def test_the_pages_say_so_as_soon_as_it_is_true(client, evening):
    shown = []
    for nickname in FOUR:
        before = get(client, "join", evening).context["waits"]
        shown.append((before, client.get(join(client, evening, nickname).url).context["waits"]))

    assert shown == [(False, False), (False, False), (False, False), (True, True)]


def test_another_browser_and_another_evening_begin_anew(client, cast, evening):
    other = create_evening(cast.rg60, hours=72)
    for nickname in FOUR:
        join(client, evening, nickname)

    join(Client(), evening, "Eli")
    join(client, other, "Finn")

    assert table(evening) == (["Ane", "Bo", "Cia", "Eli"], ["Dan"], 4)
    assert table(other) == (["Finn"], [], 1)


def test_what_was_refused_and_what_a_robot_sent_does_not_count(client, evening):
    for nickname in ("Ane", "ane", "", "Bo"):
        join(client, evening, nickname)
    join(client, evening, "Robot", website="x")

    join(client, evening, "Cia")

    assert table(evening) == (["Ane", "Bo", "Cia"], [], 3)


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_whoever_is_of_the_house_is_not_counted(client, cast, evening, who):
    sign_in(client, getattr(cast, who))
    for nickname in FOUR:
        join(client, evening, nickname)

    assert table(evening) == (FOUR, [], 4)


@pytest.mark.parametrize("who", ["nanna", "sille"])
def test_whoever_is_of_another_house_is(client, cast, evening, who):
    sign_in(client, getattr(cast, who))
    for nickname in FOUR:
        join(client, evening, nickname)

    assert table(evening) == (["Ane", "Bo", "Cia"], ["Dan"], 3)


def test_the_count_lies_in_the_browser_for_this_page_alone_and_names_nobody(client, evening):
    join(client, evening, "Ane")

    cookie = client.cookies["guests"]
    assert cookie.value.split(":")[0] == "1"
    assert (cookie["path"], bool(cookie["httponly"]), cookie["samesite"]) == (
        reverse("foodclubs:join", args=[evening.pk]), True, "Lax",
    )  # fmt: skip


@pytest.mark.parametrize("forged", ["0", "0:x:y", "-9", "tre"])
def test_a_count_that_is_not_ours_counts_as_none(client, evening, forged):
    client.cookies["guests"] = forged

    assert join(client, evening, "Ane").status_code == 302


@pytest.mark.feature(47)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_house_says_yes_and_a_place_is_taken(client, cast, evening, who):
    [dan] = waits(evening, "Dan")
    sign_in(client, getattr(cast, who))

    page = get(client, "evening", evening)
    answer(client, dan)

    assert list(page.context["waiting"]) == [dan]
    assert table(evening) == (["Dan"], [], 1)


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_house_says_no_and_may_still_put_the_guest_on_the_list(client, cast, evening, who):
    [dan] = waits(evening, "Dan")
    sign_in(client, getattr(cast, who))

    answer(client, dan, "turn_guest_down")
    after_the_no = table(evening)
    post(client, "sign_up", evening, nickname="dan")

    assert after_the_no == ([], [], 0)
    assert table(evening) == (["Dan"], [], 1)


def test_put_on_the_list_at_the_house_a_guest_waits_no_more(client, cast, evening):
    waits(evening, "Dan")
    sign_in(client, cast.lars)

    post(client, "sign_up", evening, nickname="Dan")

    assert table(evening) == (["Dan"], [], 1)


@pytest.mark.parametrize("page", ["let_guest_in", "turn_guest_down", "let_guest_wait"])
def test_nobody_of_another_house_answers(client, cast, evening, page):
    [dan] = waits(evening, "Dan")
    sign_in(client, cast.nanna)

    assert answer(client, dan, page).status_code == 404
    with pytest.raises(DatabaseError), acting(user=cast.nanna):
        dan.answer(yes=True)
    dan.state = Signup.State.DECLINED  # so that the database itself is asked
    with pytest.raises(DatabaseError), acting(user=cast.nanna):
        dan.take_answer_back()
    assert table(evening) == ([], ["Dan"], 0)


def test_a_yes_to_a_full_table_is_no_longer_possible(client, cast, evening):
    [dan] = waits(evening, "Dan")
    sign_up(evening, *"uvwxyz")
    sign_in(client, cast.karen)

    response = answer(client, dan)

    assert response.status_code == 409
    assert table(evening) == (list("uvwxyz"), ["Dan"], 6)


def test_of_two_answers_the_first_counts(cast, evening):
    [dan] = waits(evening, "Dan")
    with acting(user=cast.lars):
        dan.answer(yes=False)

    with pytest.raises(NotPossible) as told, acting(user=cast.karen):
        dan.answer(yes=True)

    assert str(told.value) == str(SENTENCES["a_guest_still_waits"])
    assert table(evening) == ([], [], 0)


@pytest.mark.parametrize("name", ["Dan", " dan "])
def test_a_name_that_waits_is_on_the_list_already_for_everybody_outside(client, evening, name):
    waits(evening, "Dan")

    response = join(client, evening, name)

    assert response.context["form"].non_field_errors() == [str(SENTENCES["one_place_per_guest"])]
    assert table(evening) == ([], ["Dan"], 0)


def test_nobody_waits_for_a_full_or_closed_evening(cast, evening):
    sign_up(evening, *"uvwxyz")

    with pytest.raises(NotPossible) as told, acting():
        wait_for_the_house(evening, "Dan")

    assert str(told.value) == str(SENTENCES["evening_has_room"])


def test_the_app_gives_no_place_past_the_count(cast, evening):
    [dan] = waits(evening, "Dan")

    with acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute("UPDATE foodclubs_signup SET state = 'coming' WHERE id = %s", [dan.pk])
        changed = cursor.rowcount

    assert (changed, table(evening)) == (0, ([], ["Dan"], 0))


@pytest.mark.feature(93)
def test_it_stands_on_the_desk_until_the_house_has_answered(cast, evening):
    signups = waits(evening, "Dan", "Eli")
    with acting(user=cast.karen):
        before = [line.what for line in for_coordinator(cast.karen).mine if line.id == evening.pk]
        for signup in signups:
            signup.answer(yes=True)
        after = [line.what for line in for_coordinator(cast.karen).mine if line.id == evening.pk]

    assert (before, after) == (["2 gæster venter på dit ja"], [])


def test_who_still_waits_gets_a_no_when_the_evening_is_closed(cast):
    evening = create_evening(cast.rg60, hours=0.01)
    [dan] = waits(evening, "Dan")
    with acting(user=cast.karen):
        Evening.objects.filter(pk=evening.pk).update(starts_at=timezone.now() - timedelta(minutes=1))
        Evening.objects.get(pk=evening.pk).hold(guests=[], duties=[], by=cast.karen)

        assert Signup.objects.get(pk=dan.pk).state == "declined"
        assert Evening.objects.get(pk=evening.pk).guests_came == 0


def test_a_turned_down_name_has_its_place_again_where_nothing_speaks_against_it(client, cast, evening):
    [dan] = waits(evening, "Dan")
    with acting(user=cast.karen):
        dan.answer(yes=False)

    join(client, evening, "Dan")

    assert table(evening) == (["Dan"], [], 1)


@pytest.mark.feature(47)
def test_on_a_phone_the_fourth_is_told_the_truth(site, committed_cast, browser):
    evening = create_evening(committed_cast.rg60)
    person = Person(browser, site)
    for nickname in FOUR:
        person.go(reverse("foodclubs:join", args=[evening.pk])).page.fill("[name=nickname]", nickname)
        person.press("I am coming")

    assert person.sees("Tak – huset ser på det først")
    assert not person.sees("så får en anden pladsen")
    assert table(evening) == (["Ane", "Bo", "Cia"], ["Dan"], 3)
