"""How it goes, as one side says it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from friendships.models import CheckIn, CheckInAnswer
from friendships.models.check_in import HowItGoes
from pages.choices import offer
from pages.stale_forms import OnlyChanges

MISTAKE = "mistake"


class AnswerForm(forms.Form):
    """One of a few ticks, for the first time."""

    answer = forms.ChoiceField(
        label=_("How is it going?"),
        choices=HowItGoes.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what was said, or that nobody was reached.")},
    )

    def say(self, check_in: CheckIn, side: str, *, by) -> None:
        CheckInAnswer.say(check_in, side=side, answer=self.cleaned_data["answer"], by=by)


class CorrectAnswerForm(OnlyChanges, AnswerForm):
    """It is otherwise by now, or was ticked by mistake."""

    def __init__(self, *args, row: CheckInAnswer, **kwargs) -> None:
        super().__init__(*args, row=row, initial={"answer": row.answer}, **kwargs)
        self.said = row
        offer(self, "answer", [*HowItGoes.choices, (MISTAKE, _("it was a mistake: nobody has been asked"))])

    def say(self, check_in: CheckIn, side: str, *, by) -> None:
        if self.cleaned_data["answer"] == MISTAKE:
            self.said.take_back()
        elif "answer" in self.changed_data:
            self.said.put_right(answer=self.cleaned_data["answer"], by=by)
