"""After the farewell: what becomes of the wish, and that the two are proposed to each other again on purpose alone."""

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen, Wishes
from friendships.models import Closure
from friendships.tests.pairs import BEGUN, WHOLE, bring_to_an_end, by_hand, in_state, today
from history.moves import SENTENCES, NotPossible
from matching.models import Match, NotThisOne
from weshelter.tests import people

DAYS = ("told_on", "citizen_talk_on", "volunteer_talk_on")


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


@pytest.mark.feature(43)
def test_then_both_are_free_and_the_two_are_not_suggested_again(cast):
    match, tove = in_state(cast, "ended"), people.ready_volunteer(cast, "Tove Ven")
    with acting(user=cast.karen):
        assert NotThisOne.objects.filter(citizen=match.citizen, volunteer=match.volunteer).exists()
        with pytest.raises(NotPossible) as refused:
            Match.propose(match.volunteer, match.citizen, by=cast.karen)
        other = Match.propose(tove, match.citizen, by=cast.karen)

    assert str(refused.value) == str(SENTENCES["a_pair_is_not_proposed_again_by_accident"])

    assert other.state == "proposed"


@pytest.mark.feature(41)
@pytest.mark.parametrize(
    ("following", "waits", "asked_again"),
    [("friend", True, True), ("evenings", False, True), ("later", False, True), ("nothing", False, False)],
)
def test_what_the_citizen_would_like_next_becomes_of_the_wish(cast, following, waits, asked_again):
    match = in_state(cast, "active")
    with acting(user=cast.karen):
        closure = Closure.begin(match, tell_on=today(), by=cast.karen, **BEGUN)
        closure.write(**dict.fromkeys(DAYS, today()), **WHOLE | {"citizen_next": following})
        closure.end(by=cast.karen)

        wishes = Wishes.objects.get(citizen=match.citizen)
    assert wishes.wants_friend is waits
    assert bool(wishes.speak_on) is asked_again


@pytest.mark.feature(41)
def test_who_would_like_another_friend_waits_from_then_on_whatever_was_wished_before(cast):
    match = by_hand(cast, today(-3000), wants_friend=False, said_on=today(-200))

    bring_to_an_end(cast, match)

    with acting(user=cast.karen):
        wishes = Wishes.objects.get()
        assert wishes.wants_friend
        assert not wishes.is_old
        assert timezone.localdate(wishes.waits_since) == today()
        assert Citizen.objects.known_to(cast.karen).waiting().get() == match.citizen


@pytest.mark.feature(43)
def test_the_same_two_begin_again_on_purpose_and_the_former_stays(karen, cast):
    match = in_state(cast, "ended")

    karen.post(reverse("matching:propose_again", args=[match.pk]))

    with acting(user=cast.karen):
        assert sorted(Match.objects.values_list("state", flat=True)) == ["ended", "proposed"]
