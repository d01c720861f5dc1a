"""What the mails of before become: sent ones say so, new ones wait for the worker, old ones are nobody's surprise."""

from django.core.management import call_command
from django.db import connection

WRITE = """
INSERT INTO letters_message (id, kind, address, made_at, state, tries, next_try_at, fault, sent_at) VALUES
    (gen_random_uuid(), 'sent', 'a@example.org', now() - interval '1 month', 'waiting', 0, now(), '', now()),
    (gen_random_uuid(), 'new', 'b@example.org', now() - interval '1 hour', 'waiting', 0, now(), '', NULL),
    (gen_random_uuid(), 'old', 'c@example.org', now() - interval '8 days', 'waiting', 0, now(), '', NULL);
INSERT INTO letters_messagebody (message_id, subject, text)
    SELECT id, kind, 'x' FROM letters_message WHERE kind <> 'sent'
"""
READ = """
SELECT kind, state, EXISTS (SELECT FROM letters_messagebody b WHERE b.message_id = m.id)
FROM letters_message m ORDER BY kind
"""


def test_mails_of_before_know_how_far_they_have_come(committed, as_it_was, as_login):
    as_it_was("letters", "0004_a_mail_is_claimed")
    as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute(WRITE)

    call_command("migrate", "letters", "0005_what_was_sent_before", verbosity=0)

    with connection.cursor() as cursor:
        cursor.execute(READ)
        assert cursor.fetchall() == [("new", "waiting", True), ("old", "put_aside", False), ("sent", "sent", False)]
