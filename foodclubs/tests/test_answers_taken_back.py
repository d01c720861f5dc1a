"""The house takes back its yes or no to a guest who waits: the guest waits as before."""

import re

import pytest

from access.context import acting
from foodclubs.tests.tables import create_evening, sign_up
from foodclubs.tests.test_guests_wait import answer, table, waits
from history.moves import SENTENCES, NotPossible
from weshelter.tests.people import sign_in
from weshelter.tests.undoing import press_undo


@pytest.fixture
def evening(cast):
    return create_evening(cast.rg60, places=6)


@pytest.mark.feature(92)
@pytest.mark.parametrize("page", ["let_guest_in", "turn_guest_down"])
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_undo_of_an_answer_leads_back_to_waiting(client, cast, evening, who, page):
    [dan] = waits(evening, "Dan")
    sign_in(client, getattr(cast, who))

    told = answer(client, dan, page, follow=True)
    after = press_undo(client, told)

    assert list(after.context["waiting"]) == [dan]
    assert table(evening) == ([], ["Dan"], 0)


def test_on_a_full_evening_a_no_is_undone_and_a_yes_is_not_possible(client, cast, evening):
    [dan] = waits(evening, "Dan")
    sign_up(evening, *"uvwxyz")
    sign_in(client, cast.karen)

    after = press_undo(client, answer(client, dan, "turn_guest_down", follow=True))

    assert table(evening) == (list("uvwxyz"), ["Dan"], 6)
    assert re.search(r"<button[^>]* disabled>Ja<", after.content.decode())
    assert "ingen pladser tilbage" in after.content.decode()


@pytest.mark.parametrize("first", ["let_guest_wait", "give_guest_back"])
def test_an_answer_is_taken_back_once(client, cast, evening, first):
    [dan] = waits(evening, "Dan")
    sign_in(client, cast.karen)
    told = answer(client, dan, follow=True)

    answer(client, dan, first)
    before = table(evening)
    again = press_undo(client, told)

    assert (again.status_code, table(evening)) == (409, before)


def test_who_never_waited_is_not_made_to_wait(cast, evening):
    [ane] = sign_up(evening, "Ane")

    with pytest.raises(NotPossible) as told, acting(user=cast.karen):
        ane.take_answer_back()

    assert str(told.value) == str(SENTENCES["an_answer_is_taken_back"])
    assert table(evening) == (["Ane"], [], 1)
