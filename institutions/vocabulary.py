"""Lists that volunteers and citizens choose from, so that the two can meet: interests, languages, times, limits."""

from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from access.names import Name

# The states in which a match is open: the citizen has his friend or his proposal, the volunteer's place is used.
# Citizens and volunteers ask it of their matches, which live above both.
OPEN_MATCH = ("proposed", "accepted", "trial", "active", "paused", "ending")


class Interest(models.Model):
    """Something that two people can do or talk about together. Kept by the secretariat; a code is never reused."""

    PERSONAL: dict = {}

    code = models.SlugField(_("code"), max_length=30, primary_key=True)
    name_da = Name(_("Danish name"), max_length=60)
    name_en = Name(_("English name"), max_length=60)
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


class Need(models.TextChoices):
    """What a friend can be good for: never a diagnosis, and never what staff is for."""

    GOING_OUT = "going_out", _("somebody to get out of the door with")
    LOCAL_PLACES = "local_places", _("help to find good places nearby")
    COURAGE = "courage", _("practical courage for the city")
    NEW_HOME = "new_home", _("company in a new home")
    LISTENING = "listening", _("somebody who listens")
    QUIET = "quiet", _("quiet company")
    PATIENCE = "patience", _("patience when it takes time")
    OUTSIDE = "outside", _("somebody from outside the system")


class Limit(models.TextChoices):
    """What somebody cannot or will not be near; asked of both sides, so that nobody is proposed what cannot be."""

    PETS = "pets", _("dogs and other animals")
    SMOKE = "smoke", _("smoke indoors")
    ALCOHOL = "alcohol", _("alcohol around one")
    STAIRS = "stairs", _("stairs without a lift")
    PRIVATE_HOME = "private_home", _("visits in a private home")


class Gender(models.TextChoices):
    """Of a friend, where it matters."""

    WOMAN = "woman", _("a woman")
    MAN = "man", _("a man")


class AgeGroup(models.TextChoices):
    """Roughly how old; the youngest first."""

    TWENTIES = "18-29", _("18 to 29")
    THIRTIES = "30-44", _("30 to 44")
    FIFTIES = "45-59", _("45 to 59")
    SIXTIES = "60+", _("60 or older")


def interests_offered() -> list[tuple[str, str]]:
    """The interests as choices of a form."""
    return [(interest.code, str(interest)) for interest in Interest.objects.filter(is_offered=True)]


def interest_names(codes) -> list[str]:
    """The names of interests, in the order of the list."""
    return interest_names_of(codes)[0]


def interest_names_of(*lists) -> list[list[str]]:
    """The names of several lists of interests, each in the order of the list; asked once for all of them."""
    found = list(Interest.objects.filter(code__in={code for codes in lists for code in codes}))
    return [[str(interest) for interest in found if interest.code in codes] for codes in lists]
