"""The form on paper has every question of the forms on screen, in both languages, blank or with what was said."""

import html

import pytest
from django.urls import reverse
from django.utils.translation import override

from access.context import acting
from citizens.forms import DisclosureForm, RegistrationForm
from citizens.wordings import CURRENT, WORDINGS
from institutions.models import Project
from weshelter.tests import people


def labels(cast, language: str) -> set[str]:
    """Every question and every box of the forms, as the language says it."""
    with acting(user=cast.karen), override(language):
        projects = Project.objects.filter(pk=cast.rg60.friends.pk)
        fields = [
            *RegistrationForm(projects=projects).fields.values(),
            *DisclosureForm().fields.values(),
        ]
        lists = [list(getattr(field, "choices", ())) for field in fields]
        boxes = [label for choices in lists if len(choices) < 30 for _code, label in choices]
        return {str(text) for text in [*(field.label for field in fields), *boxes] if text}


@pytest.mark.feature(20)
@pytest.mark.feature(92)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_paper_asks_what_the_screen_asks(client, cast, language):
    people.sign_in(client, cast.lars)

    page = html.unescape(client.get(reverse("citizens:paper"), {"sprog": language}).content.decode())

    assert {label for label in labels(cast, language) if label not in page} == set()
    assert "☒" not in page


def test_the_paper_of_a_citizen_has_what_was_said(client, cast):
    bo = people.create_citizen(cast, own_words="En at spille skak med", friend_gender="man", limits=["smoke"])
    with acting(user=cast.karen):
        bo.disclose("past", "yes", "Jeg har sejlet")
    people.sign_in(client, cast.karen)

    sheet = client.get(reverse("citizens:paper_of", args=[bo.pk])).context["sheet"]

    questions = [one for _heading, ones in sheet.sections for one in ones]
    assert {one.words for one in questions} >= {"Bo", "i cafeen", "En at spille skak med"}
    ticked = {label for one in questions for label, is_ticked in one.boxes if is_ticked}
    assert ticked >= {"en mand", "røg indendørs", "dansk", WORDINGS[CURRENT]["friend"]["da"]}
    assert [words.words for _answer, words in sheet.may_know if words.words] == ["Jeg har sejlet"]
