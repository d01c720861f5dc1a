"""That somebody talked with a volunteer."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.dates import DayField

LONG_AGO = timedelta(days=183)


class SupportForm(forms.Form):
    """The day, and nothing of what was said."""

    given_on = DayField(
        label=_("On which day"),
        initial=timezone.localdate,
        error_messages={"required": _("Choose the day on which you talked.")},
    )

    def clean_given_on(self):
        day, today = self.cleaned_data["given_on"], timezone.localdate()
        if day > today:
            raise forms.ValidationError(_("This day lies ahead. Write it down when it is done."))
        if day < today - LONG_AGO:
            raise forms.ValidationError(_("This is more than half a year ago. Is the year right?"))
        return day
