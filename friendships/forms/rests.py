"""Why two rest, and until when."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from friendships.forms.days import ahead
from friendships.models import Pause, PlannedRest
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

    from_on = DayField(
        label=_("They rest from"),
        help_text=_("A day ahead is planned: the rest begins by itself on that day."),
        required=False,
    )

    def __init__(self, *args, row: Pause | PlannedRest, **kwargs) -> None:
        said = {"why": row.why, "back_on": row.back_on, "from_on": getattr(row, "from_on", timezone.localdate())}
        super().__init__(*args, row=row, initial=said, **kwargs)
        self.pause = row
        self.order_fields(["why", "from_on"])
        if isinstance(row, Pause) and not row._state.adding:
            del self.fields["from_on"]  # it has begun
        # That a consent was taken back is nobody's to choose, and nobody's to choose away: it is so.
        is_so = row.why == Pause.Why.NO_CONSENT
        offer(self, "why", [one for one in Pause.Why.choices if is_so == (one[0] == Pause.Why.NO_CONSENT)])

    def clean_from_on(self):
        stands = getattr(self.row, "from_on", None) or timezone.localdate()
        return ahead(self.cleaned_data["from_on"] or stands, within=LONGEST)

    def clean(self) -> dict:
        cleaned = super().clean()
        first, asked = cleaned.get("from_on"), cleaned.get("back_on")
        if first and asked and asked < first:
            self.add_error("back_on", _("They are asked after the rest has begun."))
        return cleaned

    def clean_back_on(self):
        """Ahead; and of whoever is to be erased before that day, as long as there is somebody to say goodbye to."""
        back_on, forget_on = ahead(self.cleaned_data["back_on"], within=LONGEST), self.pause.match.citizen.forget_on
        if forget_on and back_on >= forget_on:
            said = _("The citizen is erased on %(day)s. Choose a day before, and offer a farewell.")
            raise forms.ValidationError(said % {"day": date_format(forget_on, "DATE_FORMAT")})
        return back_on

    def say(self, match: Match, pause: Pause | None, *, by) -> None:
        """A rest that stands is changed; otherwise one begins, or is planned for a day ahead."""
        said = self.cleaned_data
        first = said.pop("from_on", None)
        if pause:
            pause.change(**said)
        elif first > timezone.localdate():
            PlannedRest.plan(match, from_on=first, **said)
        else:
            Pause.begin(match, by=by, **said)
