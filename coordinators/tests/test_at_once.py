"""Two act at the same moment: the last krone, the same absence, and what begins while a project closes."""

import pytest

from access.context import acting
from coordinators.tests.away import another_coordinator, role_of
from friendships.accounts import accounts
from friendships.models import Activity, Budget, Outing
from friendships.tests.pairs import in_state
from institutions.models import Absence, Membership, Project
from weshelter.tests import people
from weshelter.tests.at_once import at_once
from weshelter.tests.days import today


@pytest.mark.feature(59)
def test_the_last_krone_goes_to_one(committed_cast):
    cast = committed_cast
    match, kaj = in_state(cast, "active"), another_coordinator(cast)
    with acting(user=cast.sille):
        Budget.objects.create(project=cast.rg60.friends, year=today().year, kroner=100)
        coffee = Activity.objects.create(kind="cafe", name="Kaffe")

    def use(by) -> None:
        Outing.note(match, activity=coffee, used_on=today(), kroner=60, tickets=0, by=by)

    def use_too() -> None:
        with acting(user=kaj):
            use(kaj)

    with acting(user=cast.karen):
        thread, met = at_once(lambda: use(cast.karen), use_too)
    thread.join()

    assert met == ["Det er mere, end der er tilbage på budgettet: 40 kr."]
    with acting(user=cast.karen):
        assert [one.left for one in accounts(cast.karen, today().year)] == [40]


@pytest.mark.feature(45)
def test_the_same_absence_stands_once(committed_cast):
    cast = committed_cast

    def note() -> None:
        role = role_of(cast.karen, cast.rg60.friends)
        Absence.begin(role, from_on=today(), until_on=today(), deputy=None)

    def note_too() -> None:
        with acting(user=cast.sille):
            note()

    with acting(user=cast.karen):
        thread, met = at_once(note, note_too)
    thread.join()

    assert len(met) == 1
    with acting(user=cast.karen):
        assert Absence.objects.count() == 1


def close(cast) -> None:
    """The spare project of RG60, at which nothing is open."""
    Project.objects.get(slug="spil").close(by=cast.sille)


@pytest.mark.feature(45)
def test_no_role_begins_while_its_project_closes(committed_cast):
    cast = committed_cast
    with acting(user=cast.sille):
        project = Project.objects.create(institution=cast.rg60.institution, kind="other", name="Spil", slug="spil")
    kaj = people.create_user("Kaj Koordinator", by=cast.sille)

    def give() -> None:
        with acting(user=cast.sille):
            Membership(user=kaj, role="coordinator", project=project).give(by=cast.sille)

    with acting(user=cast.sille):
        thread, met = at_once(lambda: close(cast), give)
    thread.join()

    assert met == ["Projektet er lukket. Der begynder ikke noget dér."]
    with acting(user=cast.sille):
        assert not kaj.memberships.exists()


@pytest.mark.feature(45)
def test_no_project_closes_while_a_role_begins(committed_cast):
    cast = committed_cast
    with acting(user=cast.sille):
        project = Project.objects.create(institution=cast.rg60.institution, kind="other", name="Spil", slug="spil")
    kaj = people.create_user("Kaj Koordinator", by=cast.sille)

    def close_too() -> None:
        with acting(user=cast.sille):
            close(cast)

    with acting(user=cast.sille):
        role = Membership(user=kaj, role="coordinator", project=project)
        thread, met = at_once(lambda: role.give(by=cast.sille), close_too)
    thread.join()

    assert met == ["Der er noget åbent i projektet. Det skal afsluttes først."]
    with acting(user=cast.sille):
        assert Project.objects.get(pk=project.pk).state == "planned"
