"""The citizen, and the one way to register one. No diagnosis, no CPR number."""

from datetime import timedelta
from uuid import uuid4

from django.db import connection, models
from django.db.models import Count, DateField, Exists, F, FilteredRelation, Max, Min, OuterRef, Q
from django.db.models.functions import Greatest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from citizens.models.attachments import Attachment, attached_citizens
from citizens.models.consents import Consent
from citizens.models.disclosures import Disclosure
from citizens.models.spoken import Spoken
from citizens.models.wishes import STILL_FRESH
from history.moves import SENTENCES, gates, in_turn
from history.tracking import tracked
from institutions.models import Institution, Project
from institutions.vocabulary import OPEN_MATCH

SENTENCES["a_citizen_is_registered_in_own_scope"] = _("You can register citizens only where you have a role.")


class CitizenQuerySet(models.QuerySet):
    def visible_to(self, user) -> "CitizenQuerySet":
        """Her project's coordinator, the lead while attached to the house; the secretariat (number and house only)."""
        return self if user.is_secretariat else self.known_to(user)

    def known_to(self, user) -> "CitizenQuerySet":
        """Those whom the user may know by name: the secretariat only in an emergency.

        Of whoever took back being registered the house knows no more: the coordinator ends what is open.
        """
        return self.filter(Q(project__in=projects_of(user)) | Q(pk__in=attached_citizens(user), forget_on=None))

    def for_list(self) -> "CitizenQuerySet":
        """With what a list shows: the house, the wish for a friend and the yes to one, the state of an open match."""
        said = ("wishes__wants_friend", "wishes__said_on", "wishes__waits_since", "wishes__speak_on")
        shown = ("known_as__called_name", "registered_at", "number", "project__institution__name", *said)
        open_match = FilteredRelation("matches", condition=Q(matches__state__in=OPEN_MATCH))
        citizens = self.select_related("known_as", "project__institution", "wishes").only(*shown)
        state, said_yes = F("open_match__state"), Exists(yes_to_a_friend())
        return citizens.annotate(open_match=open_match, match_state=state, has_said_yes=said_yes)

    def with_wishes(self) -> "CitizenQuerySet":
        """Each with what he wishes and his project's house, in the same query."""
        return self.select_related("project__institution", "known_as", "wishes")

    def with_houses(self) -> "CitizenQuerySet":
        """Each with his project's house, which letters name."""
        return self.select_related("project__institution")

    def wishing(self) -> "CitizenQuerySet":
        """With the wish for a friend and no open match, the longest waiting first."""
        return (
            self.filter(wishes__wants_friend=True)
            .exclude(matches__state__in=OPEN_MATCH)
            .order_by("wishes__waits_since", "number")
        )

    def waiting(self) -> "CitizenQuerySet":
        """Those for whom a friend can be found: with the wish, and the yes that the database's gate asks for too."""
        return self.wishing().filter(Exists(yes_to_a_friend()))

    def lacking_consent(self) -> "CitizenQuerySet":
        """With the wish, but no yes to a friend who knows of him: nobody is proposed before he is asked."""
        return self.wishing().filter(forget_on=None).exclude(Exists(yes_to_a_friend()))

    def not_taken_back(self) -> "CitizenQuerySet":
        """Without those who took back the yes to a friend since they wished one, or to being registered."""
        took_back = Consent.objects.filter(
            citizen=OuterRef("pk"), purpose=Consent.Purpose.FRIEND, withdrawn_at__date__gte=OuterRef("wishes__said_on")
        )
        return self.filter(Exists(yes_to_a_friend()) | ~Exists(took_back), forget_on=None)

    def with_a_living_wish(self) -> "CitizenQuerySet":
        """What was wished within three months; what is older is asked about first."""
        return self.filter(wishes__said_on__gte=timezone.localdate() - STILL_FRESH)

    def with_an_old_wish(self) -> "CitizenQuerySet":
        """Wished more than three months ago, and may be asked about it."""
        return self.may_be_asked().filter(wishes__said_on__lt=timezone.localdate() - STILL_FRESH)

    def may_be_asked(self) -> "CitizenQuerySet":
        """Those who have not said that they would rather not be asked."""
        return self.filter(wishes__speak_on__isnull=False)

    def within_reach(self) -> "CitizenQuerySet":
        """Without those whose wish is too old to propose anybody and who would rather not be asked about it."""
        return self.exclude(wishes__speak_on=None, wishes__said_on__lt=timezone.localdate() - STILL_FRESH)

    def unheard(self) -> "CitizenQuerySet":
        """Who waits and has not heard from us for six weeks, or was not reached and is tried again."""
        return self.wishing().not_taken_back().filter(wishes__speak_on__lte=timezone.localdate())

    def waiting_by_house(self) -> "CitizenQuerySet":
        """At each house how many wait for a friend, and how many of those who wish one are unheard, since when."""
        is_due = Q(wishes__speak_on__lte=timezone.localdate())
        wishing = self.wishing().not_taken_back().order_by()
        by_house = wishing.values("project__slug", house=F("project__institution__name"))
        return by_house.annotate(
            waiting=Count("pk", filter=Q(Exists(yes_to_a_friend()))),
            unheard=Count("pk", filter=is_due),
            first=Min("wishes__speak_on", filter=is_due),
            last=Max("wishes__speak_on", filter=is_due),
        )

    def to_be_asked_again(self) -> "CitizenQuerySet":
        """Who has said “not just now”, and the day has come on which they may be asked again; the first day first."""
        rested = self.not_taken_back().filter(wishes__wants_friend=False, wishes__speak_on__lte=timezone.localdate())
        return rested.exclude(matches__state__in=OPEN_MATCH).order_by("wishes__speak_on", "number")

    def to_be_forgotten(self) -> "CitizenQuerySet":
        """Who has taken back the consent to be registered: to be erased, the first day first."""
        return self.filter(forget_on__isnull=False).order_by("forget_on", "number")

    def in_wait(self) -> "CitizenQuerySet":
        """Who wishes a friend and has none, the longest waiting first, and who may be asked again."""
        may_be_asked_again = Q(wishes__speak_on__lte=timezone.localdate())
        waits = self.not_taken_back().filter(Q(wishes__wants_friend=True) | may_be_asked_again)
        return waits.exclude(matches__state__in=OPEN_MATCH).order_by("wishes__waits_since", "number")

    def in_want(self, which: str) -> "CitizenQuerySet":
        """Who waits for a friend, must be spoken with or asked first, has one, or wishes none now; else everybody."""
        matched = Q(matches__state__in=OPEN_MATCH)
        if which == "ven":
            return self.filter(matched)
        if which == "venter":
            return self.waiting()
        if which == "hoere":
            return self.unheard()
        if which == "spoerges":
            return self.waiting().with_an_old_wish()
        if which == "samtykke":
            return self.lacking_consent()
        return self.exclude(wishes__wants_friend=True).exclude(matched) if which == "hviler" else self


WithNamedQueries = models.Manager.from_queryset(CitizenQuerySet)


class CitizenManager(WithNamedQueries):
    def get_queryset(self) -> CitizenQuerySet:
        """Each with what he is called, as far as one may know it, in the same query."""
        return CitizenQuerySet(self.model, using=self._db).select_related("known_as")


def yes_to_a_friend():
    """Of a citizen of the query: the live consent to a friend."""
    return Consent.objects.live().filter(citizen=OuterRef("pk"), purpose=Consent.Purpose.FRIEND)


@tracked()
class Citizen(models.Model):
    """Somebody who lives at or comes to a house, registered in one network-friends project. Never a user."""

    PERSONAL: dict = {}  # what he is called and how to reach him is a table of its own: KnownAs

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="citizens", verbose_name=_("project"))
    number = models.BigIntegerField(_("number"), unique=True, editable=False)
    registered_at = models.DateTimeField(_("registered"), default=timezone.now, editable=False)
    # Since the consent to be registered was taken back: by then he is erased in any case.
    forget_on = models.DateField(_("erased on"), null=True, editable=False)
    # After `for_list` only:
    match_state: str | None
    has_said_yes: bool

    objects = CitizenManager()

    class Meta:
        verbose_name = _("citizen")
        verbose_name_plural = _("citizens")
        ordering = ["known_as__sorted_as", "number"]
        indexes = [models.Index(fields=["registered_at", "id"], name="citizens_by_registration")]

    def __str__(self) -> str:
        return str(_("Citizen %(number)s") % {"number": self.number})

    @property
    def is_to_be_forgotten(self) -> bool:
        """He has taken back that he is registered: seen by whoever ends what is open, until he is erased."""
        return self.forget_on is not None

    @property
    def called_name(self) -> str:
        """What we call each other; the number for whoever may not know."""
        return self.known_as.called_name if hasattr(self, "known_as") else str(self)

    @property
    def reach(self) -> str:
        """How to reach him, for whoever may know."""
        return self.known_as.reach if hasattr(self, "known_as") else ""

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

    def spoken_with(self, **said) -> Spoken:
        """Write down that somebody has spoken with him while he waits, and what he said; see `Spoken.write`."""
        return Spoken.write(self, **said)

    def live_at(self, *, institution: Institution | None = None, municipality: str = "", from_on=None) -> None:
        """Write down where he lives now: a house, or an own home; the former home ends the day before."""
        from_on = from_on or timezone.localdate()
        with gates():
            self.homes.current().update(
                until_on=Greatest("from_on", from_on - timedelta(days=1), output_field=DateField())
            )
            self.homes.create(
                project_id=self.project_id, institution=institution, municipality=municipality, from_on=from_on
            )

    def attach(self, institution: Institution, *, kind: str, from_on, heard_by) -> Attachment:
        """He has said yes to it: from a day on the lead of this house may read about him."""
        with gates():
            return self.attachments.create(institution=institution, kind=kind, from_on=from_on, heard_by=heard_by)

    def houses_today(self) -> list[Institution]:
        """The houses that he is attached to today: where he lives first, then where he comes."""
        today = self.attachments.in_force().select_related("institution").order_by("-kind", "from_on")
        return [attachment.institution for attachment in today]

    def current_house(self) -> Institution | None:
        """The house where he lives, else one that he comes to today; an own home is none."""
        return next(iter(self.houses_today()), None)


def register(*, project: Project, called_name: str, reach: str, attachment_kind: str) -> Citizen:
    """Register a citizen together with the attachment to the project's house.

    One definer function, `app.register_citizen`: it asks that the actor coordinates the project, or leads its house.
    """
    with gates(), connection.cursor() as cursor:
        cursor.execute("SELECT app.register_citizen(%s, %s, %s, %s)", [project.pk, called_name, reach, attachment_kind])
        return Citizen.objects.get(pk=cursor.fetchone()[0])


def just_registered(*, project: Project, called_name: str, reach: str) -> Citizen | None:
    """The one who was registered with the same words a moment ago, when the form was sent twice."""
    in_turn("register", project.pk, called_name, reach)
    a_moment_ago = timezone.now() - timedelta(minutes=1)
    same = Citizen.objects.filter(project=project, known_as__called_name=called_name, known_as__reach=reach)
    return same.filter(registered_at__gte=a_moment_ago).first()
