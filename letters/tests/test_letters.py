"""Every message that leaves: rendered in the request, sent by the worker, its text gone when it is sent."""

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from access.context import acting
from accounts.emails import send_invitation
from letters.models import Message, MessageBody
from letters.postbox import letters_in
from weshelter.tests import people


def deliver(as_login) -> None:
    """One round of the worker."""
    as_login("jobs")
    call_command("work", once=True)


def test_the_worker_sends_it_and_erases_the_text(committed_cast, as_login):
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
    assert mail.outbox == []

    deliver(as_login)

    assert [letter.to for letter in mail.outbox] == [["karen@example.org"]]
    assert not MessageBody.objects.exists()
    assert Message.objects.get().sent_at is not None


def test_what_is_rolled_back_is_not_sent(committed_cast, as_login):
    def invite_and_fail() -> None:
        with acting(user=committed_cast.sille):
            send_invitation(committed_cast.karen)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        invite_and_fail()

    deliver(as_login)

    assert mail.outbox == []


def test_the_app_cannot_read_a_letter_on_its_way(cast):
    with acting(user=cast.sille):
        send_invitation(cast.karen)

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic():
        MessageBody.objects.get()


@pytest.mark.parametrize(("who", "seen"), [("sille", 2), ("karen", 1), ("lars", 0), ("nanna", 1), ("leif", 0)])
def test_that_something_was_sent_is_for_the_projects_coordinator_and_the_secretariat(cast, who, seen):
    from matching.emails import send_proposal

    for house, name in ((cast.rg60, "Vera Ven"), (cast.nabo, "Gitte Gram")):
        match = people.create_match(cast, house=house, volunteer=people.ready_volunteer(cast, name, house=house))
        with acting(user=house.coordinator):
            send_proposal(match)
    user = getattr(cast, who)

    with acting(user=user):
        assert set(Message.objects.all()) == set(Message.objects.visible_to(user))
        assert Message.objects.count() == seen


def test_the_postbox_is_the_demos_alone(client, db, settings):
    assert client.get(reverse("letters:postbox")).status_code == 404

    settings.DEMO = True

    assert client.get(reverse("letters:postbox")).status_code == 200


def test_the_postbox_reads_what_the_file_backend_wrote(tmp_path, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    for to in ("a@example.org", "b@example.org"):
        mail.EmailMessage("Kære ven æøå", f"Hej {to}\n\nhttp://localhost/æ", to=[to]).send()

    letters = letters_in(tmp_path, to="b@example.org")

    assert [(one.to, one.subject) for one in letters] == [("b@example.org", "Kære ven æøå")]
    assert "http://localhost/æ" in letters[0].text
    assert letters[0].at.tzinfo is not None
