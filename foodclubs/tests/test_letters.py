"""What the letters say: when, where, which tasks and the volunteer's own link; never a guest."""

import re

import pytest

from access.context import acting
from courses.places import take_place
from foodclubs.staffing import call_off, offer_tasks
from foodclubs.tests.tables import create_evening, helper, sign_up
from letters.models import Message, MessageBody


@pytest.fixture
def rg60(committed_cast):
    """Hanne has a task, Mads can be asked, Bo eats with us."""
    evening = create_evening(committed_cast.rg60)
    hanne, mads = helper(committed_cast), helper(committed_cast, "Mads Mad")
    sign_up(evening, "Hemmelige Bo")
    with acting(user=committed_cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    return evening, hanne, mads


def letters(kind: str) -> dict[str, str]:
    """As the jobs login sees them: the text by address."""
    bodies = MessageBody.objects.filter(message__kind=kind).select_related("message")
    return {body.message.address: f"{body.subject}\n{body.text}" for body in bodies}


@pytest.mark.feature(72)
def test_the_offer_has_the_tasks_with_room_and_a_link_of_ones_own(rg60, committed_cast, as_login, client):
    evening, _hanne, mads = rg60
    with acting(user=committed_cast.karen):
        offer_tasks(evening, by=committed_cast.karen)
    as_login("jobs")

    [(address, text)] = letters("food_club_tasks").items()

    assert address == mads.email
    for piece in ("RG60, Gaden 1, 2200 København N", "Linsesuppe og æblekage", "WeShelter"):
        assert piece in text
    as_login("app")
    link = re.search(r"https?://[^/]+(/madklub-opgave/\S+)", text)[1]
    assert client.get(link).context["evening"] == evening


@pytest.mark.feature(94)
def test_the_letter_that_calls_it_off_goes_to_who_has_a_task_and_to_who_was_asked(rg60, committed_cast, as_login):
    evening, hanne, mads = rg60
    with acting(user=committed_cast.karen):
        offer_tasks(evening, by=committed_cast.karen)
    helper(committed_cast, "Noa Nok")
    with acting(user=committed_cast.karen):
        call_off(evening, by=committed_cast.karen)
    as_login("jobs")

    texts = letters("food_club_called_off")
    assert texts.keys() == {hanne.email, mads.email}
    assert "Tak, fordi du ville hjælpe" in texts[hanne.email]
    assert "hvor vi spurgte, om du ville hjælpe" in texts[mads.email]


def test_no_letter_names_a_guest(rg60, committed_cast, as_login):
    evening, _hanne, _mads = rg60
    with acting(user=committed_cast.karen):
        offer_tasks(evening, by=committed_cast.karen)
        call_off(evening, by=committed_cast.karen)
    as_login("jobs")

    texts = [*letters("food_club_tasks").values(), *letters("food_club_called_off").values()]

    assert Message.objects.count() == len(texts) == 3
    assert not any("Hemmelige" in text for text in texts)
