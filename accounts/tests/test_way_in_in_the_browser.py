"""The way in as on a real site, in a browser: from the invitation to the desk, and back in when something is lost.

What `make demo MFA=1` shows by hand; second factors are asked for on every page.
"""

import re
from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import call_command
from django.urls import reverse

from access.context import acting
from accounts.models import User
from accounts.tests.test_login import code_of
from letters.models import MessageBody
from weshelter.tests import people
from weshelter.tests.browsing import Person, words

FIRST, SECOND = "rundt-om-bordet-igen", "en-stol-til-dig-ogsaa"
SILLE, KAREN = "sille@example.org", "karen@example.org"
PHONE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


@pytest.fixture
def newest_link(site, as_login):
    """The link in the newest mail of a kind to somebody, as the worker would send it."""

    def find(kind, address):
        as_login("jobs")
        bodies = MessageBody.objects.filter(message__kind=kind, message__address=address)
        text = bodies.order_by("-message__made_at").first().text
        as_login("app")
        return re.search(rf"{site}\S+", text).group()

    return find


@pytest.fixture
def sille(site, browser, as_login, newest_link):
    """The first user, invited on the server as docs/operations.md says, who has come as far as the desk."""
    as_login("owner")
    call_command("invite", SILLE, name="Sille Sommer", secretariat=True, stdout=StringIO())
    as_login("app")
    person = Person(browser, site)
    choose_password(person, newest_link("invitation", SILLE), FIRST)
    log_in(person, SILLE, FIRST)
    person.secret = set_up_app(person)
    return person


@pytest.fixture
def karen(site, browser, sille, newest_link):
    """A coordinator whom Sille invites in the admin, and who has come as far as her desk with a passkey."""
    invite_in_the_admin(sille, "Karen Kjær", KAREN)
    coordinate(User.objects.get(email=KAREN))
    person = with_passkeys(Person(browser, site))
    choose_password(person, newest_link("invitation", KAREN), FIRST)
    log_in(person, KAREN, FIRST)
    person.look().follow(words("Or use a passkey of your phone or computer"))
    add_passkey(person)
    return person


def with_passkeys(person):
    """A phone or computer that keeps passkeys."""
    devtools = person.context.new_cdp_session(person.page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": PHONE})
    return person


def choose_password(person, link, password):
    person.go(link)
    person.page.fill("[name=password1]", password)
    person.page.fill("[name=password2]", password)
    person.press("Save the password")


def log_in(person, address, password):
    person.go(reverse("account_login"))
    person.page.fill("[name=login]", address)
    person.page.fill("[name=password]", password)
    person.press("Log in")


def set_up_app(person, button="Switch it on"):
    """Types the code that an app shows which has read the page's secret; gives the secret."""
    person.page.locator("main summary").click()
    secret = person.page.input_value("#authenticator_secret")
    person.page.fill("[name=code]", code_of(secret))
    person.press(button)
    return secret


def add_passkey(person):
    person.page.click("#add_passkey")
    person.page.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}")
    person.look()


def type_code(person, code):
    person.page.fill("[name=code]", code)
    person.press("Log in")


def recovery_codes(person):
    return person.page.locator(".codes li").all_inner_texts()


def leave(person):
    person.go(reverse("account_logout")).press("Log out")


def is_at(person, name) -> bool:
    return urlsplit(person.page.url).path == reverse(name)


def invite_in_the_admin(person, name, address):
    person.page.goto(person.site + reverse("admin:accounts_user_add"))
    person.page.fill("[name=name]", name)
    person.page.fill("[name=email]", address)
    person.page.click("[name=_save]")
    person.page.wait_for_load_state()
    person.complaints.clear()  # the admin's own pages are looked at elsewhere


def coordinate(user):
    """A house whose coordinator she is; its lead has not logged in yet."""
    sille = User.objects.get(email=SILLE)
    with acting(user=sille):
        lead = User.objects.invite(email="lars@example.org", name="Lars Lund")
    people.create_house("RG60", coordinator=user, lead=lead, by=sille)


@pytest.mark.feature(88)
def test_the_first_user_comes_from_the_command_to_the_desk(sille):
    assert len(recovery_codes(sille)) == 10

    sille.follow(words("I have them; go on"))

    assert is_at(sille, "admin:index")


@pytest.mark.feature(88)
def test_who_is_invited_in_the_admin_comes_to_her_desk_with_a_passkey(karen):
    karen.follow(words("I have them; go on"))

    assert is_at(karen, "coordinators:desk")


@pytest.mark.feature(88)
def test_a_forgotten_password_leads_back_to_the_desk_and_still_asks_for_the_passkey(karen, newest_link):
    leave(karen)
    karen.go(reverse("account_reset_password"))
    karen.page.fill("[name=email]", KAREN)
    karen.press("Send the link")

    choose_password(karen, newest_link("password_reset_key", KAREN), SECOND)
    log_in(karen, KAREN, SECOND)
    asked = is_at(karen, "mfa_authenticate")
    karen.page.click("#use_passkey")
    karen.page.wait_for_url(f"**{reverse('coordinators:desk')}")

    assert asked
    karen.look()


@pytest.mark.feature(88)
def test_with_a_lost_phone_a_recovery_code_opens_and_the_app_moves_to_the_new_one(sille):
    code = recovery_codes(sille)[0]
    leave(sille)
    log_in(sille, SILLE, FIRST)
    type_code(sille, code)
    back_in = is_at(sille, "admin:index")

    new = move_app(sille)
    leave(sille)
    log_in(sille, SILLE, FIRST)
    type_code(sille, code_of(sille.secret))
    with_the_old = is_at(sille, "admin:index")
    type_code(sille, code_of(new))

    assert (back_in, with_the_old, is_at(sille, "admin:index")) == (True, False, True)


def move_app(person):
    person.complaints.clear()
    person.go(reverse("mfa_index")).follow(words("Move it to a new phone"))
    return set_up_app(person, "Use the new phone")


@pytest.mark.feature(88)
def test_an_app_is_added_beside_the_passkey_and_the_passkey_taken_away(karen):
    karen.go(reverse("mfa_index")).follow(words("Set up the app"))
    secret = set_up_app(karen)
    karen.go(reverse("mfa_list_webauthn"))
    karen.page.locator("ul.rows a").click()
    karen.look().press("Take it away")

    leave(karen)
    log_in(karen, KAREN, FIRST)
    type_code(karen, code_of(secret))

    assert is_at(karen, "coordinators:desk")


@pytest.mark.feature(88)
def test_one_changes_ones_own_address_by_a_link_to_the_new_one(karen, newest_link):
    karen.go(reverse("mfa_index")).follow(words("Change the address"))
    karen.page.fill("[name=email]", "karen.ny@example.org")
    karen.press("Send the link")

    karen.go(newest_link("new_address", "karen.ny@example.org")).press("Confirm the address")
    leave(karen)
    log_in(karen, "karen.ny@example.org", FIRST)
    karen.page.click("#use_passkey")
    karen.page.wait_for_url(f"**{reverse('coordinators:desk')}")

    karen.look()
