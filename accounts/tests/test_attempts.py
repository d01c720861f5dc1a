"""Guessing: limits that hold when many try at once, and that stop nobody from getting into the own account."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext, override

from access.attempts import begins_anew_at, sender_of
from accounts.devices import COOKIE
from accounts.guesses import FROM_EVERYWHERE, FROM_ONE_NETWORK, OF_A_NETWORK, ON_A_KNOWN_DEVICE, TOO_MANY, too_many
from accounts.tests.test_login import LOGIN
from weshelter.tests import people

PAGE = reverse("account_login")
WRONG = "forkert"
KAREN = "karen@example.org"
CODES = 5  # wrong ones of one user in five minutes
TOO_MANY_CODES = "There have been too many wrong codes. Wait five minutes, and try again."


def all_at_once(attempt, times=40):
    """So many attempts from threads with connections of their own; gives the answers."""

    def one(number):
        try:
            return attempt(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=times // 2) as pool:
        return list(pool.map(one, range(times)))


def was_looked_at(page) -> bool:
    """A wrong password is told as such; one too many as something else."""
    with override("da"):
        return str(TOO_MANY).partition("%")[0] not in page.content.decode()


def guess(client=None, address=KAREN, network="10.0.0.1", password=WRONG):
    return (client or Client()).post(PAGE, {"login": address, "password": password}, REMOTE_ADDR=network)


def gets_in(client, address=KAREN, network="10.9.9.9") -> bool:
    return guess(client, address, network, LOGIN["password"]).status_code == 302


def someone_known(user, network="10.9.9.9"):
    """A browser in which the user has logged in before, and out again."""
    client = Client(REMOTE_ADDR=network)
    people.log_in(client, user)
    client.post(reverse("account_logout"))
    return client


@pytest.mark.feature(88)
def test_of_forty_guesses_at_once_from_one_network_exactly_five_are_looked_at(committed_cast):
    pages = all_at_once(lambda number: guess(password=f"forkert {number}"))

    assert [was_looked_at(page) for page in pages].count(True) == FROM_ONE_NETWORK.at_most == 5
    assert not gets_in(Client(), "KAREN@example.org", network="10.0.0.1")


@pytest.mark.feature(88)
def test_of_forty_guesses_at_once_from_forty_networks_exactly_thirty_are_looked_at(committed_cast):
    pages = all_at_once(lambda number: guess(network=f"10.0.{number}.1"))

    assert [was_looked_at(page) for page in pages].count(True) == FROM_EVERYWHERE.at_most == 30


@pytest.mark.feature(88)
def test_of_forty_guesses_at_once_on_a_known_device_exactly_ten_are_looked_at(committed_cast):
    cookies = someone_known(committed_cast.karen).cookies

    def one(number):
        client = Client()
        client.cookies = cookies.copy()
        return guess(client, network=f"10.0.{number}.1")

    pages = all_at_once(one)

    assert [was_looked_at(page) for page in pages].count(True) == ON_A_KNOWN_DEVICE.at_most == 10


@pytest.mark.feature(88)
def test_of_forty_guessed_codes_at_once_exactly_five_are_looked_at(committed_cast):
    people.log_in(Client(), committed_cast.karen)

    def one(number):
        client = Client(REMOTE_ADDR=f"10.0.{number}.1")
        client.post(PAGE, LOGIN)
        return client.post(reverse("mfa_authenticate"), {"code": "00000"}).content.decode()

    pages = all_at_once(one)

    with override("da"):
        assert [gettext(TOO_MANY_CODES) in page for page in pages].count(False) == CODES


def test_no_network_alone_reaches_what_an_address_allows_from_everywhere():
    windows = FROM_EVERYWHERE.within / FROM_ONE_NETWORK.within + 1  # the last one begins within the hour

    assert FROM_ONE_NETWORK.at_most * windows < FROM_EVERYWHERE.at_most


@pytest.mark.feature(88)
def test_a_strangers_wrong_passwords_do_not_close_an_account(cast):
    for _again in range(20):
        guess(network="10.0.0.1")

    assert gets_in(Client(), network="10.0.1.1")


@pytest.mark.feature(88)
def test_ten_wrong_logins_of_one_network_do_not_shut_out_a_house(cast):
    for number in range(10):
        guess(address=["nanna@example.org", "kamma@example.org"][number % 2], network="10.0.0.1")

    assert gets_in(Client(), network="10.0.0.1")


@pytest.mark.feature(88)
def test_who_has_logged_in_here_before_gets_in_while_strangers_guess_from_everywhere(cast):
    karens = someone_known(cast.karen)
    for number in range(FROM_EVERYWHERE.at_most):
        guess(network=f"10.0.{number}.1")

    assert not gets_in(Client(), network="10.0.99.1")
    assert gets_in(karens)


@pytest.mark.feature(88)
def test_who_has_logged_in_here_before_gets_in_while_somebody_at_the_same_house_guesses(cast):
    karens = someone_known(cast.karen, network="10.0.0.1")
    for number in range(OF_A_NETWORK.at_most + 1):
        guess(address=f"{number}@example.org")

    assert not gets_in(Client(), network="10.0.0.1")
    assert gets_in(karens, network="10.0.0.1")


def test_a_device_is_known_only_for_those_who_have_logged_in_there(cast):
    nannas = someone_known(cast.nanna)
    for _again in range(FROM_ONE_NETWORK.at_most):
        guess(nannas)

    assert not was_looked_at(guess(nannas))


@pytest.mark.parametrize("cookie", ["", "x", "WzFd:1abc:forged"])
def test_a_cookie_of_ones_own_making_makes_no_device_known(cast, cookie):
    client = Client()
    client.cookies[COOKIE] = cookie
    for _again in range(FROM_ONE_NETWORK.at_most):
        guess(client)

    assert not was_looked_at(guess(client))


def test_two_who_use_one_computer_are_both_known_there(cast):
    shared = someone_known(cast.karen)
    people.log_in(shared, cast.nanna)
    shared.post(reverse("account_logout"))
    for number in range(FROM_EVERYWHERE.at_most):
        guess(network=f"10.0.{number}.1")

    assert gets_in(shared)


def test_the_cookie_tells_nobody_who_has_logged_in_and_no_script_reads_it(cast):
    cookie = someone_known(cast.karen).cookies[COOKIE]

    assert "karen" not in cookie.value
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_a_right_password_is_no_guess(cast):
    assert [gets_in(Client(), network="10.0.0.1") for _again in range(FROM_ONE_NETWORK.at_most + 2)] == [True] * 7


def test_another_address_is_not_held_up(cast):
    for number in range(FROM_EVERYWHERE.at_most + 1):
        guess(network=f"10.0.{number}.1")

    assert gets_in(Client(), "nanna@example.org")


@pytest.mark.feature(88)
def test_who_is_held_up_is_told_until_when(cast, rf):
    for _again in range(FROM_ONE_NETWORK.at_most):
        guess()

    said = guess().context["form"].non_field_errors()

    where = sender_of(rf.get("/", REMOTE_ADDR="10.0.0.1"))
    with override("da"):
        assert said == [too_many(FROM_ONE_NETWORK, KAREN, where)]
        until = timezone.localtime(begins_anew_at(FROM_ONE_NETWORK, KAREN, where))
        assert time_format(until, "TIME_FORMAT") in said[0]


def test_confirming_who_one_is_counts_as_a_guess_too(client, cast):
    people.log_in(client, cast.karen)
    page = reverse("account_reauthenticate")
    for _again in range(ON_A_KNOWN_DEVICE.at_most):
        client.post(page, {"password": "forkert"})

    answer = client.post(page, {"password": LOGIN["password"]})

    assert answer.status_code != 302
