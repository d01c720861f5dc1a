"""Days and hours in forms: read as people write them, and as the site prints them, whatever language the page has."""

import re
from datetime import MAXYEAR, MINYEAR, datetime
from functools import cache

from django import forms
from django.conf import settings
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

A_DAY = _("Write a day that exists, such as 29/12/2026.")
AN_HOUR = _("Write a time of day, such as 16:30.")
A_MOMENT = _("Write a day that exists and a time of day, such as 29/12/2026 16:30.")
WORD = re.compile(r"\b([^\W\d_]{3,})\b(?:\.(?=\s))?")
# What is written in more ways than it is read in -> how it is read.
TIDY = [
    (re.compile(r"^d(?:en|\.)\s*(?=\d)", re.IGNORECASE), ""),  # den 29. maj 2026
    (re.compile("[\u2010-\u2015\u2212]"), "-"),  # what a phone makes of a dash
    (re.compile(r"(?:\bkl\.?|\bklokken|\bat)\s*(?=\d)", re.IGNORECASE), "kl. "),  # kl.16.30, klokken 16, at 16:30
    (re.compile(r"(?<=\d),(?=\d\d\b)"), "."),  # 16,30
    (re.compile(r",(?=\s)"), ""),  # 29. maj 2026, kl. 16.30
    (re.compile(r"(?<=\d)\s*([./-])\s*(?=\d)"), r"\1"),  # 29. 5. 2026, 29 - 5 - 2026
]


@cache
def months() -> dict[str, str]:
    """The number of each month by its name, long and short, in every language of the site."""
    found: dict[str, str] = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            names = [*MONTHS.items(), *MONTHS_3.items()]
            found |= {str(name).rstrip(".").casefold(): str(number) for number, name in names}
    return found


def tidied(text: str) -> str:
    """The same in one way of writing: “1. december 2026, klokken 16,30” is “1.12 2026 kl. 16.30”."""
    text = WORD.sub(lambda found: months().get(found[1].casefold(), found[0]), text)
    for written, read in TIDY:
        text = written.sub(read, text)
    return text


class DayField(forms.DateField):
    """A day, as the browser's own calendar or a person writes it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": A_DAY}

    def to_python(self, value):
        return super().to_python(tidied(value) if isinstance(value, str) else value)


class HourField(forms.TimeField):
    """A time of day."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": AN_HOUR}

    def to_python(self, value):
        return super().to_python(tidied(value) if isinstance(value, str) else value)


def refuse_far_off(value: datetime) -> None:
    """The first and the last year that a calendar has lie outside it in another time zone."""
    if not MINYEAR < value.year < MAXYEAR:
        raise forms.ValidationError(A_MOMENT, code="invalid")


class MomentField(forms.DateTimeField):
    """A day and a time of day in one field."""

    default_validators = [refuse_far_off]

    widget = forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"})
    default_error_messages = {"invalid": A_MOMENT}

    def to_python(self, value):
        return super().to_python(tidied(value) if isinstance(value, str) else value)


class MomentInTwoField(forms.SplitDateTimeField):
    """A day and a time of day side by side, as the admin asks for them."""

    default_validators = [refuse_far_off]

    default_error_messages = {"invalid_date": A_DAY, "invalid_time": AN_HOUR}

    def clean(self, value):
        return super().clean([part and tidied(part) for part in value] if value else value)
