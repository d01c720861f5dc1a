"""A volunteer entered by hand, from paper or after many years, goes through the same gates as everybody."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from access.context import acting
from letters.models import Message
from volunteers.models import Volunteer
from weshelter.tests import people

PAGE = "/frivillige/ny/"


def said(cast, **changes) -> dict:
    return {
        "role": cast.rg60.friend_role.pk,
        "name": "Gerda Gammel",
        "email": "gerda@example.org",
        "languages": ["da"],
        "knows": "on",
    } | changes


def enter(client, cast, who: str = "karen", **changes):
    people.sign_in(client, getattr(cast, who))
    return client.post(PAGE, said(cast, **changes))


def entered(cast) -> list[Volunteer]:
    with acting(user=cast.sille):
        return list(Volunteer.objects.order_by("applied_at"))


@pytest.mark.feature(94)
@pytest.mark.parametrize("who", ["karen", "sille"])
def test_coordinator_and_secretariat_enter_somebody_who_then_is_an_applicant(client, cast, who):
    response = enter(client, cast, who)

    [gerda] = entered(cast)
    assert response.url == reverse("screening:detail", args=[gerda.pk])
    assert (gerda.name, gerda.state, gerda.project_ids) == ("Gerda Gammel", "applied", [cast.rg60.friends.pk])
    assert client.get(response.url).status_code == 200


@pytest.mark.feature(94)
def test_she_is_told_by_letter(client, cast):
    enter(client, cast)

    with acting(user=cast.sille):
        assert [(one.kind, one.address) for one in Message.objects.all()] == [("entered_by_hand", "gerda@example.org")]


def test_the_same_sent_twice_is_one_and_one_letter(client, cast):
    once, again = (enter(client, cast) for _time in range(2))

    assert (once.url, len(entered(cast))) == (again.url, 1)
    with acting(user=cast.sille):
        assert Message.objects.count() == 1


def test_no_gate_is_left_out(client, cast):
    enter(client, cast)
    [gerda] = entered(cast)

    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        Volunteer.objects.filter(pk=gerda.pk).update(state="ready")


@pytest.mark.parametrize(
    ("field", "typed"),
    [("name", ""), ("name", "Gerda 010170-1234"), ("email", "gerda"), ("languages", []), ("knows", ""), ("role", "")],
)
def test_what_is_missing_or_cannot_be_is_said_beside_the_field(client, cast, field, typed):
    response = enter(client, cast, **{field: typed})

    assert field in response.context["form"].errors
    assert entered(cast) == []


def test_a_role_of_another_house_is_refused_by_the_form_and_by_the_database(client, cast):
    response = enter(client, cast, role=cast.nabo.friend_role.pk)

    assert "role" in response.context["form"].errors
    with acting(user=cast.karen), pytest.raises(DatabaseError), transaction.atomic():
        Volunteer.objects.create(role=cast.nabo.friend_role, name="Gerda", email="g@example.org", languages=["da"])


def test_a_lead_enters_nobody(client, cast):
    assert enter(client, cast, "lars").status_code == 404


def test_a_cpr_number_is_kept_in_no_field(client, cast):
    wrong = {"name": "Gerda 010170-1234", "email": "0101701234@example.org", "postcode": "010170-1234"}

    response = enter(client, cast, **wrong)

    assert set(response.context["form"].errors) == set(wrong)
    assert entered(cast) == []
