"""Something that a house's lead tells the coordinator in confidence: that it exists, to whom, and the sealed text."""

from collections.abc import Iterable
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_variables

from access.roles import houses_of, projects_of
from accounts.models import User
from citizens.breakglass import broken_citizens
from citizens.models import Citizen, Consent, attached_citizens
from history.models import AccessLog
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from institutions.models import Institution, Project
from notes.keys import seal

SENTENCES["a_confidence_rests_on_consent"] = _(
    "The citizen has not said yes to staff and coordinator helping the friend with a few words. Ask first."
)
SENTENCES["a_confidence_is_about_somebody_of_the_house"] = _("You can write only about somebody of your own house.")
SENTENCES["a_confidence_has_somebody_to_read_it"] = _(
    "The project has no coordinator right now, so nobody could read it. Speak with the secretariat."
)
SENTENCES["an_opened_confidence_stands"] = _("It has been opened already, so it can no longer be taken back.")
SENTENCES["a_confidence_is_withdrawn_once"] = _("It has been taken back already.")


class ConfidenceQuerySet(models.QuerySet):
    def visible_to(self, user) -> "ConfidenceQuerySet":
        """Its project's coordinators; the author while the citizen is at the house; in an emergency the secretariat."""
        own = models.Q(author=user, institution__in=houses_of(user), citizen__in=attached_citizens(user))
        in_an_emergency = models.Q(citizen__in=broken_citizens(user)) if user.is_secretariat else models.Q()
        return self.filter(models.Q(project__in=projects_of(user)) | own | in_an_emergency)

    def unopened_by(self, user) -> "ConfidenceQuerySet":
        """Those that wait for the user: addressed, openable, and no row of the own log says opened. Oldest first."""
        opened = AccessLog.objects.filter(
            actor=user,
            action=AccessLog.Action.OPEN,
            object_type="confidence",
            object_id=models.OuterRef("pk"),
        )
        consent = Consent.objects.live().filter(citizen=models.OuterRef("citizen"), purpose=Consent.Purpose.GUIDANCE)
        return (
            self.filter(models.Exists(consent), addressees__user=user, withdrawn_at=None)
            .exclude(models.Exists(opened))
            .order_by("written_at")
        )

    def for_page(self) -> "ConfidenceQuerySet":
        """With what its page shows."""
        return self.select_related("author", "institution", "citizen__known_as", "project")

    def about(self, citizen: Citizen) -> "ConfidenceQuerySet":
        """All about one citizen, newest first, with who wrote them."""
        return self.filter(citizen=citizen).select_related("author", "institution").order_by("-written_at")


@tracked()
class Confidence(models.Model):
    """That something was told: about whom, from which house, by whom, when. What was told is in no column here."""

    PERSONAL = {"author": ("who told the coordinator something", "6 months after the last match ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    citizen = models.ForeignKey(Citizen, models.CASCADE, related_name="confidences", verbose_name=_("citizen"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+", verbose_name=_("project"))
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+", verbose_name=_("house"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("from"))
    written_at = models.DateTimeField(_("written on"), default=timezone.now, editable=False)
    withdrawn_at = models.DateTimeField(_("taken back"), null=True, editable=False)

    objects = ConfidenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("confidential message")
        verbose_name_plural = _("confidential messages")

    def __str__(self) -> str:
        return f"{timezone.localdate(self.written_at):%d.%m.%Y}"

    def is_addressed_to(self, user) -> bool:
        """Is the user one of those who may open it?"""
        return self.addressees.filter(user=user).exists()

    def can_be_opened_by(self, user) -> bool:
        """Is it addressed to the user, not taken back, and does the citizen's consent still stand?"""
        return (
            self.withdrawn_at is None
            and self.is_addressed_to(user)
            and self.citizen.has_consented_to(Consent.Purpose.GUIDANCE)
        )

    def readers(self) -> list[User]:
        """The coordinators whom it is addressed to: nobody else can open it."""
        return [addressee.user for addressee in self.addressees.select_related("user").order_by("user__name")]

    @classmethod
    @sensitive_variables("text")
    def write(cls, citizen: Citizen, text: str, *, house: Institution, by) -> "Confidence":
        """Tell the project's coordinators something; the database asks consent and house, and names the readers."""
        with gates():
            confidence = cls.objects.create(
                citizen=citizen, project_id=citizen.project_id, institution=house, author=by
            )
            ConfidenceBody.objects.create(confidence=confidence, ciphertext=seal(text, citizen, note_id=confidence.pk))
        return confidence

    def withdraw(self, *, by) -> None:
        """Take back what nobody has opened; the sealed text is erased with it. To correct is to write anew."""
        with gates():
            changed = Confidence.objects.filter(pk=self.pk, author=by).update(withdrawn_at=timezone.now())
        if not changed:
            raise NotPossible(SENTENCES["a_confidence_is_withdrawn_once"])


class AddresseeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AddresseeQuerySet":
        """Of the confidences that one sees."""
        return self.filter(confidence__in=Confidence.objects.visible_to(user))


@tracked()
class Addressee(models.Model):
    """A coordinator who held the project when it was written. The database names them; nobody adds one."""

    PERSONAL = {"user": ("who may open a confidence", "6 months after the last match ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    confidence = models.ForeignKey(Confidence, models.CASCADE, related_name="addressees")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = AddresseeQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["confidence", "user"], name="one_addressee_per_coordinator")]

    def __str__(self) -> str:
        return str(self.pk)


class ConfidenceBody(models.Model):
    """The sealed text under a key of its own. The app can add one and never read it; `app.note_open` gives it out."""

    PERSONAL = {"ciphertext": ("what was told in confidence", "6 months after the last match ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # The database has the foreign key, with ON DELETE CASCADE: Django's own would have to read the table.
    confidence = models.OneToOneField(Confidence, models.DO_NOTHING, related_name="+", db_constraint=False)
    ciphertext = models.BinaryField()

    def __str__(self) -> str:
        return "a sealed text"


class DataKey(models.Model):
    """The key of one citizen's texts, wrapped by the master keys. The app reads it only through functions."""

    PERSONAL = {"wrapped": ("to seal what is told in confidence", "until the citizen is erased")}

    citizen = models.OneToOneField(Citizen, models.DO_NOTHING, primary_key=True, related_name="+", db_constraint=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return "a wrapped key"


def coordinators_of(project: Project) -> list[User]:
    """Who would be able to read a confidence written now; a lead sees no memberships, so the database says it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.coordinators_of(%s)", [project.pk])
        ids = [row[0] for row in cursor.fetchall()]
    return list(User.objects.filter(pk__in=ids).order_by("name"))


def openings_of(confidences: Iterable[Confidence]) -> dict[UUID, list[dict]]:
    """Who opened which of these when and what for; the author is told only when."""
    found: dict[UUID, list[dict]] = {confidence.pk: [] for confidence in confidences}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.confidence_id, o.at, u.name, o.purpose FROM app.openings(%s::uuid[]) o"
            " LEFT JOIN accounts_user u ON u.id = o.actor_id ORDER BY o.at",
            [list(found)],
        )
        for confidence_id, at, name, purpose in cursor.fetchall():
            found[confidence_id].append({"at": at, "name": name, "purpose": purpose})
    return found
