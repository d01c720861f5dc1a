"""A volunteer gets another role without a no: what is in place stays, and what the role asks is asked from now on."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from access.context import acting
from letters.models import Message
from volunteers.models import Assignment, RoleProfile, Volunteer
from volunteers.tests import way
from weshelter.tests import people


@pytest.fixture
def guide(cast) -> RoleProfile:
    """Another role of the friends' project, which asks for a record check."""
    with acting(user=cast.sille):
        return RoleProfile.objects.create(
            project=cast.rg60.friends,
            title="Turguide",
            what="x",
            why_volunteers="x",
            not_what="x",
            record_asked="criminal_record",
        )


def change(client, cast, volunteer, role, who: str = "karen"):
    people.sign_in(client, getattr(cast, who))
    return client.post(reverse("screening:change_role", args=[volunteer.pk]), {"role": role.pk})


def asked_of(cast, volunteer) -> tuple:
    with acting(user=cast.sille):
        now = Volunteer.objects.with_roles().get(pk=volunteer.pk)
        assignments = volunteer.assignments.in_force().with_projects()
        return now.role.title, [(one.role.title, [q.kind for q in one.requirements.all()]) for one in assignments]


@pytest.mark.feature(94)
def test_who_is_ready_keeps_what_is_in_place_and_is_asked_what_is_new(client, cast, guide):
    vera = people.ready_volunteer(cast)

    response = change(client, cast, vera, guide)

    page = client.get(response.url).content.decode()
    assert asked_of(cast, vera) == ("Turguide", [("Turguide", ["criminal_record"])])
    assert "Kan ikke få en ven eller en opgave her: mangler straffeattest" in page
    assert "Karen Koordinator har ændret rollen" in page
    with acting(user=cast.karen):
        assert (Volunteer.objects.get(pk=vera.pk).state, Assignment.objects.count()) == ("ready", 1)


@pytest.mark.feature(94)
def test_she_is_written_to_once(client, cast, guide):
    vera = people.ready_volunteer(cast)

    change(client, cast, vera, guide)

    with acting(user=cast.sille):
        assert [one.address for one in Message.objects.filter(kind="role_changed")] == [vera.email]


def test_an_applicant_is_offered_the_roles_of_all_ones_projects(client, cast, guide):
    anna = way.applied(cast)

    change(client, cast, anna, cast.rg60.food_role)

    with acting(user=cast.karen):
        assert Volunteer.objects.get(pk=anna.pk).project_ids == [cast.rg60.food.pk]


@pytest.mark.parametrize("who", ["karen", "sille"])
def test_whoever_belongs_somewhere_gets_another_role_there_alone(client, cast, guide, who):
    vera = people.ready_volunteer(cast)

    response = change(client, cast, vera, cast.rg60.food_role, who)

    assert "role" in response.context["form"].errors
    assert asked_of(cast, vera)[0] == cast.rg60.friend_role.title


def test_a_role_of_another_house_is_none_to_choose(client, cast):
    anna = way.applied(cast)

    response = change(client, cast, anna, cast.nabo.friend_role)

    assert "role" in response.context["form"].errors
    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        Volunteer.objects.filter(pk=anna.pk).update(role=cast.nabo.friend_role)


def test_a_lead_and_another_house_change_nothing(client, cast, guide):
    anna = way.applied(cast)

    assert [change(client, cast, anna, guide, who).status_code for who in ("lars", "nanna")] == [404, 404]


def test_a_project_of_one_role_says_so(client, cast):
    vera = people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:change_role", args=[vera.pk])).content.decode()

    assert "Der er ingen anden rolle" in page


def test_a_role_elsewhere_is_given_by_nobody_who_does_not_coordinate_there(cast):
    """It would show her to the other house."""
    vera = people.ready_volunteer(cast)

    with acting(user=cast.karen), pytest.raises(DatabaseError, match="of others"), transaction.atomic():
        Volunteer.objects.filter(pk=vera.pk).update(role=cast.nabo.friend_role)
