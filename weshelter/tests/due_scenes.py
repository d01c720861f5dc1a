"""For each daily job something that is due now, as the days would bring it, and what has come of it afterwards."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session
from django.db import connection
from django.utils import timezone

from access.attempts import Limit, count_attempt
from access.context import acting
from access.models import Attempt
from accounts.emails import send_invitation
from accounts.models import NewAddress
from accounts.tests import changing
from conftest import log_in_to_database
from courses.models import Attendance, Gathering
from friendships.models import Pause, PlannedRest
from history.failures import Failure, count_failure
from history.models import AccessTrail
from history.tests.chains import database_administrator, log
from history.tracking import events_of
from history.trail import write
from letters.models import Message
from matching.models import FirstMeeting, Match, MatchRound
from matching.rounds.making import begin
from reports.indicators import INDICATORS
from reports.models import Figure
from screening.models import Agreement, Reference
from volunteers.models import Assignment, Interested, Volunteer
from volunteers.tests import asking, lines, way
from weshelter.models import JobRun, WorkerSign
from weshelter.tests import people
from weshelter.tests.days import today

now = timezone.localtime
CONCERNED = ["karen@example.org", "ruth@example.org", "sille@example.org"]


def long_ago() -> datetime:
    return now() - timedelta(days=400)


@dataclass
class Scene:
    """The cast, and a way to let days go by."""

    cast: Any
    as_login: Callable[[str], None]

    def let_pass(self, model, *, where: dict | None = None, **dates) -> None:
        """Write dates as the days would have brought them: as the owner, and no trigger looks on."""
        self.as_login("owner")
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            model._base_manager.filter(**(where or {})).update(**dates)
            cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        self.as_login("app")


def an_access_that_two_agreed_on_yesterday(scene: Scene) -> None:
    ruth = people.create_user("Ruth Rask", is_secretariat=True)
    change = changing.ask(about=scene.cast.karen, by=scene.cast.sille)
    changing.confirm(change, by=ruth)
    changing.let_pass(change, hours=24)


def an_access_that_nobody_confirmed(scene: Scene) -> None:
    people.create_user("Ruth Rask", is_secretariat=True)
    changing.let_pass(changing.ask(about=scene.cast.karen, by=scene.cast.sille), days=7)


def told(kind: str) -> Callable[[], list[str]]:
    """To whom mails of a kind were written."""
    return lambda: sorted(Message.objects.filter(kind=kind).values_list("address", flat=True))


def an_assignment_that_ended(scene: Scene) -> None:
    vera = people.ready_volunteer(scene.cast)
    with acting(user=scene.cast.sille):
        vera.assign(scene.cast.nabo.friends, by=scene.cast.sille)
    ended = {"from_on": today() - timedelta(days=30), "until_on": today() - timedelta(days=1)}
    scene.let_pass(Assignment, where={"project": scene.cast.nabo.friends}, **ended)


def an_offer_in_vain(scene: Scene) -> None:
    full = lines.full_course(scene.cast)
    with acting(user=scene.cast.karen):
        full.anna.give_back()
    scene.let_pass(Attendance, where={"state": "offered"}, offered_until=now() - timedelta(minutes=1))


def a_course_in_two_days(scene: Scene) -> None:
    full = lines.full_course(scene.cast)
    ahead = {"starts_at": now() + timedelta(days=2), "ends_at": now() + timedelta(days=3)}
    scene.let_pass(Gathering, where={"pk": full.course.pk}, **ahead)


def a_first_meeting_tomorrow(scene: Scene) -> None:
    match, cast = people.create_match(scene.cast, started=False), scene.cast
    tomorrow = timezone.localtime(now()).replace(hour=14) + timedelta(days=1)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        FirstMeeting.arrange(match, starts_at=tomorrow, place="Caféen", accompanied_by=cast.lars)


def friends_of_a_fortnight(scene: Scene) -> None:
    people.create_match(scene.cast)
    scene.let_pass(Match, started_on=today() - timedelta(days=14), proposed_at=now() - timedelta(days=20))


def friends_who_rest_from_today(scene: Scene) -> None:
    match, ahead = people.create_match(scene.cast), today() + timedelta(days=7)
    with acting(user=scene.cast.karen):
        PlannedRest.plan(match, why="other", from_on=ahead, back_on=ahead)
    scene.let_pass(PlannedRest, from_on=today())


def friends_of_half_a_year(scene: Scene) -> None:
    people.create_match(scene.cast)
    scene.let_pass(Match, started_on=today() - timedelta(days=185), proposed_at=long_ago())


def a_referee_asked_a_week_ago(scene: Scene) -> None:
    way.referee(scene.cast, way.applied(scene.cast))
    scene.let_pass(Reference, asked_at=now() - timedelta(days=8))


def a_check_due_in_sixty_days(scene: Scene) -> None:
    way.checked(scene.cast, people.ready_volunteer(scene.cast), days=60)


def a_new_agreement(scene: Scene) -> None:
    people.ready_volunteer(scene.cast)
    with acting(user=scene.cast.sille):
        Agreement.objects.create(version=2, text_da="Den nye aftale")


def a_break_that_is_over(scene: Scene) -> None:
    vera = way.rests(scene.cast, people.ready_volunteer(scene.cast))
    scene.let_pass(Volunteer, where={"pk": vera.pk}, back_on=today())


def somebody_interested_a_year_ago(scene: Scene) -> None:
    asking.closed_role(scene.cast)
    asking.interested(house=scene.cast.rg60, since=long_ago())


def a_proposal(days_ago: int) -> Callable[[Scene], None]:
    def propose(scene: Scene) -> None:
        people.create_match(scene.cast, started=False, proposed_at=now() - timedelta(days=days_ago))

    return propose


def an_application(scene: Scene) -> None:
    way.applied(scene.cast)


def a_citizen(scene: Scene) -> None:
    people.create_citizen(scene.cast)


def an_attempt_of_long_ago(scene: Scene) -> None:
    count_attempt(Limit("a test", 3, timedelta(minutes=1)), "somebody")
    scene.let_pass(Attempt, forget_at=long_ago())


def a_round_of_long_ago(scene: Scene) -> None:
    with acting(user=scene.cast.karen):
        begin(scene.cast.karen, [scene.cast.rg60.friends.pk])
    scene.let_pass(MatchRound, made_at=long_ago())


def a_failure_of_long_ago(scene: Scene) -> None:
    count_failure(Failure.Kind.PAGE, "front", ValueError())
    scene.let_pass(Failure, first_at=long_ago(), last_at=long_ago())


def rows_of_the_log(scene: Scene) -> None:
    log(scene.cast.karen, 3)


def a_trail_of_long_ago(scene: Scene) -> None:
    with acting(user=scene.cast.karen):
        write(AccessTrail.Action.SHOWN, "citizens:list")
    with database_administrator() as cursor:
        cursor.execute("UPDATE history_accesstrail SET at = at - interval '25 months'")


def a_mail_of(days: int) -> Callable[[Scene], None]:
    def write(scene: Scene) -> None:
        with acting(user=scene.cast.sille):
            send_invitation(scene.cast.karen)
        scene.let_pass(Message, made_at=now() - timedelta(days=days))

    return write


def a_run_of_long_ago(scene: Scene) -> None:
    scene.as_login("jobs")
    JobRun.objects.create(job="x", started_at=long_ago(), finished_at=long_ago())
    WorkerSign.objects.create(pk="x", seen_at=long_ago())
    scene.as_login("app")


def a_new_address_of_yesterday(scene: Scene) -> None:
    with acting(user=scene.cast.karen):
        NewAddress.ask(scene.cast.karen, "karen.ny@example.org")
    scene.let_pass(NewAddress, asked_at=now() - timedelta(days=2))


def a_login_of_yesterday(scene: Scene) -> None:
    Session.objects.create(session_key="x", session_data="", expire_date=now() - timedelta(days=1))


def logins() -> int:
    """The jobs end logins and read none."""
    log_in_to_database("owner")
    return Session.objects.count()


def mails() -> list[tuple[str, str]]:
    """What was written to whom, but not what the scene needed to come about."""
    return sorted(Message.objects.exclude(kind="invitation").values_list("kind", "address"))


def events(model, state: str) -> int:
    return events_of(model).objects.filter(state=state).count()


# The job -> what is due, what is looked at afterwards, and what is seen there if it was done once.
SCENES: dict[str, tuple[Callable[[Scene], None], Callable[[], Any], Any]] = {
    "changes of access": (an_access_that_two_agreed_on_yesterday, told("change_done"), CONCERNED),
    "changes of access not confirmed": (an_access_that_nobody_confirmed, told("change_ended"), CONCERNED),
    "projects of volunteers": (
        an_assignment_that_ended,
        lambda: [len(one.project_ids) for one in Volunteer.objects.all()],
        [1],
    ),
    "places offered in vain": (an_offer_in_vain, mails, [("course_offered", "carla@example.net")]),
    "reminders of courses": (a_course_in_two_days, mails, [("course_reminder", "anna@example.net")]),
    "referees reminded": (a_referee_asked_a_week_ago, mails, [("reference", "rita@example.org")]),
    "record checks due": (
        a_check_due_in_sixty_days,
        mails,
        [("check_due", "vera@example.net")],
    ),
    "agreements to sign anew": (a_new_agreement, mails, [("agreement_again", "vera@example.net")]),
    "breaks that are over": (a_break_that_is_over, mails, [("whether_back", "vera@example.net")]),
    "new addresses not confirmed": (a_new_address_of_yesterday, NewAddress.objects.count, 0),
    "interest kept long enough": (somebody_interested_a_year_ago, Interested.objects.count, 0),
    "proposals not answered in time": (a_proposal(15), lambda: events(Match, "expired"), 1),
    "reminders of proposals": (a_proposal(8), mails, [("proposal_reminder", "vera@example.net")]),
    "reminders of first meetings": (
        a_first_meeting_tomorrow,
        mails,
        [("first_meeting_reminder", "vera@example.net"), ("first_meeting_reminder_host", "lars@example.org")],
    ),
    "rests that begin": (friends_who_rest_from_today, Pause.objects.count, 1),
    "how it goes": (friends_of_a_fortnight, mails, [("how_it_goes", "vera@example.net")]),
    "milestones": (friends_of_half_a_year, mails, [("milestone", "vera@example.net")]),
    "what waits": (an_application, mails, [("digest", "karen@example.org"), ("digest", "sille@example.org")]),
    "figures": (a_citizen, Figure.objects.count, 2 * 2 * len(INDICATORS)),
    "attempts": (an_attempt_of_long_ago, Attempt.objects.count, 0),
    "logins that are over": (a_login_of_yesterday, logins, 0),
    "failures of long ago": (a_failure_of_long_ago, Failure.objects.count, 0),
    "match rounds": (a_round_of_long_ago, MatchRound.objects.count, 0),
    "heads of the access log": (
        rows_of_the_log,
        mails,
        [("log_head", "drift@example.org"), ("log_head", "vagt@example.org")],
    ),
    "rows kept long enough": (a_trail_of_long_ago, AccessTrail.objects.count, 0),
    "the access log is whole": (rows_of_the_log, mails, []),
    "mails of a week ago": (a_mail_of(8), lambda: events(Message, "put_aside"), 1),
    "mails that have not left": (a_mail_of(0), mails, []),
    "runs of long ago": (
        a_run_of_long_ago,
        lambda: JobRun.objects.filter(job="x").count() + WorkerSign.objects.count(),
        0,
    ),
}
