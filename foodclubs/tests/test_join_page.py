"""The public page of an evening: sign-up by nickname, no account, no list of names."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.models import Evening, Guest, Signup
from foodclubs.staffing import call_off
from foodclubs.tests.tables import create_evening, helper, sign_up
from history.moves import SENTENCES
from weshelter.tests.people import sign_in


def join(client, evening, nickname: str, **extra):
    return client.post(reverse("foodclubs:join", args=[evening.pk]), {"nickname": nickname, **extra})


def names_on_the_list(evening) -> list[str]:
    with acting(user=evening.coordinator):
        return [str(signup.guest) for signup in evening.signups.on_the_list()]


@pytest.mark.feature(47)
def test_a_guest_signs_up_by_a_nickname_and_is_thanked(client, cast):
    evening = create_evening(cast.rg60)

    response = join(client, evening, "  Lille   Bo ")

    assert response.url == reverse("foodclubs:joined", args=[evening.pk])
    assert client.get(response.url).status_code == 200
    assert names_on_the_list(evening) == ["Lille Bo"]


@pytest.mark.feature(50)
def test_the_page_says_when_where_what_and_the_price(client, cast):
    evening = create_evening(cast.rg60, places=3)
    sign_up(evening, "Bo")

    page = client.get(reverse("foodclubs:join", args=[evening.pk]))

    assert page.context["evening"].places_left == 2
    for text in ("Linsesuppe og æblekage", "Gaden 1, 2200 København N", "15 kr."):
        assert text in page.content.decode()


@pytest.mark.parametrize("page", ["join", "joined"])
def test_the_public_pages_name_no_guest_and_no_volunteer(client, cast, page):
    evening, hanne = create_evening(cast.rg60), helper(cast, "Hemmelige Hanne")
    sign_up(evening, "Hemmelige Bo")
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)

    content = client.get(reverse(f"foodclubs:{page}", args=[evening.pk])).content.decode()

    assert "Hemmelige" not in content


@pytest.mark.parametrize(
    "nickname",
    ["", "   ", "x" * 41, "010190-1234", "Bo 0101901234", "\x00"],
    ids=["empty", "blank", "too long", "cpr", "cpr in a name", "null"],
)
def test_a_bad_nickname_is_refused_and_nothing_is_saved(client, cast, nickname):
    evening = create_evening(cast.rg60)

    response = join(client, evening, nickname)

    assert response.context["form"].errors.keys() == {"nickname"}
    assert names_on_the_list(evening) == []


@pytest.mark.parametrize("nickname", ["😀 Bo", "<script>alert(1)</script>", "Åse-Ø'Æ", "x" * 40])
def test_any_other_nickname_is_taken_as_it_is(client, cast, nickname):
    evening = create_evening(cast.rg60)

    join(client, evening, nickname)

    assert names_on_the_list(evening) == [nickname]


def test_a_nickname_with_markup_is_shown_as_text(client, cast):
    evening = create_evening(cast.rg60)
    join(client, evening, "<script>alert(1)</script>")
    sign_in(client, cast.karen)

    content = client.get(reverse("foodclubs:evening", args=[evening.pk])).content.decode()

    assert "<script>alert" not in content
    assert "&lt;script&gt;alert(1)" in content


@pytest.mark.parametrize("again", ["Bo", "bo", " BO "])
def test_the_same_name_twice_is_told_kindly(client, cast, again):
    evening = create_evening(cast.rg60)
    join(client, evening, "Bo")

    response = join(client, evening, again)

    assert response.context["form"].non_field_errors() == [str(SENTENCES["one_place_per_guest"])]
    assert names_on_the_list(evening) == ["Bo"]


@pytest.mark.feature(48)
def test_a_full_evening_says_so_in_plain_words(client, cast):
    evening = create_evening(cast.rg60, places=1)
    join(client, evening, "Bo")

    response = join(client, evening, "Kim")

    assert b'<form class="form"' not in response.content
    assert str(SENTENCES["evening_has_room"]) in response.content.decode()
    assert names_on_the_list(evening) == ["Bo"]


def test_an_evening_that_has_begun_takes_nobody(client, cast):
    evening = create_evening(cast.rg60, hours=-0.01)

    response = join(client, evening, "Bo")

    assert b'<form class="form"' not in response.content
    assert names_on_the_list(evening) == []


def test_an_evening_called_off_says_so_to_everybody(client, cast):
    evening = create_evening(cast.rg60)
    with acting(user=cast.karen):
        call_off(evening, by=cast.karen)

    response = join(client, evening, "Bo")

    assert response.context["evening"].state == "cancelled"
    assert names_on_the_list(evening) == []


def test_a_robot_is_thanked_and_nothing_is_saved(client, cast):
    evening = create_evening(cast.rg60)

    response = join(client, evening, "Bo", website="https://spam.example")

    assert response.url == reverse("foodclubs:joined", args=[evening.pk])
    with acting(user=cast.karen):
        assert (Guest.objects.count(), Signup.objects.count(), Evening.objects.get().taken) == (0, 0, 0)


@pytest.mark.parametrize("page", ["join", "joined"])
def test_a_planned_evening_is_not_there_for_the_public(client, cast, page):
    evening = create_evening(cast.rg60, opened=False)
    missing = client.get(reverse(f"foodclubs:{page}", args=[cast.agreement.pk]))

    response = client.get(reverse(f"foodclubs:{page}", args=[evening.pk]))

    assert (response.status_code, response.content) == (404, missing.content)


def test_the_thank_you_page_is_only_read(client, cast):
    evening = create_evening(cast.rg60)

    assert client.post(reverse("foodclubs:joined", args=[evening.pk])).status_code == 405


def test_the_front_page_lists_the_next_three_open_evenings(client, cast):
    create_evening(cast.nabo, hours=96)
    evenings = [create_evening(cast.rg60, hours=hours) for hours in (24, 48, 72)]
    create_evening(cast.rg60, hours=12, opened=False)

    assert list(client.get(reverse("front")).context["evenings"]) == evenings


def test_the_houses_page_lists_its_own_open_evenings(client, cast, django_assert_num_queries):
    first = create_evening(cast.rg60, hours=24)
    with CaptureQueriesContext(connection) as for_one:
        client.get(reverse("house", args=["rg60"]))
    evenings = [first, *(create_evening(cast.rg60, hours=hours) for hours in (48, 72))]
    create_evening(cast.rg60, opened=False)
    create_evening(cast.nabo)

    with django_assert_num_queries(len(for_one)):
        response = client.get(reverse("house", args=["rg60"]))

    assert list(response.context["evenings"]) == evenings


def test_a_network_that_signed_up_twenty_guests_is_sent_to_the_house(client, cast):
    evening = create_evening(cast.rg60, places=30)
    for number in range(20):
        assert join(Client(), evening, f"Gæst {number}").status_code == 302  # a browser each

    response = join(client, evening, "Bo")

    assert len(response.context["form"].non_field_errors()) == 1
    assert response.context["form"]["nickname"].value() == "Bo"
    assert len(names_on_the_list(evening)) == 20


@pytest.mark.parametrize("state", ["called off", "begun"])
def test_where_nobody_can_sign_up_nobody_is_told_who_is_on_the_list(client, cast, state):
    evening = create_evening(cast.rg60, hours=-1 if state == "begun" else 48)
    sign_up(evening, "Lille Bo", by=cast.karen)
    if state == "called off":
        with acting(user=cast.karen):
            call_off(evening, by=cast.karen)

    answers = [join(client, evening, nickname).context["form"].errors for nickname in ("lille bo", "En anden")]

    assert answers[0] == answers[1] != {}
