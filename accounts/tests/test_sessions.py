"""How long one stays signed in, where one is signed in, and that nothing typed is lost when it ends."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from access.context import acting
from accounts.middleware import IDLE, IN_ALL
from letters.models import Message
from weshelter.tests import people

DESK = reverse("coordinators:desk")
REGISTER = reverse("citizens:register")
OURS = {"headers": {"origin": "http://testserver"}}


def age(client, **marks):
    """Move the session's marks back by some seconds."""
    session = client.session
    for mark, seconds in marks.items():
        session[mark] -= seconds
    session.save()


@pytest.mark.feature(88)
@pytest.mark.parametrize(
    ("marks", "still_in"),
    [
        ({"seen_at": IDLE - 60}, True),
        ({"seen_at": IDLE + 1}, False),
        ({"began_at": IN_ALL - 60}, True),
        ({"began_at": IN_ALL + 1}, False),
    ],
)
def test_a_login_lasts_30_minutes_without_a_page_and_8_hours_in_all(client, cast, marks, still_in):
    people.sign_in(client, cast.karen)
    age(client, **marks)

    response = client.get(DESK)

    assert (response.status_code == 200) is still_in
    assert ("_auth_user_id" in client.session) is still_in


def test_a_page_begins_the_30_minutes_anew_and_not_the_8_hours(client, cast):
    people.sign_in(client, cast.karen)
    age(client, seen_at=IDLE - 60, began_at=IDLE - 60)
    before = client.session["began_at"]

    client.get(DESK)

    assert client.session["seen_at"] > before + IDLE - 90
    assert client.session["began_at"] == before


def test_a_session_that_does_not_know_its_age_is_over(client, cast):
    people.sign_in(client, cast.karen)
    session = client.session
    del session["began_at"]
    session.save()

    assert client.get(DESK).url.startswith(reverse("account_login"))


@pytest.mark.feature(90)
def test_what_was_typed_comes_back_to_the_one_who_typed_it(client, cast):
    people.sign_in(client, cast.karen)
    age(client, seen_at=IDLE + 1)

    response = client.post(REGISTER, {"called_name": 'Bo "<b>', "why": "linje 1\r\nlinje 2"}, **OURS)

    assert response.status_code == 403
    page = response.content.decode()
    assert '<input type="hidden" name="called_name" value="Bo &quot;&lt;b&gt;">' in page
    assert 'value="linje 1\r\nlinje 2"' in page
    assert f'action="{REGISTER}"' in page
    assert "linje" not in str(dict(client.session))


@pytest.mark.feature(90)
@pytest.mark.parametrize("origin", [None, "https://evil.example", "null"])
def test_nothing_is_given_back_to_a_form_from_elsewhere(client, cast, origin):
    headers = {"origin": origin} if origin else {}

    response = client.post(REGISTER, {"called_name": "Bo"}, headers=headers)

    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


def test_passwords_and_codes_are_never_given_back(client, cast):
    response = client.post(reverse("account_change_password"), {"oldpassword": "en lang adgangskode"}, **OURS)

    assert response.status_code == 302


@pytest.mark.feature(90)
def test_a_form_from_before_the_last_login_is_given_back_with_a_token_that_works(cast):
    client = Client(enforce_csrf_checks=True)
    people.sign_in(client, cast.karen)
    old = token_in(client.get(REGISTER))
    client.cookies["csrf"] = "x" * 32  # what a new login in another window does

    kept = client.post(REGISTER, {"called_name": "Bo", "csrfmiddlewaretoken": old}, **OURS)
    again = client.post(REGISTER, {"called_name": "Bo", "csrfmiddlewaretoken": token_in(kept)}, **OURS)

    assert kept.status_code == 403
    assert 'name="called_name" value="Bo"' in kept.content.decode()
    assert again.status_code == 200
    assert again.context["form"]["called_name"].value() == "Bo"


def test_a_forged_form_is_refused_and_not_shown(cast):
    client = Client(enforce_csrf_checks=True)
    people.sign_in(client, cast.karen)

    response = client.post(REGISTER, {"called_name": "Bo"}, headers={"origin": "https://evil.example"})

    assert response.status_code == 403
    assert "Bo" not in response.content.decode()


def token_in(response) -> str:
    return re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.content.decode()).group(1)


@pytest.mark.parametrize("who", [None, "karen"])
def test_a_page_can_ask_whether_one_is_still_signed_in(client, cast, who):
    if who:
        people.sign_in(client, getattr(cast, who))

    answer = client.get(reverse("accounts:alive"))

    assert answer.json()["signed_in"] is bool(who)
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.feature(88)
def test_one_sees_ones_own_logins_and_ends_the_others(cast):
    phone, computer, other = Client(), Client(), Client(headers={"user-agent": "Nannas egen"})
    for client, user in ((phone, cast.karen), (computer, cast.karen), (other, cast.nanna)):
        people.log_in(client, user)

    shown = computer.get(reverse("usersessions_list"))
    computer.post(reverse("usersessions_list"))

    assert [session.user for session in shown.context["sessions"]] == [cast.karen, cast.karen]
    assert "Nannas egen" not in shown.content.decode()
    assert phone.get(DESK).url.startswith(reverse("account_login"))
    assert computer.get(DESK).status_code == 200
    assert other.get(DESK).status_code == 200


def test_nobody_signed_in_has_no_list_of_logins(client, cast):
    assert client.get(reverse("usersessions_list")).url.startswith(reverse("account_login"))


@pytest.mark.feature(88)
def test_a_changed_password_ends_the_other_logins_and_is_told_by_letter(cast):
    phone, computer = Client(), Client()
    people.log_in(phone, cast.karen)
    people.log_in(computer, cast.karen)
    new = "en ny lang adgangskode"

    computer.post(
        reverse("account_change_password"), {"oldpassword": "en lang adgangskode", "password1": new, "password2": new}
    )

    assert phone.get(DESK).status_code == 302
    with acting(user=cast.sille):
        assert [m.address for m in Message.objects.filter(kind="access_changed")] == ["karen@example.org"]
