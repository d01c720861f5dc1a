"""How a friendship ends, and what has been done of the farewell."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField
from friendships.forms.days import ahead, has_been
from friendships.models import Closure
from friendships.models.closure import Reason, Said
from matching.models import Match
from pages.dates import DayField
from pages.stale_forms import OnlyChanges

IN_A_FEW_WORDS = _("In a few words, without an illness. It stands for you and the other coordinators alone.")
NOT_YET, CHOOSE = [("", _("Not yet"))], [("", _("Choose"))]


class BeginForm(OnlyChanges, forms.Form):
    """How it ends, each side's reason, who tells the citizen and when."""

    how = forms.ChoiceField(
        label=_("How does it end?"),
        choices=Closure.How.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose how it ends.")},
    )
    citizens_reason = forms.ChoiceField(
        label=_("The citizen's reason"),
        choices=CHOOSE + Reason.choices,
        help_text=_("The volunteer never reads it."),
        error_messages={"required": _("Choose the citizen's reason, or that it was not said.")},
    )
    citizens_other = ShortTextField(
        label=_("If something else: the citizen's reason"), max_length=200, required=False, help_text=IN_A_FEW_WORDS
    )
    volunteers_reason = forms.ChoiceField(
        label=_("The volunteer's reason"),
        choices=CHOOSE + Reason.choices,
        help_text=_("The citizen never reads it."),
        error_messages={"required": _("Choose the volunteer's reason, or that it was not said.")},
    )
    volunteers_other = ShortTextField(
        label=_("If something else: the volunteer's reason"), max_length=200, required=False, help_text=IN_A_FEW_WORDS
    )
    told_by = forms.ChoiceField(
        label=_("Who tells the citizen?"),
        choices=Closure.ToldBy.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who tells the citizen.")},
    )
    tell_on = DayField(
        label=_("When is the citizen told?"),
        help_text=_("Soon, and not by chance. Your desk reminds you."),
        error_messages={"required": _("Choose when the citizen is told.")},
    )

    def __init__(self, *args, row: Closure, **kwargs) -> None:
        said = {} if row._state.adding else {name: getattr(row, name) for name in self.base_fields}
        super().__init__(*args, row=row, initial=said, **kwargs)

    def clean(self) -> dict:
        """Something else is said in a few words, and only then."""
        cleaned = super().clean()
        for side in ("citizen", "volunteer"):
            is_other, words = cleaned.get(f"{side}s_reason") == Reason.OTHER, cleaned.get(f"{side}s_other")
            if is_other and not words and f"{side}s_other" not in self.errors:
                self.add_error(f"{side}s_other", _("Write the reason in a few words, or choose another one."))
            elif not is_other:
                cleaned[f"{side}s_other"] = ""
        return cleaned

    def clean_tell_on(self):
        """A day that was chosen before may have passed meanwhile, and stand."""
        day = self.cleaned_data["tell_on"]
        return ahead(day, within=timedelta(days=90)) if "tell_on" in self.changed_data else day

    def say(self, match: Match, closure: Closure | None, *, by) -> None:
        """What was said before is said otherwise; otherwise it begins to end."""
        if closure:
            closure.write(**self.cleaned_data)
        else:
            Closure.begin(match, by=by, **self.cleaned_data)


class FarewellForm(OnlyChanges, forms.Form):
    """What has been done so far. Everything may stay empty until it is done."""

    told_on = DayField(label=_("The citizen was told on"), required=False)
    farewell = forms.ChoiceField(label=_("The farewell"), choices=[*NOT_YET, *Closure.Farewell.choices], required=False)
    contact = forms.ChoiceField(
        label=_("Contact afterwards, as all three have agreed"),
        choices=[*NOT_YET, *Closure.Contact.choices],
        required=False,
    )
    cannot = forms.MultipleChoiceField(
        label=_("Cannot take part in a talk"),
        choices=[("citizen", _("the citizen")), ("volunteer", _("the volunteer"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text=_("Somebody who has died, is gone or is too ill. Who only would rather not, ticks that below."),
    )
    citizen_talk_on = DayField(label=_("A short talk with the citizen, held on"), required=False)
    citizen_said = forms.MultipleChoiceField(
        label=_("What the citizen says"), choices=Said.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    volunteer_talk_on = DayField(label=_("A short talk with the volunteer, held on"), required=False)
    volunteer_said = forms.MultipleChoiceField(
        label=_("What the volunteer says"), choices=Said.choices, widget=forms.CheckboxSelectMultiple, required=False
    )
    citizen_next = forms.ChoiceField(
        label=_("What the citizen is offered next"), choices=[*NOT_YET, *Closure.Next.choices], required=False
    )
    volunteer_next = forms.ChoiceField(
        label=_("What the volunteer would like next"), choices=[*NOT_YET, *Closure.Next.choices], required=False
    )

    def __init__(self, *args, row: Closure, **kwargs) -> None:
        super().__init__(*args, row=row, initial={name: getattr(row, name) for name in Closure.STEPS}, **kwargs)
        self.since: date = row.match.started_on or row.begun_on

    def clean(self) -> dict:
        cleaned = super().clean()
        for name in ("told_on", "citizen_talk_on", "volunteer_talk_on"):
            try:
                has_been(cleaned.get(name), since=self.since)
            except forms.ValidationError as error:
                self.add_error(name, error)
        for side in ("citizen", "volunteer"):
            if side in cleaned.get("cannot", []) and cleaned.get(f"{side}_talk_on"):
                self.add_error("cannot", _("A talk was held: take the tick or the day away."))
        return cleaned
