"""The search of a list: as people write, within what one may see, and written down without the words."""

import pytest
from django.urls import reverse

from access.context import acting
from foodclubs.tests import tables
from history.models import AccessTrail
from volunteers.tests import way
from weshelter.tests import people

CITIZENS = ["Søren", "Åse", "Mette", "Bjærke", "Karen Marie", "José", "Łukasz", "Bo", "Jens Peter Østergård"]


def found(client, words: str, page: str = "citizens:list"):
    return client.post(reverse(page), {"words": words}).context["list"]


def names(listing) -> list[str]:
    return [getattr(row, "called_name", None) or row.name for row in listing.rows]


@pytest.fixture
def citizens(cast):
    return [people.create_citizen(cast, name) for name in CITIZENS]


@pytest.mark.feature(92)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Søren", ["Søren"]),
        ("soren", ["Søren"]),
        ("SOEREN", ["Søren"]),
        ("Sören", ["Søren"]),
        ("sørn", ["Søren"]),
        ("aase", ["Åse"]),
        ("ase", ["Åse"]),
        ("Mettte", ["Mette"]),
        ("mete", ["Mette"]),
        ("bjaerke", ["Bjærke"]),
        ("bjærk", ["Bjærke"]),
        ("jose", ["José"]),
        ("lukasz", ["Łukasz"]),
        ("bo", ["Bo"]),
        ("marie karen", ["Karen Marie"]),
        ("ostergaard", ["Jens Peter Østergård"]),
        ("eter", ["Jens Peter Østergård"]),
        ("  jens  ", ["Jens Peter Østergård"]),
        ("metxx", ["Mette"]),
        ("asa", []),
        ("xyz", []),
        ("%%", []),
        ("__", []),
        ("'; --", []),
        ("👵🏽🎉", []),
        ("<script>alert(1)</script>", []),
    ],
)
def test_one_is_found_as_people_write(client, cast, citizens, words, expected):
    people.sign_in(client, cast.karen)

    assert names(found(client, words)) == expected


def test_the_closest_stands_first(client, cast):
    for name in ("Hansine", "Ahansa", "Bo Hansen", "Hans", "Johannes Hans"):
        people.create_citizen(cast, name)
    people.sign_in(client, cast.karen)

    assert names(found(client, "hans")) == ["Hans", "Hansine", "Bo Hansen", "Johannes Hans", "Ahansa"]


def test_a_citizen_is_found_by_number(client, cast, citizens):
    with acting(user=cast.karen):
        citizens[0].refresh_from_db()
    people.sign_in(client, cast.karen)

    assert names(found(client, f"{citizens[0].number:02}"))[:1] == ["Søren"]


@pytest.mark.feature(2)
@pytest.mark.parametrize("words", ["vera", "ven", "vera@example.net", "20 30 40 50", "+45 2030", "wera ven"])
def test_a_volunteer_is_found_by_name_address_and_phone(client, cast, words):
    people.ready_volunteer(cast, "Vera Ven", phone="20304050")
    way.applied(cast, "Anna Ansøger", phone="51515151")
    people.sign_in(client, cast.karen)

    assert names(found(client, words, "volunteers:list")) == ["Vera Ven"]


@pytest.mark.parametrize("words", ["bodil", "vera"])
def test_a_match_is_found_by_either_name(client, cast, words):
    match = people.create_match(
        cast, citizen=people.create_citizen(cast, "Bodil"), volunteer=people.ready_volunteer(cast, "Vera Ven")
    )
    people.create_match(
        cast, citizen=people.create_citizen(cast, "Ib"), volunteer=people.ready_volunteer(cast, "Tom Holm")
    )
    people.sign_in(client, cast.karen)

    assert [row.pk for row in found(client, words, "matching:list").rows] == [match.pk]


@pytest.mark.parametrize("words", ["tirsdag", "aeblekage", "linsesupe"])
def test_an_evening_is_found_by_food_club_and_menu(client, cast, words):
    evening = tables.create_evening(cast.rg60)
    people.sign_in(client, cast.karen)

    assert [row.pk for row in found(client, words, "foodclubs:list").rows] == [evening.pk]


@pytest.mark.parametrize("page", ["volunteers:list", "citizens:list", "matching:list", "foodclubs:list"])
def test_somebody_elsewhere_finds_nothing_of_ours(client, cast, page):
    people.create_match(
        cast, citizen=people.create_citizen(cast, "Sørine"), volunteer=people.ready_volunteer(cast, "Sørine Ven")
    )
    tables.create_evening(cast.rg60, club=tables.create_club(cast.rg60, "Sørines madklub"))
    people.sign_in(client, cast.karen)
    assert found(client, "sørine", page).count == 1
    people.sign_in(client, cast.nanna)

    assert found(client, "sørine", page).count == 0


@pytest.mark.parametrize("page", ["citizens:list", "matching:list"])
def test_the_secretariat_cannot_search_for_citizens(client, cast, citizens, page):
    people.sign_in(client, cast.sille)

    assert client.post(reverse(page), {"words": "Søren"}).status_code == 404


@pytest.mark.parametrize("words", ["Søren", "bo"])
def test_the_secretariat_does_not_find_a_citizen_among_volunteers(client, cast, citizens, words):
    people.sign_in(client, cast.sille)

    assert found(client, words, "volunteers:list").count == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("", "Skriv, hvad du leder efter."),
        ("b", "Skriv mindst to bogstaver."),
        (" b ", "Skriv mindst to bogstaver."),
        ("b" * 81, "Skriv højst 80 bogstaver."),
        ("010203-1234", "Det ligner et CPR-nummer,"),
    ],
)
def test_what_cannot_be_searched_for_gets_a_sentence_and_the_list_stays(client, cast, citizens, words, sentence):
    people.sign_in(client, cast.karen)

    response = client.post(reverse("citizens:list"), {"words": words})

    assert sentence in response.content.decode()
    assert response.context["list"].count == len(CITIZENS)


def test_the_words_come_back_in_the_page_and_in_no_address(client, cast, citizens):
    people.sign_in(client, cast.karen)

    response = client.post(reverse("citizens:list"), {"words": "<b>xyz"})

    page = response.content.decode()
    assert "0 borgere fundet for »&lt;b&gt;xyz«" in page
    assert f'href="{reverse("citizens:list")}"' in page.split('role="status"')[1]
    assert "xyz" not in str(dict(client.session))


@pytest.mark.feature(86)
def test_a_search_leaves_one_row_without_the_words(client, cast, citizens):
    people.sign_in(client, cast.karen)

    found(client, "Søren")

    with acting(user=cast.sille):
        (row,) = AccessTrail.objects.all()
    assert (row.actor, row.action, row.view, row.object_id) == (cast.karen, "search", "citizens:list", None)
    assert "ren" not in row.object_type


def test_who_searches_very_often_is_asked_to_wait(client, cast, citizens):
    people.sign_in(client, cast.karen)

    answers = [found(client, "Søren").count for _number in range(61)]

    assert answers == [1] * 60 + [len(CITIZENS)]
    assert "Du har søgt mange gange" in client.post(reverse("citizens:list"), {"words": "Søren"}).content.decode()
    people.sign_in(client, cast.lars)
    assert found(client, "Søren").count == 1


def test_many_are_cut_at_fifty_and_it_says_so(client, cast, monkeypatch):
    monkeypatch.setattr("pages.lists.ROWS", 2)
    for name in ("Hanne", "Hanna", "Hans"):
        people.create_citizen(cast, name)
    people.sign_in(client, cast.karen)

    response = client.post(reverse("citizens:list"), {"words": "han"})

    assert len(response.context["list"].rows) == 2
    assert "De 2, der ligner »han« mest" in response.content.decode()


def test_a_search_asks_as_often_for_three_as_for_one(client, cast, django_assert_max_num_queries):
    for name in ("Hanne Holm", "Hanna Holm", "Hans Holm"):
        way.applied(cast, name)
    people.sign_in(client, cast.karen)

    with django_assert_max_num_queries(15):
        assert found(client, "han", "volunteers:list").count == 3
