"""Who could stand in, and what the citizen says to it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import has_been
from friendships.models import Pause, StandIn
from pages.choices import offer
from pages.dates import DayField


class StandInForm(forms.Form):
    """One of those who are ready at the project."""

    volunteer = forms.ChoiceField(
        label=_("Who could stand in?"),
        widget=forms.RadioSelect,
        help_text=_("Ask the volunteer first whether there is time for it; then the citizen."),
        error_messages={"required": _("Choose one of the volunteers first.")},
    )

    def __init__(self, *args, volunteers, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.possible = {str(one.pk): one for one in volunteers}
        offer(self, "volunteer", [(key, one.first_name) for key, one in self.possible.items()])

    def propose(self, pause: Pause, *, by) -> None:
        StandIn.propose(pause, self.possible[self.cleaned_data["volunteer"]], by=by)


class StandInAnswerForm(forms.Form):
    """The citizen's own yes or no: who has asked him, and when."""

    answer = forms.ChoiceField(
        label=_("What does the citizen say?"),
        choices=[("yes", _("Yes, gladly")), ("no", _("No thank you"))],
        widget=forms.RadioSelect,
        help_text=_("The citizen's own words count, nobody else's. A no needs no reason."),
        error_messages={"required": _("Choose what the citizen says.")},
    )
    asked_by = forms.ChoiceField(
        label=_("Who has asked the citizen?"),
        choices=StandIn.AskedBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who has asked the citizen.")},
    )
    asked_on = DayField(
        label=_("Asked on"),
        initial=timezone.localdate,
        error_messages={"required": _("Choose the day on which the citizen was asked.")},
    )

    def __init__(self, *args, stand_in: StandIn, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.stand_in = stand_in

    def clean_asked_on(self):
        return has_been(self.cleaned_data["asked_on"], since=self.stand_in.pause.began_on)

    def say(self, *, by) -> None:
        said = {name: self.cleaned_data[name] for name in ("asked_on", "asked_by")}
        verb = self.stand_in.agree if self.cleaned_data["answer"] == "yes" else self.stand_in.decline
        verb(**said, by=by)
