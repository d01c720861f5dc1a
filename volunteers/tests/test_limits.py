"""How often one may apply. The thank-you page is always the same, so it tells nothing about anybody."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client

from access.context import acting
from volunteers.models import RoleProfile
from volunteers.tests.test_application import THANKS, applications, send


def test_a_double_click_makes_one_application_and_one_letter(client, committed_cast, mailbox):
    for _click in range(2):
        assert send(client, committed_cast.rg60.friend_role).url == THANKS

    assert len(applications(committed_cast)) == 1
    assert len(mailbox()) == 1


@pytest.mark.parametrize("again", ["anna@example.net", "ANNA@example.net"])
def test_the_same_address_applies_once_for_a_role_however_it_is_written(client, cast, again):
    send(client, cast.rg60.friend_role)

    send(client, cast.rg60.friend_role, email=again)

    assert len(applications(cast)) == 1


def test_the_same_person_may_apply_for_two_roles(client, cast):
    for role in (cast.rg60.friend_role, cast.rg60.food_role):
        send(client, role)

    assert [one.role for one in applications(cast)] == [cast.rg60.friend_role, cast.rg60.food_role]


def test_one_address_applies_five_times_an_hour_at_most(client, cast):
    for role in roles(cast, 7):
        assert send(client, role).url == THANKS

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


def test_of_sixty_at_once_from_one_network_exactly_twenty_pass(committed_cast):
    role = committed_cast.rg60.friend_role

    def post(number: int) -> str:
        try:
            return send(Client(), role, email=f"a{number}@example.net").url
        finally:
            connection.close()

    with ThreadPoolExecutor(15) as pool:
        answers = set(pool.map(post, range(60)))

    assert answers == {THANKS}
    assert len(applications(committed_cast)) == 20
