"""Whoever sends a mail takes it first, so that nobody else does; what waits for the same person is taken with it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import DateTimeField, F
from django.db.models.functions import Least
from django.utils import timezone

from history.moves import in_turn, move
from letters.handing_on import hand_on
from letters.hours import SOON, had_enough, morning_after
from letters.models import Message, MessageQuerySet

# Longer than a mail server may take for all its answers; whoever has a mail longer than that has died with it.
CLAIMED_FOR = timedelta(minutes=10)


def claim_next() -> list[Message]:
    """Take the one whose turn it is and what goes along with it, and commit that; none if nothing is due."""
    hand_on()
    now = timezone.now()
    while True:
        with transaction.atomic():
            first = Message.objects.due(now).select_for_update(skip_locked=True).first()
            if first is None:
                return []
            if claimed := _claim(first, now):
                return claimed


def _claim(first: Message, now: datetime) -> list[Message]:
    """This one with all that go along; none of them if whoever gets it has had a mail today: then another day."""
    in_turn("a mail to", first.address)
    along = Message.objects.going_along(first, now)
    if not along.filter(pk=first.pk).exists():
        return _take([first], now)
    if had_enough(Message.objects.days_of(first.address, now), timezone.localdate(now)):
        soon = F("begins_at") - SOON
        put_off = Message.objects.filter(pk__in=[message.pk for message in _free(along)])
        put_off.update(next_try_at=Least(morning_after(now), soon, output_field=DateTimeField()))
        return []
    return _take(_free(along), now)


def _free(messages: MessageQuerySet) -> MessageQuerySet:
    """Those that nobody else is at: whoever has one of them waits for this turn, and must not be waited for."""
    return messages.select_for_update(skip_locked=True)


def _take(messages: Iterable[Message], now: datetime) -> list[Message]:
    for message in (taken := list(messages)):
        move(message, Message.State.SENDING, by="letters", tries=F("tries") + 1, claimed_until=now + CLAIMED_FOR)
    mine = Message.objects.filter(pk__in=[message.pk for message in taken])
    return list(mine.select_related("body").order_by("made_at"))
