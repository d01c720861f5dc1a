"""Which houses a citizen has to do with, and so whose lead may see him; what belongs to him follows."""

from collections.abc import Iterable
from datetime import date
from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.dates import in_force
from access.roles import houses_of, projects_of
from citizens.breakglass import broken_citizens
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Institution

SENTENCES["attached_once"] = _("This house knows him or her already. Look at it first.")
ENDS_BEFORE = _("This is before it began. Look at the days.")
SENTENCES["an_attachment_ends_after_it_began"] = ENDS_BEFORE


def attached_citizens(user):
    """The citizens attached today to a house where the user is the lead; of the secretariat, in an emergency, one."""
    attached = Attachment.objects.in_force().filter(institution__in=houses_of(user)).values("citizen")
    return attached.union(broken_citizens(user)) if user.is_secretariat else attached


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AttachmentQuerySet":
        """Of the citizens one may see."""
        if user.is_secretariat:
            return self
        return self.filter(Q(citizen__project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))

    def in_force(self, today=None) -> "AttachmentQuerySet":
        return self.filter(in_force(today))

    def going_on(self) -> "AttachmentQuerySet":
        """Those in force and those ahead: what has not ended."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=timezone.localdate()))

    def now(self, those: "Iterable[Attachment]") -> "AttachmentQuerySet":
        """These as they stand now; nobody else changes them until the transaction ends."""
        return self.filter(pk__in=[one.pk for one in those]).order_by("pk").select_for_update()

    def longer_than(self, day: date) -> "AttachmentQuerySet":
        """Those that are still to be in force on a day."""
        return self.filter(Q(until_on=None) | Q(until_on__gte=day))

    def open_at(self, one: "Attachment") -> "AttachmentQuerySet":
        """Others of the same citizen at the same house, without a last day."""
        return self.filter(citizen=one.citizen_id, institution=one.institution_id, until_on=None).exclude(pk=one.pk)

    def for_page(self) -> "AttachmentQuerySet":
        """Each with its house: those without a last day first, then the last to end, each the last begun first."""
        at_last = F("until_on").desc(nulls_first=True)
        return self.select_related("institution", "heard_by").order_by(at_last, "-from_on", "kind")


@tracked()
class Attachment(models.Model):
    """That a citizen lives at a house, or comes there, for some dates; several at once are common."""

    PERSONAL = {"kind": ("which house's lead may see him", "6 months after the last match ended")}

    class Kind(models.TextChoices):
        LIVES_HERE = "lives_here", _("lives here")
        COMES_HERE = "comes_here", _("comes here")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(
        "citizens.Citizen", models.CASCADE, related_name="attachments", verbose_name=_("citizen")
    )
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="attachments", verbose_name=_("house"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)
    # Who heard his yes to it: that this house's lead may read about him. Nobody where he was registered, for there he
    # said yes to the house.
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+")

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        # Who is at a house today is asked of every row that its lead sees: of this alone, and of no row of the table.
        indexes = [
            models.Index(
                fields=["institution"], include=["citizen", "from_on", "until_on"], name="attachments_of_a_house"
            )
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["citizen", "institution"], condition=Q(until_on=None), name="attached_once"
            ),
            models.CheckConstraint(
                name="an_attachment_ends_after_it_began", condition=Q(until_on=None) | Q(until_on__gte=F("from_on"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.institution}"

    @property
    def is_ahead(self) -> bool:
        return self.from_on > timezone.localdate()

    @property
    def is_over(self) -> bool:
        return self.until_on is not None and self.until_on < timezone.localdate()

    @property
    def may_be_called_off(self) -> bool:
        """It begins today or later, so nobody has leant on it: it can be as if it had not been said."""
        return self.from_on >= timezone.localdate()

    def put_right(self, **said) -> None:
        """Say anew whether he lives or comes there, and from when until when."""
        with gates():
            if not Attachment.objects.filter(pk=self.pk).update(**said):
                raise NotPossible(by_whom(_("This cannot be changed any more."), last_change(self)))
        for name, value in said.items():
            setattr(self, name, value)

    def call_off(self) -> None:
        """It comes to nothing: of one that has begun before today the end is written down instead."""
        with gates():
            if not Attachment.objects.filter(pk=self.pk, from_on__gte=timezone.localdate()).delete()[0]:
                raise NotPossible(_("It has begun already. Write down when it ended instead."))


class ChildQuerySet(models.QuerySet):
    """What belongs to a citizen: the coordinator's of his project, and the lead's while he is attached."""

    def visible_to(self, user) -> Self:
        """Not the secretariat's: it knows number and house."""
        return self.filter(Q(project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))
