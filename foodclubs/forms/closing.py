"""How an evening went: closed, counted afterwards, corrected."""

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from access.names import NameField
from foodclubs.models import Duty, Evening, Signup, Task
from pages.stale_forms import HavingSeen
from volunteers.models import Volunteer

# As high as the database counts; no evening is so large.
MOST_PEOPLE, MOST_KRONER = 500, 20_000
MISSED = ("missed", _("Did not come"))


class CloseForm(forms.Form):
    """How it went: for each guest came and paid, and for each volunteer came; one choice each."""

    def __init__(self, *args, evening: Evening, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.signups: list[Signup] = list(evening.signups.on_the_list())
        self.duties: list[Duty] = list(evening.duties.on_the_list())
        price = _("Paid %(price)s kr.") % {"price": evening.price}
        came = [("paid", price), ("free", _("Free")), ("later", _("Not paid yet"))]
        helpers = [("came", _("Came")), MISSED]
        self.came, self.paid = came, {"paid": evening.price, "free": 0}
        for signup in self.signups:
            self._add(f"guest_{signup.pk}", signup.guest.nickname, [*came, MISSED], said=said_of_guest(signup))
        for duty in self.duties:
            said = "" if duty.state == Duty.State.TAKEN else str(duty.state)
            self._add(f"duty_{duty.pk}", f"{duty.volunteer.name} – {duty.task}", helpers, said=said)

    def _add(self, name: str, label: str, choices: list, *, said: str) -> None:
        """One choice of a few; `said` is what was chosen when the evening was closed."""
        self.fields[name] = forms.ChoiceField(
            label=label,
            choices=choices,
            initial=said,
            widget=forms.RadioSelect(attrs={"class": "btn-check"}),
            error_messages={"required": _("Choose one.")},
        )

    def with_all_paid(self) -> dict[str, str]:
        """What was chosen so far; of a guest without an answer, that he or she paid."""
        otherwise = {name: "paid" for name in self.fields if name.startswith("guest_")}
        return otherwise | {name: said for name, said in self.data.items() if name in self.fields}

    @property
    def guest_fields(self) -> list:
        return [self[f"guest_{signup.pk}"] for signup in self.signups]

    @property
    def duty_fields(self) -> list:
        return [self[f"duty_{duty.pk}"] for duty in self.duties]

    def guests(self) -> list[tuple[Signup, bool, int | None]]:
        """(sign-up, came, paid) for each guest."""
        answers = [(signup, self.cleaned_data[f"guest_{signup.pk}"]) for signup in self.signups]
        return [(signup, answer != "missed", self.paid.get(answer)) for signup, answer in answers]

    def helpers(self) -> list[tuple[Duty, bool]]:
        """(duty, came) for each volunteer."""
        return [(duty, self.cleaned_data[f"duty_{duty.pk}"] == "came") for duty in self.duties]


class NumbersForm(forms.Form):
    """How an evening went of which no list tells: the numbers alone."""

    guests_came = forms.IntegerField(label=_("Guests who came"), min_value=0, max_value=MOST_PEOPLE)
    new_faces = forms.IntegerField(
        label=_("Of those, for the first time"),
        min_value=0,
        max_value=MOST_PEOPLE,
        help_text=_("0 if you do not know."),
    )
    volunteers_came = forms.IntegerField(label=_("Volunteers who came"), min_value=0, max_value=MOST_PEOPLE)
    income = forms.IntegerField(label=_("Income in kroner"), min_value=0, max_value=MOST_KRONER)

    def clean(self) -> dict | None:
        cleaned = super().clean() or {}
        if cleaned.get("new_faces", 0) > cleaned.get("guests_came", MOST_PEOPLE):
            self.add_error("new_faces", _("No more can have come for the first time than came."))
        return cleaned

    @property
    def totals(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in Evening.TOTALS}


class CorrectListsForm(HavingSeen, CloseForm):
    """The closing once more, as it was said, and why it is corrected."""

    def __init__(self, *args, evening: Evening, helpers: QuerySet[Volunteer], **kwargs) -> None:
        super().__init__(*args, about=evening, stands=itself(evening), evening=evening, **kwargs)
        self.fields["nickname"] = NameField(
            max_length=40,
            required=False,
            label=_("One more who came, and is not on the list"),
            help_text=_("A nickname is fine. Write nothing else here."),
            widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": 40}),
        )
        self.fields["one_more_paid"] = forms.ChoiceField(
            label=_("What did this guest pay?"),
            choices=self.came,
            required=False,
            initial="paid",
        )
        self.can_add_a_helper = helpers.exists() and evening.tasks.exists()
        self.fields["helper"] = forms.ModelChoiceField(
            helpers,
            required=False,
            label=_("One more volunteer who helped, and is not on the list"),
            empty_label=_("Choose a volunteer"),
        )
        self.fields["task"] = forms.ModelChoiceField(
            evening.tasks.in_order(),
            required=False,
            label=_("What did this volunteer do?"),
            empty_label=_("Choose a task"),
        )
        ask_why(self)

    def clean(self) -> dict | None:
        cleaned = super().clean() or {}
        if cleaned.get("helper") and not cleaned.get("task") and "task" not in self.errors:
            self.add_error("task", _("Choose what this volunteer did."))
        if cleaned.get("task") and not cleaned.get("helper") and "helper" not in self.errors:
            self.add_error("helper", _("Choose who it was."))
        return cleaned

    @property
    def one_more_fields(self) -> list:
        return [self["nickname"], self["one_more_paid"]]

    @property
    def helper_fields(self) -> list:
        """Nobody is added where there is no task or nobody to choose."""
        return [self["helper"], self["task"]] if self.can_add_a_helper else []

    @property
    def other_fields(self) -> list:
        return [self["why"]]

    def forgotten(self) -> list[tuple[str, int | None]]:
        """(nickname, paid) of the one who came and stood on no list."""
        nickname, paid = self.cleaned_data["nickname"], self.cleaned_data["one_more_paid"]
        return [(nickname, self.paid.get(paid))] if nickname else []

    def helped(self) -> list[tuple[Volunteer, Task]]:
        """(volunteer, task) of the one who helped and stood on no list."""
        helper, task = self.cleaned_data["helper"], self.cleaned_data["task"]
        return [(helper, task)] if helper else []

    def correct(self, evening: Evening, *, by) -> None:
        evening.correct(
            why=self.cleaned_data["why"],
            guests=self.guests(),
            duties=self.helpers(),
            forgotten=self.forgotten(),
            helped=self.helped(),
            by=by,
        )


class CorrectNumbersForm(HavingSeen, NumbersForm):
    """The numbers once more, of an evening at which nobody stood on a list, and why they are corrected."""

    def __init__(self, *args, evening: Evening, **kwargs) -> None:
        now = {name: getattr(evening, name) for name in Evening.TOTALS}
        super().__init__(*args, about=evening, stands=itself(evening), initial=now, **kwargs)
        ask_why(self)

    @property
    def other_fields(self) -> list:
        return list(self)

    def correct(self, evening: Evening, *, by) -> None:
        evening.correct(why=self.cleaned_data["why"], by=by, numbers=self.totals)


def itself(evening: Evening):
    """Beside what a correction stands: the evening as others have corrected it."""
    return Evening.objects.filter(pk=evening.pk).with_house()


def ask_why(form: forms.BaseForm) -> None:
    form.fields["why"] = forms.ChoiceField(
        label=_("Why is it corrected?"),
        choices=Evening.Why.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose why it is corrected.")},
    )


def said_of_guest(signup: Signup) -> str:
    """What was chosen of a guest when the evening was closed; nothing before."""
    if signup.state != Signup.State.CAME:
        return "missed" if signup.state == Signup.State.MISSED else ""
    return {None: "later", 0: "free"}.get(signup.paid, "paid")
