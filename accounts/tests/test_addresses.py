"""An address of one's own: proved by a mailed link, changed everywhere at once, and nobody else's to spoil."""

import re
from io import StringIO

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from access.context import acting
from accounts.models import NewAddress, User
from accounts.tests.test_login import LOGIN, code_of
from history.moves import SENTENCES, NotPossible
from letters.models import Message, MessageBody
from weshelter.tests import people

RESET = reverse("account_reset_password")
TOTP = reverse("mfa_activate_totp")
NEW = {"password1": "en ny lang adgangskode", "password2": "en ny lang adgangskode"}


def addresses():
    return sorted(EmailAddress.objects.values_list("email", "verified", "primary"))


def change(user, to):
    """Everybody changes the own address, by the link; somebody else's takes two and a day (test_changes.py)."""
    with acting(user=user):
        NewAddress.ask(user, to).take(by=user)


def change_unproved(user, to, as_login):
    """Whoever runs the server does it at once, and nobody has used a link yet."""
    as_login("owner")
    call_command("change_login", "address", user.email, to, stdout=StringIO())
    as_login("app")
    user.refresh_from_db()


def mailed_link(address, as_login, kind):
    as_login("jobs")
    text = MessageBody.objects.get(message__kind=kind, message__address=address).text
    as_login("app")
    return re.search(r"https?://[^/]+(\S+)", text).group(1)


def choose_password(link):
    client = Client()
    form = client.get(link, follow=True)
    return client.post(form.request["PATH_INFO"], NEW)


@pytest.mark.feature(88)
def test_the_link_of_the_invitation_proves_the_address_and_not_the_invitation_itself(committed, as_login):
    call_command("invite", "Ny@example.org", secretariat=True, stdout=StringIO())
    before = addresses()

    choose_password(mailed_link("Ny@example.org", as_login, "invitation"))

    assert before == [("ny@example.org", False, True)]
    assert addresses() == [("ny@example.org", True, True)]


@pytest.mark.feature(88)
def test_who_was_invited_logs_in_and_sets_up_a_factor(client, committed, as_login):
    call_command("invite", "ny@example.org", secretariat=True, stdout=StringIO())
    choose_password(mailed_link("ny@example.org", as_login, "invitation"))
    client.post(reverse("account_login"), {"login": "ny@example.org", "password": NEW["password1"]})
    secret = client.get(TOTP).context["form"].secret

    client.post(TOTP, {"code": code_of(secret)})

    assert client.get(reverse("admin:index")).status_code == 200


@pytest.mark.feature(88)
def test_a_stranger_who_asks_for_my_new_password_takes_no_factor_from_me(client, cast):
    Client().post(RESET, {"email": "KAREN@example.org"})
    client.post(reverse("account_login"), LOGIN)
    secret = client.get(TOTP).context["form"].secret

    client.post(TOTP, {"code": code_of(secret)})

    assert Authenticator.objects.filter(user=cast.karen, type="totp").exists()


@pytest.mark.feature(88)
def test_a_changed_address_is_the_only_one_that_opens(cast):
    change(cast.karen, "karen.ny@example.org")

    answers = {
        address: Client().post(reverse("account_login"), LOGIN | {"login": address}).status_code
        for address in ("karen@example.org", "karen.ny@example.org")
    }

    assert answers == {"karen@example.org": 200, "karen.ny@example.org": 302}
    assert ("karen.ny@example.org", True, True) in addresses()
    assert "karen@example.org" not in dict.fromkeys(address for address, *_ in addresses())


@pytest.mark.feature(88)
def test_a_reset_asked_with_the_former_address_is_answered_as_any_unknown_one(committed_cast, as_login):
    Client().post(RESET, {"email": "karen@example.org"})  # what made allauth remember the former one
    change(committed_cast.karen, "karen.ny@example.org")

    former, unknown = (Client().post(RESET, {"email": one}) for one in ("karen@example.org", "kamma@example.org"))

    assert (former.status_code, former.url) == (unknown.status_code, unknown.url)
    with acting(user=committed_cast.sille):
        assert Message.objects.filter(kind="password_reset_key").count() == 1


def test_a_link_mailed_to_the_former_address_is_over(committed_cast, as_login):
    Client().post(RESET, {"email": "karen@example.org"})
    link = mailed_link("karen@example.org", as_login, "password_reset_key")
    change(committed_cast.karen, "karen.ny@example.org")

    assert Client().get(link, follow=True).context["token_fail"]


def test_the_new_address_is_proved_by_a_link_of_its_own(committed_cast, as_login):
    change_unproved(committed_cast.karen, "karen.ny@example.org", as_login)
    before = committed_cast.karen.has_proved_address
    Client().post(RESET, {"email": "karen.ny@example.org"})

    choose_password(mailed_link("karen.ny@example.org", as_login, "password_reset_key"))

    assert not before
    assert committed_cast.karen.has_proved_address


def test_the_letter_goes_to_the_address_as_it_was_given_not_as_a_stranger_typed_it(cast):
    change(cast.karen, "Karen.Ny@Example.org")

    Client().post(RESET, {"email": "KAREN.NY@EXAMPLE.ORG"})

    with acting(user=cast.sille):
        assert Message.objects.get(kind="password_reset_key").address == "Karen.Ny@Example.org"


def test_the_former_address_is_told(cast):
    change(cast.karen, "karen.ny@example.org")

    with acting(user=cast.sille):
        assert Message.objects.get(kind="address_changed").address == "karen@example.org"


def test_an_invitation_that_went_to_a_wrong_address_goes_to_the_right_one(client, committed_cast, as_login):
    cast = committed_cast
    people.sign_in(client, cast.sille)
    client.post(reverse("admin:accounts_user_add"), {"name": "Mona Ny", "email": "mnoa@example.org", "is_active": "on"})
    mona = User.objects.get(email="mnoa@example.org")

    change_unproved(mona, "mona@example.org", as_login)

    with acting(user=cast.sille):
        invited = Message.objects.filter(kind="invitation").order_by("made_at")
        assert [one.address for one in invited] == ["mnoa@example.org", "mona@example.org"]


@pytest.mark.parametrize("address", ["nanna@example.org", "NANNA@example.org"])
def test_nobody_takes_an_address_that_somebody_else_has(cast, address):
    with acting(user=cast.karen):
        wanted = NewAddress.ask(cast.karen, address)
        with pytest.raises(NotPossible, match=str(SENTENCES["one_user_per_email"])):
            wanted.take(by=cast.karen)

    assert User.objects.get(pk=cast.karen.pk).email == "karen@example.org"


@pytest.mark.parametrize("actor", ["karen", "sille"])
def test_no_address_is_changed_past_the_link_and_past_two_people(cast, actor):
    with acting(user=getattr(cast, actor)), pytest.raises(DatabaseError, match="it takes two"), transaction.atomic():
        User.objects.filter(pk=cast.karen.pk).update(email="fremmed@example.org")


def test_another_spelling_of_the_same_address_stays_proved(cast):
    change(cast.karen, "Karen@Example.org")

    assert cast.karen.has_proved_address


@pytest.mark.parametrize(
    "statement",
    [
        'INSERT INTO account_emailaddress (user_id, email, verified, "primary")'
        " SELECT id, 'fremmed@example.org', true, false FROM accounts_user WHERE email = 'karen@example.org'",
        "UPDATE account_emailaddress SET email = 'fremmed@example.org'",
        "DELETE FROM account_emailaddress",
        "UPDATE account_emailaddress SET verified = NOT verified",
    ],
)
def test_the_site_itself_gives_nobody_a_second_address(cast, statement):
    with acting(user=cast.sille), pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)
