"""Who decides about a mail that did not leave, and that its address and text are nobody's to change."""

import re

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from access.context import acting
from accounts.emails import send_invitation
from history.tracking import events_of
from letters.claiming import claim_next
from letters.kinds import KINDS
from letters.models import Message
from weshelter.tests import people


@pytest.fixture
def refused(committed_cast, as_login):
    """A mail that the mail server refused."""
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
    as_login("jobs")
    claim_next()[0].refuse("refused")
    as_login("app")
    with acting(user=committed_cast.sille):
        return Message.objects.get()


def choose(client, action: str, message: Message):
    return client.post(
        reverse("admin:letters_message_changelist"), {"action": action, "_selected_action": [str(message.pk)]}
    )


@pytest.mark.parametrize(("action", "state"), [("send_again", "waiting"), ("put_aside", "put_aside")])
def test_the_secretariat_decides_in_the_list(client, committed_cast, refused, action, state):
    people.sign_in(client, committed_cast.sille)

    choose(client, action, refused)

    with acting(user=committed_cast.sille):
        assert Message.objects.get().state == state


def test_what_is_on_its_way_is_not_sent_a_second_time(client, committed_cast, refused):
    people.sign_in(client, committed_cast.sille)
    choose(client, "send_again", refused)

    page = choose(client, "send_again", refused)

    assert page.status_code == 302
    with acting(user=committed_cast.sille):
        assert Message.objects.get().state == "waiting"


def test_the_history_says_who_decided(committed_cast, refused):
    with acting(user=committed_cast.sille):
        refused.put_aside(by=committed_cast.sille)

        event = events_of(Message).objects.filter(pgh_obj=refused.pk).latest("pgh_id")

        assert (event.state, event.pgh_context.metadata["user"]) == ("put_aside", str(committed_cast.sille.pk))


def test_the_list_names_the_kind_in_words(client, committed_cast, refused):
    people.sign_in(client, committed_cast.sille)

    page = client.get(reverse("admin:letters_message_changelist")).content.decode()

    assert "Invitation til at logge ind" in page


def test_the_filter_names_each_kind_that_was_sent_in_words_and_finds_it(client, committed_cast, refused):
    people.sign_in(client, committed_cast.sille)
    address = reverse("admin:letters_message_changelist")

    page, found = client.get(address).content.decode(), client.get(address, {"kind": "invitation"})

    assert re.findall(r'href="\?kind=(\w+)"[^>]*>\s*([^<]+?)\s*<', page) == [("invitation", str(KINDS["invitation"]))]
    assert list(found.context["cl"].result_list) == [refused]


def test_every_kind_of_mail_has_a_name():
    templates = {path.stem for path in (settings.BASE_DIR / "templates" / "emails").glob("[!_]*.txt")}

    assert templates == set(KINDS)


@pytest.mark.parametrize(
    "change",
    ["address = 'mig@example.org'", "kind = 'x'", "state = 'sent', sent_at = now()", "claimed_until = now()"],
)
def test_nobody_turns_a_mail_to_somebody_else_or_calls_it_sent(committed_cast, refused, change):
    with pytest.raises(DatabaseError), acting(user=committed_cast.sille), connection.cursor() as cursor:
        cursor.execute(f"UPDATE letters_message SET {change}")


def test_a_coordinator_decides_nothing(committed_cast, refused):
    with acting(user=committed_cast.karen):
        assert Message.objects.update(state="put_aside") == 0


def test_the_app_makes_no_mail_that_looks_sent(cast):
    with acting(user=cast.sille), pytest.raises(DatabaseError), transaction.atomic():
        Message.objects.create(kind="x", address="x@example.org", state="put_aside")
