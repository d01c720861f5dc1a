"""Who may be proposed to stand in, and what the citizen's answer is made of; the database asks it, too."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from access.context import acting
from friendships.models import Pause, StandIn
from friendships.tests.pairs import agreed, in_state, proposed, today
from history.moves import SENTENCES, NotPossible
from matching.models import Match, NotThisOne, WeightSet
from matching.suggesting.candidates import suggestions_for
from volunteers.models import Volunteer
from weshelter.tests import people


@pytest.fixture
def match(cast):
    return in_state(cast, "paused")


@pytest.fixture
def agnes(cast):
    return people.ready_volunteer(cast, "Agnes Afløser")


@pytest.fixture
def karen(client, cast):
    people.sign_in(client, cast.karen)
    return client


def post(client, page: str, match: Match, **said):
    return client.post(reverse(f"friendships:{page}", args=[match.pk]), said)


def the_friend(cast, match: Match) -> Volunteer:
    return match.volunteer


def somebody_put_aside(cast, match: Match) -> Volunteer:
    agnes = people.ready_volunteer(cast, "Agnes Afløser")
    with acting(user=cast.karen):
        NotThisOne.say(agnes, match.citizen, by=cast.karen)
    return agnes


def somebody_in_training(cast, match: Match) -> Volunteer:
    return people.apply("Ny Nielsen", cast.rg60.friend_role)


def somebody_elsewhere(cast, match: Match) -> Volunteer:
    return people.ready_volunteer(cast, "Ulla Ven", house=cast.nabo)


def somebody_without_room(cast, match: Match) -> Volunteer:
    agnes = people.ready_volunteer(cast, "Agnes Afløser")
    people.create_match(cast, citizen=people.create_citizen(cast, "Kim"), volunteer=agnes)
    return agnes


@pytest.mark.feature(39)
@pytest.mark.parametrize(
    ("who", "constraint"),
    [
        (the_friend, "a_stand_in_is_somebody_else"),
        (somebody_put_aside, "a_stand_in_was_not_put_aside"),
        (somebody_in_training, "volunteer_is_ready"),
        (somebody_elsewhere, "volunteer_is_assigned"),
        (somebody_without_room, "volunteer_has_room_for_one_more"),
    ],
    ids=lambda one: getattr(one, "__name__", one),
)
def test_who_cannot_stand_in_is_refused_by_the_database(cast, match, who, constraint):
    volunteer = who(cast, match)

    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        StandIn.propose(Pause.objects.get(), volunteer, by=cast.karen)

    assert refused.value.__cause__.__cause__.diag.constraint_name == constraint


@pytest.mark.parametrize("who", [somebody_in_training, somebody_without_room])
def test_the_page_names_those_alone_who_have_room_for_it(karen, cast, match, who):
    rie = people.ready_volunteer(cast, "Rie Rum")
    who(cast, match)

    form = karen.get(reverse("friendships:propose_stand_in", args=[match.pk])).context["form"]

    assert list(form.possible) == [str(rie.pk)]


@pytest.mark.parametrize("state", ["trial", "active", "ending"])
def test_where_nobody_rests_nobody_stands_in(karen, cast, agnes, state):
    match = in_state(cast, state)

    assert post(karen, "propose_stand_in", match, volunteer=agnes.pk).status_code == 409


def test_without_a_live_consent_nobody_is_proposed(cast, match, agnes):
    with acting(user=cast.karen):
        match.citizen.consents.live().get(purpose="friend").withdraw(by=cast.karen)

    with pytest.raises(NotPossible) as refused:
        proposed(cast, match, agnes)

    assert str(refused.value) == str(SENTENCES["a_match_rests_on_consent"])


def test_one_at_a_time_and_after_a_no_somebody_else(karen, cast, match, agnes):
    stand_in = proposed(cast, match, agnes)
    berit = people.ready_volunteer(cast, "Berit Afløser")
    second = post(karen, "propose_stand_in", match, volunteer=berit.pk)
    with acting(user=cast.karen):
        stand_in.decline(asked_on=today(), asked_by="coordinator", by=cast.karen)

    post(karen, "propose_stand_in", match, volunteer=berit.pk)

    assert "Der er allerede en afløser" in second.content.decode()
    with acting(user=cast.karen):
        assert StandIn.objects.open().get().volunteer_id == berit.pk


@pytest.mark.parametrize("missing", ["answer", "asked_by", "asked_on"])
def test_who_asked_him_and_when_is_part_of_the_answer(karen, cast, match, agnes, missing):
    stand_in = proposed(cast, match, agnes)
    said = {"answer": "yes", "asked_by": "lead", "asked_on": str(today())}

    page = post(karen, "stand_in_answered", match, **(said | {missing: ""}))

    assert list(page.context["form"].errors) == [missing]
    with acting(user=cast.karen):
        assert StandIn.objects.get(pk=stand_in.pk).state == "proposed"


def test_in_sql_there_is_no_yes_without_who_asked_him(cast, match, agnes):
    proposed(cast, match, agnes)

    with (
        acting(user=cast.karen),
        pytest.raises(DatabaseError, match="own_answer"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE friendships_standin SET state = 'agreed'")


@pytest.mark.feature(39)
def test_whoever_stands_in_has_no_room_for_a_friend_of_her_own_until_it_is_over(cast, match, agnes):
    agreed(cast, match, agnes)
    kim = people.create_citizen(cast, "Kim")
    with acting(user=cast.karen):
        weights = WeightSet.objects.in_force().values
        suggested = [one.candidate.id for one in suggestions_for(kim, cast.karen, weights).suggestions]
        with pytest.raises(NotPossible) as refused:
            Match.propose(agnes, kim, by=cast.karen)

        StandIn.objects.open().get().end(by=cast.karen)

        assert str(agnes.pk) not in suggested
        assert str(refused.value) == str(SENTENCES["volunteer_has_room_for_one_more"])
        assert Match.propose(agnes, kim, by=cast.karen).state == "proposed"


def test_nobody_is_given_less_room_than_for_whom_she_stands_in(cast, match):
    agnes = people.ready_volunteer(cast, "Agnes Afløser")
    with acting(user=cast.karen):
        agnes.make_room(2)
    agreed(cast, match, agnes)
    people.create_match(cast, citizen=people.create_citizen(cast, "Kim"), volunteer=agnes)

    with acting(user=cast.karen), pytest.raises(NotPossible) as refused:
        agnes.make_room(1)

    assert str(refused.value) == str(SENTENCES["no_less_room_than_friends"])
