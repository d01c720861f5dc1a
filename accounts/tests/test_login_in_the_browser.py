"""Passkeys, and a form that outlives its login, in a real browser."""

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.urls import reverse
from playwright.sync_api import expect

from access.context import acting
from weshelter.tests.browsing import Person, words

PASSWORD = "en lang adgangskode"


@pytest.fixture
def cast(committed_cast):
    return committed_cast


@pytest.fixture
def karen(site, cast, browser):
    """Karen with a computer that keeps passkeys."""
    person = Person(browser, site)
    devtools = person.context.new_cdp_session(person.page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
            }
        },
    )
    return person


@pytest.mark.feature(88)
def test_a_passkey_is_set_up_and_opens_the_door(karen, cast):
    page = karen.sign_in(cast.karen, PASSWORD).page
    karen.go(reverse("mfa_add_webauthn"))
    page.fill("[name=name]", "Karens computer")
    page.click("#add_passkey")
    page.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}")
    karen.look().go(reverse("mfa_list_webauthn"))
    assert karen.sees("Karens computer")

    leave(karen)
    karen.sign_in(cast.karen, PASSWORD).look()
    page.click("#use_passkey")
    page.wait_for_url(karen.site + reverse("coordinators:desk"))

    leave(karen)
    karen.go(reverse("account_login"))
    page.click("#use_passkey")
    page.wait_for_url(karen.site + reverse("coordinators:desk"))


@pytest.mark.feature(88)
def test_a_passkey_whose_row_was_written_through_sql_opens_nothing(karen, cast):
    page = karen.sign_in(cast.karen, PASSWORD).page
    karen.go(reverse("mfa_add_webauthn"))
    page.click("#add_passkey")
    page.wait_for_url(f"**{reverse('mfa_view_recovery_codes')}")
    with acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute("UPDATE mfa_authenticator SET data = data - 'seal' WHERE type = 'webauthn'")

    leave(karen)
    karen.go(reverse("account_login"))
    with page.expect_navigation():
        page.click("#use_passkey")

    assert karen.go(reverse("coordinators:desk")).page.url.startswith(karen.site + reverse("account_login"))


def leave(person):
    person.go(reverse("account_logout"))
    person.page.click("main button[type=submit]")
    person.page.wait_for_url(person.site + reverse("front"))


@pytest.fixture
def demo(settings):
    """Without the second factor, which is not what these are about."""
    settings.DEMO = True


def end_all_logins():
    Session.objects.all().delete()


@pytest.mark.feature(90)
def test_the_page_stays_with_what_was_typed_and_a_second_press_sends_it(site, demo, cast, browser):
    karen = Person(browser, site).sign_in(cast.karen, PASSWORD)
    page = karen.go(reverse("citizens:register")).page
    page.fill("[name=called_name]", "Bo")
    page.evaluate("document.body.dataset.idle = '0'")  # as if the page had been open for long
    end_all_logins()

    page.click("main form button[type=submit]")
    expect(page.locator("#signed-out")).to_be_visible()
    karen.look()
    assert page.input_value("[name=called_name]") == "Bo"
    with page.expect_popup() as opened:
        page.click("#signed-out a")
    log_in_beside(opened.value, cast.karen)
    page.evaluate("document.body.dataset.idle = '0'")
    page.click("main form button[type=submit]")

    expect(page.locator(".error-summary")).to_be_visible()  # the form arrived, and asks for the rest
    assert page.input_value("[name=called_name]") == "Bo"
    assert not page.locator("#signed-out").is_visible()


@pytest.mark.feature(90)
def test_without_script_the_answer_keeps_what_was_typed(site, demo, cast, browser):
    karen = Person(browser, site)
    karen.context.close()
    karen.context = browser.new_context(java_script_enabled=False, locale="da-DK")
    page = karen.context.new_page()
    page.goto(site + reverse("account_login"))
    log_in_beside(page, cast.karen)
    page.goto(site + reverse("citizens:register"))
    page.fill("[name=called_name]", "Bo <3")
    end_all_logins()

    page.click("main form button[type=submit]")
    with page.expect_popup() as opened:
        page.get_by_role("link", name=words("Log in in a new window")).click()
    log_in_beside(opened.value, cast.karen)
    again = page.get_by_role("button", name=words("Send it again"))
    again.click()  # the token is of before the login: the page comes back with a new one
    again.click()

    expect(page.locator(".error-summary")).to_be_visible()
    assert page.input_value("[name=called_name]") == "Bo <3"


def log_in_beside(page, user):
    page.fill("[name=login]", user.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main form.form button[type=submit]")
    page.wait_for_url(lambda url: "login" not in url)
