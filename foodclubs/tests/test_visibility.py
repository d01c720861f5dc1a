"""Who sees which evening, task, duty, guest and sign-up: the policy of each table equals `visible_to`."""

from copy import deepcopy
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link, open_link
from courses.places import take_place
from foodclubs.models import Duty, Evening, FoodClub, Guest, Signup, Task
from foodclubs.staffing import call_off
from foodclubs.tests.tables import create_evening, duty_link, helper, sign_up
from screening.models import Appointment, Reference
from weshelter.tests import people

MODELS = [FoodClub, Evening, Task, Duty, Guest, Signup]
LINKED = [Evening, Task, Duty]
PEOPLE = ["sille", "karen", "lars", "nanna", "leif"]


@pytest.fixture(scope="module")
def two_houses(cast_for_all):
    """At both houses one evening of each state, with a guest and a duty where there can be one."""
    cast, made = cast_for_all, {}
    for house, volunteer in ((cast.rg60, helper(cast)), (cast.nabo, helper(cast, "Nils Nabo", house=cast.nabo))):
        create_evening(house, opened=False)
        for hours, state in ((48, "open"), (-0.01, "held"), (72, "cancelled")):
            evening = create_evening(house, hours=hours)
            signups = sign_up(evening, "Bo", by=house.coordinator)
            with acting(user=house.coordinator):
                pk = take_place("task", evening.tasks.get(kind="cooking"), volunteer)
                if state == "held":
                    duties = [(Duty.objects.get(pk=pk), True)]
                    evening.hold(guests=[(signups[0], True, 15)], duties=duties, by=house.coordinator)
                elif state == "cancelled":
                    call_off(evening, by=house.coordinator)
            made[house.institution.name, state] = evening
        made[house.institution.name, "volunteer"] = volunteer
    return cast, made


@pytest.fixture
def scene(db, two_houses):
    """Each test's own copy."""
    return deepcopy(two_houses)


@pytest.fixture
def cast(scene):
    return scene[0]


@pytest.fixture
def evenings(scene):
    return scene[1]


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.feature(87)
def test_the_policy_equals_visible_to(cast, evenings, model, who):
    user = getattr(cast, who)

    with acting(user=user):
        assert set(model.objects.all()) == set(model.objects.visible_to(user))


def test_what_each_sees_of_two_houses_with_four_evenings_each(cast, evenings):
    counts = {}
    for who in [*PEOPLE, None]:
        with acting(user=getattr(cast, who) if who else None):
            counts[who] = tuple(model.objects.count() for model in MODELS)

    own = (2, 6, 8, 3, 1, 3)  # of the other house two clubs' names, and what is open or called off
    assert counts == {
        "sille": (2, 8, 0, 0, 0, 0),
        "karen": own,
        "lars": own,
        "nanna": own,
        "leif": own,
        None: (2, 4, 0, 0, 0, 0),
    }


def test_nobody_signed_in_sees_open_evenings_and_those_called_off(cast, evenings):
    with acting():
        seen = set(Evening.objects.visible_to(AnonymousUser()))
        assert set(Evening.objects.all()) == seen

    assert {evening.state for evening in seen} == {"open", "cancelled"}


def token_of(purpose: Purpose, cast, evenings) -> str:
    """A link of RG60's volunteer, about what this purpose asks."""
    volunteer, about = evenings["RG60", "volunteer"], None
    if purpose == Purpose.CONVERSATION:
        volunteer = people.apply("Asta Ansøger", cast.rg60.food_role)
    with acting(user=cast.karen):
        if purpose == Purpose.DUTY:
            about = evenings["RG60", "open"]
        if purpose == Purpose.PROPOSAL:
            volunteer.assign(cast.rg60.friends, by=cast.karen)
            about = people.create_match(cast, volunteer=volunteer, started=False)
        if purpose == Purpose.REFERENCE:
            about = Reference.ask(volunteer, name="Ras", email="ras@example.org", relation="work", by=cast.karen)
        if purpose == Purpose.CONVERSATION:
            tomorrow = timezone.localtime() + timedelta(days=1)
            about = Appointment.offer(volunteer, times=[tomorrow], place="Caféen", by=cast.karen)
    # Her calendar she alone makes, from her own page.
    own_page = token_of(Purpose.OWN_PAGE, cast, evenings) if purpose == Purpose.FEED else None
    with acting(link=own_page) if own_page else acting(user=cast.karen):
        return issue_link(purpose, volunteer, "foodclubs:duty", about=about).rstrip("/").split("/")[-1]


@pytest.mark.parametrize("model", LINKED)
@pytest.mark.parametrize("purpose", [one for one in Purpose if one != Purpose.STOP_CHANGE])  # no volunteer has that one
def test_the_policy_equals_visible_through_a_link(cast, evenings, model, purpose):
    token = token_of(purpose, cast, evenings)

    with acting(link=token):
        link = open_link([purpose])
        assert set(model.objects.all()) == set(model.objects.visible_through(link))


def test_a_duty_link_sees_the_evening_its_tasks_and_ones_own_duties_and_no_guest(cast, evenings):
    evening, volunteer = evenings["RG60", "open"], evenings["RG60", "volunteer"]
    other = helper(cast, "Mads Mad")
    token = duty_link(evening, other, by=cast.karen)

    with acting(link=token):
        seen = (set(Task.objects.values_list("evening", flat=True)), Duty.objects.count(), Guest.objects.count())

    assert volunteer != other
    assert seen == ({evening.pk}, 0, 0)


@pytest.mark.parametrize("purpose", [Purpose.AGREEMENT, Purpose.PROPOSAL])
def test_links_of_other_purposes_see_no_duty(cast, evenings, purpose):
    token = token_of(purpose, cast, evenings)

    with acting(link=token):
        assert (Task.objects.count(), Duty.objects.count(), Signup.objects.count()) == (0, 0, 0)
