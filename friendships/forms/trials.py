"""What comes of a trial."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import ahead
from matching.models import Match
from matching.models.running import LONGEST_TRIAL
from pages.dates import DayField


class LookBackForm(forms.Form):
    """They go on, or one looks again on another day."""

    answer = forms.ChoiceField(
        label=_("What do the two say?"),
        choices=[("goes_on", _("Both would like to go on")), ("later", _("They need more time"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what the two say.")},
    )
    look_back_on = DayField(
        label=_("If they need more time: look again on"),
        required=False,
        initial=lambda: timezone.localdate() + timedelta(weeks=4),
    )

    def clean(self) -> dict | None:
        cleaned = super().clean() or {}
        on = cleaned.get("look_back_on")
        if cleaned.get("answer") == "later" and not on and "look_back_on" not in self.errors:
            self.add_error("look_back_on", _("Choose the day on which to look again."))
        elif cleaned.get("answer") == "later" and on:
            try:
                ahead(on, within=LONGEST_TRIAL)
            except forms.ValidationError as error:
                self.add_error("look_back_on", error)
        return cleaned

    def say(self, match: Match, *, by) -> None:
        if self.cleaned_data["answer"] == "goes_on":
            match.go_on(by=by)
        else:
            match.look_back_later(on=self.cleaned_data["look_back_on"])
