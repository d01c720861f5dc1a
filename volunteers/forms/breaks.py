"""Until when somebody rests: a day, and nothing more."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.dates import DayField
from pages.stale_forms import OnlyChanges
from volunteers.models.breaks_and_leaving import LONGEST_BREAK


class BreakForm(OnlyChanges, forms.Form):
    """A day ahead, within a year. No reason is asked for."""

    back_on = DayField(
        label=_("Back again on"),
        help_text=_("On this day we ask, and nothing happens by itself. Another day can be chosen at any time."),
    )

    def __init__(self, *args, volunteer, **kwargs) -> None:
        super().__init__(*args, row=volunteer, **kwargs)
        today = timezone.localdate()
        self.initial = {"back_on": None if volunteer.is_due_back else volunteer.back_on}
        self.first, self.last = today + timedelta(days=1), today + LONGEST_BREAK
        self.fields["back_on"].widget.attrs |= {"min": self.first.isoformat(), "max": self.last.isoformat()}

    def clean_back_on(self):
        """Ahead, and not so far that it must be a slip of the pen."""
        back_on = self.cleaned_data["back_on"]
        if back_on < self.first:
            raise forms.ValidationError(_("Choose a day ahead."))
        if back_on > self.last:
            raise forms.ValidationError(_("This is more than a year ahead. Is the year right?"))
        return back_on
