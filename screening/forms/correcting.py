"""What was written down wrong on the way to ready: a conversation, a signature on paper, being along."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.choices import offer
from pages.dates import DayField
from pages.stale_forms import OnlyChanges
from screening.forms.conversations import SIDES_MEAN
from screening.models import Interview, Shadowing, Signature


def has_been(day):
    """Nothing is written down of a day that has not come."""
    if day > timezone.localdate():
        raise forms.ValidationError(_("This day has not come yet."))
    return day


class CorrectInterview(OnlyChanges, forms.ModelForm):
    """The day, how the four sides looked, and how to go on; whoever held it stays."""

    class Meta:
        model = Interview
        fields = ["held_on", *Interview.SIDES, "outcome"]
        labels = {"held_on": _("Held on"), "outcome": _("How to go on")}
        help_texts = SIDES_MEAN
        field_classes = {"held_on": DayField}
        widgets = dict.fromkeys([*Interview.SIDES, "outcome"], forms.RadioSelect)

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "outcome", Interview.Outcome.choices)

    def clean_held_on(self):
        return has_been(self.cleaned_data["held_on"])


class CorrectShadowing(OnlyChanges, forms.ModelForm):
    """On which day she was along."""

    class Meta:
        model = Shadowing
        fields = ["went_on"]
        labels = {"went_on": _("On which day")}
        field_classes = {"went_on": DayField}

    def clean_went_on(self):
        return has_been(self.cleaned_data["went_on"])


class CorrectSignature(OnlyChanges, forms.ModelForm):
    """The day on the paper; what was signed by link says itself when it was."""

    signed_at = DayField(label=_("Signed on"))

    class Meta:
        model = Signature
        fields = ["signed_at"]

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial["signed_at"] = timezone.localdate(self.instance.signed_at)

    def clean_signed_at(self) -> datetime:
        """The day as a moment: noon, which is the same day in any summer or winter."""
        day = has_been(self.cleaned_data["signed_at"])
        stands = self.instance.signed_at
        return stands if timezone.localdate(stands) == day else timezone.make_aware(datetime.combine(day, time(12)))
