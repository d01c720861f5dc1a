"""Somebody is away from a role, or comes back to it no more: on which days, and who has it meanwhile."""

from datetime import timedelta

from django import forms
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from institutions.models import Absence, Membership
from pages.dates import DayField
from pages.stale_forms import HavingSeen, OnlyChanges

A_YEAR = timedelta(days=365)


class Days(forms.Form):
    """From when, and either the last day or that nobody comes back."""

    from_on = DayField(label=_("Away from"), error_messages={"required": _("Choose the first day away.")})
    until_on = DayField(label=_("Last day away"), required=False)
    for_good = forms.BooleanField(label=_("Does not come back to the role"), required=False)

    def clean(self) -> dict | None:
        """One of the two is said; the days are in their order, and the year is no slip of the pen."""
        cleaned = super().clean() or {}
        first, last, for_good = cleaned.get("from_on"), cleaned.get("until_on"), cleaned.get("for_good")
        if not last and not for_good and "until_on" not in self.errors:
            self.add_error("until_on", _("Choose the last day away, or tick that nobody comes back."))
        if last and for_good:
            self.add_error("for_good", _("Either there is a last day away, or nobody comes back."))
        if first and last and last < first:
            self.add_error("until_on", _("The last day away comes after the first."))
        if last and last > timezone.localdate() + A_YEAR:
            self.add_error("until_on", _("This is more than a year ahead. Is the year right?"))
        return cleaned


def that_can_begin(day):
    """Today or later, and within a year."""
    today = timezone.localdate()
    if day < today:
        raise forms.ValidationError(_("This day has passed. Choose today or a day ahead."))
    if day > today + A_YEAR:
        raise forms.ValidationError(_("This is more than a year ahead. Is the year right?"))
    return day


class Deputies(forms.models.ModelChoiceIterator):
    """Those who were fetched once for all roles of a page."""

    field: "DeputyField"

    def __iter__(self):
        yield ("", self.field.empty_label)
        yield from map(self.choice, self.field.people)


class DeputyField(forms.ModelChoiceField):
    """Who has a role meanwhile; whoever does not have it yet is given it, which Frivilligindsatsen may."""

    iterator = Deputies

    def __init__(self, role: Membership, have: set, people: list) -> None:
        self.have, self.people = have, people
        label = _("Who has it meanwhile: %(where)s") % {"where": role.project or role.institution}
        nobody = _("Nobody yet: it stands with Frivilligindsatsen")
        super().__init__(User.objects.none(), label=label, empty_label=nobody, required=False)

    def to_python(self, value):
        chosen = {str(user.pk): user for user in self.people}
        if value in self.empty_values or str(value) in chosen:
            return chosen.get(str(value))
        raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")

    def label_from_instance(self, user) -> str:
        return user.name if user.pk in self.have else _("%(name)s (is given the role)") % {"name": user.name}


def deputy_fields(roles: list[Membership], user) -> list[DeputyField]:
    """For each role whoever has it beside the one who is away; the secretariat may give it to somebody else."""
    places = Q(project__in=[role.project_id for role in roles])
    places |= Q(institution__in=[role.institution_id for role in roles])
    beside = list(Membership.objects.in_force_or_to_come(timezone.localdate()).filter(places).select_related("user"))
    others = User.objects.filter(is_active=True).exclude(pk=user.pk) if user.is_secretariat else []
    fields = []
    for role in roles:
        here = {one.user for one in beside if (one.project_id, one.institution_id) == role.place}
        people = {one for one in here | set(others) if one.is_active and one.pk != role.user_id}
        in_order = sorted(people, key=lambda one: (one not in here, one.name))
        fields.append(DeputyField(role, {one.pk for one in here}, in_order))
    return fields


class AwayForm(HavingSeen, Days):
    """The days, from which roles, and a deputy for each."""

    def __init__(self, *args, person, roles: list[Membership], absences: list[Absence], user, **kwargs) -> None:
        stands = Absence.objects.visible_to(user).of(person).not_over()
        super().__init__(*args, about=person, stands=stands, initial=self._told(absences, user), **kwargs)
        self.roles = {str(role.pk): role for role in roles}
        if len(roles) > 1:
            self.fields["which"] = forms.MultipleChoiceField(
                label=_("From which roles?"),
                choices=[(pk, str(role.project or role.institution)) for pk, role in self.roles.items()],
                widget=forms.CheckboxSelectMultiple,
                initial=list(self.roles),
                error_messages={"required": _("Tick at least one role.")},
            )
        told = {(one.project_id, one.institution_id): one.deputy_id for one in absences}
        for role, field in zip(roles, deputy_fields(roles, user), strict=True):
            field.initial = told.get(role.place)
            self.fields[f"deputy_{role.pk}"] = field

    @staticmethod
    def _told(absences: list[Absence], user) -> dict:
        """What somebody who leaves has told us stands in the form by which Frivilligindsatsen ends the role."""
        leaving = [one for one in absences if one.until_on is None and one.user != user]
        return {"from_on": leaving[0].from_on, "for_good": True} if leaving else {}

    def clean_from_on(self):
        return that_can_begin(self.cleaned_data["from_on"])

    @property
    def deputies(self) -> list[tuple[Membership, User | None]]:
        """Each role that was ticked with who has it meanwhile."""
        which = self.cleaned_data.get("which", self.roles)
        return [(role, self.cleaned_data[f"deputy_{pk}"]) for pk, role in self.roles.items() if pk in which]


class AbsenceForm(OnlyChanges, Days):
    """Other days or another deputy for one that stands."""

    row: Absence

    def __init__(self, *args, row: Absence, role: Membership, user, **kwargs) -> None:
        said = {
            "from_on": row.from_on,
            "until_on": row.until_on,
            "for_good": row.until_on is None,
            "deputy": row.deputy,
        }
        super().__init__(*args, row=row, initial=said, **kwargs)
        [self.fields["deputy"]] = deputy_fields([role], user)
        self.look_at(["deputy"])

    def clean_from_on(self):
        """The day on which it began stands; one ahead can be another."""
        day = self.cleaned_data["from_on"]
        return day if day == self.row.from_on else that_can_begin(day)

    def clean(self) -> dict:
        cleaned = super().clean()
        last = cleaned.get("until_on")
        if last and last < timezone.localdate():
            self.add_error("until_on", _("This day has passed. Is somebody back? Then say so on the page before."))
        return cleaned
