"""How many strangers an application may have written to, and how often."""

from datetime import timedelta

from django.utils.translation import gettext as _

from access.attempts import Limit, count_attempt
from history.moves import NotPossible

# A year is longer than any application takes.
NEW_REFEREE = Limit("a referee of an application", 1, timedelta(days=365))
REFEREES = Limit("referees of an application", 5, timedelta(days=365))
LETTERS_TO_REFEREE = Limit("letters to a referee", 3, timedelta(hours=24))


def refuse_too_many_referees(volunteer, email: str) -> None:
    """An application writes to five addresses at most; each may be any stranger's. Counts it."""
    if count_attempt(NEW_REFEREE, str(volunteer.pk), email) and not count_attempt(REFEREES, str(volunteer.pk)):
        raise NotPossible(_("Five people have been named already, and no more than five are written to."))
    if not may_write_to_referee(email):
        raise NotPossible(_("We have written to this address three times today. Try again tomorrow."))


def may_write_to_referee(email: str) -> bool:
    """Three letters a day to one address, whoever named it, reminders included. Counts it."""
    return count_attempt(LETTERS_TO_REFEREE, email.lower())
