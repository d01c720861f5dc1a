"""Two who fit beside each other: factor by factor, and one of them is proposed from there."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Wishes
from matching.models import ChoiceNote, Match
from matching.views.proposals import suggestions_at
from weshelter.tests import people

NOBODY = "00000000-0000-0000-0000-000000000000"


@pytest.fixture
def four(cast):
    """For Bo: Vera plays chess, Kim listens; Pola speaks no Danish and Nora is at another house."""
    bo = people.create_citizen(cast, together=["chess"], interests=["chess"], needs=["listening"])
    return {
        "bo": bo,
        "vera": people.ready_volunteer(cast, interests=["chess"]),
        "kim": people.ready_volunteer(cast, "Kim Ven", interests=["walks"], experience=["listening"]),
        "nora": people.ready_volunteer(cast, "Nora Nord", house=cast.nabo, interests=["chess"]),
        "pola": people.ready_volunteer(cast, "Pola Polak", languages=["pl"]),
        "url": reverse("matching:two_beside", args=[bo.pk]),
    }


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def of(four, *names) -> str:
    return four["url"] + "?" + "&".join(f"valgt={four[name].pk}" for name in names)


def cells(page) -> dict[str, list[tuple[list, list]]]:
    return {row.factor: [tuple(cell) for cell in row.cells] for row in page.context["rows"]}


@pytest.mark.feature(22)
def test_what_speaks_for_and_against_stands_factor_by_factor(karen, four):
    page = karen.get(of(four, "kim", "vera"))

    assert [one.candidate.first_name for one in page.context["ranking"].suggestions] == ["Vera", "Kim"]
    said = cells(page)
    assert said["Interesser"] == [
        (["Vera kan også lide: skak."], []),
        ([], ["De har ikke sat kryds ved noget, de er fælles om."]),
    ]
    assert said["Erfaring"] == [
        ([], ["Vera har ikke fortalt om erfaring med det, der er brug for."]),
        (["Kim har erfaring med det, der er brug for: en, der lytter."], []),
    ]
    assert "Alder" not in said


@pytest.mark.feature(26)
def test_no_surname_stands_on_the_page(karen, four):
    page = karen.get(of(four, "kim", "vera")).content.decode()

    assert four["kim"].name not in page
    assert four["vera"].name not in page


@pytest.mark.feature(25)
def test_one_of_the_two_is_proposed_with_a_note(karen, cast, four):
    karen.post(of(four, "kim", "vera"), {"volunteer": four["kim"].pk, "note": "Han kan lytte"})

    with acting(user=cast.karen):
        assert Match.objects.get().volunteer == four["kim"]
        assert ChoiceNote.objects.get().text == "Han kan lytte"


@pytest.mark.parametrize("chosen", ["", "pola", "nobody"])
def test_a_choice_of_neither_gets_a_sentence_and_keeps_the_note(karen, cast, four, chosen):
    key = four[chosen].pk if chosen in four else chosen and NOBODY

    page = karen.post(of(four, "kim", "vera"), {"volunteer": key, "note": "Ja tak"})

    assert (list(page.context["form"].errors), page.context["form"]["note"].value()) == (["volunteer"], "Ja tak")
    with acting(user=cast.karen):
        assert not Match.objects.exists()


def test_the_choice_stands_when_the_note_is_too_long(karen, four):
    page = karen.post(of(four, "kim", "vera"), {"volunteer": four["kim"].pk, "note": "lang " * 50})

    assert list(page.context["form"].errors) == ["note"]
    assert f'value="{four["kim"].pk}" id="id_volunteer_1" checked' in page.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "",
        "valgt=",
        "valgt=x&valgt=y",
        "valgt={kim}",
        "valgt={kim}&valgt={kim}",
        "valgt={kim}&valgt={pola}",
        "valgt={kim}&valgt={nora}",
    ],
    ids=["none", "empty", "no ids", "one", "one twice", "one who does not fit", "one of another house"],
)
def test_where_it_is_not_two_who_fit_the_list_says_so(karen, four, query):
    query = query.format(**{name: four[name].pk for name in ("kim", "pola", "nora")})

    page = karen.get(f"{four['url']}?fra=10&{query}", follow=True)

    assert page.redirect_chain == [(suggestions_at(four["bo"], {"fra": "10"}), 302)]
    assert "Sæt kryds ved to" in page.content.decode()


def test_three_are_not_two(karen, cast, four):
    four["nis"] = people.ready_volunteer(cast, "Nis Ny", interests=["chess"])

    assert karen.get(of(four, "kim", "vera", "nis")).url == suggestions_at(four["bo"])


def test_a_wish_that_is_old_is_asked_about_first(karen, cast, four):
    with acting(user=cast.karen):
        Wishes.objects.update(said_on=timezone.localdate() - timedelta(days=120))

    page = karen.get(of(four, "kim", "vera"), follow=True)

    assert page.redirect_chain[-1] == (reverse("citizens:still_wished", args=[four["bo"].pk]), 302)


def test_a_citizen_with_a_friend_asks_for_nobody(karen, cast, four):
    people.create_match(cast, citizen=four["bo"], volunteer=four["vera"])

    assert karen.get(of(four, "kim", "vera")).url == suggestions_at(four["bo"])


def test_ticking_is_offered_where_there_are_two(karen, cast, four):
    page = karen.get(suggestions_at(four["bo"])).content.decode()

    assert page.count('form="two-beside" name="valgt"') == 2
    assert 'type="submit" form="two-beside"' in page


def test_it_asks_no_more_than_the_list(karen, four, django_assert_max_num_queries):
    address = of(four, "kim", "vera")
    with django_assert_max_num_queries(15):
        karen.get(address)
