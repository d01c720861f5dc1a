"""Why two rest, and until when."""

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import ahead
from friendships.models import Pause
from friendships.models.pause import LONGEST
from matching.models import Match
from pages.choices import offer
from pages.dates import DayField
from pages.stale_forms import OnlyChanges


class PauseForm(OnlyChanges, forms.Form):
    """A reason of a few, and the day on which one asks whether they go on."""

    why = forms.ChoiceField(
        label=_("Why do they rest?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why they rest.")},
    )
    back_on = DayField(
        label=_("Ask them on"),
        help_text=_("On this day your desk reminds you. Nothing happens by itself."),
        error_messages={"required": _("Choose the day on which you ask them.")},
    )

    def __init__(self, *args, row: Pause, **kwargs) -> None:
        super().__init__(*args, row=row, initial={"why": row.why, "back_on": row.back_on}, **kwargs)
        self.pause = row
        # That a consent was taken back is nobody's to choose, and nobody's to choose away: it is so.
        is_so = row.why == Pause.Why.NO_CONSENT
        offer(self, "why", [one for one in Pause.Why.choices if is_so == (one[0] == Pause.Why.NO_CONSENT)])

    def clean_back_on(self):
        """Ahead; and of whoever is to be erased before that day, as long as there is somebody to say goodbye to."""
        back_on, forget_on = ahead(self.cleaned_data["back_on"], within=LONGEST), self.pause.match.citizen.forget_on
        if forget_on and back_on >= forget_on:
            said = _("The citizen is erased on %(day)s. Choose a day before, and offer a farewell.")
            raise forms.ValidationError(said % {"day": date_format(forget_on, "DATE_FORMAT")})
        return back_on

    def say(self, match: Match, pause: Pause | None, *, by) -> None:
        """A rest that stands is changed; otherwise one begins."""
        if pause:
            pause.change(**self.cleaned_data)
        else:
            Pause.begin(match, by=by, **self.cleaned_data)
