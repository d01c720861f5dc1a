"""Another than those shown first: everybody who fits is found, by going on or by first name, and can be proposed."""

import pytest
from django.urls import reverse
from django.utils.translation import gettext

from access.context import acting
from history.models import AccessTrail
from matching.models import ChoiceNote, Match
from weshelter.tests import people

FIRST_TEN = [f"Nr{n}" for n in range(10)]


@pytest.fixture
def twelve(cast):
    """For Bo, who likes chess: ten who do, Vera and Yrsa who do not, and Zenia who speaks no Danish."""
    bo = people.create_citizen(cast, interests=["chess"])
    for name in FIRST_TEN:
        people.ready_volunteer(cast, f"{name} Ven", interests=["chess"])
    vera = people.ready_volunteer(cast, "Vera Hemmeligsen", interests=["walks"])
    people.ready_volunteer(cast, "Yrsa Yding", interests=["walks"])
    zenia = people.ready_volunteer(cast, "Zenia Zahl", languages=["pl"])
    return {"url": reverse("matching:propose", args=[bo.pk]), "bo": bo, "vera": vera, "zenia": zenia}


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def shown(response) -> list[str]:
    return [one.candidate.first_name for one in response.context["ranking"].suggestions]


@pytest.mark.feature(25)
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", FIRST_TEN),
        ("?fra=10", ["Vera", "Yrsa"]),
        ("?fra=99", FIRST_TEN),
        ("?fra=-1", FIRST_TEN),
        ("?fra=¹²", FIRST_TEN),
        ("?fra=99999999999999999999", FIRST_TEN),
    ],
)
def test_one_goes_on_to_those_who_fit_less_well(karen, twelve, address, expected):
    page = karen.get(twelve["url"] + address)

    assert shown(page) == expected
    assert all(one.reasons for one in page.context["ranking"].suggestions)


@pytest.mark.feature(25)
def test_somebody_beyond_the_first_ten_is_proposed_with_a_note(karen, cast, twelve):
    karen.post(twelve["url"], {"volunteer": twelve["vera"].pk, "note": "De kender hinanden fra haven"})

    with acting(user=cast.karen):
        assert Match.objects.get().volunteer == twelve["vera"]
        assert ChoiceNote.objects.get().text == "De kender hinanden fra haven"


@pytest.mark.feature(23)
def test_the_hard_conditions_hold_for_whomever_one_knows(karen, cast, twelve):
    page = karen.post(twelve["url"], {"volunteer": twelve["zenia"].pk, "note": "Hun er sød"})

    assert list(page.context["form"].errors) == ["volunteer"]
    with acting(user=cast.karen):
        assert not Match.objects.exists()


@pytest.mark.feature(25)
@pytest.mark.parametrize(
    ("words", "expected"),
    [("vera", ["Vera"]), ("Vera Hemmeligsen", ["Vera"]), ("nr", FIRST_TEN), ("Hemmeligsen", []), ("Zenia", [])],
)
def test_whoever_one_knows_is_found_by_first_name_among_those_who_fit(karen, twelve, words, expected):
    assert shown(karen.post(twelve["url"], {"words": words, "find": "1"})) == expected


@pytest.mark.parametrize("words", ["", "V", "x" * 81, "010203-1234"])
def test_a_search_for_nothing_gets_a_sentence_and_the_list(karen, twelve, words):
    page = karen.post(twelve["url"], {"words": words, "find": "1"})

    assert (list(page.context["search"].errors), shown(page)) == (["words"], FIRST_TEN)


def test_a_search_leaves_a_trail_and_proposes_nobody(karen, cast, twelve):
    karen.post(twelve["url"], {"words": "Vera", "find": "1", "volunteer": twelve["vera"].pk})

    with acting(user=cast.sille):
        assert AccessTrail.objects.filter(action=AccessTrail.Action.SEARCH, actor=cast.karen).count() == 1
    with acting(user=cast.karen):
        assert not Match.objects.exists()


@pytest.mark.parametrize("kept", [{}, {"words": "Vera"}], ids=["in the list", "after a search"])
def test_what_was_chosen_and_written_stands_when_something_is_wrong(karen, twelve, kept):
    address = twelve["url"] + ("" if kept else "?fra=10")

    page = karen.post(address, {"volunteer": twelve["vera"].pk, "note": "for langt " * 30, **kept})

    form = page.context["form"]
    assert (list(form.errors), form["note"].value()) == (["note"], "for langt " * 30)
    assert f'value="{twelve["vera"].pk}" id="id_volunteer_0" checked' in page.content.decode()


def test_the_sentence_stands_beside_the_choice_and_the_summary_leads_to_it(karen, twelve):
    page = karen.post(twelve["url"], {"note": "Uden valg"}).content.decode()

    sentence = gettext("Choose one of the volunteers first.")
    assert f'id="id_volunteer_error">{sentence}</p>' in page
    assert ('href="#id_volunteer_0"' in page, 'id="id_volunteer_0"' in page) == (True, True)


def test_return_in_the_note_puts_nobody_aside(karen, twelve):
    page = karen.get(twelve["url"]).content.decode()

    buttons = [tag for tag in page.split("<button")[1:] if "ikke-denne" in tag.split(">")[0]]
    assert len(buttons) == 10
    assert all('form="not-this-one"' in tag.split(">")[0] for tag in buttons)


@pytest.mark.parametrize("more", [{}, {"words": "Vera", "find": "1"}], ids=["the list", "a search"])
def test_twelve_take_no_more_questions_than_one(karen, twelve, more, django_assert_max_num_queries):
    with django_assert_max_num_queries(15 if not more else 17):
        page = karen.post(twelve["url"], more) if more else karen.get(twelve["url"])

    assert page.context["ranking"].found == (1 if more else 12)
