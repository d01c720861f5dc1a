"""My desk, my house, one citizen, one pair."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from access.context import acting
from coordinators.attention import Desk, Line
from institutions.models import Membership
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.databases import as_owner

MISSING = "00000000-0000-0000-0000-000000000000"


@pytest.mark.feature(93)
def test_the_desk_says_what_waits_the_longest_waiting_first(client, cast):
    people.apply("Anna Ansøger", cast.rg60.friend_role)
    people.create_match(cast, started=False)
    people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.karen)

    desk = client.get(reverse("coordinators:desk")).context["desk"]

    assert {(line.who, line.page) for line in desk.mine} == {
        ("Anna Ansøger", "screening:detail"),
        ("Bo og Vera", "coordinators:pair"),
    }
    assert [(line.who, line.page) for line in desk.friends] == [("Ib", "coordinators:citizen")]
    assert [line.since for line in desk.mine] == sorted(line.since for line in desk.mine)


def test_the_desk_shows_those_who_wait_longest_for_a_friend_and_how_many_wait(client, cast):
    for number in range(7):
        citizen = people.create_citizen(cast, f"Nr. {number}")
        days = timedelta(days=7 - number)
        as_owner("UPDATE citizens_wishes SET waits_since = waits_since - %s WHERE citizen_id = %s", days, citizen.pk)
    people.sign_in(client, cast.karen)

    desk = client.get(reverse("coordinators:desk")).context["desk"]

    assert [line.who for line in desk.friends] == [f"Nr. {number}" for number in range(5)]
    assert desk.waiting == 7


@pytest.mark.feature(93)
def test_what_lies_with_others_comes_last_however_old(client, cast):
    tove = way.booked(cast, signed=False).volunteer
    people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.karen)

    desk = client.get(reverse("coordinators:desk")).context["desk"]

    assert [line.who for line in desk.others] == [tove.name]
    assert desk.mine == []


@pytest.mark.parametrize(("days", "sentence"), [(0, "nyt i dag"), (1, "har ventet 1 dag"), (12, "har ventet 12 dage")])
def test_a_line_says_for_how_many_days_it_has_waited(days, sentence):
    line = Line("", "", timezone.localtime() - timedelta(days=days), "", uuid4())

    with override("da"):
        assert line.waited == sentence


def test_the_desk_of_another_house_is_empty(client, cast):
    people.apply("Anna Ansøger", cast.rg60.friend_role)
    people.create_citizen(cast)
    people.sign_in(client, cast.nanna)

    assert client.get(reverse("coordinators:desk")).context["desk"] == Desk([], [], 0, [])


@pytest.mark.parametrize("page", ["coordinators:desk", "coordinators:my_house", "matching:list"])
def test_the_secretariat_with_a_role_elsewhere_sees_no_names_of_our_pairs(client, cast, page):
    people.create_match(cast, citizen=people.create_citizen(cast, "Ottokar"), started=False)
    with acting(user=people.create_user("Signe Sekretær", is_secretariat=True)):
        Membership.objects.create(user=cast.sille, role="coordinator", project=cast.nabo.friends)
        Membership.objects.create(user=cast.sille, role="lead", institution=cast.nabo.institution)
    people.sign_in(client, cast.sille)

    shown = client.get(reverse(page)).content.decode()

    assert "<h1>" in shown
    assert "Ottokar" not in shown


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_asks_as_often_for_three_as_for_one(client, cast, rows, django_assert_max_num_queries):
    for number in range(rows):
        people.apply(f"Nr{number} Ven", cast.rg60.friend_role)
        people.create_citizen(cast, f"Bo {number}")
    people.sign_in(client, cast.karen)

    with django_assert_max_num_queries(18):
        page = client.get(reverse("coordinators:desk"))

    assert len(page.context["desk"].mine) == len(page.context["desk"].friends) == rows


def test_the_lead_sees_the_house_and_of_volunteers_no_more_than_needed(client, cast):
    people.create_match(cast)
    people.create_citizen(cast, "Ib")
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:my_house"))

    assert [citizen.called_name for citizen in page.context["citizens"]] == ["Ib"]
    assert page.context["in_all"] == 2
    assert [volunteer.name for volunteer in page.context["volunteers"]] == ["Vera Ven"]
    assert "vera@example.net" not in page.content.decode()


@pytest.mark.parametrize(("answer", "is_asked"), [(None, True), ("citizen", False), ("volunteer", True)])
def test_the_house_names_those_alone_whom_somebody_is_still_to_ask(client, cast, answer, is_asked):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        if answer == "citizen":
            match.citizen_says_yes(heard_by=cast.karen)
        if answer == "volunteer":
            match.volunteer_says_yes()
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:my_house"))

    assert list(page.context["proposed"]) == [match] * is_asked


def test_out_of_time_nobody_is_still_to_be_asked(client, cast):
    match = people.create_match(cast, started=False)
    as_owner("UPDATE matching_match SET proposed_at = proposed_at - interval '15 days' WHERE id = %s", match.pk)
    people.sign_in(client, cast.lars)

    assert list(client.get(reverse("coordinators:my_house")).context["proposed"]) == []


@pytest.mark.feature(38)
@pytest.mark.parametrize("address", ["coordinators:my_house", "screening:detail"])
def test_the_lead_reads_that_a_friend_rests_and_until_when(client, cast, address):
    vera, back_on = people.create_match(cast).volunteer, timezone.localdate() + timedelta(days=30)
    with acting(user=cast.karen):
        vera.rest(back_on=back_on, by=cast.karen)
    people.sign_in(client, cast.lars)

    page = client.get(reverse(address, args=[vera.pk] if address == "screening:detail" else []))

    said = f"Holder pause til {date_format(back_on, 'MONTH_DAY_FORMAT')}"
    assert said in " ".join(page.content.decode().split())


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_coordinator_and_lead_see_what_a_citizen_wishes(client, cast, who):
    bo = people.create_citizen(cast)
    people.sign_in(client, getattr(cast, who))

    page = client.get(reverse("coordinators:citizen", args=[bo.pk])).content.decode()

    assert "En at gå tur med" in page
    assert (reverse("matching:propose", args=[bo.pk]) in page) == (who == "karen")


@pytest.mark.feature(87)
@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
@pytest.mark.parametrize("name", ["citizen", "pair"])
def test_the_page_of_somebody_elsewhere_is_the_page_of_nobody(client, cast, name, who):
    match = people.create_match(cast)
    people.sign_in(client, getattr(cast, who))

    hidden = client.get(reverse(f"coordinators:{name}", args=[match.citizen_id if name == "citizen" else match.pk]))
    missing = client.get(reverse(f"coordinators:{name}", args=[MISSING]))

    assert (hidden.status_code, hidden.content) == (404, missing.content)


@pytest.mark.parametrize(
    ("who", "page", "status"),
    [("lars", "desk", 404), ("karen", "my_house", 404), ("sille", "desk", 404), ("sille", "my_house", 404)],
)
def test_each_role_has_its_own_first_page(client, cast, who, page, status):
    people.sign_in(client, getattr(cast, who))

    assert client.get(reverse(f"coordinators:{page}")).status_code == status


def test_nobody_signed_in_is_asked_to_sign_in(client, cast):
    assert client.get(reverse("coordinators:desk")).url == "/konto/login/?next=/mit-skrivebord/"


@pytest.mark.feature(34)
def test_the_pair_shows_the_next_step_and_exactly_what_the_friend_sees(client, cast):
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.citizen.disclose("past", "yes", "Jeg har sejlet")
        match.citizen.disclose("health", "not_yet", "Ikke endnu")
    people.sign_in(client, cast.karen)
    url = reverse("coordinators:pair", args=[match.pk])

    before = client.get(url)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    after = client.get(url)

    assert [(step.code, str(step.owner.label)) for step in before.context["page"].steps if step.current] == [
        ("volunteer", "den frivillige")
    ]
    assert "Jeg har sejlet" not in before.content.decode()
    assert "Jeg har sejlet" in after.content.decode()
    assert "Ikke endnu" not in after.content.decode()
