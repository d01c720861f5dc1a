"""The page and the file of figures: who reads which, what is hidden, and what a file leaves behind."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _

from access.context import acting
from history.models import AccessLog
from reports.export import without_formula
from reports.indicators import INDICATORS
from reports.models import Figure
from reports.report import rows
from weshelter.tests import people

PURPOSE = {"purpose": "funding", "recipient": "municipality"}


def write(house, month, **values):
    """Figures of a house, as the daily job writes them; a test's transaction is not the job's, so the owner does."""
    numbers = {indicator.code: 0 for indicator in INDICATORS} | values
    return [
        Figure(
            month=month,
            institution=house.institution,
            indicator=code,
            version=1,
            value=value,
            counted_on=date(2026, 11, 23),
        )
        for code, value in numbers.items()
    ]


@pytest.fixture
def counted(committed_cast, as_login):
    """Two houses with two months each; RG60 has a small number, NABO has none."""
    cast = committed_cast
    as_login("jobs")
    Figure.objects.bulk_create(
        [
            *write(cast.rg60, date(2026, 10, 1), citizens=11, volunteers=6, meals=40),
            *write(cast.rg60, date(2026, 11, 1), citizens=12, volunteers=6, matches_running=3, meals=44),
            *write(cast.nabo, date(2026, 10, 1), citizens=20, volunteers=7, meals=61),
            *write(cast.nabo, date(2026, 11, 1), citizens=21, volunteers=7, matches_running=9, meals=66),
        ]
    )
    as_login("app")
    return cast


def lines_for(user, house=None):
    with acting(user=user):
        return [line.texts for line in rows(user, 2026, house)]


@pytest.mark.parametrize("who", ["sille", "karen", "lars", "nanna", "leif"])
def test_the_database_shows_the_same_figures_as_the_page(counted, who):
    user = getattr(counted, who)

    with acting(user=user):
        assert set(Figure.objects.all()) == set(Figure.objects.visible_to(user))
        assert Figure.objects.count() == (20 if who == "sille" else 10)


def test_without_anybody_acting_there_are_no_figures(counted):
    assert not Figure.objects.exists()


@pytest.mark.feature(79)
def test_a_coordinator_reads_the_figures_of_her_house(counted):
    assert lines_for(counted.karen) == [
        ["RG60", "november 2026", "12", "6", "<5", "0", "44"],
        ["RG60", "oktober 2026", "11", "6", "0", "0", "40"],
    ]


def test_the_secretariat_reads_all_houses_and_cannot_work_out_a_small_number(counted):
    lines = lines_for(counted.sille)

    assert [line[:2] for line in lines] == [
        [_("All houses"), "november 2026"],
        [_("All houses"), "oktober 2026"],
        ["NABO", "november 2026"],
        ["NABO", "oktober 2026"],
        ["RG60", "november 2026"],
        ["RG60", "oktober 2026"],
    ]
    # 3 of 12: the total stands, so the other house's 9 is withheld; volunteers of two houses are not added up.
    assert [line[4] for line in lines] == ["12", "0", "..", "0", "<5", "0"]
    assert [line[3] for line in lines[:2]] == ["", ""]


def test_choosing_a_house_reveals_nothing(counted):
    assert lines_for(counted.sille, counted.nabo.institution) == lines_for(counted.sille)[2:4]


def test_a_whole_year_has_totals(committed_cast, as_login):
    as_login("jobs")
    for month in range(1, 13):
        Figure.objects.bulk_create(write(committed_cast.rg60, date(2025, month, 1), citizens=6, meals=10))
    as_login("app")

    with acting(user=committed_cast.karen):
        year = rows(committed_cast.karen, 2025)[-1]

    assert year.texts == ["RG60", _("The whole year"), "", "", "", "0", "120"]


@pytest.mark.parametrize("who", ["sille", "karen", "lars"])
def test_the_page_shows_the_lines_and_the_rules(client, counted, who):
    user = getattr(counted, who)
    people.sign_in(client, user)

    response = client.get(reverse("reports:figures"))

    assert [line.texts for line in response.context["lines"]] == lines_for(user)
    assert "&lt;5" in response.content.decode()
    for indicator in INDICATORS:
        assert escape(str(indicator.rule)) in response.content.decode()


def test_another_house_cannot_be_asked_for(client, counted):
    people.sign_in(client, counted.karen)

    response = client.get(reverse("reports:figures"), {"hus": "nabo"})

    assert {line.house for line in response.context["lines"]} == {"RG60"}
    assert "NABO" not in response.content.decode()


@pytest.mark.parametrize("year", ["1999", "", "to tusind", "🙂", "<script>", "9" * 400])
def test_a_year_that_was_not_counted_shows_the_newest(client, counted, year):
    people.sign_in(client, counted.lars)

    response = client.get(reverse("reports:figures"), {"aar": year})

    assert (response.status_code, response.context["year"]) == (200, 2026)


def test_nobody_signed_in_is_sent_to_the_login(client, counted):
    assert client.get(reverse("reports:figures")).status_code == 302
    assert client.post(reverse("reports:figures_csv"), PURPOSE).status_code == 302


def test_somebody_without_a_role_finds_no_such_page(client, committed):
    people.sign_in(client, people.create_user("Ingen Rolle"))

    assert client.get(reverse("reports:figures")).status_code == 404


def test_before_the_first_count_the_page_says_so(client, cast):
    people.sign_in(client, cast.karen)

    response = client.get(reverse("reports:figures"))

    assert response.context["lines"] == []
    assert 'class="empty"' in response.content.decode()


@pytest.mark.parametrize("houses", [1, 3])
def test_more_houses_ask_the_database_no_more_often(
    client, committed_cast, as_login, django_assert_num_queries, houses
):
    as_login("jobs")
    more = [committed_cast.rg60, committed_cast.nabo][: min(houses, 2)]
    for month in range(1, houses + 1):
        Figure.objects.bulk_create([figure for house in more for figure in write(house, date(2026, month, 1))])
    as_login("app")

    with acting(user=committed_cast.sille), django_assert_num_queries(1):
        rows(committed_cast.sille, 2026)


@pytest.mark.feature(80)
def test_the_file_has_the_same_lines_as_the_page_and_is_logged(client, counted):
    people.sign_in(client, counted.sille)

    response = client.post(reverse("reports:figures_csv"), {**PURPOSE, "aar": "2026"})

    assert response.content.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))
    assert lines[0] == [_("House"), _("Month"), *(str(indicator.name) for indicator in INDICATORS)]
    assert lines[1:] == lines_for(counted.sille)
    assert response["Content-Disposition"] == 'attachment; filename="tal-2026.csv"'
    with acting(user=counted.sille):
        entry = AccessLog.objects.get()
    assert (entry.action, entry.object_type, entry.actor_id) == ("export", "reports.Figure", counted.sille.pk)
    assert entry.purpose == "funding for municipality"


@pytest.mark.parametrize("left_out", ["purpose", "recipient"])
def test_a_file_without_a_purpose_is_not_made_and_not_logged(client, counted, left_out):
    people.sign_in(client, counted.karen)
    said = {name: value for name, value in PURPOSE.items() if name != left_out}

    response = client.post(reverse("reports:figures_csv"), said)

    assert left_out in response.context["export"].errors
    with acting(user=counted.sille):
        assert not AccessLog.objects.exists()


def test_looking_at_a_file_by_its_address_gives_none(client, counted):
    people.sign_in(client, counted.karen)

    assert client.get(reverse("reports:figures_csv")).status_code == 405


@pytest.mark.parametrize(
    ("text", "in_the_file"),
    [
        ("RG60", "RG60"),
        ("12", "12"),
        ("-3", "-3"),
        ("<5", "<5"),
        ("=1+1", "'=1+1"),
        ("  =1+1", "'  =1+1"),
        ("+45 12 34 56 78", "'+45 12 34 56 78"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("|x", "'|x"),
        ("%x", "'%x"),
        ("＝1+1", "'＝1+1"),
        ('Café “Ø”; og "mere"', 'Café “Ø”; og "mere"'),
    ],
)
def test_no_cell_of_a_file_begins_like_a_formula(text, in_the_file):
    assert without_formula(text) == in_the_file


@pytest.mark.feature(88)
def test_the_file_is_offered_only_to_somebody_who_has_just_shown_who_it_is(client, counted):
    people.sign_in(client, counted.sille, minutes_ago=6)
    asked = client.get(reverse("reports:figures"))

    confirmed = client.post(asked.context["confirm"], {"password": "en lang adgangskode", "next": "/tal/"})

    assert reverse("reports:figures_csv") not in asked.content.decode()
    assert reverse("reports:figures_csv") in client.get(confirmed.url).content.decode()


@pytest.mark.feature(90)
def test_a_file_asked_for_too_late_is_not_made_and_what_was_chosen_is_kept(client, counted):
    people.sign_in(client, counted.sille, minutes_ago=6)

    response = client.post(reverse("reports:figures_csv"), PURPOSE)

    assert response.status_code == 403
    assert 'name="recipient" value="municipality"' in response.content.decode()
    with acting(user=counted.sille):
        assert not AccessLog.objects.exists()
