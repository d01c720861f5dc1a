"""On a phone, in a browser: from the desk to whoever has not heard from us, two taps for each, and undone at once."""

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Spoken
from citizens.tests.talks import go_by
from weshelter.tests import people
from weshelter.tests.browsing import Person, words
from weshelter.tests.test_path import PASSWORD


@pytest.fixture
def karen(site, settings, browser, committed_cast):
    """Bo and Ib wait at her house, and nobody has spoken with them for seven weeks."""
    settings.DEMO = True  # no second factor is asked for
    for name in ("Bo", "Ib"):
        go_by(people.create_citizen(committed_cast, name), 50)
    return Person(browser, site).sign_in(committed_cast.karen, PASSWORD)


def outcomes(cast) -> list[str]:
    with acting(user=cast.karen):
        return sorted(Spoken.objects.standing().values_list("outcome", flat=True))


@pytest.mark.feature(95)
def test_two_taps_for_each_and_undo(committed_cast, karen):
    karen.go(reverse("coordinators:desk")).follow("RG60: 2 borgere", exact=False)
    for answer in ("Yes, still", "I did not reach the citizen"):
        karen.follow(words("Write down a talk")).press(answer)
    written, is_left = outcomes(committed_cast), karen.sees("Notér en snak")

    karen.press("Undo")

    assert (written, is_left) == (["not_reached", "still"], False)
    assert outcomes(committed_cast) == ["still"]


def test_a_day_is_typed_and_enter_answers_nothing(committed_cast, karen):
    karen.go(f"{reverse('citizens:list')}?vis=hoere").follow(words("Write down a talk"))
    karen.page.locator("details.fold > summary").click()

    karen.enter("[name=on]")
    before, is_told = (
        outcomes(committed_cast),
        karen.sees(words("Choose one of the answers: nothing has been written down.")),
    )
    karen.press("Would rather not be asked")

    assert (before, is_told, outcomes(committed_cast)) == ([], True, ["rather_not"])


@pytest.mark.feature(95)
def test_with_the_keyboard_alone(committed_cast, karen):
    karen.go(f"{reverse('citizens:list')}?vis=hoere").enter("main li a", words("Write down a talk"))

    karen.enter("button", words("Not just now"))

    assert outcomes(committed_cast) == ["not_now"]
