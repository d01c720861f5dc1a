"""What one can join is told once, with the houses where it is and what each asks, before one applies."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from access.context import acting
from volunteers.models import RoleProfile

PAGE = reverse("volunteers:apply")


def change(cast, role: RoleProfile, **fields) -> None:
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=role.pk).update(**fields)


@pytest.mark.feature(8)
def test_the_same_role_at_two_houses_is_one_card_with_a_box_for_each(client, cast):
    page = client.get(PAGE)

    told = [[role.project.institution.name for role, _box in offer] for offer in page.context["form"].offers]
    assert sorted(map(sorted, told)) == [["NABO", "RG60"], ["NABO", "RG60"]]
    assert page.content.decode().count('type="checkbox" name="role"') == 4


def test_a_role_that_is_told_otherwise_has_a_card_of_its_own(client, cast):
    change(cast, cast.rg60.friend_role, what="Mødes om søndagen")

    assert len(client.get(PAGE).context["form"].offers) == 3


def test_the_house_that_was_chosen_stays_chosen(client, cast):
    role = cast.rg60.food_role

    chosen = [
        one
        for offer in client.get(PAGE, {"rolle": role.pk}).context["form"].offers
        for one, box in offer
        if box.data["selected"]
    ]

    assert chosen == [role]


@pytest.mark.feature(8)
@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"references_asked": 1}, "We ask one person who knows you."),
        ({"references_asked": 2}, "We ask two people who know you."),
        ({"record_asked": "criminal_record"}, "We see your criminal record, and keep no copy."),
        ({"record_asked": "children_record"}, "We see your children's record, and keep no copy."),
        ({"asks_two": True}, "You meet two of us: the second one says yes as well."),
        ({"asks_shadowing": True}, "The first time you go along with somebody experienced."),
    ],
)
def test_what_a_role_asks_stands_beside_its_house(client, cast, asked, sentence):
    change(cast, cast.rg60.friend_role, **asked)

    page = " ".join(client.get(PAGE).content.decode().split())

    with override("da"):
        assert page.count(gettext(sentence)) == 1
    with override("en"):
        cast.rg60.friend_role.refresh_from_db()
        assert cast.rg60.friend_role.asked_beforehand() == [sentence]


def test_whatever_a_role_can_ask_is_said_beforehand():
    """A new requirement that nobody is told of before applying fails here."""
    everything = RoleProfile(references_asked=1, record_asked="criminal_record", asks_two=True, asks_shadowing=True)
    asks = [field for field in RoleProfile._meta.fields if "asks_" in field.name or "_asked" in field.name]

    assert len(everything.asked_beforehand()) == len(asks)


@pytest.mark.feature(11)
def test_that_a_course_has_two_evenings_is_said_before_one_applies(client, cast):
    assert "to aftener" in " ".join(client.get(PAGE).content.decode().split())
