"""How often one may apply. Nobody is thanked for what is dropped, and no answer tells whether an address is known."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from access.attempts import count_attempt
from access.context import acting
from screening.card import look_alikes
from volunteers.limits import PER_SENDER
from volunteers.models import RoleProfile
from volunteers.tests.test_application import THANKS, applications, send


def test_a_double_click_makes_one_application_and_one_letter(client, committed_cast, mailbox):
    for _click in range(2):
        assert send(client, committed_cast.rg60.friend_role).url == THANKS

    assert len(applications(committed_cast)) == 1
    assert len(mailbox()) == 1


@pytest.mark.feature(1)
@pytest.mark.parametrize("other", [{"name": "Bent Ansøger"}, {"phone": "20 30 40 51"}, {"email": "ANNA@example.net"}])
def test_two_with_one_address_and_a_corrected_phone_are_kept_and_marked_as_a_maybe(client, cast, other):
    send(client, cast.rg60.friend_role)

    assert send(client, cast.rg60.friend_role, **other).url == THANKS

    one, another = applications(cast)
    with acting(user=cast.sille):
        assert look_alikes(another, cast.sille) == [one]


def test_the_same_person_may_apply_for_two_roles(client, cast):
    for role in (cast.rg60.friend_role, cast.rg60.food_role):
        send(client, role)

    assert [one.role for one in applications(cast)] == [cast.rg60.friend_role, cast.rg60.food_role]


def test_of_one_address_the_sixth_within_an_hour_is_told_so_and_loses_nothing(client, cast):
    answers = [send(client, role) for role in roles(cast, 6)]

    assert [answer.status_code for answer in answers] == [302] * 5 + [200]
    form = answers[5].context["form"]
    assert "inden for en time" in str(form.non_field_errors())
    assert (form["motivation"].value(), form["phone"].value()) == ("Jeg vil gerne lytte", "20 30 40 50")
    assert len(applications(cast)) == 5


def roles(cast, many: int) -> list[RoleProfile]:
    with acting(user=cast.sille):
        return [
            RoleProfile.objects.create(
                project=cast.rg60.friends, title=f"Rolle {number}", what="x", why_volunteers="x", not_what="x"
            )
            for number in range(many)
        ]


def test_what_is_refused_does_not_count(client, cast):
    for _try in range(7):
        send(client, cast.rg60.friend_role, postcode="NV")

    send(client, cast.rg60.friend_role)

    assert len(applications(cast)) == 1


@pytest.mark.feature(1)
def test_a_lecture_hall_behind_one_network_is_kept_to_the_last(client, cast):
    answers = [send(client, cast.rg60.friend_role, email=f"a{number}@example.net").url for number in range(60)]

    assert (set(answers), len(applications(cast))) == ({THANKS}, 60)


def test_of_sixty_at_once_beyond_the_limit_of_a_network_exactly_as_many_pass_as_are_left(committed_cast):
    role = committed_cast.rg60.friend_role
    for _one in range(PER_SENDER.at_most - 20):
        count_attempt(PER_SENDER, "127.0.0.1")

    def post(number: int) -> int:
        try:
            return send(Client(), role, email=f"a{number}@example.net").status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(15) as pool:
        answers = Counter(pool.map(post, range(60)))

    assert answers == {302: 20, 200: 40}
    assert len(applications(committed_cast)) == 20


@pytest.mark.feature(94)
def test_the_thank_you_page_says_where_the_letter_goes_and_its_address_does_not(client, cast):
    page = client.get(send(client, cast.rg60.friend_role).url)

    assert "anna@example.net" in page.content.decode()
    assert "anna" not in page.wsgi_request.get_full_path()


def test_a_robot_reads_the_same_thank_you(client, cast):
    page = client.get(send(client, cast.rg60.friend_role, website="https://x").url)

    assert ("anna@example.net" in page.content.decode(), applications(cast)) == (True, [])
