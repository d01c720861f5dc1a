"""What the two have agreed, as the coordinator types it."""

from datetime import timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import ahead
from friendships.models import PairAgreement
from friendships.rhythm import HowOften
from pages.dates import DayField
from pages.stale_forms import OnlyChanges


class AgreementForm(OnlyChanges, forms.ModelForm):
    """How often is asked for; the rest may wait until they know each other."""

    # Of its own, since the model's would offer an empty line to tick.
    how_often = forms.ChoiceField(
        label=_("How often do they meet?"),
        choices=HowOften.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how often they meet.")},
    )
    review_on = DayField(
        label=_("Look at it again on"),
        help_text=_("Your desk reminds you."),
        error_messages={"required": _("Choose the day on which you look at it again.")},
    )

    class Meta:
        model = PairAgreement
        fields = PairAgreement.SAID
        widgets = {
            "limits": forms.Textarea(attrs={"rows": 2}),
            "own_words": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {
            "place": _("Where?"),
            "reach": _("How do they reach each other?"),
            "limits": _("What would they rather not?"),
            "own_words": _("In their own words"),
        }
        help_texts = {
            "place": _("Such as: in the café, at the lakes."),
            "reach": _("Such as: by text message, through the house."),
            "limits": _("Such as: no money, not after nine in the evening."),
            "own_words": _("Both can read all of this, and have it printed. No diagnoses, no CPR number."),
        }

    def clean_review_on(self):
        """A day that was chosen before may have passed meanwhile, and stand."""
        day = self.cleaned_data["review_on"]
        return ahead(day, within=timedelta(days=366)) if "review_on" in self.changed_data else day

    def write(self) -> None:
        PairAgreement.write(self.instance.match, **self.cleaned_data)
