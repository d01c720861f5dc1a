"""Guidance: what the friend needs to know, as behaviour and without a diagnosis; and the friend's receipt."""

from datetime import date
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from access.text import LongText
from citizens.models import Citizen, Consent
from history.moves import SENTENCES, NotPossible, gates, move
from history.tracking import tracked
from history.who import became, by_whom, last_change
from institutions.models import Project
from matching.models import Match
from notes.models.confidence import Confidence
from notes.words import words_to_look_at
from pages.stale_forms import fingerprint
from volunteers.models import Volunteer

SENTENCES["guidance_rests_on_consent"] = _(
    "The citizen has not said yes to staff and coordinator helping the friend with a few words, or has taken it back."
)
SENTENCES["approved_guidance_stands_as_it_is"] = _("It is no longer a draft: withdraw it and write a new one.")


class GuidanceQuerySet(models.QuerySet):
    def visible_to(self, user) -> "GuidanceQuerySet":
        """The project's coordinators; a lead reads what he prompted, and a friend his own, through functions."""
        return self.filter(project__in=projects_of(user))

    def for_page(self) -> "GuidanceQuerySet":
        """With what its page shows."""
        return self.select_related("citizen__known_as", "project", "consent", "written_by", "approved_by")

    def about(self, citizen: Citizen) -> "GuidanceQuerySet":
        """All for the friend of one citizen, newest first, with the consent that each rests on."""
        return self.filter(citizen=citizen).select_related("consent").order_by("-written_at")


@tracked()
class Guidance(models.Model):
    """A sentence for the friend about what to do. Draft → approved → withdrawn; it rests on one consent."""

    PERSONAL = {
        "text": ("what the friend needs to know", "6 months after the last match ended"),
        "reason_for_words": ("why a sentence stands as it does", "6 months after the last match ended"),
    }

    class State(models.TextChoices):
        DRAFT = "draft", _("draft")
        APPROVED = "approved", _("approved")
        WITHDRAWN = "withdrawn", _("withdrawn")

    MOVES = {
        State.DRAFT: {State.APPROVED, State.WITHDRAWN},
        State.APPROVED: {State.WITHDRAWN},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="guidance", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", verbose_name=_("project"))
    consent = models.ForeignKey(Consent, models.CASCADE, related_name="+", verbose_name=_("rests on the consent"))
    text = LongText(_("the sentence for the friend"), max_length=300)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT, editable=False)
    review_on = models.DateField(_("look at it again on"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by")
    )
    written_at = models.DateTimeField(_("written on"), default=timezone.now, editable=False)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name=_("approved by")
    )
    approved_at = models.DateTimeField(_("approved"), null=True, editable=False)
    reason_for_words = LongText(_("why the words stand"), blank=True, max_length=300)

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("guidance")
        verbose_name_plural = _("guidance")
        constraints = [
            models.CheckConstraint(
                name="approved_guidance_was_approved_by_somebody",
                condition=Q(approved_by__isnull=True, approved_at__isnull=True) & ~Q(state="approved")
                | Q(approved_by__isnull=False, approved_at__isnull=False) & ~Q(state="draft"),
            )
        ]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.written_at):%d.%m.%Y}"

    @property
    def is_due(self) -> bool:
        """Has the day come to look at it again?"""
        return self.state == self.State.APPROVED and self.review_on <= timezone.localdate()

    def receipts(self) -> models.QuerySet["Acknowledgement"]:
        """The friends who have read it, the first first."""
        return self.acknowledgements.select_related("volunteer").order_by("at")

    @classmethod
    def write(cls, citizen: Citizen, text: str, *, review_on: date, origin: Confidence | None = None, by) -> "Guidance":
        """A draft that rests on the live consent; where it came from is known to the project's coordinators only."""
        consent = citizen.consents.live().filter(purpose=Consent.Purpose.GUIDANCE).first()
        if consent is None:
            raise NotPossible(SENTENCES["guidance_rests_on_consent"])
        with gates():
            guidance = cls.objects.create(
                citizen=citizen,
                project_id=citizen.project_id,
                consent=consent,
                text=text,
                review_on=review_on,
                written_by=by,
            )
            if origin is not None:
                Origin.objects.create(guidance=guidance, confidence=origin, project_id=citizen.project_id)
        return guidance

    def reword(self, text: str, *, review_on: date, by) -> None:
        """Change a draft; what is approved stands as the friend read it."""
        with gates():
            changed = Guidance.objects.filter(pk=self.pk, state=self.State.DRAFT).update(text=text, review_on=review_on)
        if not changed:
            self.refresh_from_db(fields=["state"])
            raise NotPossible(by_whom(SENTENCES["approved_guidance_stands_as_it_is"], became(self)))

    def approve(self, *, shown: str = "", reason_for_words: str = "", by) -> None:
        """Let the friend read it; words that tell too much need a reason, which is kept with who approved.

        `shown` is the fingerprint of the sentence that was read before approving; without it, the one in hand.
        """
        if words_to_look_at(self.text) and not reason_for_words.strip():
            raise NotPossible(_("Some words may tell too much. Look at them, and say why the sentence must stand so."))
        with gates():
            now = Guidance.objects.select_for_update().get(pk=self.pk)
            if fingerprint(now.text) != (shown or fingerprint(self.text)):
                told = _("The sentence has been changed since you opened the page. Read it again, and approve it.")
                raise NotPossible(by_whom(told, last_change(now)))
            move(
                self,
                self.State.APPROVED,
                by=by,
                approved_by=by,
                approved_at=timezone.now(),
                reason_for_words=reason_for_words,
            )

    def withdraw(self, *, by) -> None:
        """Hide it from the friend for good."""
        move(self, self.State.WITHDRAWN, by=by)


class OriginQuerySet(models.QuerySet):
    def visible_to(self, user) -> "OriginQuerySet":
        """The project's coordinators alone."""
        return self.filter(project__in=projects_of(user))


class Origin(models.Model):
    """Which confidence a guidance came from: the one row that knows both; neither of the two names the other."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    guidance = models.OneToOneField(Guidance, models.CASCADE, related_name="+")
    confidence = models.ForeignKey(Confidence, models.CASCADE, related_name="+")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")

    objects = OriginQuerySet.as_manager()

    def __str__(self) -> str:
        return str(self.pk)


class AcknowledgementQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AcknowledgementQuerySet":
        """The project's coordinators."""
        return self.filter(project__in=projects_of(user))


@tracked()
class Acknowledgement(models.Model):
    """That the friend has read a guidance. Made through the own page's link by `app.acknowledge`, once."""

    PERSONAL = {"volunteer": ("that the friend has read it", "6 months after the last match ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    guidance = models.ForeignKey(Guidance, models.CASCADE, related_name="acknowledgements")
    match = models.ForeignKey(Match, models.CASCADE, related_name="+")
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="+", verbose_name=_("volunteer"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    at = models.DateTimeField(_("read"), default=timezone.now)

    objects = AcknowledgementQuerySet.as_manager()

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [models.UniqueConstraint(fields=["guidance", "match"], name="one_receipt_per_friend")]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.at):%d.%m.%Y}"


def acknowledge(guidance_id: UUID) -> bool:
    """The friend has read it, by the link in use; twice is once. No if it is not shown to that friend."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.acknowledge(%s)", [guidance_id])
        return cursor.fetchone()[0]


def guidance_i_prompted(citizen: Citizen) -> list[str]:
    """The approved sentences about a citizen that came out of what the acting lead told in confidence."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT p.text FROM app.guidance_i_prompted() p WHERE p.citizen_id = %s ORDER BY p.approved_at",
            [citizen.pk],
        )
        return [row[0] for row in cursor.fetchall()]
