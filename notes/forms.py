"""Shapes of what is written about a citizen: in confidence, and for the friend."""

from datetime import date, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import LongTextField
from notes.models import Confidence
from notes.reading import Purpose
from pages.choices import offer
from pages.dates import DayField
from pages.stale_forms import OnlyChanges

REVIEW_AFTER = timedelta(days=90)


class ConfidenceForm(forms.Form):
    """What the lead tells: what happens and what helps."""

    text = LongTextField(
        label=_("What is good for the coordinator to know?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 8, "autocomplete": "off"}),
        help_text=_(
            "Write what he or she does and what helps, such as: he tells long stories and leaves if he is corrected. "
            "No diagnosis, no name, no CPR number."
        ),
    )


class OpeningForm(forms.Form):
    """What one opens a confidence for."""

    purpose = forms.ChoiceField(label=_("What do you open it for?"), choices=Purpose, widget=forms.RadioSelect)


class GuidanceForm(forms.Form):
    """A sentence for the friend, and when to look at it again. Never filled in from what was told."""

    text = LongTextField(
        label=_("The sentence for the friend"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_(
            "Say what the friend can do, never why. Such as: let him finish, and do not correct him when the stories "
            "grow big. No name, no diagnosis."
        ),
    )
    review_on = DayField(
        label=_("Look at it again on"),
        help_text=_("People change. The friend keeps seeing it until you withdraw it; from that day it is marked."),
    )
    origin = forms.ModelChoiceField(Confidence.objects.none(), required=False, widget=forms.HiddenInput)

    def __init__(self, *args, confidences=None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["review_on"].initial = self.fields["review_on"].initial or timezone.localdate() + REVIEW_AFTER
        if confidences is None:
            del self.fields["origin"]
        else:
            offer(self, "origin", confidences)

    def clean_review_on(self) -> date:
        if self.cleaned_data["review_on"] <= timezone.localdate():
            raise ValidationError(_("Choose a day that has not come yet."))
        return self.cleaned_data["review_on"]


class RewordForm(OnlyChanges, GuidanceForm):
    """A draft that stands."""


class ApprovalForm(forms.Form):
    """Approving; where words may tell too much, with a tick and a reason."""

    seen = forms.BooleanField(label=_("I have seen the words, and the sentence must stand like this"))
    reason = LongTextField(
        label=_("Why?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("It is kept with the sentence, and the friend does not see it."),
    )

    def __init__(self, *args, words: list[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if not words:
            self.fields.clear()
