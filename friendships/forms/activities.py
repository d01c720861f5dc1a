"""What two friends can do together: offered, put right, and used."""

from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import has_been
from friendships.models import Activity, Outing
from friendships.models.activity import SENTENCES
from friendships.models.outing import MOST_KRONER, MOST_TICKETS
from institutions.models import Institution
from matching.models import Match
from pages.choices import offer
from pages.dates import DayField
from pages.stale_forms import OnlyChanges

A_YEAR = timedelta(days=366)


class ActivityForm(OnlyChanges, forms.ModelForm):
    """What it is, where it is offered, what it costs for two, how many tickets there are, from when to when."""

    class Meta:
        model = Activity
        fields = ["institution", "kind", "name", "how", "price", "tickets", "from_on", "until_on"]
        labels = {
            "name": _("What is it?"),
            "how": _("How does one get it?"),
            "tickets": _("How many tickets are there?"),
            "until_on": _("Last day"),
        }
        help_texts = {
            "name": _("Such as: coffee at Café Paludan. Volunteers read it. No names of people."),
            "how": _("Such as: the tickets lie in the office."),
            "price": _("What the two may use of the budget. 0 where it costs nothing."),
            "tickets": _("Empty where there are no tickets."),
        }
        field_classes = {"from_on": DayField, "until_on": DayField}
        error_messages = {
            "kind": {"required": _("Choose a kind.")},
            "name": {"required": _("Write what it is.")},
            "price": {"required": _("Write a price, or 0.")},
            "from_on": {"required": _("Choose the first day.")},
        }

    def __init__(self, *args, houses: list[Institution], for_all: bool, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            whose = forms.ModelChoiceField(
                Institution.objects.filter(pk__in=[house.pk for house in houses]),
                label=_("Who offers it?"),
                required=not for_all,
                empty_label=_("Frivilligindsatsen, to all") if for_all else None,
                initial=None if for_all else next(iter(houses), None),
            )
            self.fields["institution"] = whose
        else:
            del self.fields["institution"]  # whose it is stays: another house offers its own

    def clean_price(self) -> int:
        if (price := self.cleaned_data["price"]) > MOST_KRONER:
            raise forms.ValidationError(_("That is a lot for two. At most %(most)s kr.") % {"most": MOST_KRONER})
        return price

    def clean(self) -> dict:
        cleaned = super().clean()
        first, last, today = cleaned.get("from_on"), cleaned.get("until_on"), timezone.localdate()
        stands = None if self.instance._state.adding else self.initial["from_on"]
        if first and first != stands and not today - A_YEAR <= first <= today + A_YEAR:
            self.add_error("from_on", _("Look at the year: this is very long ago, or very far ahead."))
        if first and last and last < first:
            self.add_error("until_on", SENTENCES["an_activity_ends_after_it_begins"])
        elif last and last > today + A_YEAR:
            self.add_error("until_on", _("This is more than a year ahead. Is the year right?"))
        return cleaned


class OutingForm(forms.Form):
    """Which activity, on which day, and what was used: kroner, tickets, or both. No text."""

    activity = forms.ModelChoiceField(
        label=_("What did they do?"),
        queryset=Activity.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose an activity.")},
    )
    used_on = DayField(label=_("Which day?"), initial=timezone.localdate)
    kroner = forms.IntegerField(label=_("Kroner used"), min_value=0, max_value=MOST_KRONER, initial=0)
    tickets = forms.IntegerField(label=_("Tickets used"), min_value=0, max_value=MOST_TICKETS, initial=0)

    def __init__(self, *args, match: Match, activities, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.match = match
        offer(self, "activity", activities)

    def clean_used_on(self) -> date | None:
        day = self.cleaned_data["used_on"]
        return has_been(day, since=self.match.started_on) if self.match.started_on else day

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("kroner") and not cleaned.get("tickets"):
            self.add_error("kroner", _("Write an amount, or a number of tickets."))
        activity = cleaned.get("activity")
        if activity and activity.tickets is None and cleaned.get("tickets"):
            self.add_error("tickets", _("There are no tickets for this activity."))
        return cleaned


class CorrectOutingForm(OnlyChanges, OutingForm):
    """What is noted is put right."""

    def __init__(self, *args, row: Outing, activities, **kwargs) -> None:
        said = {name: getattr(row, name) for name in ("activity", "used_on", "kroner", "tickets")}
        super().__init__(*args, row=row, match=row.match, activities=activities, initial=said, **kwargs)
