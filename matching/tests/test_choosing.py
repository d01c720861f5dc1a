"""Not this one, without a reason and undone at once; another than the first, with a note; met by themselves."""

from datetime import timedelta

import pytest
from django.db import DatabaseError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from access.context import acting
from citizens.models import Wishes
from letters.models import Message
from matching.models import ChoiceNote, Match, NotThisOne
from pages.undo import undo_of
from weshelter.tests import people


@pytest.fixture
def bo(cast):
    return people.create_citizen(cast)


@pytest.fixture
def vera(cast):
    return people.ready_volunteer(cast, "Vera Hemmeligsen", postcode="2450")


def put_aside(cast) -> list:
    with acting(user=cast.karen):
        return list(NotThisOne.objects.values_list("volunteer__name", "by__name"))


@pytest.mark.feature(25)
def test_not_this_one_is_remembered_once_and_undone_with_one_tap(client, cast, bo, vera):
    people.sign_in(client, cast.karen)
    url = reverse("matching:not_this_one", args=[bo.pk, vera.pk])

    client.post(url)
    client.post(url)
    assert put_aside(cast) == [("Vera Hemmeligsen", "Karen Koordinator")]

    client.post(url, {"undo": "1"})
    assert put_aside(cast) == []


@pytest.mark.feature(25)
@pytest.mark.parametrize(
    ("looked", "comes_to"),
    [
        ({"fra": "10"}, "?fra=10"),
        ({"fra": "0"}, ""),
        ({"fra": "😀"}, ""),
        ({"fra": "<script>", "tider": "<script>"}, ""),
        ({"fra": "10", "tider": "alle"}, "?fra=10&tider=alle"),
    ],
)
def test_one_stays_where_one_was_among_the_suggestions_and_can_undo_it_at_once(
    client, cast, bo, vera, looked, comes_to
):
    people.sign_in(client, cast.karen)
    url, suggestions = (
        reverse("matching:not_this_one", args=[bo.pk, vera.pk]),
        reverse("matching:propose", args=[bo.pk]),
    )

    put = client.post(url, looked)
    assert put_aside(cast) != []
    undo = undo_of(next(iter(client.get(put.url).context["messages"])))
    taken_back = client.post(undo["address"], dict(undo["fields"]))

    assert (put.url, taken_back.url, put_aside(cast)) == (suggestions + comes_to, suggestions + comes_to, [])


def ranking_for(client, cast, citizen):
    people.sign_in(client, cast.karen)
    return client.get(reverse("matching:propose", args=[citizen.pk])).context["ranking"]


@pytest.mark.feature(23)
@pytest.mark.feature(25)
def test_who_is_put_aside_or_was_a_no_is_left_out_and_counted(client, cast, bo, vera):
    sofie = people.ready_volunteer(cast, "Sofie Skov")
    before = ranking_for(client, cast, bo)
    people.sign_in(client, cast.karen)
    client.post(reverse("matching:not_this_one", args=[bo.pk, vera.pk]))
    with acting(user=cast.karen):
        Match.propose(sofie, bo, by=cast.karen).decline(by=cast.karen)

    after = ranking_for(client, cast, bo)

    assert {one.candidate.first_name for one in before.suggestions} == {"Vera", "Sofie"}
    assert (after.suggestions, dict(after.left_out)) == ((), {"never_again": 2})


@pytest.mark.feature(33)
def test_the_area_is_where_he_would_like_to_meet_else_the_house(client, cast, bo, vera):
    said = []
    for area in ("", "2450"):
        with acting(user=cast.karen):
            Wishes.objects.update(area=area)
        said.append(" ".join(ranking_for(client, cast, bo).suggestions[0].reasons))

    assert gettext("%(name)s lives close by.") % {"name": "Vera"} in said[1]
    assert said[0] != said[1]


@pytest.mark.feature(31)
def test_suggestions_come_after_the_question_whether_the_wish_is_alive(client, cast, bo, vera):
    people.sign_in(client, cast.karen)
    with acting(user=cast.karen):
        Wishes.objects.update(said_on=timezone.localdate() - timedelta(days=120))

    response = client.get(reverse("matching:propose", args=[bo.pk]))

    assert response.url == reverse("citizens:still_wished", args=[bo.pk])


@pytest.mark.feature(26)
def test_the_list_of_those_put_aside_shows_first_name_and_area(client, cast, bo, vera):
    people.sign_in(client, cast.karen)
    client.post(reverse("matching:not_this_one", args=[bo.pk, vera.pk]))

    page = client.get(reverse("matching:not_these", args=[bo.pk])).content.decode()

    assert ("Vera" in page, "2450" in page, "Hemmeligsen" in page) == (True, True, False)


@pytest.mark.parametrize(("who", "status"), [("lars", 403), ("nanna", 404), ("leif", 404), ("sille", 404)])
def test_nobody_else_puts_aside(client, cast, bo, vera, who, status):
    people.sign_in(client, getattr(cast, who))

    response = client.post(reverse("matching:not_this_one", args=[bo.pk, vera.pk]))

    assert (response.status_code, put_aside(cast)) == (status, [])


def test_nobody_is_put_aside_in_somebody_elses_name(cast, bo, vera):
    with pytest.raises(DatabaseError, match="row-level security"), acting(user=cast.karen):
        NotThisOne.say(vera, bo, by=cast.sille)


@pytest.mark.feature(25)
def test_another_than_the_first_is_chosen_with_a_note_that_the_coordinators_alone_read(client, cast, bo, vera):
    people.sign_in(client, cast.karen)

    client.post(reverse("matching:propose", args=[bo.pk]), {"volunteer": vera.pk, "note": "De spiller begge skak"})

    with acting(user=cast.karen):
        match = Match.objects.get()
    seen = {}
    for who in ("karen", "lars"):
        people.sign_in(client, getattr(cast, who))
        seen[who] = client.get(reverse("coordinators:pair", args=[match.pk])).content.decode()
    assert {who: "De spiller begge skak" in page for who, page in seen.items()} == {"karen": True, "lars": False}
    with acting(user=cast.sille):
        assert not ChoiceNote.objects.exists()


def met(volunteer, /, **changes) -> dict:
    yesterday = timezone.localdate() - timedelta(days=1)
    return {"volunteer": volunteer.pk, "origin": "evening", "origin_on": f"{yesterday}", **changes}


@pytest.mark.feature(30)
@pytest.mark.parametrize(
    ("said", "state", "letter"),
    [
        ({}, "proposed", {"proposal"}),
        ({"citizen_said_yes": "on"}, "proposed", {"proposal"}),
        ({"volunteer_said_yes": "on"}, "proposed", set()),
        ({"citizen_said_yes": "on", "volunteer_said_yes": "on"}, "accepted", {"both_said_yes"}),
    ],
    ids=["nobody yet", "the citizen", "the volunteer", "both"],
)
def test_two_who_have_found_each_other_are_asked_what_they_have_not_said(client, cast, bo, vera, said, state, letter):
    people.sign_in(client, cast.karen)

    client.post(reverse("matching:spontaneous", args=[bo.pk]), met(vera, **said))

    with acting(user=cast.karen):
        match = Match.objects.get()
        assert (match.state, match.origin) == (state, "evening")
        assert (bool(match.citizen_yes_at), bool(match.volunteer_yes_at)) == (
            "citizen_said_yes" in said,
            "volunteer_said_yes" in said,
        )
        kinds = {"proposal", "both_said_yes"}
        assert set(Message.objects.filter(kind__in=kinds).values_list("kind", flat=True)) == letter


@pytest.mark.feature(30)
def test_the_gate_is_the_same_as_for_any_proposal(client, cast, bo, vera):
    with acting(user=cast.karen):
        bo.consents.get(purpose="friend").withdraw(by=cast.karen)
    people.sign_in(client, cast.karen)

    page = client.post(reverse("matching:spontaneous", args=[bo.pk]), met(vera))

    assert page.context["form"].non_field_errors()
    with acting(user=cast.karen):
        assert not Match.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"origin": "suggestion"}, "origin"),
        ({"origin_on": "2999-01-01"}, "origin_on"),
        ({"origin_on": "1999-01-01"}, "origin_on"),
        ({"origin_on": "i går"}, "origin_on"),
        ({"volunteer": "nogen"}, "volunteer"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, bo, vera, changes, field):
    people.sign_in(client, cast.karen)

    page = client.post(reverse("matching:spontaneous", args=[bo.pk]), met(vera, **changes))

    assert list(page.context["form"].errors) == [field]


def test_not_even_in_sql_has_a_spontaneous_match_no_day(cast, bo, vera):
    with pytest.raises(DatabaseError, match="a_spontaneous_match_has_its_day"), acting(user=cast.karen):
        Match.objects.create(project=bo.project, citizen=bo, volunteer=vera, proposed_by=cast.karen, origin="informal")
