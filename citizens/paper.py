"""The form on paper, to fill in together: made from the fields of the forms on screen, so that it cannot drift."""

from dataclasses import dataclass
from typing import Any

from django import forms

from citizens.forms import DisclosureForm, RegistrationForm
from citizens.models import Citizen, Disclosure

LONGEST_WORD = 60
MOST_BOXES = 12  # of a longer list one writes the answer


@dataclass(frozen=True)
class Question:
    """One field on paper: boxes to tick, or lines to write on."""

    label: str
    help: str
    boxes: tuple[tuple[str, bool], ...] = ()
    words: str = ""
    lines: int = 0

    @property
    def is_long(self) -> bool:
        """Sentences stand below each other, words beside each other."""
        return any(len(label) > LONGEST_WORD for label, _is_ticked in self.boxes)


@dataclass(frozen=True)
class Sheet:
    """The sheet by headings, and the lines of what the friend may know."""

    sections: list[tuple[str, list[Question]]]
    may_know: list[tuple[Question, Question]]


def blank(projects) -> Sheet:
    """Nothing filled in."""
    return Sheet(_sections(RegistrationForm(projects=projects)), _lines(DisclosureForm(), said=False))


def filled_in(citizen: Citizen, projects) -> Sheet:
    """What a citizen has said so far, to look through together."""
    said = getattr(citizen, "wishes", None)
    home = citizen.homes.current().first()
    attachment = citizen.attachments.in_force().first()
    form = RegistrationForm(
        projects=projects,
        instance=said,
        initial={
            "project": citizen.project_id,
            "called_name": citizen.called_name,
            "reach": citizen.reach,
            "attachment": attachment.kind if attachment else "",
            "municipality": home.municipality if home else "",
            "purposes": citizen.consents.live().purposes(),
            "given": "",
        },
    )
    disclosures = DisclosureForm(citizen=citizen)
    return Sheet(_sections(form, said=True), _lines(disclosures, said=True))


def _sections(form: RegistrationForm, *, said: bool = False) -> list[tuple[str, list[Question]]]:
    return [(str(one.heading), [_question(field, said=said) for field in one.fields]) for one in form.sections()]


def _lines(form: DisclosureForm, *, said: bool) -> list[tuple[Question, Question]]:
    return [
        (_question(form[f"{line}_answer"], said=said), _question(form[f"{line}_words"], said=said))
        for line in Disclosure.Line.values
    ]


def _question(bound: forms.BoundField, *, said: bool) -> Question:
    """What was not said by the citizen is not ticked beforehand."""
    field, value = bound.field, bound.initial if said else None
    if isinstance(field, forms.ChoiceField):
        chosen = {str(one) for one in (value if isinstance(value, list) else [value])}
        choices: Any = field.choices  # the stubs fear a function here; Django has called it
        boxes = tuple((str(label), str(code) in chosen) for code, label in choices)
        if isinstance(field.widget, forms.Select) and len(boxes) > MOST_BOXES:
            words = "".join(label for label, is_ticked in boxes if is_ticked and value)
            return Question(str(bound.label), str(bound.help_text), words=words, lines=1)
        return Question(str(bound.label), str(bound.help_text), boxes)
    if isinstance(field, forms.BooleanField):
        return Question("", str(bound.help_text), ((str(bound.label), bool(value)),))
    lines = 3 if isinstance(field.widget, forms.Textarea) else 1
    return Question(str(bound.label), str(bound.help_text), words=str(value or ""), lines=lines)
