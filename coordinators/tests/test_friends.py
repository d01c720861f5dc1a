"""A volunteer's friends and tasks on one page, named to whoever may know them; and room for how many."""

import pytest
from django.urls import reverse

from access.context import acting
from history.moves import SENTENCES, NotPossible
from volunteers.models import Volunteer
from weshelter.tests import people


def page(client, user, volunteer, **said):
    people.sign_in(client, user)
    address = reverse("coordinators:friends", args=[volunteer.pk])
    return client.post(address, said) if said else client.get(address)


def room(cast, volunteer) -> int:
    with acting(user=cast.sille):
        return Volunteer.objects.get(pk=volunteer.pk).capacity


@pytest.fixture
def vera(cast):
    return people.create_match(cast).volunteer


@pytest.mark.feature(32)
@pytest.mark.parametrize("who", ["karen", "sille"])
def test_whoever_looks_after_them_says_for_how_many_there_is_room(client, cast, vera, who):
    answer = page(client, getattr(cast, who), vera, capacity=2)

    assert answer.status_code == 302
    assert room(cast, vera) == 2


@pytest.mark.feature(32)
def test_there_is_never_less_room_than_there_are_friends(client, cast, vera):
    page(client, cast.karen, vera, capacity=2)
    other = people.create_citizen(cast, "Kim")
    people.create_match(cast, citizen=other, volunteer=vera, started=False)

    answer = page(client, cast.karen, vera, capacity=1)

    assert answer.context["form"].non_field_errors() == [str(SENTENCES["no_less_room_than_friends"])]
    assert room(cast, vera) == 2
    with acting(user=cast.karen), pytest.raises(NotPossible):
        vera.make_room(1)


@pytest.mark.parametrize("number", ["0", "6", "", "to"])
def test_a_number_that_cannot_be_is_asked_again(client, cast, vera, number):
    answer = page(client, cast.karen, vera, capacity=number)

    assert list(answer.context["form"].errors) == ["capacity"]
    assert room(cast, vera) == 1


@pytest.mark.parametrize(("who", "named"), [("karen", True), ("sille", False)])
def test_the_friend_is_named_to_whoever_may_know_the_name(client, cast, vera, who, named):
    things = page(client, getattr(cast, who), vera).context["things"]

    assert [one.kind for one in things if one.kind == "running"] == ["running"]
    assert any("Bo" in one.name for one in things) is named


@pytest.mark.parametrize(("who", "status"), [("lars", 404), ("nanna", 404), ("leif", 404)])
def test_nobody_else_opens_it(client, cast, vera, who, status):
    assert page(client, getattr(cast, who), vera).status_code == status
