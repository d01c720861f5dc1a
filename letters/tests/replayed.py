"""Mails of any days, through the very worker: when each left, and with how many others."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.core import mail
from django.utils import timezone

from letters.hours import may_wait
from letters.models import Message, MessageBody, can_wait
from letters.sending import send_due


class Mail(NamedTuple):
    """A kind, when it was made, and when what it is about begins."""

    kind: str
    made_at: datetime
    begins_at: datetime | None = None


class Left(NamedTuple):
    """What left at one moment for one person: how many messages, how many mails that could have waited, for how long
    the one that had waited longest."""

    at: datetime
    messages: int
    mails: int
    waited: timedelta


def replay(mails: dict[str, list[Mail]], monkeypatch) -> dict[str, list[Left]]:
    """What leaves for each address, if these are made then: the worker looks whenever something may have its turn.

    By the owner's login: each of the many moments takes no login of its own.
    """
    arrivals = sorted((one.made_at, address, one) for address, all_ in mails.items() for one in all_)
    left: dict[str, list[Left]] = {address: [] for address in mails}
    written = 0
    for moment in _moments([one for _at, _to, one in arrivals]):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        due = [one for one in arrivals[written:] if one[0] <= moment]
        written += len(due)
        for _made, address, one in due:
            _write(address, one)
        if not Message.objects.due(moment).exists():
            continue
        send_due(go_on=lambda: True, patiently=lambda act: act())
        for address, number in Counter(one.to[0] for one in mail.outbox).items():
            left[address].append(_what_left(address, number, moment))
        mail.outbox.clear()
    return left


def _moments(mails: list[Mail]) -> list[datetime]:
    """When something is made, each end of a night, and when a mail may wait no longer."""
    days = range((max(one.made_at for one in mails) - min(one.made_at for one in mails)).days + 4)
    first = timezone.localdate(min(one.made_at for one in mails))
    mornings = [timezone.make_aware(datetime.combine(first + timedelta(days=n), time(7, 30))) for n in days]
    soon = [one.begins_at - timedelta(hours=24) for one in mails if one.begins_at]
    begun = min(one.made_at for one in mails)
    return sorted(at for at in {*mornings, *soon, *(one.made_at for one in mails)} if at >= begun)


def _write(address: str, one: Mail) -> None:
    waits = may_wait(one.kind, one.begins_at)
    message = Message.objects.create(
        kind=one.kind, address=address, next_try_at=one.made_at, may_wait=waits, begins_at=one.begins_at
    )
    MessageBody.objects.bulk_create([MessageBody(message=message, subject=one.kind, text="")])


def _what_left(address: str, number: int, moment: datetime) -> Left:
    """Each that could not wait is a mail of its own."""
    mine = Message.objects.filter(address=address, sent_at=moment)
    alone = mine.exclude(can_wait(moment)).count()
    made = list(mine.values_list("made_at", flat=True))
    return Left(moment, len(made), number - alone, moment - min(made))


def most_in(days: list[date], length: int) -> int:
    """The most of them in so many days."""
    found: dict[date, int] = defaultdict(int)
    for day in days:
        for later in range(length):
            found[day + timedelta(days=later)] += 1
    return max(found.values())
