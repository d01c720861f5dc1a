"""The demo: made once, through the verbs, the same each time, in every state, and with a past that one believes."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.models import Count, F, Min
from django.utils import timezone

from access.context import acting
from access.text import CPR_NUMBER
from accounts.models import User
from citizens.models import Attachment, Citizen, Consent, Spoken
from conftest import log_in_to_database, real_commits
from coordinators.timeline import timeline_of
from courses.models import Attendance, Gathering
from foodclubs.models import Duty, Evening, Signup
from friendships.models import StandIn
from history.chain import faults
from history.models import AccessLog
from history.tracking import events_of
from institutions.models import Membership, Project
from letters import hours
from letters.models import Message
from letters.tests.replayed import most_in, replay
from matching.models import Match
from notes.models import Acknowledgement, Confidence, Guidance
from screening.models import Interview, Signature
from volunteers.models import Assignment, Volunteer
from weshelter.cast import CAST
from weshelter.tests import canonical
from weshelter.tests.code import our_models
from weshelter.tests.demo_mails import mails_of_the_demo
from weshelter.tests.demo_shows import SHOWN, TODAY

# Filled by a migration, and emptied with everything else after the first demo.
FROM_THE_MIGRATION = {"matching.WeightSet"}


def fill():
    """One demo, and all its rows as text."""
    call_command("cast", stdout=StringIO())
    log_in_to_database("owner")
    told = canonical.rows()
    log_in_to_database("app")
    return {label: rows for label, rows in told.items() if label not in FROM_THE_MIGRATION}


@pytest.fixture(scope="module")
def fillings(django_db_setup, django_db_blocker):
    """Two demos made one after the other; the second one stays for the tests."""
    with real_commits(django_db_blocker):
        first = fill()
    with real_commits(django_db_blocker):
        yield first, fill()


@pytest.fixture
def demo(fillings):
    """The app's login, which sees what somebody who acts may see; gives everybody by first name."""
    return {user.name.split()[0].lower(): user for user in User.objects.all()}


@pytest.fixture
def everything(fillings, as_login):
    """The owner's login, which sees every row."""
    as_login("owner")


def states(model):
    return set(model.objects.values_list("state", flat=True))


def test_two_fillings_are_equal(fillings):
    first, second = fillings

    assert second == first


def test_making_them_again_changes_nothing(demo):
    before = User.objects.count()

    call_command("cast", stdout=StringIO())

    assert User.objects.count() == before == len(CAST)


def test_everybody_of_the_cast_can_log_in(demo):
    assert {user.email for user in demo.values()} == {email for _role, email in CAST}
    assert all(user.check_password("rundt-om-bordet") for user in demo.values())


def test_every_house_has_two_coordinators_and_a_lead(everything):
    here = Membership.objects.in_force().values_list("role", "project__institution__slug", "institution__slug")

    houses = here.annotate(people=Count("user", distinct=True))

    assert sorted((house or own, role, people) for role, house, own, people in houses) == [
        (house, role, people)
        for house in ("kollegiet", "nabo", "rg60")
        for role, people in (("coordinator", 2), ("lead", 1))
    ]


# Each state that a verb reaches today; a state with a verb of its own is added here and to the demo.
REACHED = {
    Volunteer: {"applied", "interviewed", "in_training", "ready", "resting", "left", "declined", "withdrawn"},
    Match: {"proposed", "accepted", "trial", "active", "paused", "ending", "ended", "declined", "withdrawn"},
    Evening: {"planned", "open", "held", "cancelled"},
    Gathering: {"planned", "called_off"},
    Signup: {"waiting", "coming", "came", "missed", "declined"},
    Duty: {"taken", "came", "missed", "cancelled"},
    Attendance: {"invited", "waiting", "offered", "booked", "declined", "attended", "missed", "called_off"},
    Guidance: {"draft", "approved", "withdrawn"},
    Project: {"open", "paused"},
}


@pytest.mark.parametrize("model", REACHED, ids=lambda model: model.__name__)
def test_there_is_somebody_in_every_state(everything, model):
    assert states(model) == REACHED[model]


def test_there_are_as_many_as_in_a_small_year(everything):
    assert (Volunteer.objects.count(), Citizen.objects.count(), Match.objects.count()) == (48, 60, 25)


@pytest.mark.parametrize("what", SHOWN)
def test_there_is(everything, what):
    assert SHOWN[what]().exists()


def test_the_food_clubs_meet_each_tuesday_and_thursday_eight_weeks_back_and_ahead(everything):
    days = {timezone.localdate(evening.starts_at) for evening in Evening.objects.all()}

    this_week = TODAY() - timedelta(days=TODAY().weekday())
    assert days == {this_week + timedelta(days=day, weeks=week) for day in (1, 3) for week in range(-8, 9)}


def test_no_text_holds_a_cpr_number(fillings):
    found = [row for rows in fillings[1].values() for row in rows if CPR_NUMBER.search(row)]

    assert found == []


# What came later, what came before it, both as fields of one row.
BEFORE = [
    (Match, "proposed_at", "citizen__registered_at"),
    (Match, "proposed_at", "volunteer__applied_at"),
    (Match, "volunteer_yes_at", "proposed_at"),
    (Match, "citizen_yes_at", "proposed_at"),
    (Match, "started_on", "citizen_yes_at__date"),
    (Attachment, "from_on", "citizen__registered_at__date"),
    (StandIn, "proposed_at__date", "pause__began_on"),
    (StandIn, "asked_on", "pause__began_on"),
    (Spoken, "spoken_on", "said_before"),
    (Spoken, "again_on", "spoken_on"),
    (Consent, "given_at", "citizen__registered_at"),
    (Consent, "withdrawn_at", "given_at"),
    (Interview, "held_on", "volunteer__applied_at__date"),
    (Signature, "signed_at", "volunteer__applied_at"),
    (Signature, "signed_at__date", "agreement__in_force_from"),
    (Assignment, "from_on", "volunteer__applied_at__date"),
    (Attendance, "gathering__starts_at", "volunteer__applied_at"),
    (Confidence, "written_at", "citizen__registered_at"),
    (Guidance, "written_at", "consent__given_at"),
    (Guidance, "approved_at", "written_at"),
    (Acknowledgement, "at", "guidance__approved_at"),
]


@pytest.mark.parametrize(("model", "later", "earlier"), BEFORE)
def test_nothing_happens_before_its_cause(everything, model, later, earlier):
    rows = model.objects.exclude(**{f"{later.removesuffix('__date')}__isnull": True})

    assert rows.exists()
    assert list(rows.filter(**{f"{later}__lt": F(earlier)})) == []


def test_nobody_is_proposed_before_she_is_ready(everything):
    ready = events_of(Volunteer).objects.filter(state="ready").values("pgh_obj").annotate(since=Min("pgh_created_at"))
    since = {row["pgh_obj"]: row["since"] for row in ready}

    assert [match for match in Match.objects.all() if match.proposed_at < since[match.volunteer_id]] == []


@pytest.mark.parametrize("model", [m for m in our_models() if hasattr(m, "pgh_event_model")], ids=lambda m: m.__name__)
def test_the_history_holds_nothing_of_tomorrow(everything, model):
    assert not events_of(model).objects.filter(pgh_created_at__gt=timezone.now()).exists()


def those_who_met():
    """The pairs that have met."""
    return Match.objects.exclude(started_on=None)


def test_the_history_tells_the_same_days_as_the_rows(everything):
    begun = events_of(Match).objects.filter(state="trial").values_list("pgh_obj", "pgh_created_at__date", "started_on")

    assert {pk for pk, _day, _on in begun} == set(those_who_met().values_list("pk", flat=True))
    assert [pk for pk, day, on in begun if day != on] == []


def test_the_pairs_grow_older_one_by_one(everything):
    ages = {(TODAY() - day).days for day in those_who_met().values_list("started_on", flat=True)}

    assert len(ages) == 13
    assert min(ages) < 7
    assert max(ages) > 150


def test_a_coordinator_reads_of_a_friendship_what_happened_when(demo):
    with acting(user=demo["karen"]):
        match = Match.objects.get(citizen__known_as__called_name="Abdi")
        days = [(TODAY() - timezone.localdate(line.at)).days for line in timeline_of(match).lines]

    assert days == [5, 10, 15, 17]


def test_the_log_of_openings_is_whole_and_of_today(everything):
    assert faults() == []
    assert {timezone.localdate(at) for at in AccessLog.objects.values_list("at", flat=True)} == {TODAY()}


def test_every_lock_is_closed_again(everything):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass, tgname FROM pg_trigger WHERE tgenabled <> 'O'")
        asleep = cursor.fetchall()

    assert asleep == []


def test_the_one_who_moved_last_week_is_seen_at_the_new_house_and_not_at_the_old_one(demo):
    seen = {}
    for name in ("lars", "omar", "karen"):
        with acting(user=demo[name]):
            seen[name] = Citizen.objects.filter(known_as__called_name="Marek").exists()

    assert seen == {"lars": False, "omar": True, "karen": True}


@pytest.mark.parametrize(("name", "slug"), [("karen", "rg60"), ("mette", "kollegiet"), ("nanna", "nabo")])
def test_a_coordinator_sees_nothing_of_another_house(demo, name, slug):
    with acting(user=demo[name]):
        seen = [
            set(model.objects.values_list("project__institution__slug", flat=True))
            for model in (Citizen, Match, Confidence, Guidance, Signup, Duty)
        ]

    assert seen == [{slug}] * 6


@pytest.mark.parametrize("name", ["ib", "bilal"])
def test_who_holds_the_food_club_alone_knows_no_citizen(demo, name):
    with acting(user=demo[name]):
        assert not Citizen.objects.exists()
        assert Signup.objects.exists()


@pytest.mark.feature(93)
def test_in_two_years_nobody_gets_two_mails_a_day_or_seven_a_week(everything, monkeypatch, capsys):
    """Of what may wait; by the very worker, to the volunteers to whom the most is written, and to all who log in.

    Those to whom the very same is written, such as a house's lead and its other coordinator, are replayed as one.
    """
    monkeypatch.setattr("letters.models.is_night", hours.is_night)
    monkeypatch.setattr("letters.claiming.had_enough", hours.had_enough)
    written = mails_of_the_demo()
    alike = {tuple(mails): address for address, mails in written.items()}
    with transaction.atomic():
        Message.objects.all().delete()
        left = replay({address: written[address] for address in alike.values()}, monkeypatch)
        transaction.set_rollback(True)

    assert {user.email for user in User.objects.filter(is_active=True)} <= set(written)
    for address in written:
        mails = left[alike[tuple(written[address])]]
        days = [timezone.localdate(one.at) for one in mails for _mail in range(one.mails)]
        a_day, a_week, waited = most_in(days, 1), most_in(days, 7), max(one.waited for one in mails)
        with capsys.disabled():
            print(
                f"\n{address}: {len(written[address])} messages, {a_day} a day, {a_week} a week, {waited}",
                end="",
            )
        assert sum(one.messages for one in mails) == len(written[address])
        assert (a_day, a_week <= hours.MOST_IN_A_WEEK, waited < timedelta(days=2)) == (1, True, True)
