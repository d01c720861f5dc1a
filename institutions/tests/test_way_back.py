"""From a row back to its list, as the list was left."""

import pytest
from django.urls import reverse

from foodclubs.tests import tables
from weshelter.tests import people


@pytest.fixture
def five(cast, monkeypatch):
    """Five citizens of RG60, in the order of their names, two a page."""
    monkeypatch.setattr("pages.lists.ROWS", 2)
    return [people.create_citizen(cast, name) for name in ("Anna", "Bo", "Carl", "Dea", "Eva")]


@pytest.mark.feature(92)
@pytest.mark.parametrize(
    ("page", "detail", "query"),
    [
        ("citizens:list", "coordinators:citizen", "?vis=samtykke&orden=ventet"),
        ("citizens:list", "coordinators:citizen", ""),
        ("matching:list", "coordinators:pair", "?vis=loeber"),
        ("volunteers:list", "screening:detail", "?tilstand=ready"),
        ("foodclubs:list", "foodclubs:evening", "?vis=tidligere"),
    ],
)
def test_the_way_back_leads_to_the_list_as_it_was_left(client, cast, page, detail, query):
    match = people.create_match(cast)
    about = {"citizen": match.citizen_id, "pair": match.pk, "detail": match.volunteer_id}
    pk = about.get(detail.split(":")[1]) or tables.create_evening(cast.rg60).pk
    people.sign_in(client, cast.karen)
    client.get(reverse(page) + query)

    back = client.get(reverse(detail, args=[pk])).content.decode()

    assert f'class="back" href="{reverse(page)}{query.replace("&", "&amp;")}"' in back


def test_the_way_back_leads_to_the_page_too(client, cast, five):
    people.sign_in(client, cast.karen)
    client.get(reverse("citizens:list"), {"efter": five[1].pk, "naeste": "https://ond.example", "vis": "<b>"})

    back = client.get(reverse("coordinators:citizen", args=[five[2].pk])).content.decode()

    assert f'class="back" href="{reverse("citizens:list")}?efter={five[1].pk}"' in back


@pytest.mark.parametrize("words", ["", "anna"])
def test_a_search_leaves_the_way_back_as_it_was(client, cast, five, words):
    people.sign_in(client, cast.karen)
    client.get(reverse("citizens:list"), {"efter": five[1].pk})

    client.post(reverse("citizens:list"), {"words": words})

    back = client.get(reverse("coordinators:citizen", args=[five[0].pk])).content.decode()
    assert f'class="back" href="{reverse("citizens:list")}?efter={five[1].pk}"' in back


def test_a_lead_comes_back_from_a_pair_to_the_citizen(client, cast):
    match = people.create_match(cast)
    people.sign_in(client, cast.lars)

    back = client.get(reverse("coordinators:pair", args=[match.pk])).content.decode()

    assert f'class="back" href="{reverse("coordinators:citizen", args=[match.citizen_id])}"' in back
