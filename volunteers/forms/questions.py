"""The questions of a role as fields of the application, and what was answered as rows."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from access.text import LongTextField, ShortTextField
from volunteers.models import Answer, RoleProfile, RoleQuestion, Volunteer

QUESTION = "question_"
YES, NO = _("Yes"), _("No")


def questions_of(role: RoleProfile | None) -> list[RoleQuestion]:
    """What a role asks now; nothing where none is chosen yet."""
    return list(RoleQuestion.objects.asked().filter(role=role)) if role else []


def fields_of(questions: list[RoleQuestion]) -> dict[str, forms.Field]:
    """A field for each question, by its kind."""
    return {f"{QUESTION}{question.pk}": _field(question) for question in questions}


def _field(question: RoleQuestion) -> forms.Field:
    about: dict[str, Any] = {"label": question.text, "required": question.is_mandatory}
    if question.kind == RoleQuestion.Kind.YES_NO:
        choices = [(str(YES), YES), (str(NO), NO)]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **about)
    if question.kind == RoleQuestion.Kind.LONG:
        return LongTextField(max_length=1000, widget=forms.Textarea(attrs={"rows": 4}), **about)
    return ShortTextField(max_length=200, **about)


def answers_of(volunteer: Volunteer, questions: list[RoleQuestion], cleaned: dict) -> list[Answer]:
    """What was answered, each with its question as it was read."""
    given = ((question, cleaned[f"{QUESTION}{question.pk}"]) for question in questions)
    return [Answer(volunteer=volunteer, place=one.place, question=one.text, text=said) for one, said in given if said]
