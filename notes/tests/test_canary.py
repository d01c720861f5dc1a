"""Promise 7: what was told stands in no page, letter, log line, task or column; the friend's side knows no id of it."""

import logging

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from access.context import acting
from letters.models import MessageBody
from notes.models import Confidence, Guidance
from notes.tests.telling import consenting_citizen, link_of
from weshelter.tests import people

CANARY = "Kanariefuglen-9137 drikker"
SENTENCE = "Lad ham tale ud-4711"


@pytest.fixture
def walked(client, committed_cast, caplog):
    """The whole way through the pages: told, opened, guided, approved, acknowledged; gives what was shown to whom."""
    caplog.set_level(logging.DEBUG)
    cast = committed_cast
    bo = consenting_citizen(cast)
    match = people.create_match(cast, citizen=bo)
    people.sign_in(client, cast.lars)
    shown = [client.post(reverse("notes:write", args=[bo.pk]), {"text": CANARY}, follow=True)]
    with acting(user=cast.karen):
        told = Confidence.objects.get()
    people.sign_in(client, cast.karen)
    opened = client.post(reverse("notes:open", args=[told.pk]), {"purpose": "prepare_guidance"})
    draft = {"text": SENTENCE, "review_on": "2099-01-01", "origin": told.pk}
    shown.append(client.post(reverse("notes:guide", args=[bo.pk]), draft, follow=True))
    with acting(user=cast.karen):
        guidance = Guidance.objects.get()
    shown.append(client.post(reverse("notes:guidance", args=[guidance.pk]), follow=True))
    token = link_of(match, cast.rg60)
    client.logout()
    own_page = client.get(reverse("coordinators:own_page", args=[token]))
    receipt = client.post(reverse("notes:acknowledge", args=[token, guidance.pk]), follow=True)
    return cast, bo, told, opened, shown, [own_page, receipt], token


def test_what_was_told_is_shown_once_and_nowhere_else(client, walked):
    cast, bo, told, opened, shown, friends, _token = walked
    for name in ("karen", "lars", "sille"):
        people.sign_in(client, getattr(cast, name))
        for page in (
            reverse("coordinators:citizen", args=[bo.pk]),
            reverse("notes:confidence", args=[told.pk]),
            reverse("notes:guide", args=[bo.pk]) + f"?fra={told.pk}",
            reverse("coordinators:desk"),
            reverse("coordinators:my_house"),
            reverse("admin:index"),
        ):
            shown.append(client.get(page, follow=True))

    assert CANARY in opened.content.decode()
    assert not [page for page in [*shown, *friends] if CANARY in page.content.decode()]


def test_the_friends_pages_know_no_id_of_the_confidence(walked):
    _cast, _bo, told, _opened, _shown, friends, _token = walked

    for page in friends:
        assert SENTENCE in page.content.decode()
        assert str(told.pk) not in page.content.decode()


def test_no_letter_log_line_or_task_holds_it(walked, as_login, caplog):
    as_login("jobs")
    letters = [(body.subject, body.text) for body in MessageBody.objects.all()]
    call_command("work", once=True)
    tasks = [str(task.args_kwargs) for task in DBTaskResult.objects.all()]

    assert letters
    assert mail.outbox
    written = [*letters, *tasks, *[one.body for one in mail.outbox], caplog.text]
    assert not [text for text in written if "Kanariefuglen" in str(text)]


def test_no_column_of_any_table_holds_it_in_clear(walked, as_login):
    as_login("owner")
    columns_with_canary, columns_with_sentence = [], []
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'")
        for table, column in cursor.fetchall():
            for text, found in (("Kanariefuglen", columns_with_canary), (SENTENCE, columns_with_sentence)):
                # A bytea is looked at as text and as bytes.
                cursor.execute(
                    f'SELECT count(*) FROM "{table}" WHERE "{column}"::text LIKE %s OR "{column}"::text LIKE %s',
                    [f"%{text}%", f"%{text.encode().hex()}%"],
                )
                if cursor.fetchone()[0]:
                    found.append(f"{table}.{column}")

    assert columns_with_canary == []
    assert columns_with_sentence == ["notes_guidance.text"]


def test_no_row_but_origin_knows_both(walked, as_login):
    _cast, _bo, told, *_rest = walked
    as_login("owner")
    guidance = Guidance.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [row[0] for row in cursor.fetchall()]
        both = []
        for table in tables:
            cursor.execute(
                f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s AND t::text LIKE %s',
                [f"%{told.pk}%", f"%{guidance.pk}%"],
            )
            if cursor.fetchone()[0]:
                both.append(table)

    assert both == ["notes_origin"]
