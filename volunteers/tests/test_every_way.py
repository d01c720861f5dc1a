"""No sequence of acts and dates reaches a match or a duty without each requirement, or a live exemption from it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, sampled_from

from access.context import acting
from foodclubs.tests.tables import create_evening, task_of
from history.moves import NotPossible
from matching.models import Match
from volunteers.models import Agreement, RecordCheck, Requirement, RoleProfile, SecondYes, Shadowing
from volunteers.places import take_place
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.days import today

EXAMPLES = settings(
    max_examples=6, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), database=None
)


class TakenBack(Exception):
    """What was tried is taken back."""


class Screening(RuleBasedStateMachine):
    """One volunteer of RG60's food club and friends, and what has truly happened to her, kept beside the database."""

    cast: object
    bo: object
    cooking: object
    experienced: object

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.volunteer = people.apply("Vera Ven", self.cast.rg60.friend_role)
        self.talked, self.said_yes, self.signed, self.came = set(), set(), set(), False
        self.demanded, self.referees, self.checks = 1, 0, []
        self.asked, self.exempted, self.was_along = set(), {}, False

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def does(self, act: Callable, by) -> bool:
        """Whether an act was possible; what is not leaves no trace."""
        try:
            with acting(user=by):
                self.volunteer.refresh_from_db()
                act(by)
        except NotPossible:
            return False
        return True

    @initialize(is_ready=booleans())
    def begin(self, is_ready):
        """Every second one is ready already, so that the gate stands open until something is missing."""
        if is_ready:
            self.talk("karen", True)
            self.train()
            self.sign()
            self.take_the_course(True)

    @rule(who=sampled_from(["karen", "sille"]), good=booleans())
    def talk(self, who, good):
        by, outcome = getattr(self.cast, who), "good" if good else "talk_more"
        if self.does(lambda by: self.volunteer.hold_conversation(held_on=today(), outcome=outcome, by=by), by) and good:
            self.talked.add(who)

    @rule(who=sampled_from(["karen", "sille"]))
    def say_yes_too(self, who):
        if self.does(lambda by: SecondYes.say(self.volunteer, by=by), getattr(self.cast, who)):
            self.said_yes.add(who)

    @rule()
    def train(self):
        self.does(lambda by: self.volunteer.take_into_training(by=by), self.cast.karen)

    @rule()
    def sign(self):
        if self.volunteer.is_taken_in:
            self.does(lambda by: self.volunteer.sign(Agreement.objects.current(), how="paper", by=by), self.cast.karen)
            with acting(user=self.cast.karen):
                self.signed = set(self.volunteer.signatures.values_list("agreement__version", flat=True))

    @rule(came=booleans())
    def take_the_course(self, came):
        def attend(by):
            here = self.volunteer.attendances.select_related("volunteer", "gathering").first()
            (here or self.cast.course.book(self.volunteer)).tick(came=came, by=by)

        if self.does(attend, self.cast.karen):
            self.came = came

    @rule(demands=booleans())
    def agree_anew(self, demands):
        with acting(user=self.cast.sille):
            version = Agreement.objects.current().version + 1
            Agreement.objects.create(version=version, text_da="Ny", demands_signature=demands)
        self.demanded = version if demands else self.demanded

    @rule()
    def go_along(self):
        def write(by):
            Shadowing.write(self.volunteer, experienced=self.experienced, went_on=today(), by=by)

        if self.does(write, self.cast.karen):
            self.was_along = True

    @rule(trusts=sampled_from(["yes", "no", "unsure"]))
    def hear_a_referee(self, trusts):
        if self.referees == 0 and (self.volunteer.is_on_the_way or self.volunteer.is_taken_in):
            with acting(user=self.cast.karen):
                known = self.volunteer.references.exists()
            if not known:
                way.referee(self.cast, self.volunteer, trusts=trusts)
                self.referees += trusts == "yes"

    @rule(outcome=sampled_from(["ok", "assessed_ok", "under_discussion", "not_ok"]), expired=booleans())
    def see_a_check(self, outcome, expired):
        seen, due = today() - timedelta(days=9), today() + timedelta(days=-1 if expired else 0)
        with acting(user=self.cast.karen):
            check = RecordCheck.ask(self.volunteer, kind="criminal_record", by=self.cast.karen)
            check.see(seen_on=seen, outcome=outcome, next_due_on=due, by=self.cast.karen)
        self.checks.append((outcome, due))

    @rule(
        kinds=sampled_from(
            [(), ("references",), ("criminal_record",), ("second_yes", "criminal_record"), ("shadowing",)]
        )
    )
    def the_roles_ask(self, kinds):
        with acting(user=self.cast.sille):
            RoleProfile.objects.filter(project__institution=self.cast.rg60.institution).update(
                references_asked=int("references" in kinds),
                record_asked="criminal_record" if "criminal_record" in kinds else "",
                asks_two="second_yes" in kinds,
                asks_shadowing="shadowing" in kinds,
            )
        self.asked = set(kinds)
        self.exempted = {kind: until for kind, until in self.exempted.items() if kind in kinds}

    @rule(expired=booleans())
    def exempt(self, expired):
        until = today() - timedelta(days=1 if expired else 0)
        with acting(user=self.cast.sille):
            for asked in Requirement.objects.filter(assignment__volunteer=self.volunteer):
                asked.exempt(why="Det haster", until_on=until, by=self.cast.sille)
                self.exempted[asked.kind] = max(until, self.exempted.get(asked.kind, until))

    @rule()
    def join_the_food_club(self):
        self.does(lambda by: self.volunteer.assign(self.cast.rg60.food, by=by), self.cast.karen)

    def lacks(self) -> set[str]:
        """What is missing, by what has happened."""
        bad = any(outcome in ("under_discussion", "not_ok") for outcome, _due in self.checks)
        met = {
            "interview": bool(self.talked),
            "agreement": any(version >= self.demanded for version in self.signed),
            "course": self.came,
            "second_yes": any(first != second for first in self.talked for second in self.said_yes),
            "references": self.referees >= 1,
            "shadowing": self.was_along,
            "criminal_record": not bad and any(due >= today() for _outcome, due in self.checks),
        }
        exempted = {kind for kind, until in self.exempted.items() if until >= today()}
        needed = {"interview", "agreement", "course"} | (self.asked - exempted)
        return {kind for kind in needed if not met[kind]}

    @invariant()
    def only_the_complete_get_a_friend(self):
        matched = self.tries(lambda: Match.propose(self.volunteer, self.bo, by=self.cast.karen))

        assert not matched or not self.lacks(), self.lacks()

    @invariant()
    def only_the_complete_get_a_task(self):
        on_duty = self.tries(lambda: take_place("task", self.cooking, self.volunteer))

        assert not on_duty or not self.lacks(), self.lacks()

    def tries(self, act: Callable) -> bool:
        """Whether the gate opens; then it is as if nothing had happened."""
        try:
            with acting(user=self.cast.karen):
                act()
                raise TakenBack
        except TakenBack:
            return True
        except NotPossible:
            return False


@pytest.mark.feature(12, 13)
def test_no_way_leads_past_a_requirement(cast):
    evening = create_evening(cast.rg60)
    cooking = task_of(evening, "cooking", seen_by=cast.karen)
    here = {"cast": cast, "bo": people.create_citizen(cast), "cooking": cooking}
    here["experienced"] = people.ready_volunteer(cast, "Erna Erfaren")
    machine = type("ScreeningOfTheCast", (Screening,), here)

    run_state_machine_as_test(machine, settings=EXAMPLES)


def test_the_way_that_does_all_in_order_arrives(cast):
    """So that the machine above does not pass because every door is shut."""
    evening = create_evening(cast.rg60)
    here = {"cast": cast, "bo": people.create_citizen(cast)}
    here["cooking"] = task_of(evening, "cooking", seen_by=cast.karen)
    way_in = type("OneWay", (Screening,), here)()
    try:
        way_in.the_roles_ask(("second_yes", "criminal_record"))
        way_in.talk("karen", True)
        way_in.say_yes_too("sille")
        way_in.train()
        way_in.sign()
        way_in.take_the_course(True)
        way_in.see_a_check("ok", False)

        assert way_in.tries(lambda: Match.propose(way_in.volunteer, way_in.bo, by=cast.karen))
    finally:
        way_in.teardown()
