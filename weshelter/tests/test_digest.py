"""What waits goes in one mail a day at the most: numbers and links, no name, and only where something is new."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from access.context import acting, working
from access.links import Purpose, issue_link
from citizens.tests.talks import go_by
from coordinators.attention import for_coordinator
from courses.places import take_place
from foodclubs.models import Duty
from foodclubs.places import give_back
from foodclubs.tests import tables
from history.failures import Failure
from history.tracking import events_of
from letters import hours
from letters.models import Message, MessageBody
from matching.models import Match
from notes.tests import telling
from volunteers.tests import way
from weshelter.digest import KIND, write_digests
from weshelter.tests import people


@pytest.fixture
def morning(committed_cast, as_login):
    """What the daily job writes now: the text by the name before the @; `days` later."""

    def write(days: int = 0) -> dict[str, str]:
        as_login("jobs")
        if days:
            Message.objects.filter(kind=KIND).update(made_at=timezone.localtime() - timedelta(days=days))
        before = set(Message.objects.values_list("pk", flat=True))
        with transaction.atomic(), working("what waits"):
            write_digests(timezone.localdate())
        bodies = MessageBody.objects.filter(message__kind=KIND).exclude(message__in=before)
        found = {one.message.address.partition("@")[0]: one.text for one in bodies.select_related("message")}
        as_login("app")
        return found

    return write


def long_ago(volunteer) -> None:
    """Her events are of last week, and so from before the last mail."""
    week = timezone.localtime() - timedelta(days=7)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE volunteers_volunteerevent DISABLE TRIGGER USER")
        events_of(type(volunteer)).objects.filter(pgh_obj=volunteer.pk).update(pgh_created_at=week)
        cursor.execute("ALTER TABLE volunteers_volunteerevent ENABLE TRIGGER USER")


@pytest.mark.feature(93)
def test_a_new_application_is_heard_of_by_coordinator_and_secretariat_and_names_nobody(committed_cast, morning):
    way.applied(committed_cast)
    way.applied(committed_cast, "Bente Beck")

    found = morning()

    assert found.keys() == {"karen", "sille"}
    assert "2 × Ny ansøgning" in found["karen"]
    assert "/mit-skrivebord/" in found["karen"]
    assert "2 ansøgninger" in found["sille"]
    assert not any(name in text for text in found.values() for name in ("Anna", "Bente"))


@pytest.mark.feature(93)
def test_it_leaves_at_half_past_seven(committed_cast, morning, as_login, monkeypatch):
    monkeypatch.setattr("weshelter.digest.NIGHT_ENDS", hours.NIGHT_ENDS)
    way.applied(committed_cast)
    morning()

    as_login("jobs")
    leaves = timezone.localtime(Message.objects.filter(kind=KIND).first().next_try_at)
    assert (leaves.hour, leaves.minute) == (7, 30)


@pytest.mark.feature(93)
def test_a_second_run_and_a_day_without_news_write_nothing(committed_cast, morning):
    way.applied(committed_cast, applied_at=timezone.localtime() - timedelta(days=3))
    morning()

    assert (morning(), morning(days=1)) == ({}, {})


@pytest.mark.feature(93)
def test_what_is_new_the_next_day_is_written_with_all_that_waits(committed_cast, morning):
    way.applied(committed_cast)
    morning()
    # Yesterday's mail is from before the next application.
    way.applied(committed_cast, "Bente Beck")

    assert "2 × Ny ansøgning" in morning(days=1)["karen"]


@pytest.mark.feature(93)
def test_in_seven_days_nobody_is_written_to_seven_times(committed_cast, morning, as_login, monkeypatch):
    monkeypatch.setattr("weshelter.digest.had_enough", hours.had_enough)
    written = []
    for day in range(9):
        way.applied(committed_cast, f"Anna{day} Ansøger")
        written.append("karen" in morning())
        as_login("jobs")
        Message.objects.filter(sent_at=None).update(state="sending", claimed_until=timezone.now())
        Message.objects.filter(sent_at=None).update(state="sent", sent_at=timezone.now(), claimed_until=None)
        a_day = timedelta(days=1)
        Message.objects.update(made_at=F("made_at") - a_day, sent_at=F("sent_at") - a_day)
        as_login("app")

    assert written == [True] * 6 + [False] + [True] * 2


def test_who_has_nothing_waiting_hears_nothing(committed_cast, morning):
    assert morning() == {}


@pytest.mark.feature(93)
def test_the_lead_hears_that_a_citizen_is_to_be_asked(committed_cast, morning):
    people.create_match(committed_cast, started=False)

    found = morning()

    assert "/mit-hus/" in found["lars"]
    assert not any("Bo" in text.split() for text in found.values())


@pytest.mark.feature(93)
def test_what_others_brought_about_is_counted_and_what_one_did_oneself_is_not(committed_cast, morning):
    cast = committed_cast
    friend = people.ready_volunteer(cast)
    evening = tables.create_evening(cast.rg60)
    with acting(user=cast.sille):
        friend.assign(cast.rg60.food, role=cast.rg60.food_role, by=cast.sille)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), friend)
    way.applied(cast)
    morning()
    way.applied(cast, "Bente Beck")
    with acting(user=cast.sille):
        friend.rest(back_on=timezone.localdate() + timedelta(days=9), by=cast.sille)
    with acting(user=cast.karen):
        give_back(Duty.objects.get())

    text = morning(days=1)["karen"]

    assert "1 frivillig holder pause" in text
    assert "givet tilbage" not in text


@pytest.mark.feature(93)
def test_an_application_that_was_passed_on_is_news_to_the_other_house_alone(committed_cast, morning, as_login):
    cast = committed_cast
    anna = way.applied(cast, also_role_ids=[cast.nabo.friend_role.pk])
    way.applied(cast, "Nina Ny", role=cast.nabo.friend_role)
    morning()
    as_login("owner")
    long_ago(anna)
    as_login("app")
    with acting(user=cast.karen):
        anna.pass_on(cast.nabo.friend_role)

    found = morning(days=1)

    assert "1 ansøgning er givet videre til dig" in found["nanna"]
    assert "karen" not in found


def test_nobody_whose_login_is_closed_is_written_to(committed_cast, morning, as_login):
    way.applied(committed_cast)
    as_login("owner")
    type(committed_cast.karen).objects.filter(pk=committed_cast.karen.pk).update(is_active=False)

    assert "karen" not in morning()


@pytest.mark.feature(61)
@pytest.mark.feature(93)
def test_that_something_was_told_in_confidence_is_read_there_and_nothing_of_it(committed_cast, morning):
    cast = committed_cast
    bo = telling.consenting_citizen(cast, "Bodil-Kanarie")
    telling.tell(bo, cast.rg60, "Kanariefuglen synger")

    found = morning()

    assert "Nogen har fortalt dig noget i fortrolighed" in found["karen"]
    for secret in ("Bodil-Kanarie", "Kanariefuglen", "RG60", "Lars", str(bo.pk)):
        assert not any(secret in text for text in found.values())


@pytest.mark.feature(93)
@pytest.mark.parametrize("has_had_a_mail", [True, False])
def test_what_a_link_has_brought_about_is_counted(committed_cast, morning, has_had_a_mail):
    cast = committed_cast
    anna = way.applied(cast)
    if has_had_a_mail:
        morning()
    talk = way.offered(cast, anna)
    with acting(user=cast.karen):
        link = issue_link(Purpose.CONVERSATION, anna, "screening:choose", about=talk)
    with acting(link=way.token_of(link)):
        talk.choose(talk.times_ahead()[0], by=anna)

    assert "1 samtale er aftalt" in morning(days=1)["karen"]


@pytest.mark.feature(93)
def test_what_a_day_has_brought_about_is_counted(committed_cast, morning, as_login):
    cast = committed_cast
    match = people.create_match(cast, started=False)
    morning()
    as_login("jobs")
    Match.objects.filter(pk=match.pk).update(proposed_at=timezone.localtime() - timedelta(days=15))
    with transaction.atomic(), working("proposals"):
        Match.objects.get(pk=match.pk).expire(by="proposals")

    assert "1 forslag blev ikke besvaret i tide" in morning(days=1)["karen"]


@pytest.mark.feature(93)
def test_that_both_have_said_yes_is_news(committed_cast, morning):
    cast = committed_cast
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    morning()
    with acting(user=cast.lars):
        match.citizen_says_yes(heard_by=cast.lars)

    assert "Begge har sagt ja" in morning(days=1).get("karen", "")


@pytest.mark.feature(93)
def test_a_detail_that_is_put_right_makes_nobody_ready_anew(committed_cast, morning, as_login):
    vera = people.ready_volunteer(committed_cast)
    way.applied(committed_cast)
    morning()
    as_login("owner")
    long_ago(vera)
    as_login("app")
    way.applied(committed_cast, "Bente Beck")
    with acting(user=committed_cast.sille):
        vera.tell(gender="woman")

    text = morning(days=1)["karen"]

    assert "er blevet klar" not in text


def test_what_fails_for_one_keeps_nobody_elses_mail_back_and_is_counted(committed_cast, morning, monkeypatch):
    def break_for_karen(user):
        if user == committed_cast.karen:
            raise ZeroDivisionError
        return for_coordinator(user)

    monkeypatch.setattr("weshelter.digest.for_coordinator", break_for_karen)
    way.applied(committed_cast)

    assert morning().keys() == {"sille"}
    with acting(user=committed_cast.sille):
        assert [(one.place, one.error) for one in Failure.objects.all()] == [("what waits", "ZeroDivisionError")]


@pytest.mark.feature(95)
def test_whoever_has_not_heard_from_us_is_read_of_and_the_next_one_the_day_after(committed_cast, morning):
    cast = committed_cast
    for name in ("Bodil-Kanarie", "Ib"):
        citizen = people.create_citizen(cast, name)
        go_by(citizen, 43 if name == "Ib" else 50)
    first = morning()
    quiet = morning(days=1)
    go_by(people.create_citizen(cast, "Ole"), 42)

    second = morning(days=1)

    assert "RG60: 2 borgere, der venter, har ikke hørt fra os i seks uger" in first["karen"]
    assert "- 2 borgere, der venter, har ikke hørt fra os i seks uger" in first["lars"]
    assert quiet.keys() & {"karen", "lars"} == set()
    assert "RG60: 3 borgere, der venter" in second["karen"]
    assert "- 3 borgere, der venter" in second["lars"]
    assert not any("Bodil-Kanarie" in text for text in (*first.values(), *second.values()))
