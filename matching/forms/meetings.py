"""The first meeting: arranged, and held."""

from datetime import timedelta

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField
from pages.choices import offer
from pages.dates import DayField, MomentField
from pages.stale_forms import OnlyChanges


class FirstMeetingForm(OnlyChanges, forms.Form):
    """When and where they meet the first time, and who of the house is there with them."""

    starts_at = MomentField(label=_("When"))
    place = ShortTextField(
        label=_("Where"),
        max_length=100,
        help_text=_("Such as: the café of the house. The volunteer reads it. No names."),
    )
    accompanied_by = forms.ModelChoiceField(
        label=_("Who is there with them"),
        queryset=get_user_model().objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args, hosts, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "accompanied_by", hosts)

    def clean_starts_at(self):
        starts_at = self.cleaned_data["starts_at"]
        if starts_at < timezone.now():
            raise forms.ValidationError(_("This time has passed. Choose one that lies ahead."))
        if starts_at > timezone.now() + timedelta(days=90):
            raise forms.ValidationError(_("This is more than three months ahead. Look at the date."))
        return starts_at


class StartForm(forms.Form):
    """When the first meeting was held: not ahead, and not long before anybody was asked."""

    met_on = DayField(label=_("The day of the first meeting"), initial=timezone.localdate)

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
