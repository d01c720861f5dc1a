"""When a mail may leave: between 21 and 7 nothing wakes anybody but what was just asked for and what cannot wait."""

from datetime import datetime, time, timedelta

from django.conf import settings
from django.utils import timezone

NIGHT_BEGINS, NIGHT_ENDS = time(21), time(7)
SOON = timedelta(hours=24)
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


def may_wait(kind: str, begins: datetime | None) -> bool:
    """May a mail of this kind wait for the morning? Not if it is about something that begins within a day."""
    return kind not in JUST_ASKED | CANNOT_WAIT and (begins is None or begins > timezone.now() + SOON)


def is_night(moment: datetime) -> bool:
    """Does everybody sleep? In the demo nobody does: who tries it out looks for the mail at once."""
    hour = timezone.localtime(moment).time()
    return not settings.DEMO and (hour >= NIGHT_BEGINS or hour < NIGHT_ENDS)
