"""What opens a login cannot be written through SQL: no password, no passkey, and no count that the site would run."""

import base64
import pickle
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from accounts.due import forget_logins
from accounts.models import User
from accounts.passkeys import is_ours, seal
from weshelter.tests import people

PASSWORD = "en lang adgangskode"
SET = "SELECT app.set_password(%s, %s)"


def run(statement: str, *values, **who) -> int:
    """As the app's login, in whoever's name."""
    with acting(**who), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


def again(user: User) -> User:
    return User.objects.get(pk=user.pk)


@pytest.mark.feature(88)
@pytest.mark.parametrize("who", ["sille", "karen", None])
def test_no_password_is_written_by_hand(cast, who):
    user = getattr(cast, who) if who else None

    with pytest.raises(DatabaseError, match="permission denied"):
        run("UPDATE accounts_user SET password = 'x' WHERE id = %s", cast.karen.pk, user=user)


@pytest.mark.feature(88)
@pytest.mark.parametrize("who", ["sille", "nanna", None])
def test_nobody_sets_another_ones_password(cast, who):
    with pytest.raises(DatabaseError, match="one's own"):
        run(SET, cast.karen.pk, "x", user=getattr(cast, who) if who else None)


@pytest.mark.feature(88)
def test_a_hash_that_somebody_writes_in_anothers_name_opens_nothing(cast):
    nanna = again(cast.nanna)  # whose password is known to the one who writes

    run(SET, cast.karen.pk, nanna.password, user=cast.karen)

    assert again(cast.nanna).check_password(PASSWORD)
    assert not again(cast.karen).check_password(PASSWORD)


def test_a_hash_of_the_password_as_it_is_typed_opens_nothing(cast):
    from django.contrib.auth.hashers import make_password

    run(SET, cast.karen.pk, make_password(PASSWORD), user=cast.karen)

    assert not again(cast.karen).check_password(PASSWORD)


def test_a_user_is_saved_without_the_password(cast):
    karen = again(cast.karen)
    karen.password, karen.name = "x", "Karen Kold"

    with acting(user=cast.sille):
        karen.save()

    assert (again(karen).name, again(karen).check_password(PASSWORD)) == ("Karen Kold", True)


@pytest.mark.feature(88)
def test_a_new_password_ends_the_logins_there_are_and_leaves_whoever_acts_as_he_was(cast):
    karen = Client()
    people.log_in(karen, cast.karen)

    with acting(user=cast.nanna), connection.cursor() as cursor:
        cast.karen.choose_password("en helt ny adgangskode")
        cursor.execute("SELECT app.uid()")
        assert cursor.fetchone() == (cast.nanna.pk,)

    assert again(cast.karen).check_password("en helt ny adgangskode")
    assert not karen.get(reverse("accounts:alive")).json()["signed_in"]


def test_of_a_login_that_is_ended_nothing_is_kept(cast):
    people.log_in(Client(), cast.karen)
    kept = "SELECT (SELECT count(*) FROM django_session), (SELECT count(*) FROM usersessions_usersession)"
    with connection.cursor() as cursor:
        cursor.execute(kept)
        before = cursor.fetchone()

        with acting(user=cast.karen):
            cast.karen.choose_password("en helt ny adgangskode")

        cursor.execute(kept)
        assert (before, cursor.fetchone()) == ((1, 1), (0, 0))


def passkey(user: User) -> Authenticator:
    """As SQL writes one: of somebody else's making."""
    return Authenticator.objects.create(user=user, type="webauthn", data={"name": "x", "credential": {"id": "mine"}})


@pytest.mark.feature(88)
def test_a_passkey_that_was_not_made_on_our_pages_is_none_of_ours(cast):
    assert not is_ours(passkey(cast.karen).pk, cast.karen)


@pytest.mark.feature(88)
def test_a_passkey_of_ones_own_is_none_of_anybody_elses(cast):
    mine = passkey(cast.nanna)
    with acting(user=cast.nanna):
        seal(mine)
    assert is_ours(mine.pk, cast.nanna)

    copied = Authenticator.objects.create(user=cast.karen, type="webauthn", data=mine.data)

    assert not is_ours(copied.pk, cast.karen)


@pytest.mark.feature(88)
@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE mfa_authenticator SET type = 'recovery_codes' WHERE user_id = %s",
        "UPDATE mfa_authenticator SET data = '{}' WHERE user_id = %s",
        "UPDATE mfa_authenticator SET user_id = app.uid() WHERE user_id = %s",
        "DELETE FROM mfa_authenticator WHERE user_id = %s",
    ],
)
@pytest.mark.parametrize("actor", ["karen", "sille", None])
def test_nobody_changes_somebody_elses_factor_or_takes_it_away(cast, statement, actor):
    passkey(cast.nanna)
    passkey(cast.nanna)

    with pytest.raises(DatabaseError, match="somebody else"), transaction.atomic():
        run(statement, cast.nanna.pk, **({"user": getattr(cast, actor)} if actor else {}))


@pytest.mark.feature(88)
def test_of_ones_own_factor_the_kind_stays(cast):
    passkey(cast.nanna)

    with pytest.raises(DatabaseError, match="somebody else"), transaction.atomic():
        run("UPDATE mfa_authenticator SET type = 'recovery_codes' WHERE user_id = %s", cast.nanna.pk, user=cast.nanna)


@pytest.mark.feature(88)
def test_what_somebody_writes_among_the_counts_is_never_run(db):
    class Harm:
        def __reduce__(self):
            return (pytest.fail, ("it was run",))

    harm = base64.b64encode(pickle.dumps(Harm())).decode()
    cache.set("count", [1.5], 60)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_loginattempts SET value = to_jsonb(%s::text)", [harm])

    assert cache.get("count") == harm


def test_of_whom_a_count_is_is_kept_as_a_hash(client, cast):
    client.post(reverse("account_reset_password"), {"email": "karen@example.org"})

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*), count(*) FILTER (WHERE cache_key ~ '^[0-9a-f]{64}$') FROM accounts_loginattempts"
        )
        kept, hashed = cursor.fetchone()
    assert kept == hashed > 0


def test_a_count_is_taken_once_until_it_ends(db):
    assert cache.add("count", [1.5], 60)
    assert not cache.add("count", [2.5], 60)
    assert cache.get("count") == [1.5]

    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_loginattempts SET expires = %s", [timezone.now() - timedelta(seconds=1)])

    assert cache.get("count") is None
    assert cache.add("count", [2.5], 60)
    assert cache.delete("count")
    assert cache.get("count", "none") == "none"


def test_counts_that_are_over_are_forgotten(committed, as_login):
    cache.add("over", [1.5], 0.01)
    cache.add("not yet", [1.5], 60)
    as_login("jobs")

    forget_logins(timezone.localdate())

    as_login("app")
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM accounts_loginattempts")
        assert cursor.fetchone() == (1,)


def test_logins_that_are_over_are_forgotten_with_where_they_were(committed_cast, as_login):
    people.log_in(Client(), committed_cast.karen)
    people.log_in(Client(), committed_cast.nanna)
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE django_session SET expire_date = now() - interval '1 second' WHERE session_key IN"
            " (SELECT session_key FROM usersessions_usersession WHERE user_id = %s)",
            [committed_cast.karen.pk],
        )
    as_login("jobs")

    assert forget_logins(timezone.localdate()) >= 1

    as_login("app")
    with connection.cursor() as cursor:
        cursor.execute("SELECT user_id FROM usersessions_usersession")
        assert cursor.fetchall() == [(committed_cast.nanna.pk,)]
