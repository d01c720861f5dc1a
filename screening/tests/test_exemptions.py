"""The page of an exemption: who gives it, and where it is shown."""

from datetime import timedelta

import pytest
from django.urls import reverse

from access.context import acting
from volunteers.models import Exemption
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today, typed

WHY = "Attesten er bestilt"


@pytest.fixture
def asked(cast):
    """Vera is ready, and her role has begun to ask for a criminal record."""
    vera = people.ready_volunteer(cast)
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    return way.requirement(cast, vera, "criminal_record")


def give(client, cast, asked, who: str, **changes):
    people.sign_in(client, getattr(cast, who))
    with acting(user=cast.sille):
        volunteer = asked.assignment.volunteer_id
    said = typed({"why": WHY, "until_on": timedelta(days=30)} | changes)
    return client.post(reverse("screening:exempt", args=[volunteer, asked.pk]), said)


def given(cast) -> list[tuple]:
    with acting(user=cast.sille):
        return [(one.why, one.by) for one in Exemption.objects.all()]


@pytest.mark.feature(13)
@pytest.mark.parametrize(("who", "status"), [("sille", 302), ("karen", 403), ("nanna", 404), ("lars", 404)])
def test_the_secretariat_gives_it_and_nobody_else(client, cast, asked, who, status):
    assert give(client, cast, asked, who).status_code == status

    assert given(cast) == ([(WHY, cast.sille)] if who == "sille" else [])


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"why": ""}, "why"),
        ({"until_on": -timedelta(days=1)}, "until_on"),
        ({"until_on": timedelta(days=366)}, "until_on"),
    ],
    ids=str,
)
def test_one_without_a_reason_or_an_end_is_refused(client, cast, asked, changes, field):
    response = give(client, cast, asked, "sille", **changes)

    assert (list(response.context["form"].errors), given(cast)) == ([field], [])


@pytest.mark.feature(13)
def test_who_why_and_until_when_stand_on_the_page(client, cast, asked):
    give(client, cast, asked, "sille")
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:detail", args=[asked.assignment.volunteer_id]))

    (shown,) = page.context["card"].records["exemptions"]
    assert (shown.by, shown.why, shown.until_on) == (cast.sille, WHY, today() + timedelta(days=30))
    assert WHY in page.content.decode()


@pytest.mark.feature(12)
def test_what_is_missing_stands_at_the_project_that_asks(client, cast, asked):
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:detail", args=[asked.assignment.volunteer_id]))

    (belonging,) = page.context["card"].belongings
    assert [ask.code for ask in belonging.blocking] == ["criminal_record"]
    assert "Kan ikke få en ven eller en opgave her: mangler straffeattest" in page.content.decode()


def test_the_secretariat_takes_it_back(client, cast, asked):
    give(client, cast, asked, "sille")
    with acting(user=cast.sille):
        exemption = Exemption.objects.get()

    client.post(reverse("screening:end_exemption", args=[asked.assignment.volunteer_id, exemption.pk]))

    with acting(user=cast.sille):
        assert not Exemption.objects.live().exists()
