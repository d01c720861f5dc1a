"""Lists that volunteers and citizens choose from, so that the two can meet: interests, languages, times."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from access.text import ShortText

# The states in which a match is open: the citizen has his friend or his proposal, the volunteer's place is used.
# Citizens and volunteers ask it of their matches, which live above both.
OPEN_MATCH = ("proposed", "accepted", "trial", "active", "paused", "ending")


class Interest(models.Model):
    """Something that two people can do or talk about together. Kept by the secretariat; a code is never reused."""

    PERSONAL: dict = {}

    code = models.SlugField(_("code"), max_length=30, primary_key=True)
    name_da = ShortText(_("Danish name"), max_length=60)
    name_en = ShortText(_("English name"), max_length=60)
    is_offered = models.BooleanField(_("offered"), default=True)

    class Meta:
        verbose_name = _("interest")
        verbose_name_plural = _("interests")
        ordering = ["name_da"]

    def __str__(self) -> str:
        return self.name_en if get_language() == "en" else self.name_da


class Language(models.TextChoices):
    """Languages spoken at the houses."""

    DANISH = "da", _("Danish")
    ENGLISH = "en", _("English")
    GREENLANDIC = "kl", _("Greenlandic")
    POLISH = "pl", _("Polish")
    ROMANIAN = "ro", _("Romanian")
    ARABIC = "ar", _("Arabic")
    SOMALI = "so", _("Somali")
    LITHUANIAN = "lt", _("Lithuanian")
    GERMAN = "de", _("German")
    SIGN = "sgn", _("Danish sign language")


class Slot(models.TextChoices):
    """When one usually has time."""

    WEEKDAY_DAY = "weekday_day", _("weekdays, daytime")
    WEEKDAY_EVENING = "weekday_evening", _("weekdays, evening")
    WEEKEND_DAY = "weekend_day", _("weekends, daytime")
    WEEKEND_EVENING = "weekend_evening", _("weekends, evening")


class Limit(models.TextChoices):
    """What somebody cannot or will not be near; asked of both sides, so that nobody is proposed what cannot be."""

    PETS = "pets", _("dogs and other animals")
    SMOKE = "smoke", _("smoke indoors")
    ALCOHOL = "alcohol", _("alcohol around one")
    STAIRS = "stairs", _("stairs without a lift")
    PRIVATE_HOME = "private_home", _("visits in a private home")


def interests_offered() -> list[tuple[str, str]]:
    """The interests as choices of a form."""
    return [(interest.code, str(interest)) for interest in Interest.objects.filter(is_offered=True)]


def interest_names(codes) -> list[str]:
    """The names of interests, in the order of the list."""
    return [str(interest) for interest in Interest.objects.filter(code__in=codes)]
