"""No mail is lost and none is sent twice by guess: what the mail server says, and what becomes of the mail."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from access.context import acting
from accounts.emails import send_invitation
from history.moves import NotPossible
from letters.claiming import claim_next
from letters.models import Message, MessageBody, send
from letters.sending import note
from letters.tests.mail_server import BREAKS_OFF, free_port, serving

LATER, NEVER = "451 come again", "550 no such person"


@pytest.fixture
def server(settings):
    with serving(settings) as answers:
        yield answers


@pytest.fixture
def invitation(committed_cast):
    """A mail to Karen that waits for the worker."""
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
        return Message.objects.get()


@pytest.fixture
def work(as_login):
    """One round of the worker; afterwards one is the jobs' login and sees all rows."""

    def round_of_work() -> None:
        as_login("jobs")
        call_command("work", once=True)

    return round_of_work


def as_it_is() -> tuple:
    return Message.objects.values_list("state", "fault", "tries").get()


def let_time_pass(**dates) -> None:
    Message.objects.update(**{name: timezone.localtime() - ago for name, ago in dates.items()})


@pytest.mark.parametrize(
    ("asked", "answer", "state", "fault"),
    [
        ("sender", "451 come again", "waiting", "later"),
        ("sender", "530 log in first", "waiting", "sender"),
        ("sender", "421 closing", "waiting", "later"),
        ("sender", BREAKS_OFF, "waiting", "unreachable"),
        ("address", "450 busy", "waiting", "later"),
        ("address", "550 no such person", "refused", "refused"),
        ("address", BREAKS_OFF, "waiting", "unreachable"),
        ("text", "452 full", "waiting", "later"),
        ("text", "554 not wanted", "refused", "refused"),
        ("text", BREAKS_OFF, "uncertain", "broken"),
    ],
)
def test_what_the_mail_server_answers_decides(server, invitation, work, asked, answer, state, fault):
    getattr(server, asked).append(answer)

    work()

    assert as_it_is() == (state, fault, 1)
    assert MessageBody.objects.count() == 1


def test_a_server_that_takes_no_greeting_refuses_no_mail(server, invitation, work):
    server.greeting.extend(["550 blocked for a minute", "550 blocked for a minute"])

    work()
    first = as_it_is()
    let_time_pass(next_try_at=timedelta(0))
    work()

    assert first == ("waiting", "unreachable", 1)
    assert server.taken == ["karen@example.org"]


def test_a_subject_is_one_line_whatever_somebody_is_called(committed_cast, as_login):
    with acting(user=committed_cast.sille):
        context = {"what": "", "when": timezone.now(), "ip": ""}
        send("access_changed", to="ny@example.org", subject="Adgang for Karen\nKoordinator", context=context)

    as_login("jobs")
    assert MessageBody.objects.get().subject == "Adgang for Karen Koordinator"


@pytest.mark.feature(70)
def test_a_mail_that_was_refused_for_a_while_is_sent_once(server, invitation, work):
    server.text.extend([LATER, LATER])

    for _minute in range(4):
        work()
        let_time_pass(next_try_at=timedelta(0))

    assert server.taken == ["karen@example.org"]
    assert as_it_is() == ("sent", "", 3)
    assert not MessageBody.objects.exists()


def test_a_mail_server_that_is_away_keeps_the_mail_for_later(invitation, work, settings):
    settings.EMAIL_BACKEND = "letters.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", free_port()

    work()

    assert as_it_is() == ("waiting", "unreachable", 1)


def test_until_its_next_turn_it_is_left_alone(server, invitation, work):
    server.text.append(LATER)

    work()
    work()

    assert as_it_is() == ("waiting", "later", 1)


@pytest.mark.parametrize(("tries", "minutes"), [(1, 1), (2, 2), (3, 5), (6, 40), (7, 60), (30, 60)])
def test_the_tries_come_at_growing_intervals(invitation, as_login, tries, minutes):
    as_login("jobs")
    now = timezone.now()
    message = claimed(tries=tries)

    message.try_later("later")

    assert round((message.next_try_at - now).total_seconds() / 60) == minutes


def claimed(**fields) -> Message:
    """The mail as a worker has it in hand."""
    Message.objects.update(state="sending", claimed_until=timezone.now() + timedelta(minutes=10), **fields)
    return Message.objects.get()


def test_one_refusal_does_not_keep_the_next_mail(server, committed_cast, work):
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
        send_invitation(committed_cast.lars)
    server.address.append(NEVER)

    work()

    assert server.taken == ["lars@example.org"]


def test_what_no_mail_can_be_is_shown_to_somebody_and_stops_nobody(server, invitation, work, as_login):
    as_login("jobs")
    MessageBody.objects.update(subject="Hej\nBcc: alle@example.org")

    work()

    assert as_it_is() == ("refused", "unwritable", 1)


def test_what_may_have_left_is_not_sent_again_by_itself(server, invitation, work):
    server.text.append(BREAKS_OFF)

    work()
    let_time_pass(next_try_at=timedelta(days=1))
    work()

    assert server.taken == ["karen@example.org"]
    assert as_it_is() == ("uncertain", "broken", 1)


def test_somebody_decides_that_it_goes_again(server, invitation, committed_cast, work, as_login):
    server.text.append(BREAKS_OFF)
    work()
    as_login("app")

    with acting(user=committed_cast.sille):
        Message.objects.to_be_decided().get().send_again(by=committed_cast.sille)
    work()

    assert server.taken == ["karen@example.org"] * 2
    assert as_it_is() == ("sent", "", 1)


def test_put_aside_its_text_is_gone_and_nothing_sends_it(server, invitation, committed_cast, work, as_login):
    server.address.append(NEVER)
    work()
    as_login("app")

    with acting(user=committed_cast.sille):
        Message.objects.to_be_decided().get().put_aside(by=committed_cast.sille)
    work()

    assert server.taken == []
    assert as_it_is() == ("put_aside", "refused", 1)
    assert not MessageBody.objects.exists()


def test_what_was_sent_is_sent_no_more(server, invitation, committed_cast, work, as_login):
    work()
    as_login("app")

    with acting(user=committed_cast.sille), pytest.raises(NotPossible):
        Message.objects.get().send_again(by=committed_cast.sille)


def test_of_what_a_dead_worker_took_nobody_knows_whether_it_left(server, invitation, work, as_login):
    as_login("jobs")
    claim_next()
    let_time_pass(claimed_until=timedelta(seconds=1))

    work()

    assert as_it_is() == ("uncertain", "abandoned", 1)
    assert server.taken == []


def test_whoever_was_taken_for_dead_still_says_that_it_left(invitation, as_login):
    as_login("jobs")
    messages = claim_next()
    Message.objects.get().doubt("abandoned")

    note(messages, "")

    assert as_it_is() == ("sent", "", 1)


def test_what_somebody_has_decided_meanwhile_stands(invitation, as_login):
    as_login("jobs")
    messages = claim_next()
    Message.objects.get().doubt("abandoned")
    Message.objects.get().put_aside(by="somebody")

    note(messages, "")

    assert as_it_is() == ("put_aside", "abandoned", 1)


def test_noted_twice_is_noted_once(invitation, as_login):
    as_login("jobs")
    messages = claim_next()
    note(messages, "later")

    note(messages, "later")

    assert as_it_is() == ("waiting", "later", 1)
