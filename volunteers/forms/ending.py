"""From when somebody no longer comes to a project, and why."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.dates import DayField
from volunteers.emails import send_assignment_ended
from volunteers.models import Assignment


class EndAssignmentForm(forms.Form):
    """A day that has come, and a reason of a few."""

    gone_from = DayField(
        label=_("No longer there from"),
        initial=timezone.localdate,
        error_messages={"required": _("Choose from which day it has ended.")},
    )
    why = forms.ChoiceField(
        label=_("Why does it end?"),
        choices=[(code, label) for code, label in Assignment.Why.choices if code != Assignment.Why.CLOSED],
        widget=forms.RadioSelect,
        help_text=_("The volunteer does not read it."),
        error_messages={"required": _("Choose why it ends.")},
    )

    def __init__(self, *args, assignment: Assignment, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.assignment = assignment

    def clean_gone_from(self):
        gone_from = self.cleaned_data["gone_from"]
        if gone_from > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead. Write it down when it has come."))
        if gone_from < self.assignment.from_on:
            raise forms.ValidationError(_("This is before it began. Look at the year."))
        return gone_from

    def end(self) -> None:
        """First the mail: afterwards its coordinators may know her no more."""
        send_assignment_ended(self.assignment)
        self.assignment.end(**self.cleaned_data)
