"""A day in a form: the first and the last that can be are taken, and the day beyond them is refused."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.forms import BaseForm

from access.context import acting
from matching.forms.meetings import StartForm
from matching.forms.proposals import SpontaneousForm
from screening.forms.correcting import CorrectInterview
from screening.forms.records import ExemptionForm, ShadowingForm
from screening.models import Interview
from volunteers.forms.breaks import BreakForm
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today


def of_a_first_meeting(cast, typed: dict) -> BaseForm:
    return StartForm(typed, match=people.create_match(cast, started=False))


def of_two_who_have_met(cast, typed: dict) -> BaseForm:
    return SpontaneousForm(typed, volunteers=[])


def of_an_exemption(cast, typed: dict) -> BaseForm:
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    return ExemptionForm(typed, requirement=way.requirement(cast, vera, "criminal_record"))


def of_being_along(cast, typed: dict) -> BaseForm:
    return ShadowingForm(typed, experienced=Volunteer.objects.all())


def of_a_conversation(cast, typed: dict) -> BaseForm:
    way.interviewed(cast)
    with acting(user=cast.sille):
        return CorrectInterview(typed, instance=Interview.objects.get())


def of_a_break(cast, typed: dict) -> BaseForm:
    return BreakForm(typed, volunteer=people.ready_volunteer(cast))


# How many days from today the first and the last one lie.
DAYS: list[tuple[Callable[[Any, dict], BaseForm], str, int | None, int]] = [
    (of_a_first_meeting, "met_on", -365, 0),
    (of_two_who_have_met, "origin_on", -365, 0),
    (of_an_exemption, "until_on", 0, 365),
    (of_being_along, "went_on", -180, 0),
    (of_a_conversation, "held_on", None, 0),
    (of_a_break, "back_on", 1, 365),
]
EDGES = [
    *[(form, field, last + beyond, not beyond) for form, field, _first, last in DAYS for beyond in (0, 1)],
    *[
        (form, field, first - beyond, not beyond)
        for form, field, first, _last in DAYS
        if first is not None
        for beyond in (0, 1)
    ],
]


@pytest.mark.parametrize(("form", "field", "day", "is_taken"), EDGES)
def test_a_day_is_taken_from_the_first_to_the_last(cast, form, field, day, is_taken):
    typed = {field: (today() + timedelta(days=day)).isoformat()}

    with acting(user=cast.sille):
        errors = form(cast, typed).errors

    assert (field not in errors) is is_taken
