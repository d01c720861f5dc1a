"""How an evening went: closed, counted afterwards, corrected."""

from django import forms
from django.utils.translation import gettext_lazy as _

from foodclubs.models import Duty, Evening, Signup
from pages.stale_forms import HavingSeen

# As high as the database counts; no evening is so large.
MOST_PEOPLE, MOST_KRONER = 500, 20_000


class CloseForm(forms.Form):
    """How it went: for each guest came and paid, and for each volunteer came; one choice each."""

    def __init__(self, *args, evening: Evening, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.signups: list[Signup] = list(evening.signups.on_the_list())
        self.duties: list[Duty] = list(evening.duties.on_the_list())
        price = _("Paid %(price)s kr.") % {"price": evening.price}
        guests = [("paid", price), ("free", _("Free")), ("later", _("Not paid yet")), ("missed", _("Did not come"))]
        helpers = [("came", _("Came")), ("missed", _("Did not come"))]
        self.price = evening.price
        for signup in self.signups:
            self._add(f"guest_{signup.pk}", signup.guest.nickname, guests, said=said_of_guest(signup))
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
        paid = {"paid": self.price, "free": 0}
        answers = [(signup, self.cleaned_data[f"guest_{signup.pk}"]) for signup in self.signups]
        return [(signup, answer != "missed", paid.get(answer)) for signup, answer in answers]

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

    def __init__(self, *args, evening: Evening, **kwargs) -> None:
        super().__init__(*args, about=evening, stands=itself(evening), evening=evening, **kwargs)
        ask_why(self)

    @property
    def other_fields(self) -> list:
        return [self["why"]]

    def correct(self, evening: Evening, *, by) -> None:
        evening.correct(why=self.cleaned_data["why"], guests=self.guests(), duties=self.helpers(), by=by)


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
