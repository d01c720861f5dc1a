"""Whatever is done, nothing that is open is nobody's: it is on a desk, or its project is with the secretariat."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, integers, sampled_from

from access.context import acting
from accounts.models import User
from coordinators.attention import for_coordinator
from coordinators.tests.away import another_coordinator
from history.moves import NotPossible
from institutions.models import Absence, Alignment, Membership, Project
from matching.models import FirstMeeting, Match
from screening.models import Appointment
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import databases, people
from weshelter.tests.days import today

EXAMPLES = settings(
    max_examples=10, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
DAY = timedelta(days=1)
# Of each table with a project what of it is open.
OPEN = {
    "matching_match": "t.state IN ('proposed', 'accepted', 'trial', 'active', 'paused', 'ending')",
    "foodclubs_evening": "t.state IN ('planned', 'open')",
    "volunteers_assignment": "t.until_on IS NULL OR t.until_on >= app.today()",
    "citizens_wishes": "t.wants_friend",
    "institutions_membership": "t.until_on IS NULL OR t.until_on >= greatest(t.from_on, app.today())",
}
IN_A_CLOSED_PROJECT = """
SELECT count(*) FROM {table} t JOIN institutions_project p ON p.id = t.project_id AND p.state = 'closed' WHERE {is_open}
"""
# The roles of somebody that reach a project on a day and from which nobody is away, in words of this test alone.
ROLES_THAT_DAY = """
SELECT count(*) FROM institutions_membership m JOIN accounts_user u ON u.id = m.user_id AND u.is_active
WHERE m.user_id = %s AND (m.project_id = %s OR m.role = 'lead')
    AND m.from_on <= %s AND (m.until_on IS NULL OR m.until_on >= %s)
    AND NOT EXISTS (SELECT FROM institutions_absence a WHERE a.user_id = m.user_id AND a.called_off_at IS NULL
        AND (a.project_id = m.project_id OR a.institution_id = m.institution_id)
        AND a.from_on <= %s AND (a.until_on IS NULL OR a.until_on >= %s))
"""
LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


class Owning(RuleBasedStateMachine):
    """RG60 with two coordinators, a lead and another one who may become it; whoever has left can get the role again."""

    cast: SimpleNamespace
    people: list[User]
    client: Client

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.number = 0

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def does(self, by, act: Callable) -> None:
        """What is not possible leaves no trace."""
        with acting(user=by):
            try:
                act()
            except NotPossible:
                pass

    def does_whoever_is_there(self, act: Callable) -> None:
        """Somebody who coordinates the friends' project today, if anybody does."""
        with acting(user=self.cast.sille):
            there = Membership.objects.in_force().filter(project=self.cast.rg60.friends, user__is_active=True)
            user = User.objects.filter(pk__in=there.values("user")).order_by("name").first()
        if user:
            self.does(user, lambda: act(user))

    @rule(who=integers(0, 3), days=integers(0, 3), project=sampled_from(["friends", "food", None]))
    def a_role_is_given(self, who, days, project):
        def act() -> None:
            where = {"institution": self.cast.rg60.institution, "role": "lead"}
            if project:
                where = {"project": getattr(self.cast.rg60, project), "role": "coordinator"}
            Membership(user=self.people[who], from_on=today() + days * DAY, **where).give(by=self.cast.sille)

        self.does(self.cast.sille, act)

    @rule(who=integers(0, 3))
    def the_roles_end(self, who):
        self.does(self.cast.sille, lambda: self.people[who].memberships.end(by=self.cast.sille))

    @rule(who=integers(0, 3), opens=booleans())
    def a_login_is_closed_or_opened(self, who, opens):
        user = self.people[who]
        self.does(self.cast.sille, lambda: User.objects.filter(pk=user.pk).update(is_active=opens))

    @rule(who=integers(0, 3), deputy=integers(-1, 3), first=integers(0, 4), last=integers(-1, 9))
    def somebody_is_away(self, who, deputy, first, last):
        def act() -> None:
            days = {
                "from_on": today() + first * DAY,
                "until_on": None if last < 0 else today() + max(first, last) * DAY,
            }
            for role in self.people[who].memberships.in_force().with_places():
                Absence.begin(role, **days, deputy=self.people[deputy] if deputy >= 0 else None)

        self.does(self.people[who], act)

    @rule(who=integers(0, 3))
    def somebody_is_back(self, who):
        self.does(self.people[who], lambda: [one.come_back() for one in self.people[who].absences.not_over()])

    @rule(days=integers(1, 6))
    def a_talk_is_agreed(self, days):
        self.number += 1
        at = (timezone.localtime() + days * DAY).replace(microsecond=0)
        applicant = people.apply(f"Anna A{LETTERS[self.number % 29] * 3}", self.cast.rg60.friend_role)

        def act(user) -> None:
            Appointment.offer(applicant, times=[at], place="Haven", by=user).choose(at, by=applicant)

        self.does_whoever_is_there(act)

    @rule(days=integers(1, 6))
    def a_first_meeting_is_arranged(self, days):
        def act(user) -> None:
            at = timezone.localtime() + days * DAY
            FirstMeeting.arrange(self.match, starts_at=at, place="Haven", accompanied_by=user)

        self.does_whoever_is_there(act)

    @rule()
    def the_match_comes_to_nothing(self):
        def act(user) -> None:
            Match.objects.get(pk=self.match.pk).withdraw(by=user)

        self.does_whoever_is_there(act)

    @rule()
    def applicants_are_declined(self):
        def act(user) -> None:
            for one in Volunteer.objects.screened_by(user).awaiting_screening():
                one.decline(reason="other", by=user)

        self.does_whoever_is_there(act)

    @rule()
    def the_wish_ends(self):
        self.does_whoever_is_there(lambda user: self.match.citizen.spoken_with(outcome="no_longer", by=user))

    @rule(project=sampled_from(["friends", "food"]))
    def a_project_closes(self, project):
        page = reverse("coordinators:close_project", args=[getattr(self.cast.rg60, project).pk])
        assert self.client.post(page).status_code in {302, 409}

    @rule()
    def the_house_closes(self):
        page = reverse("coordinators:close_house", args=[self.cast.rg60.institution.slug])
        assert self.client.post(page).status_code in {302, 409}

    @invariant()
    def every_project_is_somebodys(self):
        with acting(user=self.cast.sille):
            waits = {one.pk for one in Project.objects.without(Membership.Role.COORDINATOR)}
            waits |= {one.project_id for one in Absence.objects.without_anybody()}
            for project in Project.objects.exclude(state="closed"):
                assert self.somebody_is_there(project) or project.pk in waits

    def somebody_is_there(self, project) -> bool:
        """Asked of the rows, and of no function that the pages ask."""
        roles = Membership.objects.in_force().filter(project=project, user__is_active=True)
        away = Absence.objects.in_force().filter(project=project).values_list("user", flat=True)
        return roles.exclude(user__in=list(away)).exists()

    @invariant()
    def in_a_closed_project_nothing_is_open(self):
        for table, is_open in OPEN.items():
            assert databases.counted_as_owner(IN_A_CLOSED_PROJECT.format(table=table, is_open=is_open)) == 0, table

    @invariant()
    def every_volunteer_is_somebodys(self):
        with acting(user=self.cast.sille):
            waits = set(Volunteer.objects.without_project().values_list("pk", flat=True))
            for one in Volunteer.objects.not_gone():
                theirs = Project.objects.filter(pk__in=one.project_ids).exclude(state="closed")
                assert theirs.exists() or one.pk in waits

    @invariant()
    def every_alignment_is_answered_for(self):
        with acting(user=self.cast.sille):
            waits = set(Alignment.objects.without_their_lead().values_list("pk", flat=True))
            for one in Alignment.objects.exclude(project__state="closed"):
                house = one.project.institution_id
                leads = Membership.objects.in_force().filter(institution=house, user=one.lead, user__is_active=True)
                assert leads.exists() or one.pk in waits

    @invariant()
    def every_date_ahead_has_somebody_or_stands_on_a_desk(self):
        """On the desk of each who is there today; where nobody is, the project stands with the secretariat (above)."""
        with acting(user=self.cast.sille):
            here = Membership.objects.in_force().filter(project=self.cast.rg60.friends, user__is_active=True)
            there = [one.user_id for one in here]
        for pk in there:
            with acting(user=User(pk=pk)):
                lost = set(self.lost_dates())
                lines = for_coordinator(User.objects.get(pk=pk)).mine if lost else []
                assert lost <= {(line.page, line.id) for line in lines}

    def lost_dates(self) -> Iterator[tuple]:
        """The dates ahead whose host is not there that day, with the page where they are handed on."""
        ahead = {"called_off_at": None, "match__state": "accepted", "starts_at__gt": timezone.now()}
        for talk in Appointment.objects.filter(state="booked", chosen__gt=timezone.now()):
            if self.is_lost(talk.by_id, talk.chosen):
                yield "screening:move_conversation", talk.volunteer_id
        for meeting in FirstMeeting.objects.filter(**ahead):
            if self.is_lost(meeting.accompanied_by_id, meeting.starts_at):
                yield "coordinators:pair", meeting.match_id

    def is_lost(self, who, moment) -> bool:
        day = timezone.localdate(moment)
        return databases.counted_as_owner(ROLES_THAT_DAY, who, self.cast.rg60.friends.pk, *[day] * 4) == 0


@pytest.mark.feature(45, 94)
def test_no_sequence_of_acts_leaves_anything_to_nobody(cast, client):
    match = people.create_match(cast, citizen=people.create_citizen(cast, "Gunnar"), started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    way.applied(cast, "Anna Ansøger")
    mona = people.create_user("Mona Ny", by=cast.sille)
    people.sign_in(client, cast.sille)
    said = {"cast": cast, "match": match, "client": client}
    said["people"] = [cast.karen, another_coordinator(cast), cast.lars, mona]
    run_state_machine_as_test(type("OfThisCast", (Owning,), said), settings=EXAMPLES)
