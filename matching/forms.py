"""Choosing a volunteer, and the day of the first meeting."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ProposalForm(forms.Form):
    """One of the suggested volunteers."""

    volunteer = forms.ChoiceField(
        label=_("volunteer"), error_messages={"required": _("Choose one of the volunteers first.")}
    )

    def __init__(self, *args, suggestions, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["volunteer"].choices = [  # type: ignore[attr-defined]
            (str(one.candidate.id), one.candidate.first_name) for one in suggestions
        ]


class StartForm(forms.Form):
    """When the first meeting was held: not ahead, and not long before anybody was asked."""

    met_on = forms.DateField(
        label=_("The day of the first meeting"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )

    def __init__(self, *args, match, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.earliest = timezone.localdate(match.proposed_at) - timedelta(days=365)

    def clean_met_on(self):
        met_on = self.cleaned_data["met_on"]
        if met_on < self.earliest:
            raise forms.ValidationError(_("This is long before they were proposed to each other. Look at the year."))
        if met_on > timezone.localdate():
            raise forms.ValidationError(_("The first meeting is recorded when it has been held."))
        return met_on
