"""How a mail leaves: it is claimed and that is committed, sent outside any transaction, and then noted.

Whoever dies in between leaves a row that says so, and nobody sends it a second time by guess.
"""

import smtplib
from collections.abc import Callable
from functools import partial

from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.claiming import claim_next
from letters.models import Message

Fault = Message.Fault
# Where nothing can be said about the mail itself, the others need not be tried now either.
SERVERS_OWN = {Fault.UNREACHABLE, Fault.SENDER}


def send_due(*, go_on: Callable[[], bool], patiently: Callable[[Callable[[], None]], None]) -> bool:
    """Send the mails whose turn it is, over one connection; False if the mail server does not take any.

    `go_on` is asked before each mail. `patiently` does what must be noted even if the database is away just then:
    the mail has left, and nobody else knows.
    """
    server = get_connection()
    try:
        while go_on() and (messages := claim_next()):
            fault = hand_over(messages, server)
            patiently(partial(note, messages, fault))
            if fault:
                close(server)
            if fault in SERVERS_OWN:
                return False
    finally:
        close(server)
    return True


def hand_over(messages: list[Message], server: BaseEmailBackend) -> str:
    """Give them to the mail server as one mail, and say why it could not be done; empty if it is done."""
    try:
        server.open()
        greet(server)
    except OSError:  # smtplib's errors are among these; a server that takes no greeting from us takes no mail of ours
        return Fault.UNREACHABLE
    try:
        as_one(messages, server).send()
    except smtplib.SMTPSenderRefused as refused:
        return Fault.LATER if is_temporary(refused.smtp_code) else Fault.SENDER
    except smtplib.SMTPRecipientsRefused as refused:
        [(code, _text)] = refused.recipients.values()
        return Fault.LATER if is_temporary(code) else Fault.REFUSED
    except smtplib.SMTPResponseException as refused:
        return Fault.LATER if is_temporary(refused.smtp_code) else Fault.REFUSED
    except OSError:
        return Fault.BROKEN if getattr(server, "may_have_left", True) else Fault.UNREACHABLE
    except ValueError:  # a line break in its subject, an address that no mail server can read
        return Fault.UNWRITABLE
    return ""


def as_one(messages: list[Message], server: BaseEmailBackend) -> EmailMessage:
    """One mail; of several messages to one person each with its subject, and on top what there is.

    An answer to what two houses have written is read by neither: it goes to whom the site sends from.
    """
    bodies = [message.body for message in messages]
    subject, text = bodies[0].subject, bodies[0].text
    if len(bodies) > 1:
        subject = _("%(count)s messages from WeShelter") % {"count": len(bodies)}
        listed = "\n".join(f"- {body.subject}" for body in bodies)
        each = [f"{body.subject}\n{'-' * len(body.subject)}\n\n{body.text.strip()}" for body in bodies]
        text = "\n\n\n".join([listed, *each]) + "\n"
    answers_to = {body.reply_to for body in bodies if body.reply_to}
    reply_to = list(answers_to) if len(answers_to) == 1 else None
    return EmailMessage(subject, text, to=[messages[0].address], reply_to=reply_to, connection=server)


def greet(server: BaseEmailBackend) -> None:
    """The greeting comes before the first mail of a connection, so that a server that refuses it refuses no mail."""
    if connection := getattr(server, "connection", None):
        connection.ehlo_or_helo_if_needed()


def is_temporary(code: int) -> bool:
    """The mail server's answers from 400 to 499 mean: not now."""
    return 400 <= code < 500


def note(messages: list[Message], fault: str) -> None:
    """What became of them. Not of one about which somebody has decided meanwhile, nor a second time."""
    with transaction.atomic():
        for message in messages:
            if mine := Message.objects.select_for_update().in_hand(message).first():
                _note(mine, fault)


def _note(mine: Message, fault: str) -> None:
    if not fault:
        mine.leave()
    elif fault in {Fault.REFUSED, Fault.UNWRITABLE}:
        mine.refuse(fault)
    elif fault != Fault.BROKEN:
        mine.try_later(fault)
    elif mine.state == Message.State.SENDING:
        mine.doubt(fault)


def close(server: BaseEmailBackend) -> None:
    """Say goodbye, or just leave: what was sent is noted already."""
    try:
        server.close()
    except OSError:
        pass


def give_back_abandoned() -> int:
    """Of the mails that somebody took and never came back with, nobody knows whether they left; gives how many."""
    with transaction.atomic():
        abandoned = list(Message.objects.abandoned(timezone.now()).select_for_update(skip_locked=True))
        for message in abandoned:
            message.doubt(Fault.ABANDONED)
    return len(abandoned)
