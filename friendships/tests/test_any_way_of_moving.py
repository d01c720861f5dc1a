"""No sequence of moves leaves a citizen with two homes, a gap between them, or a lead who sees him without his yes."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, integers, sampled_from

from access.context import acting
from citizens.models import Attachment, Citizen, Home
from friendships.models import JournalNotice, Relocation
from friendships.relocating import call_off, put_off, relocate
from friendships.tests.pairs import in_state
from history.moves import NotPossible
from weshelter.tests import databases
from weshelter.tests.days import today

EXAMPLES = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
DAY = timedelta(days=1)
SAID = {"goes_on": "yes", "travel": "fine"}


class Moving(RuleBasedStateMachine):
    """One citizen of RG60 with a friend; NABO is the other house, and its lead another one."""

    cast: object
    citizen: Citizen
    houses: list

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.by = self.cast.karen

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def does(self, act: Callable) -> bool:
        """Whether it was possible; what is not leaves no trace."""
        with acting(user=self.by):
            try:
                act()
            except NotPossible:
                return False
        return True

    def relocation(self, which: int) -> Relocation | None:
        found = list(Relocation.objects.with_homes().order_by("pk"))
        return found[which % len(found)] if found else None

    @rule(house=sampled_from([None, 0, 1]), days=integers(-3, 9), knows=booleans(), lets_go=booleans())
    def moves(self, house, days, knows, lets_go):
        def act() -> None:
            home = Home.objects.current().get()
            if today() + days * DAY < home.from_on:
                return  # the form refuses it
            there = self.houses[house] if house is not None else None
            known = {one.institution_id for one in self.citizen.attachments.going_on()}
            to = {"institution": there, "municipality": "" if there else "0147"}
            relocate(
                self.citizen,
                to=to,
                from_on=today() + days * DAY,
                ends=list(self.citizen.attachments.going_on()) if lets_go else [],
                knows=there if knows and there and there.pk not in known else None,
                by=self.by,
                **SAID,
            )

        self.does(act)

    @rule(which=integers(0, 9), days=integers(0, 12))
    def is_put_off(self, which, days):
        def act() -> None:
            row = self.relocation(which)
            if row and row.home and row.home.until_on is None:
                put_off(row, max(today() + days * DAY, row.home.from_on))

        self.does(act)

    @rule(which=integers(0, 9))
    def is_called_off(self, which):
        self.does(lambda: (row := self.relocation(which)) and call_off(row))

    @rule(house=integers(0, 1), days=integers(-2, 5))
    def a_further_house_may_know(self, house, days):
        there, when = self.houses[house], today() + days * DAY
        self.does(lambda: self.citizen.attach(there, kind="comes_here", from_on=when, heard_by=self.by))

    @rule(which=integers(0, 9), days=integers(0, 5))
    def a_house_lets_go(self, which, days):
        def act() -> None:
            found = list(self.citizen.attachments.order_by("pk"))
            one = found[which % len(found)] if found else None
            if one and not one.is_over:
                one.put_right(until_on=max(one.from_on, today() + days * DAY))

        self.does(act)

    @rule(house=integers(0, 1))
    def says_yes_to_a_journal(self, house):
        there = self.houses[house]
        self.does(lambda: JournalNotice.say_yes(self.match, there, given="spoken", by=self.by))

    @rule()
    def the_journal_ends(self):
        self.does(lambda: [one.end() for one in JournalNotice.objects.open()])

    @invariant()
    def one_home_follows_the_other(self):
        with acting(user=self.by):
            homes = list(Home.objects.order_by("from_on", "until_on"))
        assert [one.until_on is None for one in homes].count(True) == 1
        assert homes[-1].until_on is None
        for one, following in pairwise(homes):
            gap = (following.from_on - one.until_on).days
            assert gap == 1 or one.from_on == following.from_on

    @invariant()
    def nobody_sees_him_whose_house_does_not_know_him(self):
        with acting(user=self.by):
            known = {one.institution for one in Attachment.objects.in_force().select_related("institution")}
        for lead, house in ((self.cast.lars, self.houses[0]), (self.cast.leif, self.houses[1])):
            with acting(user=lead):
                assert Citizen.objects.exists() is (house in known)

    @invariant()
    def his_friend_and_his_coordinator_stay(self):
        with acting(user=self.by):
            self.match.refresh_from_db()
            assert (self.match.state, self.match.project_id) == ("active", self.cast.rg60.friends.pk)
            assert Citizen.objects.get() == self.citizen

    @invariant()
    def one_relocation_can_be_called_off_at_the_most(self):
        with acting(user=self.by):
            assert Relocation.objects.not_happened().count() <= 1


@pytest.mark.feature(40)
def test_wherever_he_moves_he_is_known_by_those_whom_he_named(cast):
    match = in_state(cast, "active")
    long_ago = today() - 300 * DAY
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", long_ago)
    databases.as_owner("UPDATE citizens_home SET from_on = %s", long_ago)
    houses = [cast.rg60.institution, cast.nabo.institution]

    class OfThisCast(Moving):
        pass

    OfThisCast.cast, OfThisCast.match, OfThisCast.citizen, OfThisCast.houses = cast, match, match.citizen, houses
    run_state_machine_as_test(OfThisCast, settings=EXAMPLES)
