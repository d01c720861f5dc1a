"""The citizen: what he wishes, what he consents to, and what a friend may know. No diagnosis, no CPR number."""

from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connection, models
from django.db.models import F, FilteredRelation, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import houses_of, projects_of
from access.text import LongText, ShortText
from citizens.breakglass import broken_citizens
from history.moves import SENTENCES, gates
from history.tracking import tracked
from institutions.alphabet import in_danish_order
from institutions.models import Institution, Project
from institutions.vocabulary import OPEN_MATCH, Language, Slot

SENTENCES["a_citizen_is_registered_in_own_scope"] = _("You can register citizens only where you have a role.")
SENTENCES["one_answer_per_line"] = _("Somebody else has just answered the same line. Look at it, and save again.")


def attached_citizens(user):
    """The citizens attached today to a house where the user is the lead; of the secretariat, in an emergency, one."""
    attached = Attachment.objects.in_force().filter(institution__in=houses_of(user)).values("citizen")
    return attached.union(broken_citizens(user)) if user.is_secretariat else attached


class CitizenQuerySet(models.QuerySet):
    def visible_to(self, user) -> "CitizenQuerySet":
        """Her project's coordinator, the lead while attached to the house; the secretariat (number and house only)."""
        return self if user.is_secretariat else self.known_to(user)

    def known_to(self, user) -> "CitizenQuerySet":
        """Those whom the user may know by name: the secretariat only in an emergency."""
        return self.filter(Q(project__in=projects_of(user)) | Q(pk__in=attached_citizens(user)))

    def for_list(self) -> "CitizenQuerySet":
        """With what a list shows: the house, whether he wishes a friend, and the state of an open match."""
        shown = ("called_name", "registered_at", "project__institution__name", "wishes__wants_friend")
        open_match = FilteredRelation("matches", condition=Q(matches__state__in=OPEN_MATCH))
        citizens = self.select_related("project__institution", "wishes").only(*shown)
        return citizens.annotate(open_match=open_match, match_state=F("open_match__state"))

    def waiting(self) -> "CitizenQuerySet":
        """With the wish for a friend and no open match, the longest waiting first."""
        return self.filter(wishes__wants_friend=True).exclude(matches__state__in=OPEN_MATCH).order_by("registered_at")

    def in_want(self, which: str) -> "CitizenQuerySet":
        """Those who wait for a friend, who have one (or a proposal), or who wish none just now; else everybody."""
        matched = Q(matches__state__in=OPEN_MATCH)
        resting = self.exclude(wishes__wants_friend=True).exclude(matched)
        return {"ven": self.filter(matched), "venter": self.waiting(), "hviler": resting}.get(which, self)


@tracked()
class Citizen(models.Model):
    """Somebody who lives at or comes to a house, registered in one network-friends project. Never a user."""

    PERSONAL = {
        "called_name": ("what we call each other", "6 months after the last match ended"),
        "sorted_as": ("the order of lists", "as long as the name, of which it is made"),
        "reach": ("to make an appointment", "6 months after the last match ended"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="citizens", verbose_name=_("project"))
    number = models.BigIntegerField(_("number"), unique=True, editable=False)
    called_name = ShortText(_("what he or she is called"), max_length=60)
    sorted_as = in_danish_order("called_name")
    reach = ShortText(
        _("how to reach"),
        max_length=160,
        blank=True,
        help_text=_("Such as: in the café before noon, or a phone."),
    )
    registered_at = models.DateTimeField(_("registered"), default=timezone.now, editable=False)

    objects = CitizenQuerySet.as_manager()

    class Meta:
        verbose_name = _("citizen")
        verbose_name_plural = _("citizens")
        ordering = ["sorted_as"]
        indexes = [
            models.Index(fields=["sorted_as", "id"], name="citizens_by_name"),
            models.Index(fields=["registered_at", "id"], name="citizens_by_registration"),
        ]

    def __str__(self) -> str:
        return str(_("Citizen %(number)s") % {"number": self.number})

    def has_consented_to(self, purpose: str) -> bool:
        """Is there a live consent to this purpose?"""
        return self.consents.live().filter(purpose=purpose).exists()

    def consent_to(self, purposes, *, given: str, witnessed_by) -> None:
        """Write down the yeses that are new; a live one stands as it is, also one that is given at this moment."""
        said = {"project_id": self.project_id, "given": given, "witnessed_by": witnessed_by}
        self.consents.bulk_create(
            [Consent(citizen=self, purpose=purpose, **said) for purpose in purposes], ignore_conflicts=True
        )

    def disclose(self, line: str, answer: str, words: str) -> None:
        """Keep one line of what the friend may know; a no keeps no words."""
        words = "" if answer == Disclosure.Answer.NO else words
        changed = self.disclosures.filter(line=line).update(answer=answer, words=words)
        if not changed:
            with gates():
                self.disclosures.create(project_id=self.project_id, line=line, answer=answer, words=words)

    def current_house(self) -> Institution | None:
        """The house where he lives, else one that he comes to today; an own home is none."""
        attachment = self.attachments.in_force().select_related("institution").order_by("-kind", "from_on").first()
        return attachment.institution if attachment else None


def register(*, project: Project, called_name: str, reach: str, attachment_kind: str) -> Citizen:
    """Register a citizen together with the attachment to the project's house.

    One definer function, `app.register_citizen`: it asks that the actor coordinates the project, or leads its house.
    """
    with gates(), connection.cursor() as cursor:
        cursor.execute("SELECT app.register_citizen(%s, %s, %s, %s)", [project.pk, called_name, reach, attachment_kind])
        return Citizen.objects.get(pk=cursor.fetchone()[0])


class AttachmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AttachmentQuerySet":
        """Of the citizens one may see."""
        return self.filter(citizen__in=Citizen.objects.visible_to(user))

    def in_force(self, today=None) -> "AttachmentQuerySet":
        today = today or timezone.localdate()
        return self.filter(Q(until_on=None) | Q(until_on__gte=today), from_on__lte=today)


@tracked()
class Attachment(models.Model):
    """That a citizen lives at a house, or comes there, for some dates; several at once are common."""

    PERSONAL = {"kind": ("which house's lead may see him", "6 months after the last match ended")}

    class Kind(models.TextChoices):
        LIVES_HERE = "lives_here", _("lives here")
        COMES_HERE = "comes_here", _("comes here")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="attachments", verbose_name=_("citizen"))
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="attachments", verbose_name=_("house"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    from_on = models.DateField(_("from"), default=timezone.localdate)
    until_on = models.DateField(_("until"), null=True, blank=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.institution}"


class ChildQuerySet(models.QuerySet):
    """What belongs to a citizen: the coordinator's of his project, and the lead's while he is attached."""

    def visible_to(self, user) -> "ChildQuerySet":
        """Not the secretariat's: it knows number and house."""
        return self.filter(Q(project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))


class ConsentQuerySet(ChildQuerySet):
    def purposes(self) -> list[str]:
        """The purposes of these consents."""
        return list(self.values_list("purpose", flat=True))

    def live(self) -> "ConsentQuerySet":
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at=None)


@tracked()
class Wishes(models.Model):
    """What the citizen wishes, needs and likes, in his own words and as choices."""

    PERSONAL = {
        "own_words": ("to find the right match", "6 months after the last match ended"),
        "interests": ("to find the right match", "6 months after the last match ended"),
        "languages": ("to find the right match", "6 months after the last match ended"),
        "slots": ("to find the right match", "6 months after the last match ended"),
    }

    citizen = models.OneToOneField(Citizen, models.CASCADE, primary_key=True, related_name="wishes")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    wants_friend = models.BooleanField(_("wishes a network friend"), default=True)
    own_words = LongText(_("in his or her own words"), blank=True, max_length=1000)
    interests = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("interests"))
    languages = ArrayField(models.CharField(max_length=3, choices=Language), verbose_name=_("languages"))
    slots = ArrayField(models.CharField(max_length=20, choices=Slot), default=list, blank=True, verbose_name=_("times"))
    said_on = models.DateField(_("said on"), default=timezone.localdate)

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("wishes")
        verbose_name_plural = _("wishes")

    def __str__(self) -> str:
        return f"{self.said_on:%d.%m.%Y}"


@tracked()
class Consent(models.Model):
    """A yes of the citizen to one purpose: the wording he heard, how he said it, who heard it, when it ended."""

    PERSONAL = {"purpose": ("proof of the consent", "24 months after it ended")}

    class Purpose(models.TextChoices):
        REGISTRATION = "registration", _("being registered, with wishes")
        FRIEND = "friend", _("a friend who knows what I said yes to")
        GUIDANCE = "guidance", _("that staff and coordinator help the friend with a few words")

    class Given(models.TextChoices):
        SPOKEN = "spoken", _("spoken")
        WRITTEN = "written", _("written")

    WORDING_VERSION = 1

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="consents", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    purpose = models.CharField(_("purpose"), max_length=15, choices=Purpose)
    wording_version = models.PositiveSmallIntegerField(_("wording"), default=WORDING_VERSION)
    given = models.CharField(_("given"), max_length=10, choices=Given)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    witnessed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("witnessed by")
    )
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        constraints = [
            models.UniqueConstraint(
                fields=["citizen", "purpose"],
                condition=Q(withdrawn_at__isnull=True),
                name="one_live_consent_per_purpose",
            )
        ]

    def __str__(self) -> str:
        return self.get_purpose_display()

    def withdraw(self, *, by) -> None:
        """Take the consent back; what rests on it is hidden at once."""
        Consent.objects.filter(pk=self.pk, withdrawn_at=None).update(withdrawn_at=timezone.now())


@tracked()
class Disclosure(models.Model):
    """One line of "what my network friend may know"; no until the citizen says yes, in his own words."""

    PERSONAL = {"words": ("what the friend may know", "6 months after the last match ended")}

    class Line(models.TextChoices):
        PAST = "past", _("my past")
        HEALTH = "health", _("my health")
        FAMILY = "family", _("my family")
        HOUSING = "housing", _("where I live")
        BAD_DAY = "bad_day", _("what helps on a bad day")

    class Answer(models.TextChoices):
        NO = "no", _("no")
        NOT_YET = "not_yet", _("not yet")
        YES = "yes", _("yes")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="disclosures", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    line = models.CharField(_("about"), max_length=10, choices=Line)
    answer = models.CharField(_("may the friend know?"), max_length=10, choices=Answer, default=Answer.NO)
    words = LongText(_("in his or her own words"), blank=True, max_length=500)

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("disclosure")
        verbose_name_plural = _("disclosures")
        constraints = [
            models.UniqueConstraint(fields=["citizen", "line"], name="one_answer_per_line"),
        ]

    def __str__(self) -> str:
        return self.get_line_display()
