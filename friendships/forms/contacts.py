"""What became of a day: the day, whether they met, and what they did."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import has_been
from friendships.models import Contact
from matching.models import Match
from pages.dates import DayField
from pages.stale_forms import OnlyChanges


class TickForm(forms.Form):
    """A day and one of four: the whole of what a volunteer ticks first."""

    happened_on = DayField(label=_("Which day?"), initial=timezone.localdate)
    kind = forms.ChoiceField(
        label=_("Did they meet?"),
        choices=Contact.Kind.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether they met.")},
    )

    def __init__(self, *args, match: Match, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.match = match

    def clean_happened_on(self):
        day = self.cleaned_data["happened_on"]
        return has_been(day, since=self.match.started_on) if self.match.started_on else day

    def tick(self, *, by_volunteer: bool = False) -> None:
        self.ticked = Contact.tick(self.match, by_volunteer=by_volunteer, **self.cleaned_data)


class ContactForm(TickForm):
    """The same with what they did."""

    activity = forms.ChoiceField(
        label=_("If they met: what did they do?"),
        choices=[("", _("Not said")), *Contact.Activity.choices],
        required=False,
    )

    def clean(self) -> dict:
        """Whoever did not meet did nothing together."""
        cleaned = super().clean() or {}
        if cleaned.get("kind") != Contact.Kind.MET:
            cleaned["activity"] = ""
        return cleaned


class CorrectContactForm(OnlyChanges, ContactForm):
    """What is noted is put right."""

    def __init__(self, *args, row: Contact, **kwargs) -> None:
        said = {name: getattr(row, name) for name in ("happened_on", "kind", "activity")}
        super().__init__(*args, row=row, match=row.match, initial=said, **kwargs)
