"""The application: the three-minute form for anybody."""

import re
from datetime import datetime, timedelta

from django import forms
from django.core import signing
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from institutions.vocabulary import Language, Slot, interests_offered
from volunteers.models import RoleProfile, Volunteer
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
