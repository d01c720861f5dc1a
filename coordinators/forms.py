"""Shapes of emergency access: for whom and why, what somebody else found; and what of the log to show."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from access.text import LongTextField
from accounts.models import User
from citizens.breakglass import SHORTEST_REASON, BreakGlass
from citizens.models import Citizen
from history.models import AccessLog, AccessTrail
from pages.choices import offer


class EmergencyForm(forms.Form):
    """One citizen by number, and a reason."""

    number = forms.ModelChoiceField(
        Citizen.objects.none(),
        to_field_name="number",
        label=_("The citizen's number"),
        widget=forms.NumberInput,
        help_text=_("You find it in the administration, beside the house."),
        error_messages={"invalid_choice": _("There is no citizen with this number.")},
    )
    reason = LongTextField(
        label=_("Why must it be now, and why can the coordinator not do it?"),
        min_length=SHORTEST_REASON,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off"}),
        help_text=_("At least 20 characters. No name: the colleague who looks at it afterwards reads this."),
    )

    def __init__(self, *args, citizens, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "number", citizens.select_related("project"))


class ReviewForm(forms.Form):
    """What the second person found."""

    outcome = forms.ChoiceField(
        label=_("What do you find?"), choices=BreakGlass.Outcome.choices, widget=forms.RadioSelect
    )


class LogForm(forms.Form):
    """What of the log to show. What is chosen stands in the address; what nobody can choose is no choice."""

    action = forms.ChoiceField(
        label=_("What"),
        required=False,
        choices=[("", _("Everything opened")), *AccessLog.Action.choices, *AccessTrail.Action.choices],
    )
    user = forms.ModelChoiceField(User.objects.none(), label=_("Who"), required=False, empty_label=_("Everybody"))
    month = forms.ChoiceField(label=_("Month"), required=False)

    def __init__(self, *args, users=None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "month", [("", _("All")), *_months()])
        if users is None:
            del self.fields["user"]
        else:
            offer(self, "user", users)

    def chosen(self, name: str):
        """The choice, or None."""
        self.is_valid()
        return self.cleaned_data.get(name) or None


def _months() -> list[tuple[str, str]]:
    """The 24 months that the log keeps, the newest first."""
    today = timezone.localdate()
    months = [divmod(today.year * 12 + today.month - 1 - back, 12) for back in range(25)]
    return [(f"{year}-{month + 1:02}", date_format(date(year, month + 1, 1), "F Y")) for year, month in months]
