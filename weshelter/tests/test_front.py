"""The front page and a house's page: what we are, how to join, where and when one meets us."""

from html.parser import HTMLParser

import pytest
from django.urls import reverse

from access.context import acting
from foodclubs.tests.tables import create_evening
from institutions.models import Institution
from volunteers.models import RoleProfile
from weshelter.tests.browsing import words


class Cards(HTMLParser):
    """The text of each card of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.depth = 0

    def handle_starttag(self, tag, attrs):
        if tag == "li" and "card-block" in (dict(attrs).get("class") or ""):
            self.texts.append("")
            self.depth = 1
        elif tag == "li" and self.depth:
            self.depth += 1

    def handle_endtag(self, tag):
        if tag == "li" and self.depth:
            self.depth -= 1

    def handle_data(self, text):
        if self.depth:
            self.texts[-1] += f"{text.strip()} " if text.strip() else ""


def cards(page) -> list[str]:
    reader = Cards()
    reader.feed(page.content.decode())
    return reader.texts


@pytest.mark.feature(92)
def test_the_front_page_shows_the_next_evening_with_house_menu_and_price(client, cast):
    create_evening(cast.rg60)

    evening = cards(client.get(reverse("front")))[0]

    assert evening.startswith("RG60 ")
    assert evening.count("Linsesuppe og æblekage") == 1
    assert evening.count(words("%(price)s kr. for two courses", price=15)) == 1


def test_an_evening_that_is_not_open_is_not_on_the_front_page(client, cast):
    create_evening(cast.rg60, opened=False)

    assert "Linsesuppe" not in client.get(reverse("front")).content.decode()


def test_the_front_page_says_when_one_meets_us_in_each_house(client, cast):
    with acting(user=cast.sille):
        Institution.objects.filter(pk=cast.rg60.institution.pk).update(presence="Tirsdag 14–16 i caféen")

    houses = {text.split(" ", 2)[1]: text for text in cards(client.get(reverse("front")))}

    assert ("Tirsdag 14–16 i caféen" in houses["RG60"], "Tirsdag" in houses["NABO"]) == (True, False)


@pytest.mark.feature(8)
def test_a_house_offers_its_own_open_roles_and_no_others(client, cast):
    with acting(user=cast.sille):
        RoleProfile.objects.filter(pk=cast.rg60.food_role.pk).update(is_open=False)

    page = client.get(reverse("house", args=["rg60"]))

    assert list(page.context["roles"]) == [cast.rg60.friend_role]
    assert f"?rolle={cast.rg60.friend_role.pk}" in page.content.decode()
