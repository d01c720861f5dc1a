"""What was written to somebody who has left meanwhile goes to whoever has it now."""

from collections import defaultdict
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from letters.models import Message, MessageBody


def hand_on() -> None:
    """What is due and for somebody who has it no more is put aside, and written anew to each who has it now."""
    now = timezone.now()
    due = list(Message.objects.due(now).exclude(user_id=None).values_list("pk", flat=True))
    if not due or not (readers := _of_who_left(due)):
        return
    with transaction.atomic():
        for message in Message.objects.due(now).filter(pk__in=readers).select_for_update(skip_locked=True):
            body = MessageBody.objects.get(pk=message.pk)  # the database erases it as its mail is put aside
            for user_id, address in readers[message.pk]:
                _write_anew(message, body, user_id, address)
            message.put_aside(by="letters")


def _of_who_left(due: list[UUID]) -> dict[UUID, list[tuple[UUID, str]]]:
    """Of the mails whose reader has left, who has each now, and the address; nobody, if nobody has."""
    found: dict[UUID, list[tuple[UUID, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute("SELECT message, reader, address FROM app.mails_of_who_left(%s)", [due])
        for message, reader, address in cursor.fetchall():
            found[message] += [(reader, address)] if reader else []
    return found


def _write_anew(message: Message, body: MessageBody, user_id: UUID, address: str) -> None:
    """The same text, with a line above it that says why it comes: it greets who had it before."""
    anew = Message(kind=message.kind, address=address, project_id=message.project_id, user_id=user_id)
    anew.lies_at, anew.may_wait, anew.begins_at = message.lies_at, message.may_wait, message.begins_at
    anew.save(force_insert=True)
    why = _("This was written to somebody who is away or has left. It lies with you now.")
    MessageBody.objects.bulk_create([MessageBody(message=anew, subject=body.subject, text=f"{why}\n\n{body.text}")])
