"""What is typed about volunteers: the application, and the few words of those who screen."""

import re
from datetime import datetime, timedelta

from django import forms
from django.core import signing
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from institutions.models import Project
from institutions.vocabulary import Language, Slot, interests_offered
from volunteers.models import Gathering, Interview, RoleProfile, Volunteer
from volunteers.models.volunteer import HeardFrom

# Nobody fills the form in faster than this; a page older than this may show roles that have closed.
FASTEST, OLDEST = timedelta(seconds=3), timedelta(hours=2)
ADDRESS = re.compile(r"://|www\.|@", re.IGNORECASE)
OPENED = signing.Signer(salt="volunteers.application")


def stamp(now: datetime | None = None) -> str:
    """When the form was opened, signed, so that a robot cannot claim to have taken its time."""
    return OPENED.sign(str(int((now or timezone.now()).timestamp())))


def age_of(stamped: str, now: datetime | None = None) -> timedelta | None:
    """How long ago the form was opened; None if the stamp is not ours."""
    try:
        opened = int(OPENED.unsign(stamped))
    except (signing.BadSignature, ValueError):
        return None
    return timedelta(seconds=(now or timezone.now()).timestamp() - opened)


def ticks() -> forms.CheckboxSelectMultiple:
    """Boxes for `volunteers/_ticks.html`, which lays them in two columns."""
    return forms.CheckboxSelectMultiple(attrs={"class": "form-check-input"})


class ApplicationForm(forms.ModelForm):
    """The three-minute form. `website` is a trap for robots, `opened` says when the page was opened."""

    role = forms.ModelChoiceField(
        RoleProfile.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        label=_("What would you like to do?"),
        error_messages={"invalid_choice": _("This role is not open any more. Please choose another.")},
    )
    postcode = forms.CharField(
        label=_("Postcode"),
        validators=[RegexValidator("^[0-9]{4}$", _("A postcode has four digits, such as 2200."))],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "postal-code", "maxlength": 4}),
        help_text=_("So that the way to your friend does not get too long."),
    )
    languages = forms.MultipleChoiceField(
        choices=Language.choices, widget=ticks(), label=_("Which languages do you speak?")
    )
    interests = forms.MultipleChoiceField(
        required=False,
        widget=ticks(),
        label=_("What do you like to do?"),
        help_text=_("Tick as many as you like: the right match begins here."),
    )
    slots = forms.MultipleChoiceField(
        choices=Slot.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        label=_("When do you usually have time?"),
    )
    has_read = forms.BooleanField(label=_("I have read how you keep what I write here."))

    class Meta:
        model = Volunteer
        fields = [
            "role",
            "name",
            "email",
            "phone",
            "postcode",
            "languages",
            "interests",
            "slots",
            "motivation",
            "heard_from",
        ]
        labels = {
            "motivation": _("Why would you like to join?"),
            "heard_from": _("Where did you hear about us?"),
        }
        help_texts = {
            "phone": _("So that the coordinator can call you. Leave it empty if you would rather be written to."),
            "motivation": _("A few lines are enough. You may also leave it empty and tell us when we meet."),
        }
        error_messages = {"phone": {"invalid": _("Write a phone number, such as 32 12 34 56.")}}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "motivation": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("languages", [Language.DANISH.value])
        self.fields["role"].queryset = RoleProfile.objects.open()  # type: ignore[attr-defined]
        self.fields["email"].validators.append(refuse_cpr)
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"
        self.fields["interests"].choices = interests_offered()  # type: ignore[attr-defined]
        sources = [("", _("Choose, if you like")), *HeardFrom.choices]
        self.fields["heard_from"].choices = sources  # type: ignore[attr-defined]
        self.opened = self.data.get("opened", "") or stamp()

    @property
    def roles(self):
        """The open roles, as the form offers them."""
        return self.fields["role"].queryset

    @property
    def is_trapped(self) -> bool:
        """Something stands in the field that no person sees."""
        return bool(self.data.get("website"))

    def clean_name(self) -> str:
        """One line and no address: the receipt greets by this name, so nobody shall be able to advertise by it."""
        name = " ".join(self.cleaned_data["name"].split())
        if ADDRESS.search(name):
            raise forms.ValidationError(_("Please write only your name here."))
        return name

    def clean(self) -> dict | None:
        age = age_of(self.data.get("opened", ""))
        if age is None or age > OLDEST:
            self.opened = stamp()
            raise forms.ValidationError(
                _("The page had been open for long. All that you wrote is here: send it again.")
            )
        if age < FASTEST:
            raise forms.ValidationError(_("That was very quick. Look it through once more, and send it again."))
        return super().clean()

    def save_as(self, new_id) -> Volunteer:
        """The application as the one new row that the request may make."""
        self.instance.pk = new_id
        return self.save()


class ConversationForm(forms.ModelForm):
    """That the conversation was held, and how it went. No transcript."""

    class Meta:
        model = Interview
        fields = ["held_on", "outcome"]
        labels = {"outcome": _("How did it go?")}
        widgets = {
            "held_on": forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
            "outcome": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = timezone.localdate
        self.fields["outcome"].choices = Interview.Outcome.choices  # type: ignore[attr-defined]

    def clean_held_on(self):
        held_on = self.cleaned_data["held_on"]
        if held_on > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet: write it down once you have met."))
        return held_on


class GatheringChoice(forms.ModelChoiceField):
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
        self.fields["gathering"].queryset = gatherings  # type: ignore[attr-defined]


class AssignmentForm(forms.Form):
    """One more project for a volunteer."""

    project = forms.ModelChoiceField(Project.objects.none(), label=_("Project"), empty_label=_("Choose a project"))

    def __init__(self, *args, projects, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]


class ParticipantForm(forms.Form):
    """One more volunteer on a course."""

    volunteer = forms.ModelChoiceField(
        Volunteer.objects.none(), label=_("Volunteer in training"), empty_label=_("Choose a volunteer")
    )

    def __init__(self, *args, volunteers, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["volunteer"].queryset = volunteers  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """A volunteer's yes or no about one gathering, by link."""

    gathering = forms.ModelChoiceField(Gathering.objects.none())
    answer = forms.ChoiceField(choices=[("yes", _("I come")), ("no", _("I cannot come"))])

    def __init__(self, *args, gatherings, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["gathering"].queryset = gatherings  # type: ignore[attr-defined]


class SignForm(forms.Form):
    """The tick above the button that signs the agreement that was shown; never a newer one."""

    has_read = forms.BooleanField(label=_("I have read the agreement, and I say yes to it."))

    def __init__(self, *args, agreement, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.opened = str(agreement.pk) if agreement else ""
        self.is_outdated = self.data.get("opened", self.opened) != self.opened
        if self.is_outdated:
            self.data = {}  # the tick was for the former one

    def clean(self) -> dict | None:
        if self.is_outdated:
            raise forms.ValidationError(
                _("The agreement has been changed since you opened the page. Read the new one first.")
            )
        return super().clean()
