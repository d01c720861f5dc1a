"""Absences and roles together: leads beside, roles given for the days, roles that end, and news for its reader."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from coordinators.tests.away import A_DAY, A_WEEK, AWAY, another_coordinator, away, role_of, said
from history.moves import NotPossible
from institutions.emails import who_has
from institutions.models import Absence, Membership
from letters.models import Message
from screening.models import Appointment
from volunteers.tests import way
from weshelter.tests import databases, people
from weshelter.tests.days import today


@pytest.fixture
def kaj(cast):
    return another_coordinator(cast)


@pytest.fixture
def sille(client, cast):
    people.sign_in(client, cast.sille)
    return client


def give(cast, user, **where) -> Membership:
    with acting(user=cast.sille):
        return Membership.objects.create(user=user, **where)


def mails(cast, *kinds: str) -> list[tuple[str, str]]:
    with acting(user=cast.sille):
        return sorted((one.kind, one.address) for one in Message.objects.filter(kind__in=kinds))


def page_of(cast) -> str:
    return reverse("coordinators:away_of", args=[cast.karen.pk])


@pytest.mark.feature(45)
@pytest.mark.parametrize("ended", [False, True])
def test_who_leads_another_house_is_asked_as_the_coordinator_she_is_or_was(cast, kaj, ended):
    give(cast, cast.karen, role="lead", institution=cast.nabo.institution)
    with acting(user=cast.karen):
        for role in cast.karen.memberships.with_places():
            Absence.begin(role, from_on=today(), until_on=None, deputy=cast.leif if role.institution_id else None)
    if ended:
        with acting(user=cast.sille):
            cast.karen.memberships.filter(project__isnull=False).end(by=cast.sille)

    with acting(user=cast.sille):
        assert who_has(cast.karen, [cast.rg60.friends.pk]) == [kaj]


def test_a_talk_of_who_leads_elsewhere_now_stands_on_a_desk(cast, kaj):
    talk = way.chosen(cast, way.applied(cast), hours=72)
    give(cast, cast.karen, role="lead", institution=cast.nabo.institution)
    with acting(user=cast.sille):
        cast.karen.memberships.filter(project__isnull=False).end(by=cast.sille)

    with acting(user=kaj):
        assert list(Appointment.objects.unheld()) == [talk]


def test_one_of_the_secretariat_who_coordinates_can_be_away(cast, kaj):
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    role = give(cast, ruth, role="coordinator", project=cast.rg60.friends)
    with acting(user=ruth):
        Absence.begin(role, from_on=today(), until_on=today() + A_WEEK, deputy=kaj)

        assert who_has(ruth, [cast.rg60.friends.pk]) == [kaj]


@pytest.mark.feature(45)
def test_a_role_given_for_an_absence_has_its_days_and_ends_with_it(sille, cast, kaj):
    mona = people.create_user("Mona Ny", by=cast.sille)
    sille.post(page_of(cast), said(cast, mona, by=cast.sille, which=["friends"]))
    with acting(user=cast.sille):
        absence, given = Absence.objects.get(), mona.memberships.get()
    page, days = reverse("coordinators:absence", args=[absence.pk]), {"from_on": absence.from_on}

    last_days = []
    for deputy in (mona, kaj):
        sille.post(page, days | {"until_on": today() + 5 * A_WEEK, "deputy": deputy.pk})
        with acting(user=cast.sille):
            given.refresh_from_db()
        last_days.append(given.until_on)

    assert last_days == [today() + 5 * A_WEEK, given.from_on - A_DAY]


@pytest.mark.feature(45)
def test_a_role_given_for_an_absence_ends_as_she_calls_it_off(client, sille, cast):
    mona = people.create_user("Mona Ny", by=cast.sille)
    sille.post(page_of(cast), said(cast, mona, by=cast.sille, which=["friends"]))
    with acting(user=cast.sille):
        absence = Absence.objects.get()
    karen = Client(headers={"host": "testserver"})
    people.sign_in(karen, cast.karen)

    karen.post(reverse("coordinators:back_again", args=[absence.pk]))

    with acting(user=cast.sille):
        assert not mona.memberships.in_force_or_to_come(today()).exists()


@pytest.mark.feature(45)
def test_whoever_is_deputy_again_has_the_role_once(sille, cast, kaj):
    mona = people.create_user("Mona Ny", by=cast.sille)
    sille.post(page_of(cast), said(cast, mona, by=cast.sille, which=["friends"]))
    with acting(user=cast.sille):
        absence = Absence.objects.get()
    page = reverse("coordinators:absence", args=[absence.pk])
    for deputy in (kaj, mona):
        sille.post(page, {"from_on": absence.from_on, "until_on": absence.until_on, "deputy": deputy.pk})

    with acting(user=cast.sille):
        during = mona.memberships.in_force(absence.from_on).count()
    sille.post(reverse("coordinators:back_again", args=[absence.pk]))

    with acting(user=cast.sille):
        assert (during, mona.memberships.in_force(absence.from_on).count()) == (1, 0)


def test_nothing_is_thanked_for_that_a_later_role_refuses(client, cast, kaj):
    way.chosen(cast, way.applied(cast), hours=72)
    give(cast, kaj, role="coordinator", project=cast.rg60.food)
    with acting(user=cast.karen):
        Absence.begin(
            role_of(cast.karen, cast.rg60.food), from_on=today() + A_DAY, until_on=today() + A_WEEK, deputy=None
        )
    people.sign_in(client, cast.karen)

    page = client.post(AWAY, said(cast, kaj)).content.decode()

    assert "allerede noteret fravær" in page
    assert f"er givet videre til {kaj.name}" not in page
    assert mails(cast, "conversation_yours", "deputy") == []


def test_away_until_before_the_role_begins_is_no_absence(client, cast):
    with acting(user=cast.sille):
        Membership.objects.filter(user=cast.karen).update(from_on=today() + 60 * A_DAY)
    people.sign_in(client, cast.karen)

    assert client.post(AWAY, said(cast)).status_code in {200, 404}
    with acting(user=cast.karen):
        assert not Absence.objects.exists()


def test_who_does_not_come_back_loses_the_role_no_later_than_it_ends(sille, cast, kaj):
    with acting(user=cast.sille):
        Membership.objects.filter(user=cast.karen).update(until_on=today() + 3 * A_DAY)

    gone = {"from_on": today() + 10 * A_DAY, "until_on": "", "for_good": "on"}
    sille.post(page_of(cast), said(cast, kaj, by=cast.sille, **gone))

    with acting(user=cast.sille):
        assert {one.until_on for one in cast.karen.memberships.all()} == {today() + 3 * A_DAY}
    assert mails(cast, "role_ends") == []


def test_said_twice_a_role_ends_once(sille, cast, kaj):
    gone = said(cast, kaj, by=cast.sille, until_on="", for_good="on", which=["friends"])

    for _time in range(2):
        sille.post(page_of(cast), gone)

    assert mails(cast, "role_ends").count(("role_ends", cast.karen.email)) == 1


def test_a_role_that_is_given_again_begins_without_the_old_absence(cast, kaj):
    away(cast, kaj, from_on=today() + A_DAY)
    with acting(user=cast.sille):
        cast.karen.memberships.filter(project=cast.rg60.friends).end(by=cast.sille)
    give(cast, cast.karen, role="coordinator", project=cast.rg60.friends)

    with acting(user=cast.sille):
        assert not Absence.objects.not_over().exists()
    assert ("deputy_no_more", kaj.email) in mails(cast, "deputy_no_more")


@pytest.mark.feature(45)
def test_who_holds_it_now_hears_it_though_away_today(client, cast, kaj):
    talk = way.chosen(cast, way.applied(cast), hours=24 * 5)
    with acting(user=kaj):
        role = role_of(kaj, cast.rg60.friends)
        Absence.begin(role, from_on=today(), until_on=today() + A_DAY, deputy=cast.karen)
    people.sign_in(client, cast.karen)

    client.post(AWAY, said(cast, kaj, from_on=today() + 3 * A_DAY))

    with acting(user=kaj):
        assert Appointment.objects.get(pk=talk.pk).by == kaj
    assert mails(cast, "conversation_yours") == [("conversation_yours", kaj.email)]


def test_away_from_a_role_that_begins_later_begins_with_it(client, cast, kaj):
    with acting(user=cast.sille):
        Membership.objects.filter(user=cast.karen, project=cast.rg60.friends).update(from_on=today() + 5 * A_DAY)
    people.sign_in(client, cast.karen)

    client.post(AWAY, said(cast, which=["friends"]))

    with acting(user=cast.karen):
        assert [one.from_on for one in Absence.objects.not_over()] == [today() + 5 * A_DAY]


def test_nobody_gives_themselves_the_role_of_a_deputy(sille, cast):
    databases.as_owner(
        "INSERT INTO institutions_membership (id, user_id, role, project_id, from_on) VALUES"
        " (gen_random_uuid(), %s, 'coordinator', %s, app.today() + 5)",
        cast.sille.pk,
        cast.rg60.friends.pk,
    )

    page = sille.post(page_of(cast), said(cast, cast.sille, by=cast.sille, which=["friends"]))

    assert page.status_code == 200
    assert "en kollega" in page.content.decode()


def test_times_that_wait_for_a_choice_are_handed_to_whoever_is_there_on_them(cast, kaj):
    anna = way.applied(cast, "Anna Ansøger")
    with acting(user=cast.karen):
        talk = Appointment.offer(anna, times=[timezone.localtime() + A_WEEK], place="Haven", by=cast.karen)
    with acting(user=kaj):
        role = role_of(kaj, cast.rg60.friends)
        Absence.begin(role, from_on=today() + 5 * A_DAY, until_on=today() + 9 * A_DAY, deputy=None)

    with acting(user=cast.karen), pytest.raises(NotPossible, match="væk den dag"):
        talk.hand_to(kaj)


def test_a_role_is_given_and_a_project_closed_after_a_fresh_login(sille, cast):
    session = sille.session
    for one in session["account_authentication_methods"]:
        one["at"] -= timedelta(hours=1).total_seconds()
    session.save()

    answers = [
        sille.get(page_of(cast)),
        sille.get(reverse("coordinators:close_house", args=[cast.rg60.institution.slug])),
    ]

    assert [one.status_code for one in answers] == [302, 302]
    assert all("next=" in one["Location"] for one in answers)
