"""Places on courses."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from courses.models import Gathering
from pages.choices import Once, offer
from pages.stale_forms import tell_who_chose
from volunteers.models import Volunteer


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
            "day": date_format(begins, gettext("l j F")).capitalize(),
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


class ParticipantForm(forms.Form):
    """One more volunteer on a course."""

    volunteer = forms.ModelChoiceField(
        Volunteer.objects.none(), label=_("Volunteer in training"), empty_label=_("Choose a volunteer")
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
