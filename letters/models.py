"""Every message that leaves. The text is rendered while somebody acts, and sent by the worker once that is saved."""

from uuid import uuid4

from django.db import models
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from letters.tasks import deliver


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MessageQuerySet":
        """The secretariat sees all messages, a coordinator those of her projects: kind, address and time."""
        if user.is_secretariat:
            return self
        return self.filter(project_id__in=[m.project_id for m in user.memberships.coordinating().in_force()])


class Message(models.Model):
    """That a message of some kind went to some address; its text is gone once it is sent."""

    PERSONAL = {"address": ("what was sent to whom", "12 months")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    address = models.EmailField(_("to"))
    project_id = models.BigIntegerField(null=True)  # institutions is above us; the database has the foreign key
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [models.Index(fields=["project_id", "-made_at"], name="messages_of_a_project")]

    def __str__(self) -> str:
        return f"{self.kind} {self.made_at:%d.%m.%Y}"


class MessageBody(models.Model):
    """A message on its way: it may hold a live link, so the app can write it and never read it."""

    PERSONAL = {"text": ("the message itself", "until it is sent")}

    message = models.OneToOneField(Message, models.DO_NOTHING, primary_key=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()

    def __str__(self) -> str:
        return "a message on its way"


def send(kind: str, *, to: str, subject: str, context: dict, project=None) -> None:
    """Send `templates/emails/<kind>.txt` to an address. No citizen's name and no note's text may be in it."""
    if not to:
        return
    message = Message(kind=kind, address=to, project_id=project.pk if project else None)
    message.save(force_insert=True)
    MessageBody.objects.bulk_create(
        [MessageBody(message=message, subject=subject, text=render_to_string(f"emails/{kind}.txt", context))]
    )
    deliver.enqueue(str(message.pk))
