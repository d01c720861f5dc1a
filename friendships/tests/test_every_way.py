"""No sequence of acts leaves two friends, a citizen or a volunteer in a state that nobody answers for."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from hypothesis.strategies import booleans, integers, sampled_from

from access.context import acting
from citizens.models import Consent
from friendships.models import CheckIn, CheckInAnswer, Closure, Pause, StandIn
from friendships.tests.pairs import BEGUN, WHOLE, today
from history.moves import NotPossible
from matching.models import Match
from weshelter.tests import people

EXAMPLES = settings(
    max_examples=12, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
S = Match.State


class Friendships(RuleBasedStateMachine):
    """Two citizens and three volunteers of RG60, one of whom has room for two friends."""

    cast: object
    citizens: list
    volunteers: list

    def __init__(self) -> None:
        super().__init__()
        self.example = transaction.atomic()
        self.example.__enter__()
        self.by = self.cast.karen

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.example.__exit__(None, None, None)

    def does(self, which: int, act: Callable) -> bool:
        """Whether an act was possible with one of the matches; what is not leaves no trace."""
        with acting(user=self.by):
            matches = list(Match.objects.select_related("citizen", "volunteer").order_by("proposed_at", "pk"))
            try:
                if matches:
                    act(matches[which % len(matches)])
            except NotPossible:
                return False
        return bool(matches)

    @rule(who=integers(0, 2), whom=integers(0, 1), again=booleans())
    def propose(self, who, whom, again):
        with acting(user=self.by):
            try:
                Match.propose(self.volunteers[who], self.citizens[whom], by=self.by, again_on_purpose=again)
            except NotPossible:
                return

    @rule(which=integers(0, 5), side=sampled_from(["volunteer", "citizen", "both"]))
    def say_yes(self, which, side):
        if side != "citizen":
            self.does(which, lambda match: match.volunteer_says_yes())
        if side != "volunteer":
            self.does(which, lambda match: match.citizen_says_yes(heard_by=self.by))

    @rule(which=integers(0, 5), how=sampled_from(["decline", "withdraw"]))
    def come_to_nothing(self, which, how):
        self.does(which, lambda match: getattr(match, how)(by=self.by))

    @rule(which=integers(0, 5))
    def meet(self, which):
        self.does(which, lambda match: match.start(by=self.by))

    @rule(which=integers(0, 5), how=sampled_from(["go_on", "come_back", "end"]))
    def move_alone(self, which, how):
        """Verbs of the match, past the pages and past what stands beside them."""
        self.does(which, lambda match: getattr(match, how)(by=self.by))

    @rule(which=integers(0, 5))
    def look_back_later(self, which):
        self.does(which, lambda match: match.look_back_later(on=today(9)))

    @rule(which=integers(0, 5))
    def rest(self, which):
        self.does(which, lambda match: Pause.begin(match, why="other", back_on=today(9), by=self.by))

    @rule(which=integers(0, 5), who=integers(0, 2), says_yes=booleans())
    def let_somebody_stand_in(self, which, who, says_yes):
        def stand_in(match):
            if pause := Pause.objects.open().of(match).first():
                one = StandIn.propose(pause, self.volunteers[who], by=self.by)
                if says_yes:
                    one.agree(asked_on=today(), asked_by="coordinator", by=self.by)

        self.does(which, stand_in)

    @rule(which=integers(0, 5))
    def ask_how_it_goes(self, which):
        self.does(which, lambda match: CheckIn.ask(match, today()) if match.state in Match.ALIVE else None)

    @rule(which=integers(0, 5), side=sampled_from(["citizen", "volunteer"]))
    def say_how_it_goes(self, which, side):
        def say(match):
            if asked := CheckIn.objects.of(match).first():
                CheckInAnswer.say(asked, side=side, answer="talk", by=self.by)

        self.does(which, say)

    @rule(which=integers(0, 5))
    def begin_to_end(self, which):
        self.does(which, lambda match: Closure.begin(match, tell_on=today(), by=self.by, **BEGUN))

    @rule(which=integers(0, 5), following=sampled_from(["friend", "later", "nothing", ""]), lacks=booleans())
    def say_goodbye(self, which, following, lacks):
        def end(match):
            closure = Closure.objects.get(match=match) if Closure.objects.of(match).exists() else None
            if closure:
                days = {} if lacks else {"told_on": today(), "citizen_talk_on": today(), "volunteer_talk_on": today()}
                closure.write(**days, **WHOLE | {"citizen_next": following})
                closure.end(by=self.by)

        self.does(which, end)

    @rule(whom=integers(0, 1), gives=booleans())
    def change_the_consent(self, whom, gives):
        citizen = self.citizens[whom]
        with acting(user=self.by):
            living = Consent.objects.live().filter(citizen=citizen, purpose="friend").first()
            if living and not gives:
                living.withdraw(by=self.by)
            elif gives and not living:
                citizen.consent_to(["friend"], given="spoken", witnessed_by=self.by)

    @invariant()
    def everybody_has_at_most_what_there_is_room_for(self):
        with acting(user=self.by):
            open_ones = list(Match.objects.open().values_list("citizen", "volunteer"))
        for citizen in self.citizens:
            assert sum(whom == citizen.pk for whom, _who in open_ones) <= 1
        for volunteer in self.volunteers:
            assert sum(who == volunteer.pk for _whom, who in open_ones) <= volunteer.capacity

    @invariant()
    def no_friendship_has_ended_in_silence(self):
        with acting(user=self.by):
            whole = Closure.objects.exclude(Q(told_on=None) | Q(farewell="") | Q(ended_on=None) | Q(citizen_next=""))
            assert not Match.objects.filter(state=S.ENDED).exclude(pk__in=whole.values("match")).exists()

    @invariant()
    def nothing_stands_beside_a_friendship_that_is_not_so(self):
        with acting(user=self.by):
            assert not Pause.objects.open().exclude(match__state=S.PAUSED).exists()
            assert (
                not Match.objects.filter(state=S.PAUSED).exclude(pauses__ended_on=None, pauses__isnull=False).exists()
            )
            assert not Closure.objects.filter(ended_on=None).exclude(match__state=S.ENDING).exists()
            assert not Match.objects.filter(state=S.ENDING, closure=None).exists()
            assert not StandIn.objects.open().exclude(pause__ended_on=None, pause__match__state=S.PAUSED).exists()
            assert not CheckIn.objects.open().exclude(match__state__in=Match.ALIVE).exists()

    @invariant()
    def nobody_is_proposed_to_or_befriends_who_has_not_said_yes_to_it(self):
        with acting(user=self.by):
            consenting = Consent.objects.live().filter(purpose="friend").values("citizen")
            living = Match.objects.filter(state__in=[S.PROPOSED, S.ACCEPTED, *Match.ALIVE])
            assert not living.exclude(citizen__in=consenting).exists()
            assert not StandIn.objects.open().exclude(pause__match__citizen__in=consenting).exists()


def machine(cast) -> type[Friendships]:
    citizens = [people.create_citizen(cast, name) for name in ("Bo", "Ib")]
    volunteers = [people.ready_volunteer(cast, name) for name in ("Vera Ven", "Sofie Skov", "Agnes Afløser")]
    with acting(user=cast.karen):
        volunteers[1].make_room(2)
    return type("FriendshipsOfTheCast", (Friendships,), {"cast": cast, "citizens": citizens, "volunteers": volunteers})


@pytest.mark.feature(34, 41)
def test_no_way_leads_past_what_a_friendship_rests_on(cast):
    run_state_machine_as_test(machine(cast), settings=EXAMPLES)


def test_the_way_that_does_all_in_order_arrives(cast):
    """So that the machine above does not pass because every door is shut."""
    one = machine(cast)()
    try:
        one.propose(0, 0, False)
        one.say_yes(0, "both")
        one.meet(0)
        one.ask_how_it_goes(0)
        one.rest(0)
        one.move_alone(0, "come_back")
        one.change_the_consent(0, False)
        with acting(user=cast.karen):
            assert Match.objects.get().state == S.PAUSED
        one.begin_to_end(0)
        one.say_goodbye(0, "friend", False)
        one.change_the_consent(0, True)
        one.propose(1, 0, False)
        with acting(user=cast.karen):
            assert sorted(Match.objects.values_list("state", flat=True)) == [S.ENDED, S.PROPOSED]
            assert timezone.localdate() - timedelta(days=1) < Closure.objects.get().ended_on
    finally:
        one.teardown()
