"""A mail is on its way while somebody corrects the address."""

import pytest
from django.db import transaction

from access.context import acting
from letters.claiming import claim_next
from letters.models import Message
from letters.sending import note
from volunteers.emails import send_goodbye
from volunteers.models import Volunteer
from volunteers.new_links import put_right
from volunteers.tests import way

RIGHT = "tove@example.com"


@pytest.fixture
def tove(committed_cast) -> Volunteer:
    way.in_training(committed_cast)
    with acting(user=committed_cast.karen):
        return Volunteer.objects.with_roles().get()


def corrected(cast, volunteer) -> None:
    with acting(user=cast.karen), transaction.atomic():
        put_right(volunteer, email=RIGHT)


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
