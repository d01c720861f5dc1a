"""How often two meet, and since when it is quiet about them; what falls due on which day. Days in, days out."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _


class HowOften(models.TextChoices):
    """As the two have agreed."""

    WEEKLY = "weekly", _("every week")
    FORTNIGHTLY = "fortnightly", _("every second week")
    MONTHLY = "monthly", _("once a month")


USUAL = HowOften.FORTNIGHTLY  # where nothing is agreed
EVERY = {
    HowOften.WEEKLY: timedelta(weeks=1),
    HowOften.FORTNIGHTLY: timedelta(weeks=2),
    HowOften.MONTHLY: timedelta(days=30),
}
AT_LEAST = timedelta(days=21)
# Three times their own rhythm: one meeting that came to nothing is life, three are for us to ask about.
QUIET_AFTER = {how_often: max(3 * every, AT_LEAST) for how_often, every in EVERY.items()}


def asked_again_from(how_often: str, *, asked_on: date) -> date:
    """The day from which one asks once more, if it is still quiet: they have had the time to meet once."""
    return asked_on + EVERY[HowOften(how_often or USUAL)]


def quiet_from(how_often: str, *, heard_on: date) -> date:
    """The day from which it is quiet, if nobody hears of them after `heard_on`: when they met or came back last."""
    return heard_on + QUIET_AFTER[HowOften(how_often or USUAL)]
