"""An application that looks like somebody who stands here already: those who screen see it within their own scope."""

import pytest
from django.urls import reverse

from volunteers.tests import way
from weshelter.tests import people

LIKE = [
    ("the same address", {"name": "Vera V.", "email": "VERA@example.net"}),
    ("the same name and postcode", {"name": "vera vognsen", "postcode": "2200", "email": "ny@example.net"}),
    ("the same to the eye", {"name": "Vera\u200b  Vo\u00adgnsen", "postcode": "2200", "email": "ny@example.net"}),
]
UNLIKE = [
    ("the same name elsewhere", {"name": "Vera Vognsen", "postcode": "8000", "email": "ny@example.net"}),
    ("the same name, no postcode", {"name": "Vera Vognsen", "email": "ny@example.net"}),
    ("the same postcode", {"name": "Viola Vang", "postcode": "2200", "email": "ny@example.net"}),
]


@pytest.fixture
def vera(cast):
    """Stands at RG60 already."""
    return way.applied(cast, "Vera Vognsen", postcode="2200", email="vera@example.net")


def alike(client, user, volunteer) -> list[str]:
    """Who stands there already, as the user reads it on the page of an applicant."""
    people.sign_in(client, user)
    page = client.get(reverse("screening:detail", args=[volunteer.pk]))
    return [one.name for one in page.context["card"].look_alikes]


@pytest.mark.feature(10)
@pytest.mark.parametrize(("_why", "fields"), LIKE, ids=[why for why, _fields in LIKE])
def test_who_looks_like_somebody_is_marked_for_the_coordinator(client, cast, vera, _why, fields):
    assert alike(client, cast.karen, way.applied(cast, **fields)) == ["Vera Vognsen"]


@pytest.mark.parametrize(("_why", "fields"), UNLIKE, ids=[why for why, _fields in UNLIKE])
def test_who_shares_less_than_that_is_somebody_else(client, cast, vera, _why, fields):
    assert alike(client, cast.karen, way.applied(cast, **fields)) == []


@pytest.mark.feature(10)
@pytest.mark.parametrize(("who", "sees"), [("nanna", []), ("sille", ["Vera Vognsen"])])
def test_nobody_is_told_of_somebody_outside_the_own_scope(client, cast, vera, who, sees):
    again = way.applied(cast, "Vera Vognsen", role=cast.nabo.friend_role, email="vera@example.net")

    assert alike(client, getattr(cast, who), again) == sees


def test_once_taken_into_training_it_is_asked_no_more(client, cast, vera):
    again = way.in_training(cast, "Vera Vognsen")

    assert alike(client, cast.karen, again) == []
