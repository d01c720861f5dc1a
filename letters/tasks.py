"""What the worker does with a message."""

from uuid import UUID

from django.apps import apps
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from access.context import working


class DeliveryFailed(Exception):
    """A message could not be sent; says only the class of the fault, for a trace would carry addresses."""


@task()
def deliver(message_id: str) -> None:
    """Send one message, then erase its text. A message that is gone or sent already is left alone."""
    body_model = apps.get_model("letters", "MessageBody")
    try:
        with transaction.atomic(), working("letters"):
            body = (
                body_model.objects.select_for_update()
                .select_related("message")
                .filter(message_id=UUID(message_id))
                .first()
            )
            if body is None:
                return
            EmailMessage(body.subject, body.text, to=[body.message.address]).send()
            type(body.message).objects.filter(pk=body.message.pk).update(sent_at=timezone.now())
            body_model.objects.filter(pk=body.pk).delete()
    except Exception as error:
        raise DeliveryFailed(type(error).__name__) from None
