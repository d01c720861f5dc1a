"""Second factors: demanded on every page, kept encrypted, never down to none, and each change told by letter."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal import auth as totp
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from access.context import acting
from access.declaration import SIGNED_IN
from accounts.middleware import OPEN_WITHOUT
from accounts.tests.test_login import LOGIN, code_of
from letters.models import MessageBody
from weshelter.tests import people
from weshelter.tests.matrix import METHODS, NOT_THIS_WAY, expected, pages

BEHIND_THE_LOGIN = [
    page
    for page in pages()
    if page.access and (page.access.roles or page.access.door is SIGNED_IN) and page.name not in OPEN_WITHOUT
]
# What stands in an address does not matter: nobody gets that far.
ANYTHING = {"pk": 1, "object_id": 1, "project_id": 1, "content_type_id": 1, "app_label": "institutions", "url": "x/"}


def passkey(user, name="Min telefon"):
    """The row of a passkey; the browser's test makes a real one."""
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": name, "credential": {}})


def app(user):
    return totp.TOTP.activate(user, totp.generate_totp_secret()).instance


def address(page):
    return page.address({name: ANYTHING.get(name, "00000000-0000-4000-8000-000000000000") for name in page.names})


@pytest.mark.feature(88)
@pytest.mark.parametrize("who", ["sille", "karen", "lars"])
def test_no_page_opens_with_a_password_alone(client, cast, who):
    user = getattr(cast, who)
    client.post(reverse("account_login"), {"login": user.email, "password": "en lang adgangskode"})

    opened = {
        (str(page), method): answer.status_code
        for page in BEHIND_THE_LOGIN
        for method in METHODS
        if expected(page, who, "missing", method) is not NOT_THIS_WAY
        if (answer := getattr(client, method.lower())(address(page))).headers.get("Location")
        != reverse("mfa_activate_totp")
    }

    assert len(BEHIND_THE_LOGIN) > 50
    assert opened == {}


@pytest.mark.feature(88)
@pytest.mark.parametrize(
    "name",
    sorted(OPEN_WITHOUT - {"set_language", "accounts:alive", "accounts:call_off_address", "accounts:confirm_address"}),
)
def test_what_is_open_without_a_factor_is_about_getting_one_or_leaving(client, cast, name):
    client.post(reverse("account_login"), LOGIN)

    assert client.get(reverse(name)).status_code == 200


@pytest.mark.feature(88)
def test_who_sets_up_the_first_factor_goes_on_to_the_codes_and_to_work(client, committed_cast):
    client.post(reverse("account_login"), LOGIN)
    secret = client.get(reverse("mfa_activate_totp")).context["form"].secret

    codes = client.post(reverse("mfa_activate_totp"), {"code": code_of(secret)}, follow=True)

    assert codes.redirect_chain == [(reverse("mfa_view_recovery_codes"), 302)]
    assert len(codes.context["unused_codes"]) == 10
    assert client.get(reverse("coordinators:desk")).status_code == 200


def test_a_recovery_code_opens_once(cast):
    app(cast.karen)
    code = RecoveryCodes.activate(cast.karen).get_unused_codes()[0]

    opened = []
    for client in (Client(), Client()):
        client.post(reverse("account_login"), LOGIN)
        client.post(reverse("mfa_authenticate"), {"code": code})
        opened.append(client.get(reverse("coordinators:desk")).status_code == 200)

    assert opened == [True, False]


def test_the_seed_of_recovery_codes_is_stored_encrypted(cast):
    codes = RecoveryCodes.activate(cast.karen)
    stored = Authenticator.objects.get(type="recovery_codes").data

    assert stored["seed"].startswith("gAAAA")  # Fernet
    assert not any(code in str(stored) for code in codes.get_unused_codes())


@pytest.mark.feature(88)
def test_the_app_moves_to_a_new_phone_and_the_old_one_opens_nothing(cast):
    client, old = Client(), totp.generate_totp_secret()
    totp.TOTP.activate(cast.karen, old)
    people.sign_in(client, cast.karen)
    new = client.get(reverse("accounts:new_phone")).context["form"].secret
    client.post(reverse("accounts:new_phone"), {"code": code_of(new)})

    opened = {}
    for phone, secret in (("old", old), ("new", new)):
        door = Client()
        door.post(reverse("account_login"), LOGIN)
        opened[phone] = door.post(reverse("mfa_authenticate"), {"code": code_of(secret)}).status_code == 302

    assert opened == {"old": False, "new": True}


def test_a_wrong_code_moves_nothing(client, cast):
    people.sign_in(client, cast.karen)
    before = Authenticator.objects.get(user=cast.karen).data

    answer = client.post(reverse("accounts:new_phone"), {"code": "000000"})

    assert list(answer.context["form"].errors) == ["code"]
    assert Authenticator.objects.get(user=cast.karen).data == before


def test_the_move_to_a_new_phone_is_told_by_letter(client, committed_cast, as_login):
    people.sign_in(client, committed_cast.karen)
    new = client.get(reverse("accounts:new_phone")).context["form"].secret

    client.post(reverse("accounts:new_phone"), {"code": code_of(new)})

    as_login("jobs")
    assert "anden telefon" in MessageBody.objects.get(message__kind="access_changed").text


def test_who_has_no_app_sets_one_up_instead(client, cast):
    people.sign_in(client, cast.karen)
    passkey(cast.karen)
    client.post(reverse("mfa_deactivate_totp"))

    assert client.get(reverse("accounts:new_phone")).url == reverse("mfa_activate_totp")


@pytest.mark.feature(88)
def test_the_last_factor_stays(client, cast):
    people.sign_in(client, cast.karen)
    RecoveryCodes.activate(cast.karen)

    client.post(reverse("mfa_deactivate_totp"))

    assert Authenticator.objects.filter(user=cast.karen, type="totp").exists()


@pytest.mark.feature(88)
def test_the_last_passkey_stays_and_says_why(client, cast):
    people.sign_in(client, cast.karen)
    key = passkey(cast.karen)
    client.post(reverse("mfa_deactivate_totp"))

    response = client.post(reverse("mfa_remove_webauthn", args=[key.pk]))

    assert response.status_code == 409
    assert list(Authenticator.objects.filter(user=cast.karen)) == [key]


def test_one_of_two_factors_can_be_taken_away(client, cast):
    people.sign_in(client, cast.karen)
    key = passkey(cast.karen)

    response = client.post(reverse("mfa_remove_webauthn", args=[key.pk]))

    assert response.url == reverse("mfa_list_webauthn")
    assert [factor.type for factor in Authenticator.objects.filter(user=cast.karen)] == ["totp"]


def test_anothers_passkey_is_not_there(client, cast):
    key = passkey(cast.nanna)
    people.sign_in(client, cast.karen)

    assert client.post(reverse("mfa_remove_webauthn", args=[key.pk])).status_code == 404


def test_two_windows_cannot_take_the_last_two_factors_at_the_same_time(committed_cast):
    factors = [app(committed_cast.karen), passkey(committed_cast.karen)]

    def take_away(factor):
        try:
            with acting(user=committed_cast.karen):
                Authenticator.objects.filter(pk=factor.pk).delete()
        except DatabaseError:
            pass
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=2) as pool:
        list(pool.map(take_away, factors))

    assert Authenticator.objects.filter(user=committed_cast.karen).count() == 1


@pytest.mark.feature(88)
def test_each_change_of_a_factor_is_told_by_letter(client, committed_cast, as_login):
    karen = committed_cast.karen
    people.sign_in(client, karen)
    key = passkey(karen)

    client.post(reverse("mfa_generate_recovery_codes"))
    client.post(reverse("mfa_remove_webauthn", args=[key.pk]))

    as_login("jobs")
    letters = list(MessageBody.objects.select_related("message"))
    assert {(body.message.kind, body.message.address) for body in letters} == {("access_changed", karen.email)}
    assert len(letters) == 2
    assert all("127.0.0.1" in body.text for body in letters)


def test_the_page_of_ones_access_shows_ones_own_factors(client, cast):
    people.sign_in(client, cast.karen)
    passkey(cast.karen, "Karens telefon")
    passkey(cast.nanna, "Nannas telefon")

    page = client.get(reverse("mfa_list_webauthn")).content.decode()

    assert "Karens telefon" in page
    assert "Nannas telefon" not in page


def test_the_database_refuses_the_last_factor_whoever_asks(cast):
    factor = app(cast.karen)

    with acting(user=cast.karen), pytest.raises(DatabaseError, match="last factor"), transaction.atomic():
        Authenticator.objects.filter(pk=factor.pk).delete()


def test_at_the_door_no_passkey_is_offered_to_whoever_has_none(client, cast):
    app(cast.karen)
    client.post(reverse("account_login"), LOGIN)

    page = client.get(reverse("mfa_authenticate")).content.decode()

    assert ('id="use_passkey"' in page, 'name="code"' in page) == (False, True)


def test_a_wrong_code_says_what_to_try(client, cast):
    people.sign_in(client, cast.karen)

    answer = client.post(reverse("accounts:new_phone"), {"code": "000000"})

    assert "Vent, til appen viser den næste" in answer.context["form"].errors["code"][0]
    assert "på din nye telefon" in answer.content.decode()
