"""The introducing conversation: times to choose from, the choice, and how it went."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField
from accounts.models import User
from pages.choices import offer
from pages.dates import DayField, MomentField
from pages.stale_forms import HavingSeen, OnlyChanges, fingerprint
from screening.models import Appointment, Interview
from screening.models.conversations import Judgement
from volunteers.screeners import those_who_screen

TIMES = 5
FARTHEST = timedelta(days=180)
SIDES_MEAN = {
    "robustness": _("Can stand in it when it gets hard, and say when it is too much."),
    "expectations": _("Knows what a friendship here is, and what it is not."),
    "time": _("Has time for it, for long enough."),
    "limits": _("Knows their own limits and respects those of others."),
}


def moment_label(moment) -> str:
    """A day and an hour, as people say them."""
    local = timezone.localtime(moment)
    return gettext("%(day)s at %(hour)s") % {
        "day": date_format(local, gettext("l j F")).capitalize(),
        "hour": date_format(local, gettext("H:i")),
    }


class OfferForm(HavingSeen, forms.Form):
    """One to five times ahead, and a place."""

    place = ShortTextField(label=_("Place"), max_length=120)

    def __init__(self, *args, volunteer, **kwargs) -> None:
        super().__init__(*args, about=volunteer, stands=volunteer.appointments.open(), **kwargs)
        for number in range(1, TIMES + 1):
            self.fields[f"time_{number}"] = MomentField(
                label=_("Time %(number)s") % {"number": number},
                required=number == 1,
            )

    def clean(self) -> dict | None:
        cleaned, now = super().clean() or {}, timezone.now()
        for name in self.names:
            time = cleaned.get(name)
            if time and time <= now:
                self.add_error(name, _("This time has passed."))
            elif time and time > now + FARTHEST:
                self.add_error(name, _("This is more than half a year ahead. Is the year right?"))
        return cleaned

    @property
    def names(self) -> list[str]:
        return [f"time_{number}" for number in range(1, TIMES + 1)]

    @property
    def times(self) -> list:
        """Those that were filled in."""
        return [self.cleaned_data[name] for name in self.names if self.cleaned_data.get(name)]


class MoveForm(OnlyChanges, forms.Form):
    """Another time, place or holder for what is agreed."""

    row: Appointment
    chosen = MomentField(label=_("When"))
    place = ShortTextField(label=_("Place"), max_length=120)
    by = forms.ModelChoiceField(
        label=_("Who holds it"), queryset=User.objects.none(), empty_label=None, widget=forms.RadioSelect
    )

    def __init__(self, *args, row: Appointment, user, **kwargs) -> None:
        said = {"chosen": row.chosen, "place": row.place, "by": row.by}
        super().__init__(*args, row=row, initial=said, **kwargs)
        holders = those_who_screen(row.volunteer, user, row.by)
        offer(self, "by", holders)
        if len(holders) == 1:  # nobody else can
            del self.fields["by"]

    def clean_chosen(self) -> datetime:
        chosen, now = self.cleaned_data["chosen"], timezone.now()
        if chosen <= now:
            raise forms.ValidationError(_("This time has passed."))
        if chosen > now + FARTHEST:
            raise forms.ValidationError(_("This is more than half a year ahead. Is the year right?"))
        stands = self.row.chosen
        return stands if stands and fingerprint(chosen) == fingerprint(stands) else chosen


class ChooseForm(forms.Form):
    """One of the times that are still ahead."""

    time = forms.ChoiceField(
        label=_("Which time fits you?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Choose one of the times, or say that none fits."),
            "invalid_choice": _("This time has passed. Please choose another."),
        },
    )

    def __init__(self, *args, appointment, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.by_code = {time.isoformat(): time for time in appointment.times_ahead()}
        offer(self, "time", [(code, moment_label(time)) for code, time in self.by_code.items()])

    def clean_time(self) -> datetime:
        return self.by_code[self.cleaned_data["time"]]


class ConversationForm(HavingSeen, forms.ModelForm):
    """That the conversation was held, how its sides looked, and how to go on. No transcript."""

    class Meta:
        model = Interview
        fields = ["held_on", *Interview.SIDES, "outcome"]
        labels = {"outcome": _("How do we go on?")}
        help_texts = SIDES_MEAN
        field_classes = {"held_on": DayField}
        widgets = dict.fromkeys([*Interview.SIDES, "outcome"], forms.RadioSelect)

    def __init__(self, *args, volunteer, **kwargs) -> None:
        super().__init__(*args, about=volunteer, stands=volunteer.interviews.all(), **kwargs)
        self.fields["held_on"].initial = timezone.localdate
        offer(self, "outcome", Interview.Outcome.choices)
        for side in Interview.SIDES:
            self.fields[side].required = True
            offer(self, side, Judgement.choices)

    @property
    def sides(self) -> list:
        """The four sides, which the page lays out as lines with three choices each."""
        return [self[side] for side in Interview.SIDES]

    def clean_held_on(self):
        held_on = self.cleaned_data["held_on"]
        if held_on > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet: write it down once you have met."))
        return held_on
