"""A coordinator is away or leaves: mails, dates and the desk go to the deputy, and each who was told is told again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from coordinators.attention import for_coordinator
from coordinators.tests.away import A_DAY, A_WEEK, AWAY, OVERVIEW, another_coordinator, away, role_of, said
from history.moves import NotPossible
from institutions.emails import who_has
from institutions.models import Absence
from letters.models import Message
from matching.models import FirstMeeting
from screening.emails import send_conversation_answered
from screening.models import Appointment
from volunteers.tests import way
from weshelter.tests import databases, people
from weshelter.tests.days import today
from weshelter.waiting import waiting_for


@pytest.fixture
def kaj(cast):
    return another_coordinator(cast)


@pytest.fixture
def talk(cast) -> Appointment:
    """Karen has a talk in three days."""
    return way.chosen(cast, way.applied(cast), hours=72)


@pytest.fixture
def meeting(cast) -> FirstMeeting:
    """Karen comes along to a first meeting in four days."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        at = timezone.localtime() + timedelta(days=4)
        return FirstMeeting.arrange(match, starts_at=at, place="Haven", accompanied_by=cast.karen)


def mails(cast, *kinds: str) -> list[tuple[str, str]]:
    with acting(user=cast.sille):
        return sorted((one.kind, one.address) for one in Message.objects.filter(kind__in=kinds))


@pytest.mark.feature(45)
def test_what_lies_ahead_is_listed_by_name_and_goes_to_the_deputy_who_is_told(client, cast, kaj, talk, meeting):
    people.sign_in(client, cast.karen)
    page = client.get(AWAY).content.decode()

    answer = client.post(AWAY, said(cast, kaj))

    assert talk.volunteer.name in page
    assert meeting.match.citizen.called_name in page
    assert answer.status_code == 302
    with acting(user=kaj):
        assert Appointment.objects.get(pk=talk.pk).by == kaj
        assert FirstMeeting.objects.get(pk=meeting.pk).accompanied_by == kaj
    kinds = ("conversation_yours", "conversation_moved", "first_meeting_host", "first_meeting", "deputy")
    assert mails(cast, *kinds) == [
        ("conversation_moved", talk.volunteer.email),
        ("conversation_yours", kaj.email),
        ("deputy", kaj.email),
        ("first_meeting", meeting.match.volunteer.email),
        ("first_meeting_host", kaj.email),
    ]


@pytest.mark.feature(45)
def test_what_falls_on_other_days_stays(client, cast, kaj, talk):
    people.sign_in(client, cast.karen)
    client.post(AWAY, said(cast, kaj, from_on=today() + 2 * A_WEEK))

    with acting(user=kaj):
        assert Appointment.objects.get(pk=talk.pk).by == cast.karen


@pytest.mark.feature(45)
def test_mails_go_to_the_deputy_while_one_is_away_and_come_back_afterwards(cast, kaj):
    absence = away(cast, kaj)

    with acting(user=cast.karen):
        assert who_has(cast.karen, [cast.rg60.friends.pk]) == [kaj]
        absence.come_back()
        assert who_has(cast.karen, [cast.rg60.friends.pk]) == [cast.karen]


def test_without_a_deputy_they_go_to_whoever_is_there(cast, kaj):
    away(cast)

    with acting(user=cast.karen):
        assert who_has(cast.karen, [cast.rg60.friends.pk]) == [kaj]


def test_where_all_are_away_they_go_to_those_who_have_it(cast, kaj):
    away(cast, kaj)
    with acting(user=kaj):
        role = role_of(kaj, cast.rg60.friends)
        Absence.begin(role, from_on=today(), until_on=today() + A_DAY, deputy=None)

    with acting(user=cast.karen):
        assert set(who_has(cast.karen, [cast.rg60.friends.pk])) == {kaj, cast.karen}


def test_a_mail_about_another_project_stays(cast, kaj):
    away(cast, kaj)

    with acting(user=cast.karen):
        assert who_has(cast.karen, [cast.rg60.food.pk]) == [cast.karen]


@pytest.mark.feature(45)
def test_an_answer_to_a_talk_that_stayed_reaches_the_deputy(cast, kaj):
    talk = way.chosen(cast, way.applied(cast), hours=20)
    away(cast, kaj)

    with acting(user=cast.karen):
        send_conversation_answered(Appointment.objects.with_people().get(pk=talk.pk))

    assert mails(cast, "conversation_answered") == [("conversation_answered", kaj.email)]


@pytest.mark.feature(45, 93)
def test_what_falls_into_an_absence_stands_on_the_desk_of_who_is_there(cast, kaj, talk, meeting):
    away(cast)

    with acting(user=kaj):
        lines = [(line.page, line.is_mine) for line in for_coordinator(kaj).mine if "er der ikke" in line.what]
    assert lines == [("coordinators:pair", True), ("screening:move_conversation", True)] or lines == [
        ("screening:move_conversation", True),
        ("coordinators:pair", True),
    ]


def test_nobody_is_made_the_host_of_a_day_on_which_one_is_away(cast, kaj, meeting):
    away(cast, kaj)

    later = {"starts_at": meeting.starts_at + A_DAY, "place": "Haven"}
    with acting(user=cast.karen), pytest.raises(NotPossible, match="væk den dag"):
        FirstMeeting.arrange(meeting.match, **later, accompanied_by=cast.karen)


def test_nobody_offers_talks_on_days_on_which_one_is_away(cast, kaj):
    away(cast, kaj)
    anna = way.applied(cast, "Anna Ansøger")

    with acting(user=cast.karen), pytest.raises(NotPossible, match="væk den dag"):
        Appointment.offer(anna, times=[timezone.localtime() + A_WEEK], place="Haven", by=cast.karen)


@pytest.mark.feature(45)
def test_other_days_and_another_deputy_are_told_once_to_each(client, cast, kaj):
    kim = another_coordinator(cast, "Kim Koordinator")
    absence = away(cast, kaj)
    people.sign_in(client, cast.karen)
    page = reverse("coordinators:absence", args=[absence.pk])
    new = {"from_on": absence.from_on, "until_on": today() + 2 * A_WEEK, "deputy": kim.pk}

    answers = [client.post(page, new).status_code for _time in range(2)]

    assert answers == [302, 302]
    told = mails(cast, "deputy", "deputy_no_more")
    assert told == [("deputy", kim.email), ("deputy_no_more", kaj.email)]


@pytest.mark.feature(45)
@pytest.mark.parametrize("begins", [-3, 0, 3])
def test_back_again_is_told_to_the_deputy_and_said_once(client, cast, kaj, begins):
    absence = away(cast, kaj, from_on=today() + max(0, begins) * A_DAY, until_on=today() + 3 * A_WEEK)
    if begins < 0:
        databases.as_owner("UPDATE institutions_membership SET from_on = from_on - 3")
        databases.as_owner("UPDATE institutions_absence SET from_on = from_on - 3")
    people.sign_in(client, cast.karen)
    page = reverse("coordinators:back_again", args=[absence.pk])

    client.post(page)
    client.post(page)

    assert mails(cast, "deputy_no_more") == [("deputy_no_more", kaj.email)]
    with acting(user=cast.karen):
        absence.refresh_from_db()
        assert absence.is_over
        assert not Absence.objects.in_force().exists()
    assert absence.is_called_off == (begins >= 0)


@pytest.mark.feature(45)
def test_whoever_leaves_says_so_and_the_secretariat_ends_the_role(client, cast, kaj, talk):
    people.sign_in(client, cast.karen)
    client.post(AWAY, said(cast, kaj, until_on="", for_good="on"))
    with acting(user=cast.sille):
        stands = [line.what for line in waiting_for(cast.sille)]
        page = reverse("coordinators:away_of", args=[cast.karen.pk])
    people.sign_in(client, cast.sille)
    overview = client.get(OVERVIEW).content.decode()
    with acting(user=cast.karen):
        food = f"deputy_{role_of(cast.karen, cast.rg60.food).pk}"

    client.post(page, said(cast, kaj, by=cast.sille, until_on="", for_good="on", **{food: kaj.pk}))

    assert "2, der stopper i en rolle: afslut dem" in stands
    assert page in overview
    with acting(user=cast.sille):
        assert not cast.karen.memberships.in_force(today() + A_DAY).exists()
        assert cast.karen.memberships.in_force().exists()
        assert kaj.memberships.in_force(today() + A_DAY).filter(project=cast.rg60.food).exists()
        assert not Absence.objects.for_good().exists()
    told = mails(cast, "role_ends", "role_given")
    assert ("role_ends", cast.karen.email) in told
    assert ("role_given", kaj.email) in told


@pytest.mark.feature(45, 94)
def test_who_has_vanished_is_noted_by_the_secretariat_and_somebody_else_gets_the_role(client, cast, talk):
    mona = people.create_user("Mona Ny", by=cast.sille)
    people.sign_in(client, cast.sille)
    page = reverse("coordinators:away_of", args=[cast.karen.pk])
    seen = client.get(page).content.decode()

    client.post(page, said(cast, mona, by=cast.sille, from_on=today()))

    assert talk.volunteer.name in seen
    with acting(user=cast.sille):
        [role] = mona.memberships.all()
        assert (role.project, role.from_on, role.until_on) == (cast.rg60.friends, today(), today() + 3 * A_WEEK)
        assert Appointment.objects.get(pk=talk.pk).by == mona
    assert ("away", cast.karen.email) in mails(cast, "away")


@pytest.mark.feature(94)
def test_whoever_has_not_logged_in_for_a_month_stands_with_the_secretariat(client, cast):
    databases.as_owner("UPDATE institutions_membership SET from_on = app.today() - 40")
    people.sign_in(client, cast.sille)
    before = client.get(OVERVIEW).content.decode()
    databases.as_owner("UPDATE accounts_user SET last_login = now() WHERE email = 'karen@example.org'")

    after = client.get(OVERVIEW).content.decode()

    assert cast.karen.name in before
    assert cast.karen.name not in after


@pytest.mark.feature(94)
def test_what_nobody_has_stands_on_the_front_page_of_the_secretariat(cast):
    away(cast, until_on=today() + 3 * A_WEEK)

    with acting(user=cast.sille):
        assert "1 rolle, som ingen har, mens nogen er væk" in [line.what for line in waiting_for(cast.sille)]


def test_somebody_else_who_is_there_is_enough(cast, kaj):
    away(cast, until_on=today() + 3 * A_WEEK)

    with acting(user=cast.sille):
        assert not Absence.objects.without_anybody().exists()
