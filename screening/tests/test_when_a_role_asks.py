"""What a role asks of an applicant before she is assigned, and until when an assignment asks what its role asks."""

from access.context import acting
from volunteers.models import Exemption, Requirement
from volunteers.readiness import pipeline_of
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today


def steps(cast, volunteer) -> dict[str, bool]:
    """Each step of her way, and whether it is done."""
    with acting(user=cast.sille):
        return {step.code: step.done for step in pipeline_of([volunteer])[volunteer.pk]}


def test_what_the_role_asks_of_an_applicant_is_done_once_it_is_there(cast):
    way.asks(cast, cast.rg60.friend_role, references_asked=1)
    anna = way.applied(cast)
    before = steps(cast, anna)["references"]

    way.referee(cast, anna, text="Hun holder, hvad hun lover")

    assert (before, steps(cast, anna)["references"]) == (False, True)


def test_as_long_as_she_is_assigned_the_assignment_says_what_is_asked(cast):
    way.asks(cast, cast.rg60.friend_role, references_asked=1)
    anna = way.applied(cast)
    before = steps(cast, anna)
    with acting(user=cast.sille):
        anna.assign(cast.rg60.food, by=cast.sille)
        anna.assignments.update(until_on=today())

    assert steps(cast, anna).keys() == before.keys() - {"references"}


def test_what_a_role_asks_anew_is_asked_until_the_end_of_the_last_day(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        vera.assignments.update(until_on=today())

    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")

    with acting(user=cast.sille):
        assert [one.kind for one in Requirement.objects.all()] == ["criminal_record"]


def test_an_exemption_holds_until_the_end_of_its_day(cast):
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    given = way.exempted(cast, vera, days=0)

    with acting(user=cast.sille):
        assert list(Exemption.objects.live()) == [given]
        given.end(by=cast.sille)
        assert list(Exemption.objects.live()) == []
