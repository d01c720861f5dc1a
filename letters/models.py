"""Every message that leaves. The text is rendered while somebody acts; the worker sends it once that is saved.

The row is the queue: whoever takes it from there says so in the row before anything is sent (letters/sending.py).
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from history.moves import move
from history.tracking import tracked
from letters.hours import IN_ANSWER, SOON, is_night, may_wait
from letters.kinds import KINDS

# What did not leave is tried again after these, and from then on each hour.
TRIED_AGAIN_AFTER = [timedelta(minutes=m) for m in (1, 2, 5, 10, 20, 40, 60)]
OVERDUE_AFTER = timedelta(days=1)
TEXT_KEPT_FOR = timedelta(days=7)


def can_wait(now: datetime) -> Q:
    """For another morning: its kind may, and what it is about does not begin within a day."""
    return Q(may_wait=True) & (Q(begins_at=None) | Q(begins_at__gt=now + SOON))


def has_its_turn_ahead(now: datetime) -> Q:
    """Nobody has tried it: whoever gets it has had a mail today."""
    return Q(tries=0, next_try_at__gt=now)


class MessageQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MessageQuerySet":
        """The secretariat sees all messages, a coordinator those of her projects: kind, address and time."""
        if user.is_secretariat:
            return self
        return self.filter(project_id__in=[m.project_id for m in user.memberships.coordinating().in_force()])

    def due(self, now: datetime) -> "MessageQuerySet":
        """Those whose turn it is, the first first; at night those alone that may not wait for the morning."""
        turn = self.filter(state=Message.State.WAITING, next_try_at__lte=now)
        return (turn.filter(~can_wait(now)) if is_night(now) else turn).order_by("next_try_at")

    def going_along(self, message: "Message", now: datetime) -> "MessageQuerySet":
        """Those that may wait and are for the same person as this one; itself among them."""
        due = self.due(now).filter(can_wait(now), address=message.address)
        return due.exclude(kind__in=IN_ANSWER)

    def days_of(self, address: str, now: datetime) -> set[date]:
        """The days of the last week on which somebody had a mail that might have waited, or is having one now.

        What left because it began within a day could wait no longer, and counts as little as what never may.
        """
        mails = self.filter(address=address, may_wait=True).exclude(kind__in=IN_ANSWER)
        lately = mails.filter(sent_at__gt=now - timedelta(days=8)).exclude(begins_at__lte=F("sent_at") + SOON)
        sent = lately.values_list("sent_at", flat=True)
        being_sent = mails.filter(state=Message.State.SENDING).values_list("claimed_until", flat=True)
        return {timezone.localdate(moment) for moment in sent} | {timezone.localdate(now) for _one in being_sent}

    def abandoned(self, now: datetime) -> "MessageQuerySet":
        """Those that somebody took and never came back with."""
        return self.filter(state=Message.State.SENDING, claimed_until__lt=now)

    def in_hand(self, message: "Message") -> "MessageQuerySet":
        """This one, if it still is as it was taken, or was given up as abandoned."""
        as_taken = Q(state=Message.State.SENDING, claimed_until=message.claimed_until)
        return self.filter(as_taken | Q(state=Message.State.UNCERTAIN), pk=message.pk)

    def unsent(self) -> "MessageQuerySet":
        """Those of which nobody knows that they have left."""
        return self.filter(state__in=Message.UNSENT).order_by("made_at")

    def overdue(self, now: datetime) -> "MessageQuerySet":
        """Those that have not left for a day, though it was their turn."""
        return self.unsent().filter(made_at__lt=now - OVERDUE_AFTER).exclude(has_its_turn_ahead(now))

    def to_be_decided(self, now: datetime | None = None) -> "MessageQuerySet":
        """Those that wait for a person: perhaps sent, refused, or on their way for a day; the oldest first."""
        now = now or timezone.now()
        waited = Q(state=Message.State.WAITING, made_at__lt=now - OVERDUE_AFTER)
        overdue = waited & ~has_its_turn_ahead(now)
        return self.filter(overdue | Q(state__in=[Message.State.UNCERTAIN, Message.State.REFUSED])).order_by("made_at")

    def kept_too_long(self, now: datetime) -> "MessageQuerySet":
        """Those whose text, with its live links, has waited long enough."""
        states = [Message.State.WAITING, Message.State.UNCERTAIN, Message.State.REFUSED]
        return self.filter(state__in=states, made_at__lt=now - TEXT_KEPT_FOR)


@tracked(quiet=("next_try_at", "claimed_until", "may_wait", "begins_at", "volunteer_id", "user_id", "lies_at"))
class Message(models.Model):
    """That a message of some kind went to some address, or how far it has come; its text is gone once it is sent."""

    PERSONAL = {"address": ("what was sent to whom", "12 months")}

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        UNCERTAIN = "uncertain", _("perhaps sent")
        REFUSED = "refused", _("refused")
        PUT_ASIDE = "put_aside", _("put aside")

    MOVES = {
        State.WAITING: {State.SENDING, State.PUT_ASIDE},
        State.SENDING: {State.SENT, State.WAITING, State.UNCERTAIN, State.REFUSED},
        # Whoever was taken for dead and comes back with it says what became of it.
        State.UNCERTAIN: {State.SENT, State.WAITING, State.REFUSED, State.PUT_ASIDE},
        State.REFUSED: {State.WAITING, State.PUT_ASIDE},
    }
    ON_ITS_WAY = (State.WAITING, State.SENDING)
    UNSENT = (State.WAITING, State.SENDING, State.UNCERTAIN, State.REFUSED)

    class Fault(models.TextChoices):
        """Why it has not left, or why nobody knows."""

        UNREACHABLE = "unreachable", _("the mail server could not be reached")
        LATER = "later", _("the mail server asks us to come again later")
        SENDER = "sender", _("the mail server does not take mail from us")
        REFUSED = "refused", _("the mail server does not know the address, or does not want the mail")
        UNWRITABLE = "unwritable", _("it could not be written as a mail")
        BROKEN = "broken", _("the connection broke while it was sent")
        ABANDONED = "abandoned", _("the site's worker stopped while it was sent")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("kind"), max_length=40)
    address = models.EmailField(_("to"))
    # Institutions and volunteers are above us; the database has the foreign keys.
    project_id = models.BigIntegerField(null=True)
    volunteer_id = models.UUIDField(null=True, editable=False)  # whose address it is: it follows her to another
    # To whom of those who log in, and at which projects it lies with him: once he has left it goes to who has it now.
    user_id = models.UUIDField(null=True, editable=False)
    lies_at = ArrayField(models.BigIntegerField(), default=list, editable=False)
    made_at = models.DateTimeField(_("made"), auto_now_add=True)
    state = models.CharField(_("status"), max_length=10, choices=State, default=State.WAITING, editable=False)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0, editable=False)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now, editable=False)
    claimed_until = models.DateTimeField(null=True, editable=False)
    may_wait = models.BooleanField(default=False, editable=False)  # for the morning: letters/hours.py
    begins_at = models.DateTimeField(null=True, editable=False)  # what it is about: within a day it waits no longer
    fault = models.CharField(_("why"), max_length=11, choices=Fault, blank=True, editable=False)
    sent_at = models.DateTimeField(_("sent"), null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        indexes = [
            models.Index(fields=["project_id", "-made_at"], name="messages_of_a_project"),
            models.Index(fields=["next_try_at"], condition=Q(state="waiting"), name="messages_that_wait"),
            models.Index(fields=["address", "sent_at"], condition=Q(may_wait=True), name="messages_that_could_wait"),
            models.Index(fields=["volunteer_id"], condition=~Q(volunteer_id=None), name="messages_to_a_volunteer"),
            models.Index(fields=["made_at"], condition=~Q(state__in=["sent", "put_aside"]), name="messages_unsent"),
        ]
        constraints = [
            models.CheckConstraint(
                name="a_sent_message_says_when", condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent")
            ),
            models.CheckConstraint(
                name="a_message_is_claimed_while_it_is_sent",
                condition=Q(state="sending", claimed_until__isnull=False)
                | (~Q(state="sending") & Q(claimed_until=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {timezone.localdate(self.made_at):%d.%m.%Y}"

    @property
    def kind_name(self) -> str | Promise:
        """What it is, in words."""
        return KINDS.get(self.kind, self.kind)

    @property
    def can_be_sent_again(self) -> bool:
        """Does somebody decide whether it goes once more? What waits goes by itself."""
        return self.state in {self.State.UNCERTAIN, self.State.REFUSED}

    def leave(self) -> None:
        """The mail server has taken it; the database erases its text."""
        move(self, self.State.SENT, by="letters", sent_at=timezone.now(), claimed_until=None, fault="")

    def try_later(self, fault: str) -> None:
        """It has surely not left, and may another time: at growing intervals."""
        wait = TRIED_AGAIN_AFTER[min(self.tries, len(TRIED_AGAIN_AFTER)) - 1]
        later = timezone.now() + wait
        move(self, self.State.WAITING, by="letters", next_try_at=later, claimed_until=None, fault=fault)

    def refuse(self, fault: str) -> None:
        """It has surely not left, and will not if nothing changes: somebody must look."""
        move(self, self.State.REFUSED, by="letters", claimed_until=None, fault=fault)

    def doubt(self, fault: str) -> None:
        """It may have left or not: somebody decides, so that nobody gets it twice by our guess."""
        move(self, self.State.UNCERTAIN, by="letters", claimed_until=None, fault=fault)

    def send_again(self, *, by) -> None:
        """Somebody has decided that it shall go once more, or again."""
        move(self, self.State.WAITING, by=by, next_try_at=timezone.now(), tries=0)

    def put_aside(self, *, by) -> None:
        """It is not tried again; the database erases its text."""
        move(self, self.State.PUT_ASIDE, by=by)


class MessageBody(models.Model):
    """A message on its way: it may hold a live link, so the app can write it and never read it."""

    PERSONAL = {"text": ("the message itself", "until it is sent or put aside, at most 7 days")}

    message = models.OneToOneField(Message, models.DO_NOTHING, primary_key=True, related_name="body")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    reply_to = models.EmailField(blank=True)  # filled in by the database, which knows the project's

    def __str__(self) -> str:
        return "a message on its way"


def send(
    kind: str,
    *,
    to: str,
    subject: str,
    context: dict,
    project=None,
    volunteer=None,
    user=None,
    lies_at: Iterable[int] = (),
    begins: datetime | None = None,
    leaves_at: datetime | None = None,
) -> None:
    """Send `templates/emails/<kind>.txt` to an address. No citizen's name and no note's text may be in it.

    `begins` is when what it is about begins, or was to begin: within a day of that it leaves at night, too.
    `user` is who reads it; once he has left, it goes to whoever has what `lies_at` these projects, or to nobody.
    It leaves as soon as its turn comes (letters/hours.py), or at `leaves_at`.
    """
    if not to:
        return
    project_id = project.pk if project else None
    may = may_wait(kind, begins)
    message = Message(kind=kind, address=to, project_id=project_id, may_wait=may, begins_at=begins)
    message.volunteer_id = volunteer.pk if volunteer else None
    message.user_id, message.lies_at = user.pk if user else None, list(lies_at)
    message.next_try_at = leaves_at or message.next_try_at
    message.save(force_insert=True)
    one_line, text = " ".join(str(subject).split()), render_to_string(f"emails/{kind}.txt", context)
    body = MessageBody(message=message, subject=one_line, text=text)
    if project:  # what belongs to a project is answered by people, and an answer is not encrypted
        please = _("If you answer this mail: please name no citizen in it.")
        body.text = f"{text.rstrip()}\n\n{please}\n"
    MessageBody.objects.bulk_create([body])
