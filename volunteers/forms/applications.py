"""The forms for anybody, without a login: the application, and interest in a role that is closed."""

import re
from datetime import datetime, timedelta

from django import forms
from django.core import signing
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from institutions.postcodes import PostcodeField
from institutions.vocabulary import Language
from pages.choices import offer
from pages.phones import A_NUMBER
from volunteers.forms.about import AboutOneselfForm
from volunteers.forms.questions import QUESTION, answers_of, fields_of, questions_of
from volunteers.models import Answer, Interested, RoleProfile, Volunteer
from volunteers.models.other_houses import writes_first
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


class Trap(forms.BaseForm):
    """A field for robots: `website`, which no person sees."""

    @property
    def is_trapped(self) -> bool:
        return bool(self.data.get("website"))


class PublicForm(Trap):
    """What the forms share that make a row. `opened` says when the page was opened."""

    @property
    def opened(self) -> str:
        """The stamp of the page; a new one where the old is none of ours or too old."""
        age = age_of(self.data.get("opened", ""))
        return stamp() if age is None or age > OLDEST else self.data["opened"]

    def clean_name(self) -> str:
        """No address: the letter greets by this name, so nobody shall be able to advertise by it."""
        name = self.cleaned_data["name"]
        if ADDRESS.search(name):
            raise forms.ValidationError(_("Please write only your name here."))
        return name

    def clean(self) -> dict | None:
        age = age_of(self.data.get("opened", ""))
        if age is None or age > OLDEST:
            raise forms.ValidationError(
                _("The page had been open for long. All that you wrote is here: send it again.")
            )
        if age < FASTEST:
            raise forms.ValidationError(_("That was very quick. Look it through once more, and send it again."))
        return super().clean()


NOT_OPEN = _("One of the houses that you ticked takes nobody any more. Look at your choice, and send it again.")


class ApplicationForm(PublicForm, AboutOneselfForm):
    """The three-minute form: one task, at one house or more.

    The role of the house that writes first brings its own questions, which come with the next answer.
    """

    role = forms.ModelMultipleChoiceField(
        RoleProfile.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        label=_("What would you like to do?"),
        error_messages={
            "required": _("Tick a house, or more."),
            "invalid_choice": NOT_OPEN,
            "invalid_pk_value": NOT_OPEN,
        },
    )
    postcode = PostcodeField(
        label=_("Postcode"),
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
        help_text=_("So that the way to your friend does not get too long."),
    )
    has_read = forms.BooleanField(
        label=_("I have read how you keep what I write here."),
        error_messages={"required": _("Read it, and tick here.")},
    )

    class Meta:
        model = Volunteer
        fields = [
            "name",
            "email",
            "phone",
            "postcode",
            *Volunteer.TOLD,
            "motivation",
            "heard_from",
        ]
        labels = AboutOneselfForm.Meta.labels | {
            "motivation": _("Why would you like to join?"),
            "heard_from": _("Where did you hear about us?"),
        }
        help_texts = AboutOneselfForm.Meta.help_texts | {
            "phone": _("So that the coordinator can call you. Leave it empty if you would rather be written to."),
            "motivation": _("A few lines are enough. You may also leave it empty and tell us when we meet."),
        }
        error_messages = {"phone": {"invalid": A_NUMBER}}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "motivation": forms.Textarea(attrs={"rows": 4}),
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("languages", [Language.DANISH.value])
        self.roles = RoleProfile.objects.open()
        offer(self, "role", self.roles)
        self.fields["email"].validators.append(refuse_cpr)
        self.fields["phone"].widget.attrs["autocomplete"] = "tel"
        offer(self, "heard_from", [("", _("Choose, if you like")), *HeardFrom.choices])
        self.questions = questions_of(self.first)
        self.fields |= fields_of(self.questions)

    @cached_property
    def offers(self) -> list[list[tuple]]:
        """What one can join, each told once: its role at each house, with the box that one ticks."""
        boxes = {str(box.data["value"]): box for box in self["role"]}
        return [[(role, boxes[str(role.pk)]) for role in same] for same in self.roles.told_once()]

    @cached_property
    def first(self) -> RoleProfile | None:
        """The ticked role whose house writes first: as long as it is ticked, the one whose questions were asked."""
        values = set(map(str, self["role"].value() or []))
        ticked = [role for role in self.roles if str(role.pk) in values]
        asked = [role for role in ticked if str(role.pk) == self.data.get("asked")]
        return writes_first(asked or ticked)

    @property
    def of_the_role(self) -> list:
        """The fields of the role's own questions."""
        return [self[name] for name in self.fields if name.startswith(QUESTION)]

    @property
    def about_oneself(self) -> list:
        """The fields that all fill in, after the houses and before what is folded."""
        apart = {"role", "has_read", *self.FOLDED}
        return [self[name] for name in self.fields if name not in apart and not name.startswith(QUESTION)]

    @property
    def folded(self) -> list:
        """What one may tell, if one likes."""
        return [self[name] for name in self.FOLDED]

    @property
    def is_folded(self) -> bool:
        """Nothing of it is told or wrong: one tap opens it."""
        return not any(field.value() or field.errors for field in self.folded)

    def clean_role(self) -> list[RoleProfile]:
        """Of one task; who would like two applies for each."""
        ticked = self.cleaned_data["role"]
        if len(ticked.told_once()) > 1:
            raise forms.ValidationError(
                _("Tick houses under one task only. If you would like both, apply for the other one afterwards.")
            )
        return list(ticked)

    def clean(self) -> dict | None:
        """A role that was chosen on this page shows its questions first; then they are answered, or left empty."""
        cleaned = super().clean()
        if self.first and self.questions and self.data.get("asked") != str(self.first.pk):
            for name in fields_of(self.questions):
                self.errors.pop(name, None)
            raise forms.ValidationError(
                _("This task has a few questions of its own. You find them below: answer them, and send again.")
            )
        return cleaned

    def save_as(self, new_id) -> Volunteer:
        """The application as the one new row that the request may make, with its answers."""
        self.instance.pk, self.instance.role = new_id, self.first
        self.instance.also_role_ids = [role.pk for role in self.cleaned_data["role"] if role != self.first]
        volunteer = self.save()
        Answer.objects.bulk_create(answers_of(volunteer, self.questions, self.cleaned_data))
        return volunteer


class InterestForm(PublicForm, forms.ModelForm):
    """Who would like to hear when a closed role opens: a name, an address, a language. Nothing else is needed."""

    role = forms.ModelChoiceField(
        RoleProfile.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        label=_("What would you like to hear about?"),
        error_messages={"invalid_choice": _("This task does not take names just now: maybe it is open. Look again.")},
    )

    class Meta:
        model = Interested
        fields = ["role", "name", "email", "language"]
        labels = {"language": _("In which language shall we write?")}
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "language": forms.RadioSelect,
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", RoleProfile.objects.closed())
        self.fields["email"].validators.append(refuse_cpr)
        offer(self, "language", Interested.Tongue.choices)

    def save_as(self, new_id) -> None:
        """The one new row that the request may make; who waits for the role already, waits once."""
        self.instance.pk = new_id
        Interested.objects.bulk_create([self.instance], ignore_conflicts=True)


class AddressForm(Trap, forms.Form):
    """The address to which a link to one's own page is sent: a new one, or the first one anew."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        validators=[refuse_cpr],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        max_length=254,
    )
