"""A proposal is reminded of once and answered within a fortnight; an old wish and a former pair are asked about."""

import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from access.context import acting
from access.links import Purpose
from access.models import Link
from citizens.models import Wishes
from history.moves import SENTENCES, NotPossible
from letters.models import Message, MessageBody
from matching.due import expire_proposals, remind_of_proposals
from matching.models import Match
from matching.tests.test_answers import link_of
from weshelter.tests import people
from weshelter.tests.at_once import at_once


def proposed(cast, *, days_ago: int, **people_in_it) -> Match:
    """Vera was proposed to Bo some days ago; neither has answered."""
    at = timezone.localtime() - timedelta(days=days_ago)
    return people.create_match(cast, started=False, proposed_at=at, **people_in_it)


def state_of(cast, match) -> str:
    with acting(user=cast.karen):
        return Match.objects.get(pk=match.pk).state


def sentence(name: str) -> str:
    return gettext(str(SENTENCES[name]))


@pytest.mark.feature(27)
@pytest.mark.parametrize("answer", ["volunteer_says_yes", "citizen_says_yes", "decline"])
def test_after_a_fortnight_nothing_can_be_answered_though_no_job_has_run(cast, answer):
    match = proposed(cast, days_ago=15)
    who = {"citizen_says_yes": {"heard_by": cast.karen}, "decline": {"by": cast.karen}}

    with acting(user=cast.karen), pytest.raises(NotPossible) as told:
        getattr(match, answer)(**who.get(answer, {}))

    assert str(told.value) == sentence("a_proposal_is_answered_in_time")
    assert state_of(cast, match) == "proposed"


def test_not_even_in_sql_is_a_late_yes_taken(cast):
    match = proposed(cast, days_ago=15)

    with pytest.raises(DatabaseError, match="too late"), acting(user=cast.karen), connection.cursor() as cursor:
        cursor.execute("UPDATE matching_match SET volunteer_yes_at = now() WHERE id = %s", [match.pk])


def test_nothing_expires_before_its_time(cast):
    match = proposed(cast, days_ago=13)

    with acting(user=cast.karen), pytest.raises(NotPossible):
        match.expire(by=cast.karen)

    assert state_of(cast, match) == "proposed"


@pytest.mark.feature(27)
def test_a_late_answer_by_link_is_told_kindly(client, cast):
    match = proposed(cast, days_ago=15)

    page = client.post(link_of(match, cast), {"answer": "yes"})

    assert page.context["sentence"] == gettext(
        "The proposal cannot be answered just now. You will hear from the coordinator."
    )


def test_the_pair_page_says_that_it_is_too_late(client, cast):
    match = proposed(cast, days_ago=15)
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:pair", args=[match.pk]))

    assert reverse("matching:citizen_answers", args=[match.pk]) not in page.content.decode()


@pytest.mark.feature(27)
@pytest.mark.feature(32)
def test_what_nobody_answered_in_time_stands_in_nobodys_way(cast):
    late = proposed(cast, days_ago=15)

    with acting(user=cast.karen):
        again = Match.propose(late.volunteer, late.citizen, by=cast.karen)

    assert (state_of(cast, late), state_of(cast, again)) == ("expired", "proposed")


@pytest.mark.feature(32)
def test_a_late_proposal_elsewhere_takes_no_place_of_the_volunteer(cast):
    late = proposed(cast, days_ago=15)
    ib = people.create_citizen(cast, "Ib")

    with acting(user=cast.karen):
        assert Match.propose(late.volunteer, ib, by=cast.karen).state == "proposed"


def letters(cast) -> list[tuple[str, str]]:
    with acting(user=cast.sille):
        return list(Message.objects.filter(kind="proposal_reminder").values_list("kind", "address"))


@pytest.mark.feature(27)
def test_the_volunteer_is_reminded_once_and_then_it_expires(committed_cast, as_login):
    cast = committed_cast
    asked, fresh = proposed(cast, days_ago=8), people.create_citizen(cast, "Ib")
    sofie = people.ready_volunteer(cast, "Sofie Skov")
    people.create_match(cast, citizen=fresh, volunteer=sofie, started=False)
    today = timezone.localdate()
    as_login("jobs")

    counted = [remind_of_proposals(today), remind_of_proposals(today), expire_proposals(today)]
    Match.objects.filter(pk=asked.pk).update(proposed_at=timezone.localtime() - timedelta(days=15))
    counted += [remind_of_proposals(today), expire_proposals(today), expire_proposals(today)]

    as_login("app")
    assert counted == [1, 0, 0, 0, 1, 0]
    assert letters(cast) == [("proposal_reminder", "vera@example.net")]
    assert state_of(cast, asked) == "expired"


@pytest.mark.feature(27)
@pytest.mark.feature(72)
def test_the_reminder_carries_the_link_that_answers_and_the_first_letters_ends(client, committed_cast, as_login):
    cast = committed_cast
    match = proposed(cast, days_ago=8)
    first = link_of(match, cast)
    as_login("jobs")
    remind_of_proposals(timezone.localdate())
    text = MessageBody.objects.get(message__kind="proposal_reminder").text
    as_login("app")
    link = re.search(r"https?://[^/]+(/forslag/\S+)", text)[1]

    ended = client.get(first).status_code
    client.post(link, {"answer": "yes"})

    with acting(user=cast.karen):
        match.refresh_from_db()
    assert (ended, bool(match.volunteer_yes_at)) == (404, True)


def test_the_reminders_link_lives_as_long_as_the_question(committed_cast, as_login):
    match = proposed(committed_cast, days_ago=8)
    as_login("jobs")

    remind_of_proposals(timezone.localdate())

    link = Link.objects.get(purpose=Purpose.PROPOSAL, object_id=match.pk, revoked_at=None)
    assert link.expires_at == match.answer_by


def test_whoever_has_said_yes_is_not_reminded(committed_cast, as_login):
    cast = committed_cast
    match = proposed(cast, days_ago=8)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
    as_login("jobs")

    assert remind_of_proposals(timezone.localdate()) == 0


def test_whoever_says_yes_at_that_moment_is_not_reminded(committed_cast, as_login):
    match = proposed(committed_cast, days_ago=8)
    as_login("jobs")

    def remind():
        as_login("jobs")
        remind_of_proposals(timezone.localdate())

    with transaction.atomic():
        asked = Match.objects.filter(pk=match.pk)
        thread, _met = at_once(lambda: asked.update(volunteer_yes_at=timezone.now()), remind)
    thread.join(timeout=20)

    assert not Message.objects.filter(kind="proposal_reminder").exists()


@pytest.mark.feature(31)
@pytest.mark.parametrize(("days", "is_taken"), [(90, True), (91, False)])
def test_an_old_wish_is_asked_about_before_anybody_is_proposed(cast, days, is_taken):
    bo, vera = people.create_citizen(cast), people.ready_volunteer(cast)
    with acting(user=cast.karen):
        Wishes.objects.update(said_on=timezone.localdate() - timedelta(days=days))
        told = ""
        try:
            Match.propose(vera, bo, by=cast.karen)
        except NotPossible as error:
            told = str(error)

    assert told == ("" if is_taken else sentence("the_wish_is_still_alive"))


def test_who_wishes_no_friend_is_not_proposed_to_anybody(cast):
    bo, vera = people.create_citizen(cast, wants_friend=False), people.ready_volunteer(cast)

    with acting(user=cast.karen), pytest.raises(NotPossible) as told:
        Match.propose(vera, bo, by=cast.karen)

    assert str(told.value) == sentence("the_citizen_wishes_a_friend")


@pytest.fixture
def declined(cast) -> Match:
    """Bo or Vera said no thank you."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.decline(by=cast.karen)
    return match


@pytest.mark.feature(23)
@pytest.mark.feature(43)
def test_a_pair_that_became_a_no_is_not_proposed_again_by_accident(cast, declined):
    with acting(user=cast.karen), pytest.raises(NotPossible) as told:
        Match.propose(declined.volunteer, declined.citizen, by=cast.karen)

    assert str(told.value) == sentence("a_pair_is_not_proposed_again_by_accident")


@pytest.mark.feature(43)
def test_the_coordinator_proposes_the_same_two_again_on_purpose(client, cast, declined):
    people.sign_in(client, cast.karen)

    client.post(reverse("matching:propose_again", args=[declined.pk]))

    with acting(user=cast.karen):
        again = Match.objects.open().get()
        assert (again.volunteer, again.again_on_purpose) == (declined.volunteer, True)
        assert Message.objects.filter(kind="proposal", address="vera@example.net").count() == 1


def test_the_button_for_it_stands_on_the_former_pair_alone(client, cast, declined):
    open_one = people.create_match(cast, citizen=people.create_citizen(cast, "Ib"), volunteer=declined.volunteer)
    people.sign_in(client, cast.karen)

    shown = [
        client.get(reverse("coordinators:pair", args=[match.pk])).context["page"].may_propose_again
        for match in (declined, open_one)
    ]

    assert shown == [True, False]
