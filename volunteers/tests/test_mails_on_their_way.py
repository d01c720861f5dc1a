"""A mail is on its way while somebody corrects the address, or while the volunteer goes."""

import pytest
from django.core.management import call_command
from django.db import transaction

from access.context import acting
from access.models import Link
from letters.claiming import claim_next
from letters.models import Message
from letters.sending import note
from screening.emails import send_agreement
from volunteers.emails import send_goodbye
from volunteers.models import Volunteer
from volunteers.new_links import ask_for_links, put_right
from volunteers.tests import way

RIGHT = "tove@example.com"


@pytest.fixture
def tove(committed_cast) -> Volunteer:
    way.in_training(committed_cast)
    with acting(user=committed_cast.karen):
        return Volunteer.objects.with_roles().get()


@pytest.fixture
def work(as_login, mailoutbox):
    """The worker works; gives the subjects of what has left, and to whom."""

    def run() -> list[tuple]:
        as_login("jobs")
        call_command("work", once=True)
        as_login("app")
        return [(mail.to[0], mail.subject) for mail in mailoutbox]

    return run


def corrected(cast, volunteer) -> None:
    with acting(user=cast.karen), transaction.atomic():
        put_right(volunteer, email=RIGHT)


def gone(cast, volunteer) -> None:
    with acting(user=cast.karen):
        volunteer.withdraw(by=cast.karen)


@pytest.mark.feature(94)
@pytest.mark.parametrize(("fault", "state"), [("later", "waiting"), ("", "sent")])
def test_what_the_worker_had_in_hand_is_tried_again_at_the_right_address(committed_cast, tove, as_login, fault, state):
    """The mail server puts it off while the address is put right; what has left says where it went."""
    with acting(user=committed_cast.karen):
        send_goodbye(tove)
    former = tove.email
    as_login("jobs")
    in_hand = claim_next()
    as_login("app")
    corrected(committed_cast, tove)

    as_login("jobs")
    note(in_hand, fault)

    sent_to = former if state == "sent" else RIGHT
    assert list(Message.objects.values_list("kind", "address", "state")) == [("goodbye", sent_to, state)]


@pytest.mark.feature(94)
def test_what_perhaps_left_and_is_sent_again_goes_to_the_right_address(committed_cast, tove, as_login):
    with acting(user=committed_cast.karen):
        send_goodbye(tove)
    as_login("jobs")
    in_hand = claim_next()
    as_login("app")
    corrected(committed_cast, tove)
    as_login("jobs")
    note(in_hand, "broken")
    as_login("app")

    with acting(user=committed_cast.sille):
        Message.objects.get(kind="goodbye").send_again(by=committed_cast.sille)
        assert Message.objects.get(kind="goodbye").address == RIGHT


@pytest.mark.parametrize("asked", ["by a corrected address", "by herself"])
def test_who_goes_before_the_worker_has_written_gets_no_link(committed_cast, tove, work, as_login, asked):
    if asked == "by herself":
        with acting(new_id=tove.pk), transaction.atomic():
            ask_for_links(tove.email)
    else:
        corrected(committed_cast, tove)
    gone(committed_cast, tove)

    left = work()

    as_login("owner")
    assert (left, Link.objects.filter(volunteer_id=tove.pk, revoked_at=None).count()) == ([], 0)


@pytest.mark.feature(94)
def test_who_has_gone_is_asked_nothing_by_a_mail_of_before_and_is_thanked(committed_cast, tove, work):
    """The agreement waits for the morning, and in the evening she takes her application back."""
    with acting(user=committed_cast.karen):
        send_agreement(tove)
    gone(committed_cast, tove)
    with acting(user=committed_cast.karen):
        send_goodbye(tove)

    assert work() == [(tove.email, "Tak for din tid hos os")]
