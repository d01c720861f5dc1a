"""Days and hours in forms: read as people write them, and as the site prints them in the language of the page."""

import re
from datetime import MAXYEAR, MINYEAR, datetime

from django import forms
from django.utils.dates import MONTHS, MONTHS_3
from django.utils.translation import gettext_lazy as _

A_DAY = _("Write a day that exists, such as 29/12/2026.")
AN_HOUR = _("Write a time of day, such as 16:30.")
A_MOMENT = _("Write a day that exists and a time of day, such as 29/12/2026 16:30.")
WORD = re.compile(r"\b([^\W\d_]{3,})\b\.?")


def numbered(text: str) -> str:
    """The same with the name of a month as its number: “1. december 2026” is “1. 12 2026”."""
    months = {str(name).casefold(): str(number) for names in (MONTHS, MONTHS_3) for number, name in names.items()}
    return WORD.sub(lambda found: months.get(found[1].casefold(), found[0]), text)


class DayField(forms.DateField):
    """A day, as the browser's own calendar or a person writes it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {"invalid": A_DAY}

    def to_python(self, value):
        return super().to_python(numbered(value) if isinstance(value, str) else value)


class HourField(forms.TimeField):
    """A time of day."""

    widget = forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    default_error_messages = {"invalid": AN_HOUR}


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
        return super().to_python(numbered(value) if isinstance(value, str) else value)


class MomentInTwoField(forms.SplitDateTimeField):
    """A day and a time of day side by side, as the admin asks for them."""

    default_validators = [refuse_far_off]

    default_error_messages = {"invalid_date": A_DAY, "invalid_time": AN_HOUR}

    def clean(self, value):
        return super().clean([part and numbered(part) for part in value] if value else value)
