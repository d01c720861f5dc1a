"""Choosing a volunteer, or somebody who was met by chance."""

from collections.abc import Mapping
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField
from matching.models import Origin
from pages.choices import offer
from pages.dates import DayField


class ProposalForm(forms.Form):
    """One of the volunteers who fit, shown on this page or not."""

    volunteer = forms.ChoiceField(
        label=_("Who"),
        error_messages={"required": _("Choose one of the volunteers first.")},
        widget=forms.RadioSelect,
    )
    note = ShortTextField(
        label=_("Why this one"),
        max_length=200,
        required=False,
        help_text=_("A few words, if you choose another than the first. Only the project's coordinators read it."),
    )

    def __init__(self, *args, possible: Mapping[str, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "volunteer", list(possible.items()))


class SpontaneousForm(forms.Form):
    """Two who have found each other by themselves: where and when, and who has said yes already."""

    volunteer = forms.ChoiceField(
        label=_("Who"), error_messages={"required": _("Choose one of the volunteers first.")}, widget=forms.RadioSelect
    )
    origin = forms.ChoiceField(
        label=_("Where they met"),
        choices=[choice for choice in Origin.choices if choice[0] != Origin.SUGGESTION],
        widget=forms.RadioSelect,
    )
    origin_on = DayField(label=_("When"), initial=timezone.localdate)
    citizen_said_yes = forms.BooleanField(label=_("The citizen has said yes to me"), required=False)
    volunteer_said_yes = forms.BooleanField(
        label=_("The volunteer has said yes to me"),
        required=False,
        help_text=_("Whoever has not said yes is asked, as always."),
    )
    again_on_purpose = forms.BooleanField(
        label=_("They have been proposed to each other before, and I propose them again on purpose"), required=False
    )

    def __init__(self, *args, volunteers, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "volunteer", [(str(one.pk), _who(one)) for one in volunteers])

    def clean_origin_on(self):
        met_on = self.cleaned_data["origin_on"]
        if met_on > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead. Write down when they met."))
        if met_on < timezone.localdate() - timedelta(days=365):
            raise forms.ValidationError(_("This is more than a year ago. Look at the year."))
        return met_on

    def how(self) -> dict:
        """What `Match.propose` asks beside the two."""
        return {name: self.cleaned_data[name] for name in ("origin", "origin_on", "again_on_purpose")}


def _who(volunteer) -> str:
    """First name and area: all that is shown before somebody is proposed."""
    return f"{volunteer.first_name}, {volunteer.postcode}" if volunteer.postcode else volunteer.first_name
