"""The pages of whoever is away: who reads them, what is refused, and what a lead hands on."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse

from access.context import acting
from coordinators.tests.away import A_DAY, A_WEEK, AWAY, OVERVIEW, another_coordinator, away, role_of, said
from history.moves import NotPossible
from institutions.models import Absence
from letters.models import Message
from volunteers.tests import way
from weshelter.digest import write_digests
from weshelter.tests import people
from weshelter.tests.days import today


@pytest.fixture
def kaj(cast):
    return another_coordinator(cast)


@pytest.mark.parametrize("who", ["karen", "lars", "sille"])
def test_those_who_work_there_read_who_is_away(client, cast, kaj, who):
    away(cast, kaj)
    people.sign_in(client, getattr(cast, who))

    page = client.get(reverse("start"), follow=True) if who != "sille" else client.get(OVERVIEW)

    assert kaj.name in page.content.decode()


def test_no_other_house_reads_or_changes_it(client, cast, kaj):
    absence = away(cast, kaj)
    with acting(user=cast.nanna):
        assert not Absence.objects.exists()
    people.sign_in(client, cast.nanna)

    assert client.get(reverse("coordinators:absence", args=[absence.pk])).status_code == 404


def test_those_who_work_there_change_nothing(client, cast, kaj):
    absence = away(cast, kaj)
    people.sign_in(client, cast.lars)

    assert client.post(reverse("coordinators:back_again", args=[absence.pk])).status_code == 403
    with acting(user=cast.lars):
        assert not Absence.objects.filter(pk=absence.pk).update(deputy=None)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"from_on": today() - A_DAY}, "Dagen er gået"),
        ({"from_on": "", "until_on": ""}, "Vælg den sidste dag væk"),
        ({"until_on": ""}, "Vælg den sidste dag væk"),
        ({"for_good": "on"}, "Ikke begge dele"),
        ({"until_on": today()}, "Den sidste dag skal komme efter"),
        ({"until_on": today() + timedelta(days=800)}, "mere end et år"),
        ({"from_on": today() + timedelta(days=800)}, "mere end et år"),
        ({"from_on": "<script>"}, "Skriv en dag"),
        ({"from_on": "0101901234"}, "Skriv en dag"),
    ],
)
def test_bad_input_is_said_beside_the_field_and_nothing_is_saved(client, cast, kaj, typed, sentence):
    people.sign_in(client, cast.karen)

    page = client.post(AWAY, said(cast, kaj, **typed))

    assert page.status_code == 200
    assert sentence in page.content.decode()
    with acting(user=cast.karen):
        assert not Absence.objects.exists()


def test_a_deputy_has_the_same_role(client, cast):
    people.sign_in(client, cast.karen)

    page = client.post(AWAY, said(cast, cast.nanna))

    assert page.status_code == 200
    with acting(user=cast.karen), pytest.raises(NotPossible, match="stedfortræder"), transaction.atomic():
        away(cast, cast.nanna)


def test_two_absences_on_the_same_day_are_one_too_many(client, cast, kaj):
    away(cast, kaj, until_on=today() + A_WEEK)
    people.sign_in(client, cast.karen)

    page = client.post(AWAY, said(cast, kaj))

    assert "allerede noteret fravær" in page.content.decode()


def test_whoever_is_away_from_all_gets_no_daily_mail(committed_cast, as_login):
    cast = committed_cast
    way.applied(cast)
    with acting(user=cast.karen):
        for role in cast.karen.memberships.with_places():
            Absence.begin(role, from_on=today(), until_on=today() + A_WEEK, deputy=None)
    as_login("jobs")

    with transaction.atomic():
        write_digests(today())

    written = set(Message.objects.filter(kind="digest").values_list("address", flat=True))
    assert cast.sille.email in written
    assert cast.karen.email not in written


@pytest.mark.feature(45)
def test_a_lead_who_leaves_hands_on_what_was_agreed_with_the_house(client, cast):
    mona = people.create_user("Mona Ny", by=cast.sille)
    people.sign_in(client, cast.sille)
    with acting(user=cast.sille):
        [role] = cast.lars.memberships.all()
    page = reverse("coordinators:away_of", args=[cast.lars.pk])

    client.post(page, {"from_on": today() + A_DAY, "for_good": "on", f"deputy_{role.pk}": mona.pk})

    with acting(user=cast.sille):
        assert {one.lead for project in (cast.rg60.friends, cast.rg60.food) for one in project.alignments.all()} == {
            mona
        }
        assert cast.rg60.friends.obstacle() is not None or mona.memberships.in_force(today()).exists()


@pytest.mark.feature(45)
def test_one_can_be_away_from_one_role_and_have_the_other(client, cast, kaj):
    people.sign_in(client, cast.karen)

    client.post(AWAY, said(cast, kaj, which=["friends"]))

    with acting(user=cast.karen):
        assert [one.project for one in Absence.objects.all()] == [cast.rg60.friends]


def test_from_no_role_at_all_is_said_beside_the_field(client, cast, kaj):
    people.sign_in(client, cast.karen)

    assert "Sæt kryds ved mindst én rolle" in client.post(AWAY, said(cast, kaj, which=[])).content.decode()


@pytest.mark.feature(45)
def test_what_she_who_leaves_has_told_stands_in_the_form_that_ends_the_role(client, cast, kaj):
    absence = away(cast, kaj, from_on=today() + A_WEEK)
    people.sign_in(client, cast.sille)

    form = client.get(reverse("coordinators:away_of", args=[cast.karen.pk])).context["form"]

    assert (form["from_on"].value(), form["for_good"].value()) == (absence.from_on, True)
    with acting(user=cast.karen):
        assert form[f"deputy_{role_of(cast.karen, cast.rg60.friends).pk}"].value() == kaj.pk
