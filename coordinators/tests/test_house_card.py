"""The card of a house, and whom a volunteer calls: for those who work there and those who help there."""

import pytest
from django.db import ProgrammingError, transaction
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link, open_link
from accounts.models import User
from institutions.models import HouseCard, Membership
from notes.tests import telling
from volunteers.tests import asking, way
from weshelter.tests import people


def token(cast, volunteer) -> str:
    with acting(user=cast.sille):
        return issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page").rstrip("/").split("/")[-1]


def contacts(client, cast, volunteer) -> list[tuple]:
    page = client.get(reverse("coordinators:own_page", args=[token(cast, volunteer)])).context["page"]
    return [(str(one.house), one.coordinators, one.leads, one.card is not None) for one in page.contacts]


@pytest.fixture
def cards(cast):
    for house in (cast.rg60, cast.nabo):
        asking.card(cast, house)


@pytest.mark.feature(72)
def test_who_helps_at_a_house_sees_its_card_and_whom_to_call(client, cast, cards):
    vera = people.ready_volunteer(cast)

    page = client.get(reverse("coordinators:own_page", args=[token(cast, vera)])).content.decode()

    assert contacts(client, cast, vera) == [("RG60", ["Karen Koordinator"], ["Lars Leder"], True)]
    for words in ("tel:+45-20-30-40-50", "Vi spiser klokken 18", "Ingen hunde i køkkenet", "20 30 40 53"):
        assert words in page


@pytest.mark.feature(69)
def test_who_told_something_is_named_as_whom_to_call_and_nowhere_else(client, cast, cards):
    citizen = telling.consenting_citizen(cast)
    match = people.create_match(cast, citizen=citizen)
    telling.tell(citizen, cast.rg60)
    telling.guide(citizen, cast.rg60, "Gå en tur, hvis hun tier")

    page = client.get(reverse("coordinators:own_page", args=[token(cast, match.volunteer)])).content.decode()

    assert "Gå en tur, hvis hun tier" in page
    assert page.count("Lars Leder") == 1


def test_who_has_applied_knows_the_coordinator_and_no_card(client, cast, cards):
    anna = way.applied(cast)

    assert contacts(client, cast, anna) == [("RG60", ["Karen Koordinator"], [], False)]


@pytest.mark.feature(94)
def test_whose_login_has_ended_is_nobodys_coordinator_and_two_are_named_with_and(client, cast, cards):
    anna = way.applied(cast)
    ib = people.create_user("Ib Koordinator")
    with acting(user=cast.sille):
        Membership.objects.create(user=ib, role="coordinator", project=cast.rg60.friends)
    own_page = reverse("coordinators:own_page", args=[token(cast, anna)])
    both = client.get(own_page).content.decode()

    with acting(user=cast.sille):
        User.objects.filter(pk=ib.pk).update(is_active=False)

    assert "Dine koordinatorer er Ib Koordinator og Karen Koordinator." in both
    assert "Din koordinator er Karen Koordinator." in client.get(own_page).content.decode()


def test_who_helps_no_longer_sees_the_card_no_longer(client, cast, cards):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.sille):
        vera.assignments.update(until_on="2020-01-01")

    assert [card for *_names, card in contacts(client, cast, vera)] == [False]


@pytest.mark.parametrize(
    ("who", "seen"), [("sille", ["NABO", "RG60"]), ("karen", ["RG60"]), ("lars", ["RG60"]), ("leif", ["NABO"])]
)
def test_staff_sees_the_cards_of_its_own_houses(cast, cards, who, seen):
    user = getattr(cast, who)

    with acting(user=user):
        assert [str(card) for card in HouseCard.objects.all()] == seen
        assert set(HouseCard.objects.all()) == set(HouseCard.objects.visible_to(user))


def test_through_a_link_the_policy_says_what_visible_through_says(cast, cards):
    link = token(cast, people.ready_volunteer(cast))

    with acting(link=link):
        opened = open_link(set(Purpose))
        assert set(HouseCard.objects.all()) == set(HouseCard.objects.visible_through(opened))
        assert HouseCard.objects.count() == 1


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_secretariat_alone_keeps_it(client, cast, cards, who):
    with acting(user=getattr(cast, who)), transaction.atomic():
        with pytest.raises(ProgrammingError), transaction.atomic():
            HouseCard.objects.create(institution=cast.rg60.institution)
        assert HouseCard.objects.update(rules="") == 0


def test_coordinator_and_lead_read_it_on_a_page_of_its_own(client, cast, cards):
    for who in (cast.karen, cast.lars):
        people.sign_in(client, who)

        assert [str(card) for card in client.get(reverse("coordinators:house_cards")).context["cards"]] == ["RG60"]
