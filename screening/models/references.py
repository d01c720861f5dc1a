"""What somebody who knows the applicant says of her, by link."""

from uuid import uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from access.names import Name
from access.text import LongText
from history.moves import SENTENCES, gates, move
from history.tracking import tracked
from volunteers.models.records import RecordQuerySet
from volunteers.models.volunteer import Volunteer

KEPT = "6 months after the decision"
SENTENCES["a_referee_is_asked_once"] = _("This person is being asked already.")


class ReferenceQuerySet(RecordQuerySet):
    def visible_through(self, link) -> "ReferenceQuerySet":
        """Through a link: the one that it asks for."""
        return self.filter(pk=link.object_id)

    def awaiting_reminder(self, asked_before) -> "ReferenceQuerySet":
        """Asked before that moment, not answered, and never reminded."""
        return self.filter(state="asked", reminded_at=None, asked_at__lt=asked_before)


@tracked()
class Reference(models.Model):
    """Somebody named who knows the applicant: asked, answered by link, or taken back."""

    PERSONAL = {
        "name": ("whom we ask", KEPT),
        "email": ("the link to answer by", KEPT),
        "phone": ("to ask further, if welcome", KEPT),
        "text": ("what a referee says of the volunteer", KEPT),
        "trusts": ("screening", KEPT),
        "known_for": ("screening", KEPT),
    }

    class State(models.TextChoices):
        ASKED = "asked", _("asked")
        ANSWERED = "answered", _("answered")
        WITHDRAWN = "withdrawn", _("taken back")

    class Relation(models.TextChoices):
        WORK = "work", _("worked together")
        STUDY = "study", _("teacher, or studied together")
        VOLUNTEERING = "volunteering", _("volunteered together, or an association")
        OTHER = "other", _("know each other otherwise, not family")

    class KnownFor(models.TextChoices):
        SHORT = "short", _("less than a year")
        YEARS = "years", _("one to five years")
        LONG = "long", _("more than five years")

    class Trusts(models.TextChoices):
        YES = "yes", _("yes")
        UNSURE = "unsure", _("not sure")
        NO = "no", _("no")

    MOVES = {State.ASKED: {State.ANSWERED, State.WITHDRAWN}}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="references", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ASKED, editable=False)
    name = Name(_("name"), max_length=100)
    email = models.EmailField(_("e-mail"))
    relation = models.CharField(_("how you know each other"), max_length=12, choices=Relation)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, editable=False)
    # Empty: the applicant named the referee herself, by link.
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("named by")
    )
    answered_at = models.DateTimeField(_("answered"), null=True, editable=False)
    known_for = models.CharField(_("known for"), max_length=5, choices=KnownFor, blank=True)
    trusts = models.CharField(_("would trust with somebody vulnerable"), max_length=6, choices=Trusts, blank=True)
    text = LongText(_("a few words"), max_length=1000, blank=True)
    may_call = models.BooleanField(_("may be called"), default=False)
    phone = PhoneNumberField(_("phone"), blank=True)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("reference")
        verbose_name_plural = _("references")
        ordering = ["asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["volunteer", "email"], condition=~Q(state="withdrawn"), name="a_referee_is_asked_once"
            ),
            models.CheckConstraint(
                name="an_answer_says_all",
                condition=~Q(state="answered") | (Q(answered_at__isnull=False) & ~Q(known_for="") & ~Q(trusts="")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def first_name(self) -> str:
        return self.name.split(" ")[0]

    @classmethod
    def ask(cls, volunteer: Volunteer, *, by=None, **named) -> "Reference":
        """Name somebody who knows the volunteer; the letter is `volunteers.emails.send_reference`."""
        volunteer.refuse_unless(volunteer.is_on_the_way or volunteer.is_taken_in)
        with gates():
            return cls.objects.create(volunteer=volunteer, asked_by=by, **named)

    def answer(self, *, by, **said) -> None:
        """The referee answers, once."""
        move(self, self.State.ANSWERED, by=by, answered_at=timezone.now(), **said)

    def take_back(self, *, by) -> None:
        """This one is not asked any more; what was not answered is not to be answered."""
        move(self, self.State.WITHDRAWN, by=by)


def asking_about() -> str:
    """Through a referee's link: the first name of whom it asks about, and nothing else of her."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.first_name_for_referee()")
        return cursor.fetchone()[0]
