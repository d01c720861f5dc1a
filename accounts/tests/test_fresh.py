"""Is it still you? What leaves the house, and changes of one's access, want a login of the last five minutes."""

import pytest
from django.urls import reverse

from weshelter.tests import people

CHANGES = [
    "mfa_activate_totp",
    "mfa_deactivate_totp",
    "mfa_add_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_view_recovery_codes",
    "mfa_download_recovery_codes",
]


@pytest.mark.feature(88)
@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_factor_is_changed_only_after_a_fresh_login(client, cast, name, method):
    people.sign_in(client, cast.karen, minutes_ago=6)

    response = getattr(client, method)(reverse(name), {"code": "123456", "name": "hemmelig"})

    assert response.url == f"{reverse('account_reauthenticate')}?next={reverse(name).replace('/', '%2F')}"
    assert "hemmelig" not in str(dict(client.session))


def test_a_fresh_login_needs_no_second_one(client, cast):
    people.sign_in(client, cast.karen, minutes_ago=4)

    assert client.get(reverse("mfa_add_webauthn")).status_code == 200


def test_a_wrong_password_confirms_nothing(client, cast):
    people.sign_in(client, cast.sille, minutes_ago=6)

    client.post(reverse("account_reauthenticate"), {"password": "forkert", "next": "/tal/"})

    assert client.get(reverse("accounts:ask_way_back")).url.startswith(reverse("account_reauthenticate"))


def test_confirming_leads_to_no_other_site(client, cast):
    people.sign_in(client, cast.sille, minutes_ago=6)

    response = client.post(
        reverse("account_reauthenticate"), {"password": "en lang adgangskode", "next": "https://evil.example/"}
    )

    assert response.url == reverse("start")


def test_the_page_that_asks_is_the_one_from_which_one_came(client, cast):
    people.sign_in(client, cast.sille, minutes_ago=6)
    asked = client.get(reverse("accounts:ask_way_back"))

    confirmed = client.post(asked.url, {"password": "en lang adgangskode", "next": reverse("accounts:ask_way_back")})

    assert confirmed.url == reverse("accounts:ask_way_back")
    assert client.get(confirmed.url).status_code == 200


def test_who_may_log_in_is_changed_only_after_a_fresh_login(client, cast):
    people.sign_in(client, cast.sille, minutes_ago=6)
    page = reverse("admin:accounts_user_change", args=[cast.karen.pk])

    asked = client.get(page)
    posted = client.post(page, {"name": "Karen", "email": "karen@example.org", "is_secretariat": "on"})

    cast.karen.refresh_from_db()
    assert asked.url.startswith(reverse("account_reauthenticate"))
    assert posted.status_code == 403
    assert not cast.karen.is_secretariat
