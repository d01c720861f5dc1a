"""The header and the desk show each coordinator what she can do something with."""

import pytest
from django.urls import reverse

from access.context import acting
from institutions.models import Membership
from weshelter.tests import people

OF_FRIENDS = {"citizens:list", "matching:list"}
OF_FOOD_CLUBS = {"foodclubs:list"}


def pages_of(response) -> set[str]:
    return {page.url for page in response.context["navigation"]}


@pytest.fixture
def coordinator(client, cast):
    """Somebody who holds projects of some kinds at RG60; her desk."""

    def desk(*projects: str):
        ib = people.create_user("Ib Ivarsen")
        with acting(user=cast.sille):
            for project in projects:
                Membership.objects.create(user=ib, role="coordinator", project=getattr(cast.rg60, project))
        people.sign_in(client, ib)
        return client.get(reverse("coordinators:desk"))

    return desk


@pytest.mark.feature(87)
@pytest.mark.parametrize(
    ("projects", "shown"),
    [
        (["food"], OF_FOOD_CLUBS),
        (["friends"], OF_FRIENDS),
        (["friends", "food"], OF_FRIENDS | OF_FOOD_CLUBS),
    ],
    ids=["food club", "network friends", "both"],
)
def test_a_coordinator_sees_the_pages_of_her_projects_alone(coordinator, projects, shown):
    desk = coordinator(*projects)

    for name in OF_FRIENDS | OF_FOOD_CLUBS:
        assert (reverse(name) in pages_of(desk)) == (name in shown)
    page = desk.content.decode()
    assert (reverse("citizens:register") in page) == ("friends" in projects)
    assert (reverse("foodclubs:list") in page) == ("food" in projects)


def test_a_lead_who_holds_a_food_club_too_keeps_the_houses_citizens(client, cast):
    with acting(user=cast.sille):
        Membership.objects.create(user=cast.lars, role="coordinator", project=cast.rg60.food)
    people.sign_in(client, cast.lars)

    pages = pages_of(client.get(reverse("coordinators:my_house")))

    assert (reverse("citizens:list") in pages, reverse("matching:list") in pages) == (True, False)


def test_who_has_no_role_is_told_so_and_finds_the_own_access(client, cast):
    user = people.create_user("Nora Ny", by=cast.sille)
    people.sign_in(client, user)

    page = client.get(reverse("start"))

    assert page.context["navigation"] == []
    assert "Du har ingen rolle her lige nu" in page.content.decode()
    assert f'href="{reverse("mfa_index")}"' in page.content.decode()


def test_who_is_not_logged_in_begins_at_the_front_page(client, cast):
    assert client.get(reverse("start")).url == reverse("front")
