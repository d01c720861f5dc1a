"""Days of a friendship: one ahead, and one that has been."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _


def ahead(day: date, *, within: timedelta) -> date:
    """From today on, and not so far that it must be a slip of the pen."""
    today = timezone.localdate()
    if day < today:
        raise forms.ValidationError(_("This day has passed. Choose one from today on."))
    if day > today + within:
        raise forms.ValidationError(_("This is very far ahead. Is the year right?"))
    return day


def has_been(day: date | None, *, since: date) -> date | None:
    """Not before they met, and not ahead: what is written down has been done."""
    if day and day < since:
        raise forms.ValidationError(_("This is before they met. Look at the year."))
    if day and day > timezone.localdate():
        raise forms.ValidationError(_("This day lies ahead. Write it down when it is done."))
    return day
