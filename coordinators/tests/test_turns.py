"""Whose turn it is: on the desk of whoever can do it, since the day on which the turn came."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from coordinators.attention import for_coordinator
from coordinators.tests.test_own_page import own_page
from institutions.models import Membership
from screening.models import RecordCheck
from volunteers.tests import way
from weshelter.tests import people


@pytest.fixture
def kaj(cast):
    """A second coordinator of the friends' project."""
    kaj = people.create_user("Kaj Koordinator", by=cast.sille)
    with acting(user=cast.sille):
        Membership.objects.create(user=kaj, role="coordinator", project=cast.rg60.friends)
    return kaj


@pytest.fixture
def ida(cast):
    """Karen has held a good conversation with her, and the role asks that two say yes."""
    way.asks(cast, cast.rg60.friend_role, asks_two=True)
    ida = way.applied(cast, "Ida Interviewet")
    with acting(user=cast.karen):
        ida.hold_conversation(held_on=timezone.localdate(), outcome="good", by=cast.karen)
    return ida


def desk(user) -> tuple[list[str], list[str]]:
    with acting(user=user):
        found = for_coordinator(user)
    return [line.what for line in found.mine], [line.what for line in found.others]


@pytest.mark.feature(5)
def test_the_second_yes_stands_on_the_desk_of_who_can_say_it_and_not_of_who_cannot(cast, kaj, ida):
    wanted = "Mangler din godkendelse (fire øjne)"

    assert desk(kaj)[0] == [wanted]
    assert wanted not in desk(cast.karen)[0]
    assert len(desk(cast.karen)[1]) == 1


@pytest.mark.feature(5)
def test_the_secretariat_reads_it_on_its_front_page_and_finds_her_by_the_filter(client, cast, ida):
    way.applied(cast)
    people.sign_in(client, cast.sille)

    front = client.get(reverse("admin:index")).content.decode()
    found = client.get(f"{reverse('volunteers:list')}?tilstand=andet-ja")

    assert "1 ansøger, der mangler din godkendelse" in front
    assert [row.volunteer.name for row in found.context["rows"]] == ["Ida Interviewet"]


def test_whoever_held_the_conversation_does_not_find_her_by_it(client, cast, ida):
    people.sign_in(client, cast.karen)

    assert client.get(f"{reverse('volunteers:list')}?tilstand=andet-ja").context["rows"] == []


@pytest.mark.feature(5)
def test_what_is_asked_for_beside_stays_hers_while_another_has_the_next_step(cast, kaj):
    way.asks(cast, cast.rg60.friend_role, asks_two=True, references_asked=1)
    ida = way.applied(cast, "Ida Interviewet")
    with acting(user=cast.karen):
        ida.hold_conversation(held_on=timezone.localdate(), outcome="good", by=cast.karen)
    assert desk(cast.karen) == (["Næste skridt: referencer"], [])

    way.referee(cast, ida)

    assert desk(cast.karen)[0] == []


def test_a_turn_is_counted_from_the_day_on_which_it_came(cast, kaj):
    way.asks(cast, cast.rg60.friend_role, asks_two=True)
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role, applied_at=timezone.localtime() - timedelta(days=9))
    with acting(user=kaj):
        [before] = for_coordinator(kaj).mine
    with acting(user=cast.karen):
        anna.hold_conversation(held_on=timezone.localdate(), outcome="good", by=cast.karen)

    with acting(user=kaj):
        [after] = for_coordinator(kaj).mine

    assert (before.waited, after.waited) == ("har ventet 9 dage", "nyt i dag")


def test_times_that_were_offered_count_from_the_offer(cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role, applied_at=timezone.localtime() - timedelta(days=9))
    way.offered(cast, anna)

    with acting(user=cast.karen):
        [line] = for_coordinator(cast.karen).others

    assert (line.who, timezone.localdate(line.since)) == ("Anna Ansøger", timezone.localdate())


@pytest.mark.feature(72)
def test_an_applicant_reads_every_step_that_her_role_asks_and_who_has_it(client, cast):
    way.asks(cast, cast.rg60.friend_role, asks_two=True, references_asked=1, record_asked="criminal_record")
    anna = way.applied(cast)

    found = client.get(own_page(cast, anna))

    steps = {step.code: step.owner.value for step in found.context["page"].steps}
    assert steps.keys() >= {"booked", "interview", "second_yes", "references", "criminal_record", "agreement", "course"}
    text = found.content.decode()
    for words in ("Referencer", "Straffeattest", "venter på koordinatoren", "venter på koordinatorens kollega"):
        assert words in text


@pytest.mark.feature(7)
@pytest.mark.parametrize(
    ("days", "what"),
    [
        (61, None),
        (60, "Straffeattest: bed om en ny"),
        (0, "Straffeattest: bed om en ny"),
        (-1, "Straffeattest: er udløbet"),
    ],
)
def test_a_check_of_whoever_has_begun_stands_on_the_desk_from_the_first_notice_on(cast, monkeypatch, days, what):
    vera = people.ready_volunteer(cast)
    way.checked(cast, vera, days=100)
    day = timezone.localdate() + timedelta(days=100 - days)
    monkeypatch.setattr(timezone, "localdate", lambda moment=None: day if moment is None else moment.date())

    assert desk(cast.karen) == ([what] if what else [], [])


@pytest.mark.feature(7)
def test_a_check_asked_for_anew_lies_with_others_till_it_is_seen_and_then_with_who_decides(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        check = RecordCheck.ask(vera, kind="criminal_record", by=cast.karen)
    asked = desk(cast.karen)
    with acting(user=cast.karen):
        check.see(seen_on=timezone.localdate(), outcome="under_discussion", next_due_on=None, by=cast.karen)

    assert asked == ([], ["Straffeattest: bestilt, men ikke set endnu"])
    assert desk(cast.karen) == (["Straffeattest: drøftes"], [])
