"""Mails of any days, through the very worker: when each left, and with how many others."""

from collections import Counter, defaultdict
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.core import mail
from django.db.models import F
from django.utils import timezone

from letters.hours import SOON, may_wait
from letters.models import Message, MessageBody
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

    By the owner's login: each of the many moments takes no login of its own. All are written beforehand, each to have
    its first turn as it is made.
    """
    _write(mails, monkeypatch)
    sent: Counter[tuple[str, datetime]] = Counter()
    for moment in _moments([one for all_ in mails.values() for one in all_]):
        monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
        if Message.objects.due(moment).exists():
            send_due(go_on=lambda: True, patiently=lambda act: act())
        sent.update((one.to[0], moment) for one in mail.outbox)
        mail.outbox.clear()
    return _what_left(mails, sent)


def _moments(mails: list[Mail]) -> list[datetime]:
    """When something is made, each end of a night, and when a mail may wait no longer."""
    days = range((max(one.made_at for one in mails) - min(one.made_at for one in mails)).days + 4)
    first = timezone.localdate(min(one.made_at for one in mails))
    mornings = [timezone.make_aware(datetime.combine(first + timedelta(days=n), time(7, 30))) for n in days]
    soon = [one.begins_at - timedelta(hours=24) for one in mails if one.begins_at]
    begun = min(one.made_at for one in mails)
    return sorted(at for at in {*mornings, *soon, *(one.made_at for one in mails)} if at >= begun)


def _write(mails: dict[str, list[Mail]], monkeypatch) -> None:
    """What was made when is the moment of its first turn, too, and says whether it may wait."""
    written = []
    for address, all_ in mails.items():
        for one in all_:
            monkeypatch.setattr(timezone, "now", lambda one=one: one.made_at)
            message = Message(kind=one.kind, address=address, next_try_at=one.made_at, begins_at=one.begins_at)
            message.may_wait = may_wait(one.kind, one.begins_at)
            written.append(message)
    Message.objects.bulk_create(written)
    Message.objects.update(made_at=F("next_try_at"))
    MessageBody.objects.bulk_create([MessageBody(message=one, subject=one.kind, text="") for one in written])


def _what_left(mails: dict[str, list[Mail]], sent: Counter[tuple[str, datetime]]) -> dict[str, list[Left]]:
    """For each address, moment by moment; each that could not wait is a mail of its own."""
    messages: dict[tuple[str, datetime], list[Message]] = defaultdict(list)
    for one in Message.objects.filter(state=Message.State.SENT):
        messages[one.address, one.sent_at].append(one)
    left: dict[str, list[Left]] = {address: [] for address in mails}
    for (address, moment), number in sent.items():
        mine = messages[address, moment]
        alone = sum(not one.may_wait or (one.begins_at is not None and one.begins_at <= moment + SOON) for one in mine)
        left[address].append(Left(moment, len(mine), number - alone, moment - min(one.made_at for one in mine)))
    return left


def most_in(days: list[date], length: int) -> int:
    """The most of them in so many days."""
    found: dict[date, int] = defaultdict(int)
    for day in days:
        for later in range(length):
            found[day + timedelta(days=later)] += 1
    return max(found.values())
