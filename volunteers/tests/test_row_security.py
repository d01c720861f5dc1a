"""What each may see of volunteers, twice: the policy of the table equals `visible_to` and `visible_through`."""

from copy import deepcopy

import pytest
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link, open_link
from volunteers.models import (
    Agreement,
    Appointment,
    Assignment,
    Attendance,
    Exemption,
    Gathering,
    Interview,
    RecordCheck,
    Reference,
    Requirement,
    RoleProfile,
    SecondYes,
    Shadowing,
    Signature,
    Volunteer,
)
from volunteers.tests import way
from weshelter.tests import people

# What only those who screen see, and nobody of himself.
SCREENING = [Interview, SecondYes, Reference, RecordCheck, Shadowing, Requirement, Exemption]
PERSONAL = [Volunteer, Signature, Assignment, Attendance, Appointment, *SCREENING]
MODELS = [RoleProfile, Agreement, Gathering, *PERSONAL]
CAST = ["sille", "karen", "lars", "nanna", "leif"]


@pytest.fixture(scope="module")
def two_houses(cast_for_all):
    """Volunteers at each step at both houses, one a coordinator, one friend of a citizen, a course of one house."""
    cast = cast_for_all
    for house, name in ((cast.rg60, "Ras"), (cast.nabo, "Nab")):
        way.applied(cast, f"{name} Et", role=house.friend_role)
        way.interviewed(cast, f"{name} To", role=house.food_role)
        way.booked(cast, f"{name} Tre", role=house.friend_role)
        people.create_match(cast, house=house, volunteer=people.ready_volunteer(cast, f"{name} Fire", house=house))
    karen = people.ready_volunteer(cast, "Karen Koordinator")
    for house, name in ((cast.rg60, "Ras Fire"), (cast.nabo, "Nab Fire"), (cast.rg60, "Karen Koordinator")):
        screened(cast, house, name)
    way.becomes_user(cast, karen, cast.karen)
    with acting(user=cast.sille):
        people.create_course(kind="network")
        at_rg60 = people.create_course(kind="network")
        Gathering.objects.filter(pk=at_rg60.pk).update(institution=cast.rg60.institution)
    return cast


@pytest.fixture
def rows(db, two_houses):
    """Each test's own copy."""
    return deepcopy(two_houses)


def screened(cast, house, name: str) -> None:
    """A row of each kind that the screening makes, about somebody who is ready."""
    way.asks(cast, house.friend_role, record_asked="criminal_record")
    with acting(user=cast.sille):
        volunteer = Volunteer.objects.get(name=name)
    way.referee(cast, volunteer, by=house.coordinator, trusts="yes")
    way.checked(cast, volunteer, by=house.coordinator)
    waiting = way.applied(cast, f"{name.split()[0]} Inviteret", role=house.friend_role)
    way.offered(cast, waiting, by=house.coordinator)
    asked = way.requirement(cast, volunteer, "criminal_record")
    experienced = people.ready_volunteer(cast, f"{name.split()[0]} Erfaren", house=house)
    with acting(user=house.coordinator):
        Shadowing.write(volunteer, experienced=experienced, went_on=timezone.localdate(), by=house.coordinator)
        SecondYes.say(volunteer, by=house.coordinator)
    with acting(user=cast.sille):
        asked.exempt(why="Den er bestilt", until_on=timezone.localdate(), by=cast.sille)


@pytest.mark.parametrize("who", CAST)
def test_what_the_policies_show_is_what_visible_to_says(rows, who):
    user = getattr(rows, who)

    with acting(user=user):
        for model in MODELS:
            assert set(model.objects.all()) == set(model.objects.visible_to(user)), model.__name__


def test_there_is_something_that_could_leak(rows):
    seen = {}
    for who in CAST:
        with acting(user=getattr(rows, who)):
            seen[who] = {model: model.objects.count() for model in PERSONAL}

    for model in PERSONAL:
        assert 0 < seen["karen"][model] < seen["sille"][model]
        assert 0 < seen["nanna"][model] < seen["sille"][model]
        assert seen["karen"][model] != seen["nanna"][model] or model is not Volunteer


def test_a_lead_sees_volunteers_and_none_of_their_records(rows):
    with acting(user=rows.lars):
        assert {volunteer.first_name for volunteer in Volunteer.objects.all()} == {"Ras", "Karen"}
        assert not any(model.objects.exists() for model in (*SCREENING, Signature, Attendance, Appointment))


ABOUT = {Requirement: "assignment__volunteer", Exemption: "requirement__assignment__volunteer"}


@pytest.mark.feature(62)
@pytest.mark.parametrize("model", SCREENING, ids=lambda model: model.__name__)
def test_nobody_sees_what_the_screening_says_about_herself(rows, model):
    with acting(user=rows.sille):
        about_karen = Volunteer.objects.filter(user=rows.karen)
        ids = set(
            model.objects.filter(**{f"{ABOUT.get(model, 'volunteer')}__in": about_karen}).values_list("pk", flat=True)
        )

    assert ids
    with acting(user=rows.karen):
        assert not model.objects.filter(pk__in=ids).exists()


def test_a_membership_that_ended_shows_nothing(rows):
    with acting(user=rows.sille):
        rows.nanna.memberships.update(from_on="2020-01-01", until_on="2020-12-31")

    with acting(user=rows.nanna):
        assert not any(model.objects.exists() for model in PERSONAL)


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model.__name__)
def test_without_anybody_acting_there_are_no_rows(rows, model):
    with acting():
        assert not model.objects.exists()


@pytest.mark.feature(72)
@pytest.mark.parametrize("purpose", [Purpose.OWN_PAGE, Purpose.AGREEMENT])
def test_through_a_link_one_sees_ones_own(rows, purpose):
    with acting(user=rows.sille):
        volunteer = Volunteer.objects.get(name="Ras Fire")
        token = issue_link(purpose, volunteer, "volunteers:sign").rstrip("/").split("/")[-1]

    with acting(link=token):
        link = open_link(set(Purpose))
        assert list(Volunteer.objects.all()) == [volunteer]
        for model in (Volunteer, Signature, Attendance, Gathering):
            assert set(model.objects.all()) == set(model.objects.visible_through(link)), model.__name__
        assert Attendance.objects.count() == Signature.objects.count() == Gathering.objects.count() == 1
        assert not any(one.objects.exists() for one in SCREENING)
        assert {one.volunteer_id for one in Assignment.objects.all()} == {volunteer.pk}


def test_through_a_dead_link_there_are_no_rows(rows):
    with acting(link="no such token"):
        assert not any(model.objects.exists() for model in [*PERSONAL, Gathering])


@pytest.mark.finding("F8")
def test_the_form_sees_only_the_row_that_it_makes(rows):
    with acting(user=rows.sille):
        somebody = Volunteer.objects.get(name="Ras To")

    with acting(new_id=somebody.pk):
        assert not any(model.objects.exists() for model in [*PERSONAL, Gathering])


def link_of(cast, volunteer, purpose: Purpose) -> str:
    """The token of a link as it is made in life: her calendar's she makes on her own page."""
    with acting(user=cast.sille):
        token = way.token_of(issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page"))
    maker = {"link": token} if purpose == Purpose.FEED else {"user": cast.sille}
    with acting(**maker):
        return way.token_of(issue_link(purpose, volunteer, "coordinators:own_page"))


@pytest.mark.parametrize(
    ("purpose", "is_seen"),
    [(Purpose.OWN_PAGE, True), (Purpose.FEED, True), (Purpose.AGREEMENT, False), (Purpose.COURSES, False)],
)
def test_her_conversation_is_seen_from_her_own_page_and_in_her_calendar(rows, purpose, is_seen):
    with acting(user=rows.sille):
        talk = Appointment.objects.select_related("volunteer").get(volunteer__name="Ras Inviteret")
        assert Appointment.objects.count() == 3
    token = link_of(rows, talk.volunteer, purpose)

    with acting(link=token):
        seen = set(Appointment.objects.all())
        assert (
            seen == set(Appointment.objects.visible_through(open_link(set(Purpose)))) == ({talk} if is_seen else set())
        )


def test_from_her_own_page_she_reads_her_conversation_and_changes_nothing(rows):
    with acting(user=rows.sille):
        talk = Appointment.objects.select_related("volunteer").get(volunteer__name="Ras Inviteret")
    token = link_of(rows, talk.volunteer, Purpose.OWN_PAGE)

    with acting(link=token):
        assert Appointment.objects.filter(pk=talk.pk).update(state="none_fits") == 0
