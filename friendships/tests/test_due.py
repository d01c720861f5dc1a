"""What the days bring to two who are friends: both are asked how it goes, and a year together is not passed over."""

from datetime import timedelta

import pytest
from django.db import transaction

from access.context import acting, working
from coordinators.attention import for_coordinator
from friendships.due import ask_how_it_goes, tell_of_milestones
from friendships.models import CheckIn, CheckInAnswer, Milestone, Pause
from friendships.relocating import relocate
from friendships.rhythm import months_after
from friendships.tests.pairs import by_hand, in_state, met_days_ago, today
from history.moves import NotPossible
from weshelter.tests import databases, people


@pytest.fixture
def run(as_login):
    """A job on a day, as often as one likes; how much it did."""

    def run(job, day=None) -> int:
        as_login("jobs")
        with transaction.atomic(), working("a job"):
            done = job(day or today())
        as_login("app")
        return done

    return run


def entered_days_ago(days: int) -> None:
    databases.as_owner("UPDATE matching_match SET proposed_at = now() - make_interval(days => %s)", days)


@pytest.mark.feature(36)
def test_on_its_day_the_volunteer_has_a_mail_once(committed_cast, run, mailbox):
    match = met_days_ago(in_state(committed_cast, "active"), 14)
    entered_days_ago(15)

    assert (run(ask_how_it_goes), run(ask_how_it_goes)) == (1, 0)

    (mail,) = [one for one in mailbox() if one.message.kind == "how_it_goes"]
    assert mail.message.address == match.volunteer.email
    assert "/min-side/" in mail.text
    assert match.citizen.called_name not in mail.text + mail.subject


@pytest.mark.parametrize(
    ("state", "days"), [("active", 0), ("active", 13), ("paused", 14), ("ending", 14), ("ended", 14)]
)
def test_nobody_is_asked_too_early_or_who_rests_or_says_goodbye(committed_cast, run, state, days):
    met_days_ago(in_state(committed_cast, state), days)
    entered_days_ago(15)

    assert run(ask_how_it_goes) == 0


@pytest.mark.feature(36)
def test_days_that_were_missed_are_asked_for_once(committed_cast, run):
    met_days_ago(in_state(committed_cast, "active"), 700)
    entered_days_ago(701)

    assert (run(ask_how_it_goes), run(ask_how_it_goes)) == (1, 0)
    with acting(user=committed_cast.karen):
        assert today() - CheckIn.objects.get().due_on < timedelta(days=91)


def test_friends_of_long_ago_who_are_entered_today_are_asked_in_a_fortnight(committed_cast, run):
    by_hand(committed_cast, today(-700))

    assert run(ask_how_it_goes) == 0
    entered_days_ago(14)
    assert run(ask_how_it_goes) == 1


@pytest.mark.feature(36)
def test_a_fortnight_after_a_rest_they_are_asked(committed_cast, run):
    cast = committed_cast
    match = met_days_ago(in_state(cast, "active"), 400)
    entered_days_ago(401)
    run(ask_how_it_goes)
    with acting(user=cast.karen):
        Pause.begin(match, why="other", back_on=today(9), by=cast.karen)
        match.come_back(by=cast.karen)
    databases.as_owner("UPDATE friendships_checkin SET due_on = %s", today(-20))

    for after, asked in ((13, 0), (14, 1)):
        databases.as_owner("UPDATE friendships_pause SET began_on = %s, ended_on = %s", today(-19), today(-after))
        assert run(ask_how_it_goes) == asked


@pytest.mark.feature(36)
def test_who_comes_back_from_a_rest_is_not_asked_for_the_days_of_the_rest(committed_cast, run):
    cast = committed_cast
    match = met_days_ago(in_state(cast, "active"), 100)
    entered_days_ago(101)
    with acting(user=cast.karen):
        CheckIn.ask(match, today(-50))
        Pause.begin(match, why="other", back_on=today(9), by=cast.karen)
        match.come_back(by=cast.karen)

    for after, asked in ((0, 0), (13, 0), (14, 1)):
        databases.as_owner("UPDATE friendships_pause SET began_on = %s, ended_on = %s", today(-40), today(-after))
        assert run(ask_how_it_goes) == asked


@pytest.mark.feature(36)
@pytest.mark.parametrize(("moved", "asked"), [(13, 0), (14, 1)])
def test_a_fortnight_after_he_has_moved_they_are_asked(committed_cast, run, moved, asked):
    cast = committed_cast
    match = met_days_ago(in_state(cast, "active"), 400)
    entered_days_ago(401)
    with acting(user=cast.karen):
        CheckIn.ask(match, today(-40))
        home = {"institution": None, "municipality": "0101"}
        relocate(match.citizen, to=home, from_on=today(), ends=[], knows=None, by=cast.karen)
    databases.as_owner("UPDATE friendships_relocation SET from_on = %s", today(-moved))

    assert run(ask_how_it_goes) == asked


@pytest.mark.parametrize("change", ["from_on = app.today() + 14", "from_on = app.today() - 14, called_off_on = now()"])
def test_a_relocation_ahead_or_called_off_makes_nobody_asked_sooner(committed_cast, run, change):
    cast = committed_cast
    match = met_days_ago(in_state(cast, "active"), 400)
    entered_days_ago(401)
    with acting(user=cast.karen):
        CheckIn.ask(match, today(-40))
        home = {"institution": None, "municipality": "0101"}
        relocate(match.citizen, to=home, from_on=today(), ends=[], knows=None, by=cast.karen)
    databases.as_owner(f"UPDATE friendships_relocation SET {change}")

    assert run(ask_how_it_goes) == 0


@pytest.mark.parametrize(("days", "asked"), [(42, 0), (57, 0), (58, 1)])
def test_after_the_first_month_a_month_goes_by(committed_cast, run, days, asked):
    """The first meeting is no fresh start of its own: only a rest is, or that one hears of them later."""
    cast = committed_cast
    match = met_days_ago(in_state(cast, "active"), days)
    entered_days_ago(days + 1)
    with acting(user=cast.karen):
        CheckIn.ask(match, today(28 - days))

    assert run(ask_how_it_goes) == asked


@pytest.mark.feature(36)
def test_who_is_asked_late_has_a_week_to_answer_from_that_day_on(committed_cast, run):
    cast = committed_cast
    met_days_ago(in_state(cast, "active"), 250)
    entered_days_ago(251)
    run(ask_how_it_goes)

    with acting(user=cast.karen):
        first = CheckIn.objects.with_said(cast.karen).get().is_silent
    databases.as_owner("UPDATE friendships_checkin SET due_on = %s", today(-7))
    with acting(user=cast.karen):
        after_a_week = CheckIn.objects.with_said(cast.karen).get().is_silent
    assert (first, after_a_week) == (False, True)


def test_nobody_is_asked_anew_over_a_wish_that_waits(committed_cast, run):
    cast = committed_cast
    match = met_days_ago(in_state(cast, "active"), 60)
    entered_days_ago(61)
    with acting(user=cast.karen):
        CheckIn.ask(match, today(-40))
        said = CheckInAnswer.say(CheckIn.objects.get(), side="citizen", answer="talk", by=cast.karen)
    assert run(ask_how_it_goes) == 0

    with acting(user=cast.karen):
        said.has_been_talked_about()
    assert run(ask_how_it_goes) == 1
    with acting(user=cast.karen):
        assert CheckIn.objects.open().count() == 1


def test_both_can_be_asked_today_before_their_day_by_one_mail(committed_cast, client, mailbox):
    match = in_state(committed_cast, "active")
    people.sign_in(client, committed_cast.karen)
    address = f"/venskaber/{match.pk}/hvordan-gaar-det/nu/"

    client.post(address)
    again = client.post(address, follow=True)

    assert [one.message.kind for one in mailbox()].count("how_it_goes") == 1
    assert "Begge er spurgt i dag allerede" in again.text


def milestones(cast) -> list[str]:
    with acting(user=cast.karen):
        return [line.what for line in for_coordinator(cast.karen).mine if "netværksvenner" in line.what]


@pytest.mark.feature(44)
@pytest.mark.parametrize(
    ("months", "words"), [(6, "Et halvt år som netværksvenner"), (12, "1 år som netværksvenner"), (24, "2 år som")]
)
def test_half_a_year_and_whole_years_are_a_kind_mail_once_and_stand_on_the_desk_for_a_fortnight(
    committed_cast, run, mailbox, months, words
):
    cast = committed_cast
    began = today() - (months_after(today(), months) - today())
    match = met_days_ago(in_state(cast, "active"), (today() - began).days + 3)
    entered_days_ago(3000)

    assert (run(tell_of_milestones), run(tell_of_milestones)) == (1, 0)

    (mail,) = [one for one in mailbox() if one.message.kind == "milestone"]
    assert mail.message.address == match.volunteer.email
    assert mail.subject.startswith(words)
    assert match.citizen.called_name not in mail.text + mail.subject
    (line,) = milestones(cast)
    assert line.startswith(words)
    databases.as_owner("UPDATE friendships_milestone SET reached_on = %s", today(-14))
    assert milestones(cast) == []


@pytest.mark.parametrize(("ago", "told"), [(0, 1), (13, 1), (14, 0)])
def test_a_milestone_is_told_of_for_a_fortnight(committed_cast, run, ago, told):
    day = today(-ago)
    began = next(one for one in map(today, range(-240, -150)) if months_after(one, 6) == day)
    met_days_ago(in_state(committed_cast, "active"), (today() - began).days)
    entered_days_ago(3000)

    assert run(tell_of_milestones) == told


@pytest.mark.parametrize(("ago", "entered"), [(182 + 40, 3000), (182 + 3, 0)])
def test_what_is_long_past_or_was_before_they_were_entered_is_passed_over(committed_cast, run, ago, entered):
    met_days_ago(in_state(committed_cast, "active"), ago + 3)
    entered_days_ago(entered)

    assert run(tell_of_milestones) == 0


def test_it_leaves_the_desk_when_somebody_has_said_it(committed_cast, run, client):
    cast = committed_cast
    met_days_ago(in_state(cast, "active"), 188)
    entered_days_ago(3000)
    run(tell_of_milestones)
    with acting(user=cast.karen):
        milestone = Milestone.objects.get()

    people.sign_in(client, cast.karen)
    client.post(f"/venskaber/{milestone.match_id}/maerkedage/{milestone.pk}/sagt/")

    assert milestones(cast) == []
    with acting(user=cast.karen), pytest.raises(NotPossible):
        milestone.is_said()
