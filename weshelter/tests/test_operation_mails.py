"""What the site does by itself, on the secretariat's page: mails to decide about, the worker and the daily jobs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from accounts.emails import send_invitation
from letters.claiming import claim_next
from letters.due import MailsWait, ask_for_overdue
from letters.models import Message
from weshelter.models import JobRun, WorkerSign
from weshelter.tests import people


@pytest.fixture
def refused(client, committed_cast, as_login):
    """A mail that the mail server refused; the secretariat has the browser."""
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
    as_login("jobs")
    [message] = claim_next()
    message.refuse("refused")
    as_login("app")
    people.sign_in(client, committed_cast.sille)
    return message


def text_of(response) -> str:
    return " ".join(response.content.decode().split())


def state(cast) -> str:
    with acting(user=cast.sille):
        return Message.objects.get().state


def test_a_mail_that_came_back_waits_on_the_first_page(client, refused):
    page = client.get(reverse("admin:index"))

    assert [(line.what, line.url) for line in page.context_data["waiting"]] == [
        ("1 mail, der ikke er kommet frem", reverse("operation"))
    ]


def test_the_page_says_what_it_is_to_whom_and_what_to_do(client, refused):
    page = text_of(client.get(reverse("operation")))

    assert "<strong>Invitation til at logge ind</strong> til karen@example.org" in page
    assert "Ret adressen, hvor personen er registreret" in page


@pytest.mark.parametrize(("button", "becomes"), [("send_mail_again", "waiting"), ("put_mail_aside", "put_aside")])
def test_the_secretariat_decides_there(client, committed_cast, refused, button, becomes):
    client.post(reverse(button, args=[refused.pk]))

    assert state(committed_cast) == becomes
    assert "karen@example.org" not in text_of(client.get(reverse("operation")))


def test_of_two_who_decide_the_second_is_told_and_changes_nothing(client, committed_cast, refused):
    client.post(reverse("put_mail_aside", args=[refused.pk]))

    second = client.post(reverse("send_mail_again", args=[refused.pk]))

    assert (second.status_code, state(committed_cast)) == (409, "put_aside")


def test_a_worker_that_stands_still_and_a_job_that_failed_are_said(client, committed_cast, as_login):
    as_login("jobs")
    WorkerSign.objects.create(pk="x", seen_at=timezone.now() - timedelta(hours=1))
    JobRun.objects.create(job="figures", started_at=timezone.now(), error="ValueError")
    as_login("app")
    people.sign_in(client, committed_cast.sille)

    page = text_of(client.get(reverse("operation")))

    assert "Har stået stille siden" in page
    assert "1 er mislykkedes eller har ikke kørt i et døgn." in page
    assert "<span>Tal gjort op</span>" in page


def test_a_mail_that_waits_for_a_day_stands_there_and_fails_the_daily_work(client, committed_cast, as_login):
    with acting(user=committed_cast.sille):
        send_invitation(committed_cast.karen)
    as_login("jobs")
    Message.objects.update(made_at=timezone.now() - timedelta(hours=25))

    with pytest.raises(MailsWait):
        ask_for_overdue(timezone.localdate())

    as_login("app")
    people.sign_in(client, committed_cast.sille)
    waiting = client.get(reverse("admin:index")).context_data["waiting"]
    assert [(line.what, line.url) for line in waiting] == [("1 mail, der ikke er kommet frem", reverse("operation"))]
    assert "karen@example.org" in text_of(client.get(reverse("operation")))
