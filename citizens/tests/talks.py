"""Talks of the tests: what is said, and that days go by."""

from datetime import timedelta

from django.utils import timezone

from access.context import acting
from citizens.models import Citizen, Spoken, Wishes
from weshelter.tests.databases import as_owner
from weshelter.tests.days import today

SIX_WEEKS = timedelta(weeks=6)


def go_by(citizen, days: int) -> None:
    """All that he has said, and all that was to come, is so many days earlier; no gate watches, and no history."""
    moved = {
        "citizens_wishes": ("said_on", "speak_on", "waits_since"),
        "citizens_consent": ("given_at", "withdrawn_at"),
        "citizens_spoken": ("spoken_on", "written_at", "again_on", "said_before", "waited_before", "due_before"),
    }
    for table, columns in moved.items():
        earlier = ", ".join(f"{column} = {column} - interval '{days} days'" for column in columns)
        as_owner(
            f"SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE {table} DISABLE TRIGGER USER;"
            f" UPDATE {table} SET {earlier} WHERE citizen_id = %s; ALTER TABLE {table} ENABLE TRIGGER USER",
            str(citizen.pk),
        )


def say(user, citizen, outcome: str, **said) -> Spoken:
    """Somebody writes down what he has said."""
    with acting(user=user):
        return citizen.spoken_with(outcome=outcome, by=user, **said)


def wish_of(user, citizen) -> Wishes:
    with acting(user=user):
        return Wishes.objects.get(citizen=citizen)


def stands(wish: Wishes) -> tuple:
    """The wish: is it there, when it was last said, for how many days it has waited, when somebody speaks with him."""
    waited = wish.waits_since and (today() - timezone.localdate(wish.waits_since)).days
    return wish.wants_friend, wish.said_on, waited, wish.speak_on


def is_due(user, citizen) -> bool:
    """Has he waited for six weeks without hearing from us?"""
    with acting(user=user):
        return Citizen.objects.known_to(user).unheard().filter(pk=citizen.pk).exists()
