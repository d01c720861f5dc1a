"""Two coordinators do the same with two friends at the same moment: it is done once, and the other is told kindly."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from access.context import acting
from friendships.models import CheckIn, CheckInAnswer, Closure, Contact, Milestone, Pause, StandIn
from friendships.tests import pairs
from friendships.tests.pairs import BEGUN, WHOLE, in_state, today
from history.moves import NotPossible
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.rows import milestone

WON = "won"
DAYS = dict.fromkeys(("told_on", "citizen_talk_on", "volunteer_talk_on"), today)


def proposed(cast) -> Match:
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    return match


def accepted(cast) -> Match:
    match = proposed(cast)
    with acting(user=cast.karen):
        match.citizen_says_yes(heard_by=cast.karen)
    return match


def called_back(cast) -> Match:
    match = accepted(cast)
    with acting(user=cast.karen):
        match.withdraw(by=cast.karen)
    return match


def ready_to_end(cast) -> Match:
    match = in_state(cast, "ending")
    with acting(user=cast.karen):
        match.closure.write(**{name: day() for name, day in DAYS.items()}, **WHOLE)
    return match


def untold(cast) -> Match:
    match = in_state(cast, "active")
    with acting(user=cast.karen):
        match.citizen.consents.get(purpose="friend").withdraw(by=cast.karen)
    return match


def asked(cast) -> Match:
    match = in_state(cast, "active")
    with acting(user=cast.karen):
        CheckIn.ask(match, today())
    return match


def answered(cast) -> Match:
    match = asked(cast)
    with acting(user=cast.karen):
        CheckInAnswer.say(CheckIn.objects.get(), side="citizen", answer="talk", by=cast.karen)
    return match


def half_a_year(cast) -> Match:
    match = in_state(cast, "active")
    milestone(match)
    return match


def with_stand_in(bring: Callable) -> Callable:
    def stand_in(cast) -> Match:
        match = in_state(cast, "paused")
        bring(cast, match, people.ready_volunteer(cast, "Agnes Afløser"))
        return match

    return stand_in


def state(name: str) -> Callable:
    return lambda cast: in_state(cast, name)


# What is done -> the pair as it stands before, and the verb.
VERBS: dict[str, tuple[Callable, Callable]] = {
    "the citizen's yes": (proposed, lambda match, by: match.citizen_says_yes(heard_by=by)),
    "no to a proposal": (proposed, lambda match, by: match.decline(by=by)),
    "no after both yeses": (accepted, lambda match, by: match.decline(by=by)),
    "called back": (accepted, lambda match, by: match.withdraw(by=by)),
    "the citizen is told": (called_back, lambda match, by: match.tell_the_citizen(by=by)),
    "first meeting held": (accepted, lambda match, by: match.start(by=by)),
    "goes on": (state("trial"), lambda match, by: match.go_on(by=by)),
    "rests": (state("active"), lambda match, by: Pause.begin(match, why="other", back_on=today(9), by=by)),
    "comes back": (state("paused"), lambda match, by: match.come_back(by=by)),
    "the volunteer is told of the rest": (untold, lambda match, by: Pause.tell_the_volunteer(match)),
    "begins to end": (state("active"), lambda match, by: Closure.begin(match, tell_on=today(), by=by, **BEGUN)),
    "goes on after all": (state("ending"), lambda match, by: match.go_on(by=by)),
    "ends": (ready_to_end, lambda match, by: Closure.objects.get(match=match).end(by=by)),
    "a day is noted": (state("active"), lambda match, by: Contact.tick(match, happened_on=today(), kind="met")),
    "how it goes": (
        asked,
        lambda match, by: CheckInAnswer.say(CheckIn.objects.get(), side="citizen", answer="well", by=by),
    ),
    "talked about": (answered, lambda match, by: CheckInAnswer.objects.get().has_been_talked_about()),
    "the citizen's yes to a stand-in": (
        with_stand_in(pairs.proposed),
        lambda match, by: StandIn.objects.get().agree(asked_on=today(), asked_by="coordinator", by=by),
    ),
    "a stand-in is ended": (with_stand_in(pairs.agreed), lambda match, by: StandIn.objects.get().end(by=by)),
    "half a year is said": (half_a_year, lambda match, by: Milestone.objects.get().is_said()),
}


def at_once(match: Match, verb: Callable, users) -> list[str]:
    """Each on a connection of its own, with the pair as it was read before; what each was told."""
    barrier, told = Barrier(len(users)), []

    def run(user) -> None:
        try:
            with acting(user=user), transaction.atomic():
                own = Match.objects.select_related("citizen", "volunteer").get(pk=match.pk)
                barrier.wait()
                verb(own, user)
            told.append(WON)
        except NotPossible as error:
            told.append(str(error))
        finally:
            connection.close()

    threads = [Thread(target=run, args=[user]) for user in users]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


@pytest.mark.feature(34)
@pytest.mark.parametrize("what", VERBS)
def test_it_is_done_once_and_the_other_is_told(committed_cast, what):
    cast = committed_cast
    bring_about, verb = VERBS[what]
    with acting(user=cast.sille):
        people.Membership.objects.create(user=cast.nanna, role="coordinator", project=cast.rg60.friends)
    match = bring_about(cast)

    told = at_once(match, verb, (cast.karen, cast.nanna))

    assert len(told) == 2
    assert told.count(WON) == 1, told
    [other] = [one for one in told if one != WON]
    assert other.endswith((".", "!"))
