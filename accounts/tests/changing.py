"""A change of access in a test: asked for, confirmed, and its day gone by."""

from datetime import timedelta

from access.context import acting
from accounts.models import AccessChange, User
from letters.models import Message
from weshelter.tests import databases, people

NEW = "karen.ny@example.org"


def ask(kind: str = "way_back", *, about: User, by: User) -> AccessChange:
    """Another address is always the same one."""
    with acting(user=by):
        return AccessChange.ask(kind, about, address=NEW if kind == "address" else "", by=by)


def confirm(change: AccessChange, *, by: User) -> None:
    with acting(user=by):
        change.confirm(by=by)


def let_pass(change: AccessChange, **time) -> None:
    """Time goes by: the owner moves the row's moments, which nobody else can."""
    ago = timedelta(**time)
    databases.as_owner(
        "UPDATE accounts_accesschange SET asked_at = asked_at - %s, confirmed_at = confirmed_at - %s WHERE id = %s",
        *(ago, ago, change.pk),
    )
    change.asked_at -= ago
    change.confirmed_at = change.confirmed_at and change.confirmed_at - ago


def take_effect(change: AccessChange, *, by: User) -> None:
    """A day later, whoever looks; production has the worker do it."""
    with acting(user=by):
        let_pass(change, hours=24)
        change.bring_about(by="changes of access")


def newcomer(name: str, *, asked_by: User, confirmed_by: User, days: int = 31) -> User:
    """One whom two have made one of the secretariat, so many days ago."""
    user = people.create_user(name, by=asked_by)
    change = ask("secretariat", about=user, by=asked_by)
    confirm(change, by=confirmed_by)
    take_effect(change, by=asked_by)
    databases.as_owner(
        "UPDATE accounts_user SET secretariat_since = now() - %s WHERE id = %s", timedelta(days=days), user.pk
    )
    databases.as_owner(
        "UPDATE accounts_accesschange SET settled_at = now() - %s WHERE id = %s", timedelta(days=days), change.pk
    )
    user.refresh_from_db()
    return user


def letters() -> list[tuple[str, str]]:
    """What was sent to whom, so far."""
    with acting(user=User.objects.secretariat().first()):
        return sorted((one.kind, one.address) for one in Message.objects.all())


def state_of(change: AccessChange) -> str:
    """As whoever is of the secretariat reads it."""
    with acting(user=User.objects.secretariat().first()):
        return AccessChange.objects.get(pk=change.pk).state
