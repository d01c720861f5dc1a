"""What a citizen is called and how to reach him is put right, by those who know him."""

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Citizen
from weshelter.tests import people


@pytest.fixture
def bo(cast) -> Citizen:
    return people.create_citizen(cast)


def put_right(client, cast, who: str, citizen, **said):
    people.sign_in(client, getattr(cast, who))
    return client.post(reverse("citizens:called", args=[citizen.pk]), {"called_name": "Bo", "reach": ""} | said)


@pytest.mark.feature(94)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_name_and_how_to_reach_are_read_back_and_stand_in_the_timeline(client, cast, bo, who):
    response = put_right(client, cast, who, bo, called_name="Bodil", reach="i gården efter frokost")

    page = client.get(response.url).content.decode()
    assert "<h1>Bodil</h1>" in page
    assert "i gården efter frokost" in page
    assert "ændrede navnet" in page


@pytest.mark.parametrize("typed", ["", "Bo 010170-1234", "B" * 61])
def test_what_cannot_be_is_said_beside_the_field(client, cast, bo, typed):
    response = put_right(client, cast, "karen", bo, called_name=typed)

    assert response.context["form"].errors["called_name"]
    with acting(user=cast.karen):
        assert Citizen.objects.get().called_name == "Bo"


def test_nobody_else_finds_the_page(client, cast, bo):
    assert [put_right(client, cast, who, bo).status_code for who in ("sille", "nanna", "leif")] == [404, 404, 404]
