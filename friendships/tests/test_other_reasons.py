"""Why a side ends it, in a few words: the coordinators' alone, and kept apart from the other party."""

import pytest
from django.urls import reverse

from access.context import acting
from friendships.models import Closure
from friendships.tests.pairs import BEGUN, in_state
from weshelter.tests import people
from weshelter.tests.days import today

OTHER = {"volunteers_reason": "other", "volunteers_other": "Skal passe sin mor på Fyn"}


def begins(client, match, **said):
    page = reverse("friendships:begin_to_end", args=[match.pk])
    return client.post(page, BEGUN | {"tell_on": today()} | said)


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


@pytest.mark.feature(42)
def test_a_reason_in_own_words_is_read_by_the_coordinators_alone(karen, cast):
    match = in_state(cast, "active")

    begins(karen, match, **OTHER)

    pair = reverse("friendships:farewell", args=[match.pk])
    assert OTHER["volunteers_other"] in karen.get(pair).content.decode()
    for who in ("lars", "sille", "nanna"):
        with acting(user=getattr(cast, who)):
            assert not Closure.objects.exists()


@pytest.mark.feature(42, 94)
def test_it_is_put_right_and_goes_with_another_reason(karen, cast):
    match = in_state(cast, "active")
    begins(karen, match, **OTHER)

    begins(karen, match, **OTHER | {"volunteers_other": "Flytter til Fyn"})
    with acting(user=cast.karen):
        said = [Closure.objects.get().volunteers_other]
    begins(karen, match, volunteers_reason="moved", volunteers_other="Flytter til Fyn")

    with acting(user=cast.karen):
        said.append(Closure.objects.get().volunteers_other)
    assert said == ["Flytter til Fyn", ""]


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"volunteers_other": ""}, "Skriv grunden med få ord"),
        ({"volunteers_other": "010190-1234"}, "CPR"),
        ({"volunteers_other": "x" * 201}, "200"),
        ({"citizens_reason": "other"}, "Skriv grunden med få ord"),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(karen, cast, other, sentence):
    match = in_state(cast, "active")

    page = begins(karen, match, **OTHER | other)

    assert page.status_code == 200
    assert sentence in page.content.decode()
    with acting(user=cast.karen):
        assert not Closure.objects.exists()
