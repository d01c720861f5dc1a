"""Places on courses, and a course that is changed."""

from datetime import datetime, timedelta

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import Gathering
from pages.choices import Once, offer
from pages.dates import MomentField
from pages.stale_forms import OnlyChanges, fingerprint, tell_who_chose
from volunteers.models import Volunteer

FARTHEST, LONGEST, MOST_PLACES = timedelta(days=2 * 365), timedelta(days=7), 500


class GatheringChoice(forms.ModelChoiceField):
    iterator = Once

    def label_from_instance(self, gathering: Gathering) -> str:
        """What, when, where, and how many places are left."""
        begins = timezone.localtime(gathering.starts_at)
        sentence = (
            gettext("%(day)s at %(hour)s, %(place)s (%(left)s places left)")
            if gathering.places_left > 0
            else gettext("%(day)s at %(hour)s, %(place)s (full: waiting list)")
        )
        return sentence % {
            "day": capfirst(date_format(begins, gettext("l j F"))),
            "hour": date_format(begins, gettext("H:i")),
            "place": gathering.place,
            "left": gathering.places_left,
        }


class BookingForm(forms.Form):
    """One of the coming introduction courses; where there is no room left, a place on the waiting list."""

    gathering = GatheringChoice(
        Gathering.objects.none(),
        label=_("Introduction course"),
        empty_label=_("Choose a course"),
        error_messages={"invalid_choice": _("This course has begun, or is none that is still needed. Choose another.")},
    )

    def __init__(self, *args, gatherings, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "gathering", gatherings)


class ChangeForm(OnlyChanges, forms.ModelForm):
    """When and where it is, and for how many."""

    class Meta:
        model = Gathering
        fields = ["starts_at", "ends_at", "place", "places"]
        field_classes = {"starts_at": MomentField, "ends_at": MomentField}

    def clean_starts_at(self) -> datetime:
        starts_at = as_it_stands(self.cleaned_data["starts_at"], self.instance.starts_at)
        if starts_at <= timezone.now():
            raise forms.ValidationError(_("This moment has passed: choose one that is still to come."))
        if starts_at > timezone.now() + FARTHEST:
            raise forms.ValidationError(_("This is more than two years ahead: look at the year."))
        return starts_at

    def clean_ends_at(self) -> datetime:
        starts_at = self.cleaned_data.get("starts_at")
        ends_at = as_it_stands(self.cleaned_data["ends_at"], self.instance.ends_at)
        if starts_at and ends_at <= starts_at:
            raise forms.ValidationError(_("It must end after it begins."))
        if starts_at and ends_at > starts_at + LONGEST:
            raise forms.ValidationError(_("It would last more than a week: look at the day."))
        return ends_at

    def clean_places(self) -> int:
        return places_enough(self)


def as_it_stands(typed: datetime, stands: datetime) -> datetime:
    """A page shows the minute alone: what is not another minute is no other moment."""
    return stands if fingerprint(typed) == fingerprint(stands) else typed


def places_enough(form: forms.ModelForm) -> int:
    """How many places are taken is counted by the database: no fewer than that."""
    places, taken = form.cleaned_data["places"], form.instance.taken
    if places < taken:
        raise forms.ValidationError(_("%(taken)s places are taken already.") % {"taken": taken}, code="taken")
    if places > MOST_PLACES:
        raise forms.ValidationError(_("Write a number of at most %(most)s.") % {"most": MOST_PLACES})
    return places


class ParticipantForm(forms.Form):
    """One more volunteer on a course."""

    volunteer = forms.ModelChoiceField(
        Volunteer.objects.none(), label=_("Volunteer"), empty_label=_("Choose a volunteer")
    )

    def __init__(self, *args, volunteers, listed, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "volunteer", volunteers)
        tell_who_chose(self, "volunteer", _("She is on the list already."), listed)


class AnswerForm(forms.Form):
    """A volunteer's yes or no about one gathering, by link."""

    gathering = forms.ModelChoiceField(Gathering.objects.none())
    answer = forms.ChoiceField(choices=[("yes", _("I come")), ("no", _("I cannot come"))])

    def __init__(self, *args, gatherings, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "gathering", gatherings)
