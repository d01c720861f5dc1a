"""Before they have met it can come to nothing: whoever had said yes is told, and neither hears who said no, or why."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from access.context import acting, working
from access.links import Purpose, issue_link
from coordinators.attention import for_coordinator, for_lead
from history.moves import SENTENCES, NotPossible
from letters.models import Message
from matching.due import expire_proposals
from matching.models import FirstMeeting, Match
from weshelter.tests import people

TELL = "Fortæl borgeren, at det ikke blev til noget"


@pytest.fixture
def agreed(cast) -> Match:
    """Both have said yes, and the first meeting is arranged."""
    match = people.create_match(cast, started=False)
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
        in_two_days = timezone.localtime() + timedelta(days=2)
        FirstMeeting.arrange(match, starts_at=in_two_days, place="Caféen", accompanied_by=cast.lars)
    return match


def post(client, page: str, match: Match, **said):
    return client.post(reverse(f"matching:{page}", args=[match.pk]), said)


def mails(cast) -> list[tuple[str, str]]:
    with acting(user=cast.sille):
        return sorted(Message.objects.values_list("kind", "address"))


def state_of(cast, match: Match) -> str:
    with acting(user=cast.karen):
        return Match.objects.get(pk=match.pk).state


def own_page(cast, match: Match, page: str) -> str:
    with acting(user=cast.karen):
        token = issue_link(Purpose.OWN_PAGE, match.volunteer, "coordinators:own_page").rstrip("/").split("/")[-1]
    return reverse(page, args=[token, match.pk])


def to_tell(cast) -> list[str]:
    with acting(user=cast.karen):
        return [line.what for line in for_coordinator(cast.karen).mine if line.what == TELL]


@pytest.mark.feature(29)
@pytest.mark.parametrize(
    ("who", "state", "told", "is_left"),
    [
        ("citizen", "declined", ["came_to_nothing", "first_meeting_called_off"], False),
        ("volunteer", "declined", [], True),
        ("us", "withdrawn", ["came_to_nothing", "first_meeting_called_off"], True),
    ],
)
def test_both_yeses_are_undone_and_whoever_had_said_yes_is_told(client, cast, agreed, who, state, told, is_left):
    people.sign_in(client, cast.karen)

    post(client, "comes_to_nothing", agreed, who=who)

    vera, lars = agreed.volunteer.email, cast.lars.email
    assert state_of(cast, agreed) == state
    assert mails(cast) == [*((kind, vera) for kind in told), ("first_meeting_host_off", lars)]
    assert bool(to_tell(cast)) is is_left
    with acting(user=cast.karen):
        assert FirstMeeting.objects.get().is_called_off


@pytest.mark.parametrize(("who", "is_barred"), [("us", False), ("citizen", True), ("volunteer", True)])
def test_the_page_says_of_those_alone_who_said_no_that_they_are_kept_apart(client, cast, agreed, who, is_barred):
    people.sign_in(client, cast.karen)
    post(client, "comes_to_nothing", agreed, who=who)

    page = client.get(reverse("coordinators:pair", args=[agreed.pk])).content.decode()

    assert ("De to bliver ikke foreslået for hinanden igen, medmindre du selv vælger det." in page) is is_barred
    assert ("De to kan foreslås for hinanden igen." in page) is not is_barred


@pytest.mark.feature(29)
def test_the_citizen_is_told_once_and_the_line_goes(client, cast, agreed):
    people.sign_in(client, cast.karen)
    post(client, "comes_to_nothing", agreed, who="us")
    people.sign_in(client, cast.lars)
    with acting(user=cast.lars):
        before = [line.what for line in for_lead(cast.lars)]

    post(client, "citizen_is_told", agreed)

    assert before == [TELL]
    assert to_tell(cast) == []
    with acting(user=cast.karen), pytest.raises(NotPossible):
        Match.objects.get(pk=agreed.pk).tell_the_citizen(by=cast.karen)


@pytest.mark.feature(29)
def test_the_volunteer_takes_her_yes_back_by_link_and_the_citizen_is_told_by_us(client, cast, agreed):
    link = own_page(cast, agreed, "matching:take_back")
    asked = client.get(link)

    answer = client.post(link, follow=True)

    assert "Vil du alligevel ikke?" in asked.content.decode()
    assert "Tak" in answer.content.decode()
    assert state_of(cast, agreed) == "declined"
    assert to_tell(cast) == [TELL]
    assert "came_to_nothing" not in [kind for kind, _to in mails(cast)]


def test_once_they_have_met_there_is_a_farewell_and_no_taking_back(client, cast):
    match = people.create_match(cast)
    link = own_page(cast, match, "matching:take_back")
    people.sign_in(client, cast.karen)

    assert client.post(link).status_code == 409
    assert post(client, "comes_to_nothing", match, who="us").status_code == 409
    assert state_of(cast, match) == "trial"


@pytest.mark.feature(29)
def test_the_lead_writes_down_that_the_citizen_would_rather_not_after_all(client, cast, agreed):
    people.sign_in(client, cast.lars)

    post(client, "citizen_answers", agreed, answer="no")

    assert state_of(cast, agreed) == "declined"
    assert ("came_to_nothing", agreed.volunteer.email) in mails(cast)
    assert to_tell(cast) == []


@pytest.mark.parametrize("state", ["proposed", "accepted"])
def test_what_was_called_back_bars_nobody(client, cast, agreed, state):
    if state == "proposed":
        kim, tove = people.create_citizen(cast, "Kim"), people.ready_volunteer(cast, "Tove Ven")
        agreed = people.create_match(cast, citizen=kim, volunteer=tove, started=False)
    people.sign_in(client, cast.karen)
    post(client, "comes_to_nothing", agreed, who="us")

    with acting(user=cast.karen):
        again = Match.propose(agreed.volunteer, agreed.citizen, by=cast.karen)

    assert again.state == "proposed"


@pytest.mark.parametrize("said", [{}, {"who": ""}, {"who": "somebody"}])
def test_whose_no_it_is_must_be_said(client, cast, agreed, said):
    people.sign_in(client, cast.karen)

    page = post(client, "comes_to_nothing", agreed, **said)

    assert list(page.context["form"].errors) == ["who"]
    assert state_of(cast, agreed) == "accepted"


def test_no_link_and_no_lead_calls_a_pair_back_not_even_in_sql(cast, agreed):
    token = own_page(cast, agreed, "matching:take_back").split("/")[2]
    for who in ({"user": cast.lars}, {"link": token}):
        with acting(**who), pytest.raises(DatabaseError, match="only the answer"), transaction.atomic():
            connection.cursor().execute("UPDATE matching_match SET state = 'withdrawn' WHERE id = %s", [agreed.pk])


@pytest.mark.feature(27)
def test_a_volunteer_who_had_said_yes_hears_that_nobody_answered_in_time(committed_cast, as_login, mailbox):
    match = people.create_match(committed_cast, started=False)
    with acting(user=committed_cast.karen):
        match.volunteer_says_yes()
    as_login("jobs")
    Match.objects.update(proposed_at=timezone.localtime() - timedelta(days=15))

    for _twice in range(2):
        with transaction.atomic(), working("proposals"):
            expire_proposals(timezone.localdate())

    assert [(one.message.kind, one.message.address) for one in mailbox()] == [
        ("came_to_nothing", match.volunteer.email)
    ]


FRIENDS = {"origin_on": "2024-05-01", "citizen_said_yes": "on", "volunteer_said_yes": "on"}


@pytest.mark.feature(34)
def test_a_friendship_that_runs_is_entered_with_its_real_first_day(client, cast):
    """The citizen need not wish for a friend: he has one."""
    bo, vera = people.create_citizen(cast, wants_friend=False), people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    client.post(reverse("matching:already_friends", args=[bo.pk]), FRIENDS | {"volunteer": str(vera.pk)})

    with acting(user=cast.karen):
        match = Match.objects.get()
    assert (match.state, str(match.started_on), match.origin) == ("active", "2024-05-01", "running")


@pytest.mark.feature(34)
def test_whoever_has_not_said_yes_to_it_is_asked_and_then_it_stands(client, cast):
    bo, vera = people.create_citizen(cast), people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)
    said = {"origin_on": "2024-05-01", "citizen_said_yes": "on", "volunteer": str(vera.pk)}
    client.post(reverse("matching:already_friends", args=[bo.pk]), said)
    with acting(user=cast.karen):
        match = Match.objects.get()
        link = issue_link(Purpose.PROPOSAL, vera, "matching:answer", about=match).replace("http://localhost:8000", "")
    before = match.state

    asked = client.get(link).content.decode()
    client.post(link, {"answer": "yes"})

    assert "må jeres venskab stå på vores liste?" in asked
    assert (before, state_of(cast, match)) == ("proposed", "active")


@pytest.mark.feature(34)
def test_no_friendship_is_entered_without_the_consent(client, cast):
    bo, vera = people.create_citizen(cast, consents=("registration",)), people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    page = client.post(reverse("matching:already_friends", args=[bo.pk]), FRIENDS | {"volunteer": str(vera.pk)})

    assert page.context["form"].non_field_errors() == [str(SENTENCES["a_match_rests_on_consent"])]
    with acting(user=cast.karen):
        assert not Match.objects.exists()


def test_nobody_who_was_only_suggested_is_active_at_once_not_even_in_sql(cast):
    match = people.create_match(cast, started=False)
    said = "citizen_yes_at = now(), volunteer_yes_at = now(), citizen_yes_heard_by_id = app.uid(), started_on = now()"
    sql = f"UPDATE matching_match SET state = 'active', {said} WHERE id = %s"
    with acting(user=cast.karen), pytest.raises(DatabaseError, match="they have not met"), transaction.atomic():
        connection.cursor().execute(sql, [match.pk])
