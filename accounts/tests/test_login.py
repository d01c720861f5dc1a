"""Who can get in: by invitation only, with two factors, and not by the admin's own door."""

import re
from io import StringIO
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import User
from letters.models import MessageBody
from weshelter.tests import people

LOGIN = {"login": "karen@example.org", "password": "en lang adgangskode"}


@pytest.mark.feature(88)
def test_without_a_second_factor_every_page_leads_to_making_one(client, cast):
    client.post(reverse("account_login"), LOGIN)

    response = client.get(reverse("coordinators:desk"))

    assert response.url == reverse("mfa_activate_totp")


@pytest.mark.feature(88)
def test_a_code_of_the_app_opens_the_desk(client, cast):
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(cast.karen, secret)
    client.post(reverse("account_login"), LOGIN)
    assert client.get(reverse("coordinators:desk")).status_code == 302

    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})

    assert client.get(reverse("coordinators:desk")).status_code == 200


@pytest.mark.parametrize(
    ("who", "page"), [("karen", "coordinators:desk"), ("lars", "coordinators:my_house"), ("sille", "admin:index")]
)
def test_the_login_leads_to_where_ones_work_begins(client, cast, who, page):
    user = getattr(cast, who)
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    client.post(reverse("account_login"), LOGIN | {"login": user.email})

    response = client.post(reverse("mfa_authenticate"), {"code": code_of(secret)}, follow=True)

    assert response.request["PATH_INFO"] == reverse(page)


@pytest.mark.parametrize(("asks", "where"), [(True, "mfa_activate_totp"), (False, None)])
def test_the_demo_asks_for_a_second_factor_when_it_is_started_so(client, cast, settings, asks, where):
    settings.DEMO, settings.DEMO_ASKS_FACTOR = True, asks
    client.post(reverse("account_login"), LOGIN)

    answer = client.get(reverse("coordinators:desk"))

    assert answer.headers.get("Location") == (where and reverse(where))


def test_the_demo_asks_for_none_also_of_who_has_set_one_up(client, cast, settings):
    settings.DEMO = True
    totp.TOTP.activate(cast.karen, totp.generate_totp_secret())
    client.post(reverse("account_login"), LOGIN)

    assert client.get(reverse("coordinators:desk")).status_code == 200


def code_of(secret: str) -> str:
    """What the app shows now: of the codes that are taken neither the oldest, which dies meanwhile, nor the next."""
    counters = list(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, counters[len(counters) // 2]))


def test_a_code_still_opens_half_a_minute_after_it_was_shown(monkeypatch):
    secret = totp.generate_totp_secret()

    def at(seconds: int) -> None:
        monkeypatch.setattr(totp, "time", SimpleNamespace(time=lambda: 3600 + seconds))

    at(29)
    code, taken = code_of(secret), {}
    for seconds in (29, 59, 60):
        at(seconds)
        taken[seconds] = totp.validate_totp_code(secret, code)

    assert taken == {29: True, 59: True, 60: False}


def test_the_seed_is_stored_encrypted(cast):
    secret = totp.generate_totp_secret()

    totp.TOTP.activate(cast.karen, secret)

    assert secret not in str(Authenticator.objects.get().data)


def test_a_session_that_skipped_the_second_factor_is_ended(client, cast):
    totp.TOTP.activate(cast.karen, totp.generate_totp_secret())
    client.force_login(cast.karen)

    response = client.get(reverse("coordinators:desk"))

    assert response.url == reverse("account_login")
    assert "_auth_user_id" not in client.session


@pytest.mark.feature(88)
def test_nobody_signs_up_by_himself(client, db):
    assert client.get("/konto/signup/").status_code == 404
    assert (
        client.post("/konto/signup/", {"email": "x@example.org", "password1": "en lang adgangskode"}).status_code == 404
    )


@pytest.mark.parametrize("path", ["/administration/", "/administration/login/"])
def test_the_admin_has_no_login_of_its_own(client, cast, path):
    response = client.post(path, {"username": "sille@example.org", "password": "en lang adgangskode"})

    assert response.url.startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_admin_is_the_secretariats(client, cast, who):
    people.sign_in(client, getattr(cast, who))

    assert client.get("/administration/").status_code == 404


@pytest.mark.feature(88)
def test_an_invited_user_chooses_a_password_by_the_letters_link(client, committed, as_login):
    call_command("invite", "ny@example.org", name="Ny Kollega", secretariat=True, stdout=StringIO())
    as_login("jobs")
    link = re.search(r"https?://\S+", MessageBody.objects.get().text).group()
    as_login("app")

    form = client.get(link.split("8000", 1)[1], follow=True)
    client.post(
        form.request["PATH_INFO"], {"password1": "en ny lang adgangskode", "password2": "en ny lang adgangskode"}
    )

    user = User.objects.get(email="ny@example.org")
    assert user.is_secretariat
    assert user.check_password("en ny lang adgangskode")
    assert client.get(link.split("8000", 1)[1], follow=True).context.get("token_fail")


def test_nobody_is_invited_twice(cast):
    with pytest.raises(CommandError, match="has a login already"):
        call_command("invite", "KAREN@example.org", stdout=StringIO())


def test_the_answer_to_a_forgotten_password_is_the_same_for_a_stranger(client, cast):
    known = client.post(reverse("account_reset_password"), {"email": "karen@example.org"})
    unknown = client.post(reverse("account_reset_password"), {"email": "ukendt@example.org"})

    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_membership_lost_is_sight_lost_at_the_next_request(client, cast, django_assert_max_num_queries):
    from access.context import acting
    from institutions.models import Membership

    people.sign_in(client, cast.karen)
    assert client.get(reverse("coordinators:desk")).status_code == 200
    with acting(user=cast.sille):
        Membership.objects.filter(user=cast.karen).update(from_on="2020-01-01", until_on="2020-12-31")

    assert client.get(reverse("coordinators:desk")).status_code == 404


def test_the_admin_invites_by_letter(client, cast):
    people.sign_in(client, cast.sille)

    client.post(
        reverse("admin:accounts_user_add"),
        {"name": "Mona Ny", "email": "mona@example.org", "is_active": "on"},
    )

    user = User.objects.get(email="mona@example.org")
    assert not user.has_usable_password()
    assert not user.is_secretariat
