"""The few words of those who screen: referees, record checks, exemptions, roles, and being along first."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from pages.choices import offer
from pages.dates import DayField
from pages.phones import A_NUMBER
from pages.stale_forms import HavingSeen, tell_who_chose
from screening.models import RecordCheck, Reference, Shadowing
from screening.models.checks import TWO_YEARS
from volunteers.forms.applications import ADDRESS
from volunteers.forms.by_hand import OwnRoleChoice
from volunteers.models import Exemption, Requirement, RoleProfile, Volunteer
from volunteers.models.assignments import LONGEST

LONG_AGO = timedelta(days=180)


class RefereeForm(forms.ModelForm):
    """Somebody who knows the applicant, and has said yes to being asked."""

    has_said_yes = forms.BooleanField(label=_("The person knows that we write, and has said yes to it."))

    class Meta:
        model = Reference
        fields = ["name", "email", "relation"]
        labels = {"name": _("Name of the referee"), "relation": _("How do the two know each other?")}
        widgets = {"relation": forms.RadioSelect}

    def __init__(self, *args, volunteer, names_herself: bool = False, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.volunteer, self.names_herself = volunteer, names_herself
        if names_herself:
            self.fields["relation"].label = _("How do you know each other?")
        self.fields["email"].validators.append(refuse_cpr)
        offer(self, "relation", Reference.Relation.choices)

    def clean_name(self) -> str:
        """No address."""
        name = self.cleaned_data["name"]
        if ADDRESS.search(name):
            raise forms.ValidationError(_("Please write only the name here."))
        return name

    def clean_email(self) -> str:
        email = self.cleaned_data["email"].lower()
        if email == self.volunteer.email.lower():
            if self.names_herself:
                raise forms.ValidationError(_("This is your own address: write that of the person who knows you."))
            raise forms.ValidationError(_("This is the volunteer's own address: it must be somebody else's."))
        return email


class ReferenceForm(forms.ModelForm):
    """What the referee answers: three questions, and a few words if she likes."""

    class Meta:
        model = Reference
        fields = ["known_for", "trusts", "text", "may_call", "phone"]
        labels = {
            "known_for": _("How long have you known each other?"),
            "trusts": _("Would you be at ease with somebody vulnerable being in this person's company?"),
            "text": _("Is there something that you would like to add?"),
            "may_call": _("You may call me."),
            "phone": _("Phone, if we may call"),
        }
        help_texts = {"text": _("A few lines are enough, and you may leave it empty. Write about nobody else.")}
        widgets = {
            "known_for": forms.RadioSelect,
            "trusts": forms.RadioSelect,
            "text": forms.Textarea(attrs={"rows": 4}),
        }
        error_messages = {"phone": {"invalid": A_NUMBER}}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("known_for", Reference.KnownFor), ("trusts", Reference.Trusts)):
            self.fields[name].required = True
            offer(self, name, choices.choices)

    def clean(self) -> dict | None:
        cleaned = super().clean() or {}
        if cleaned.get("may_call") and not cleaned.get("phone") and "phone" not in self.errors:
            self.add_error("phone", _("Write the number that we may call."))
        return cleaned


class CheckForm(forms.Form):
    """Which check was asked for; the children's only where the role says so."""

    kind = forms.ChoiceField(label=_("Which check?"), widget=forms.RadioSelect)

    def __init__(self, *args, kinds, waiting, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "kind", kinds)
        tell_who_chose(self, "kind", _("It has been asked for already."), waiting)
        self.fields["kind"].initial = kinds[0][0] if kinds else None


class SeenForm(HavingSeen, forms.ModelForm):
    """That a check was seen, and what came of it: no text, no file."""

    class Meta:
        model = RecordCheck
        fields = ["seen_on", "outcome", "next_due_on"]
        labels = {"outcome": _("What came of it?"), "next_due_on": _("To be asked for again on")}
        help_texts = {"next_due_on": _("We remind you 60, 30 and 7 days before.")}
        field_classes = {"seen_on": DayField, "next_due_on": DayField}
        widgets = {"outcome": forms.RadioSelect}

    def __init__(self, *args, instance: RecordCheck, **kwargs) -> None:
        itself = RecordCheck.objects.filter(pk=instance.pk)
        super().__init__(*args, about=instance, stands=itself, instance=instance, **kwargs)
        today = timezone.localdate()
        self.requested_on = self.instance.requested_on
        self.initial["seen_on"] = today
        self.initial["next_due_on"] = self.instance.next_due_on or today + TWO_YEARS
        for name in ("seen_on", "outcome", "next_due_on"):
            self.fields[name].required = True
        offer(self, "outcome", RecordCheck.Outcome.choices)

    def clean_seen_on(self):
        seen_on = self.cleaned_data["seen_on"]
        if seen_on > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        if seen_on < self.requested_on:
            raise forms.ValidationError(_("It cannot be seen before it was asked for."))
        return seen_on

    def clean_next_due_on(self):
        due = self.cleaned_data["next_due_on"]
        if due <= timezone.localdate():
            raise forms.ValidationError(_("This day has passed: choose one ahead."))
        return due


class ExemptionForm(HavingSeen, forms.ModelForm):
    """Why somebody goes without one thing for a time."""

    class Meta:
        model = Exemption
        fields = ["why", "until_on"]
        labels = {"why": _("Why?"), "until_on": _("Until and including")}
        help_texts = {
            "why": _(
                "Read by those who screen. Write what the coordinator must know, and nothing of records or health."
            ),
        }
        field_classes = {"until_on": DayField}
        widgets = {"why": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, requirement: Requirement, **kwargs) -> None:
        super().__init__(*args, about=requirement, stands=requirement.exemptions.all(), **kwargs)

    def clean_until_on(self):
        until_on, today = self.cleaned_data["until_on"], timezone.localdate()
        if until_on < today:
            raise forms.ValidationError(_("This day has passed: choose one ahead."))
        if until_on > today + LONGEST:
            raise forms.ValidationError(_("An exemption lasts at most a year."))
        return until_on


class AssignmentForm(forms.Form):
    """One more project for a volunteer, in one of its roles: the role says what is asked."""

    role = OwnRoleChoice(
        RoleProfile.objects.none(),
        label=_("Role"),
        empty_label=_("Choose a role"),
        error_messages={"invalid_choice": _("This project has been chosen already, or takes nobody. Choose another.")},
    )

    def __init__(self, *args, roles, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "role", roles)


class AnotherRoleForm(HavingSeen, forms.Form):
    """What she is instead; nothing else changes."""

    role = OwnRoleChoice(
        RoleProfile.objects.none(),
        label=_("Role"),
        empty_label=_("Choose a role"),
        error_messages={"invalid_choice": _("This role cannot be chosen here any more. Choose another.")},
    )

    def __init__(self, *args, volunteer, roles, **kwargs) -> None:
        stands = Volunteer.objects.filter(pk=volunteer.pk)
        super().__init__(*args, about=volunteer, stands=stands, **kwargs)
        offer(self, "role", roles)


class ShadowingForm(forms.ModelForm):
    """With whom a newcomer was along, and when."""

    experienced = forms.ModelChoiceField(
        label=_("Along with"),
        queryset=Volunteer.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whom she was along with.")},
    )

    class Meta:
        model = Shadowing
        fields = ["experienced", "went_on"]
        labels = {"went_on": _("On which day")}
        field_classes = {"went_on": DayField}

    def __init__(self, *args, experienced, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "experienced", experienced)
        self.fields["went_on"].initial = timezone.localdate

    def clean_went_on(self):
        went_on = self.cleaned_data["went_on"]
        if went_on > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet: write it down once she has been along."))
        if went_on < timezone.localdate() - LONG_AGO:
            raise forms.ValidationError(_("This is more than half a year ago. Is the year right?"))
        return went_on
