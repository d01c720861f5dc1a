"""Every address says who may open it; one that says nothing is closed to everybody."""

import pytest
from django.urls import URLPattern, get_resolver, path, reverse

from access.declaration import Access
from weshelter.tests import people

# Pages of allauth that we do not offer: signing up, changing one's address, names of keys.
CLOSED = {
    "account_signup",
    "account_email",
    "account_email_verification_sent",
    "account_confirm_email",
    "account_set_password",
    "account_confirm_login_code",
    "mfa_edit_webauthn",
}


def all_patterns(patterns):
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            yield pattern
        else:
            yield from all_patterns(pattern.url_patterns)


def undeclared(patterns):
    return {
        pattern.name or str(pattern.pattern)
        for pattern in all_patterns(patterns)
        if not isinstance(getattr(pattern.callback, "access", None), Access)
    }


def test_every_address_declares_who_may_open_it_or_is_known_to_be_closed():
    assert undeclared(get_resolver().url_patterns) == CLOSED


def test_a_new_address_without_a_declaration_is_found():
    forgotten = path("boom/", lambda request: None, name="boom")

    assert undeclared([forgotten]) == {"boom"}


@pytest.mark.parametrize("who", [None, "sille", "karen"])
def test_a_page_that_declares_nothing_is_not_there_for_anybody(client, cast, who):
    if who:
        people.sign_in(client, getattr(cast, who))

    assert client.get(reverse("account_signup")).status_code == 404
    assert client.post(reverse("account_signup"), {"email": "ny@example.org"}).status_code == 404


def test_a_link_opens_only_pages_that_take_its_token():
    by_link = [pattern for pattern in all_patterns(get_resolver().url_patterns) if purposes_of(pattern)]

    assert by_link
    assert [pattern.name for pattern in by_link if "token" not in pattern.pattern.converters] == []


def purposes_of(pattern):
    return getattr(getattr(pattern.callback, "access", None), "purposes", None)
