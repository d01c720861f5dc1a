"""When a mail may leave.

At night nothing wakes anybody but what was just asked for and what cannot wait. What may wait comes once a day, on six
days of seven at the most: what else waits for the same person by then goes along, in one mail.
"""

from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

# The night ends as the daily mail leaves, so that what waited for the morning goes along with it.
NIGHT_BEGINS, NIGHT_ENDS = time(21), time(7, 30)
SOON = timedelta(hours=24)
MOST_IN_A_WEEK = 6
# What somebody has asked for a moment ago and looks for in the inbox.
JUST_ASKED = {
    "application_received",
    "conversation_booked",
    "course_booked",
    "course_waiting",
    "new_address",
    "new_link",
    "password_reset_key",
}
# Emergency access, and a changed address or login: whoever did not want it must be able to stop it. And the number of
# the access log: as long as it lies here, whoever changes the log changes it, too.
CANNOT_WAIT = {
    "access_changed",
    "address_changed",
    "change_asked",
    "change_confirmed",
    "change_done",
    "change_ended",
    "emergency",
    "former_address",
    "log_head",
    "new_address_here",
}
# Asked for some days ago, and the days to answer run: it waits for the morning and for no other day.
IN_ANSWER = {"course_offered"}


def may_wait(kind: str, begins: datetime | None) -> bool:
    """May a mail of this kind wait for the morning? Not if it is about something that begins within a day."""
    return kind not in JUST_ASKED | CANNOT_WAIT and (begins is None or begins > timezone.now() + SOON)


def had_enough(days: Collection[date], today: date) -> bool:
    """Has somebody had a mail today, or on each of the six days before? In the demo nobody ever has."""
    before = {today - timedelta(days=n) for n in range(1, MOST_IN_A_WEEK + 1)}
    return not settings.DEMO and (today in days or before <= set(days))


def morning_after(moment: datetime) -> datetime:
    """The end of the next night."""
    return timezone.make_aware(datetime.combine(timezone.localdate(moment) + timedelta(days=1), NIGHT_ENDS))


def is_night(moment: datetime) -> bool:
    """Does everybody sleep? In the demo nobody does: who tries it out looks for the mail at once."""
    hour = timezone.localtime(moment).time()
    return not settings.DEMO and (hour >= NIGHT_BEGINS or hour < NIGHT_ENDS)
