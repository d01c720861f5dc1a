"""That a house writes into its own journal that a citizen has a network friend: on his yes, and confirmed by the house.

The journal is never ours: we keep what he said yes to and that it was written in, and nothing ever comes back from it.
"""

from typing import Self
from uuid import uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from phonenumber_field.phonenumber import to_python

from access.roles import houses_of, projects_of
from citizens.models import Attachment, Consent, attached_citizens
from history.moves import CHANGED_MEANWHILE, SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, first_change, last_change
from institutions.models import Institution, Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

SENTENCES["one_journal_notice_per_house"] = _("The citizen has said yes to this already. Look at what stands.")
SENTENCES["a_notice_is_of_a_house_that_knows_him"] = _("This house does not know the citizen.")
SENTENCES["a_notice_is_of_two_who_are_friends"] = _(
    "It rests on a friendship and on the citizen's yes to it, and one of them is missing now."
)
SENTENCES["the_house_confirms_its_journal"] = _("Only the lead of the house confirms what stands in its journal.")
SENTENCES["journal_before_the_house_lets_go"] = _(
    "The house has not confirmed yet that the notice stands in its journal. Choose today or later as the last day, "
    "or write down first that the notice is not to be written."
)
# What is read aloud before the yes. A version that was read is never changed: a better one is a further number.
READ_ALOUD: dict[int, dict[str, str]] = {
    1: {
        "da": "Der må stå i husets journal, at jeg har en netværksven, og hvem man ringer til. Der står ikke, hvem min "
        "netværksven er, eller hvad vi laver. Fra journalen kommer der aldrig noget tilbage til koordinatoren eller "
        "netværksvennen. Jeg kan altid sige nej igen: Så får huset det at vide, men huset bestemmer selv over sin "
        "journal.",
        "en": "The journal of the house may say that I have a network friend, and whom to call. It does not say who my "
        "network friend is, or what we do. Nothing ever comes back from the journal to the coordinator or the friend. "
        "I can always say no again: then the house is told, but the house itself decides about its journal.",
    }
}
CURRENT = max(READ_ALOUD)


def read_aloud(version: int = CURRENT) -> str:
    """In the language of the page."""
    return READ_ALOUD[version]["en" if get_language() == "en" else "da"]


class JournalNoticeQuerySet(OwnProjectsQuerySet):
    def visible_to(self, user) -> Self:
        """The project's coordinators, and the lead of the house whose journal it is while it knows the citizen."""
        of_his = Q(institution__in=houses_of(user), match__citizen__in=attached_citizens(user))
        return self.filter(Q(project__in=projects_of(user)) | of_his)

    def for_page(self) -> Self:
        """Each with its house and who did what: those that stand first, then the last to end."""
        at_last = F("ended_on").desc(nulls_first=True)
        return self.select_related("institution", "heard_by", "written_by").order_by(at_last, "-said_on", "pk")

    def open(self) -> Self:
        """Those that nobody has ended."""
        return self.filter(ended_on=None)

    def at_house(self, user) -> Self:
        """What the lead of a house is to do: write it in, or act on what was taken back."""
        return self.unheeded().filter(institution__in=houses_of(user), match__citizen__in=attached_citizens(user))

    def unheeded(self) -> Self:
        """Neither written in nor ended; or ended, and the house that wrote it in has not heard of it."""
        ended = Q(ended_on__isnull=False, written_on__isnull=False, struck_on=None)
        return self.filter(Q(ended_on=None, written_on=None) | ended)

    def left_to(self, user) -> Self:
        """Of one's own projects what no lead can do, for the house knows him no more: end it, or tell the house."""
        knows = Attachment.objects.going_on().filter(
            citizen=OuterRef("match__citizen"), institution=OuterRef("institution"), citizen__forget_on=None
        )
        return self.unheeded().filter(~Exists(knows), project__in=projects_of(user))


@tracked()
class JournalNotice(models.Model):
    """One yes for the journal of one house, and what became of it."""

    PERSONAL = {
        "said_on": ("proof of the consent", "24 months after it ended"),
        "heard_by": ("proof of the consent", "24 months after it ended"),
        "written_by": ("proof that the house knows", "24 months after it ended"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="journal_notices", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="+", verbose_name=_("house"))
    wording_version = models.PositiveSmallIntegerField(_("wording"), default=CURRENT)
    given = models.CharField(_("given"), max_length=10, choices=Consent.Given)
    said_on = models.DateField(_("said"), default=timezone.localdate)
    heard_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    written_on = models.DateField(_("written into the journal"), null=True, editable=False)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    ended_on = models.DateField(_("taken back"), null=True, editable=False)
    struck_on = models.DateField(_("the house knows that it was taken back"), null=True, editable=False)

    objects = JournalNoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("journal notice")
        verbose_name_plural = _("journal notices")
        ordering = ["-said_on"]
        constraints = [
            models.UniqueConstraint(
                fields=["match", "institution"], condition=Q(ended_on=None), name="one_journal_notice_per_house"
            ),
            models.CheckConstraint(
                name="whoever_wrote_it_in_stands_there",
                condition=Q(written_on=None, written_by=None) | Q(written_on__isnull=False, written_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said_on:%d.%m.%Y}"

    @property
    def waits_to_be_written(self) -> bool:
        return self.ended_on is None and self.written_on is None

    @property
    def waits_to_be_struck(self) -> bool:
        """It stands in the journal, he has taken it back, and the house has not said that it knows."""
        return self.ended_on is not None and self.written_on is not None and self.struck_on is None

    def is_known_there(self) -> bool:
        """Does the house still know the citizen, so that its lead can be told here?"""
        him = Attachment.objects.in_force().filter(citizen=self.match.citizen_id, institution=self.institution_id)
        return him.filter(citizen__forget_on=None).exists()

    @property
    def wording(self) -> str:
        """The words that were read aloud when he said yes."""
        return read_aloud(self.wording_version)

    @property
    def reference(self) -> str:
        """By which the yes is found again, without a name."""
        return str(self.id)[:8]

    def number_to_call(self) -> str:
        """The number of the coordinators, which stands on the card of another house than the one that writes it in."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT app.number_to_call(%s)", [self.pk])
            phone = to_python(cursor.fetchone()[0] or "")
        return phone.as_national if phone else ""

    def sentence(self) -> str:
        """What the lead pastes into the journal: neutral, and in Danish whatever language the page has."""
        phone = self.number_to_call()
        call = f" på {phone}" if phone else ""
        with override("da"):
            said = date_format(self.said_on, "j. F Y")
        return (
            "Borgeren har en netværksven gennem WeShelters Frivilligindsats. Spørgsmål: koordinatoren for "
            f"netværksvenner, {self.project.institution}{call}. Borgeren har givet samtykke {said} "
            f"(nr. {self.reference})."
        )

    @classmethod
    def say_yes(cls, match: Match, house: Institution, *, given: str, by) -> "JournalNotice":
        """He has said yes to it, and whoever writes it down has heard it."""
        with gates():
            if standing := cls.objects.open().of(match).filter(institution=house).first():
                raise NotPossible(by_whom(SENTENCES["one_journal_notice_per_house"], first_change(standing)))
            return cls.objects.create(
                match=match, project_id=match.project_id, institution=house, given=given, heard_by=by
            )

    def is_written(self, *, by) -> None:
        """The lead confirms that it stands in the house's journal."""
        self._change(Q(ended_on=None, written_on=None), written_on=timezone.localdate(), written_by=by)

    def is_not_written(self) -> None:
        """It was confirmed by mistake."""
        self._change(Q(ended_on=None, written_on__isnull=False), written_on=None, written_by=None)

    def end(self) -> None:
        """He has taken it back, or it is not to be written any more; where it stands already, the house is told."""
        self._change(Q(ended_on=None), ended_on=timezone.localdate())

    def is_struck(self) -> None:
        """The house knows that it was taken back, and acts by its own rules."""
        self._change(Q(ended_on__isnull=False, struck_on=None), struck_on=timezone.localdate())

    def _change(self, still: Q, **said) -> None:
        with gates():
            if not JournalNotice.objects.filter(still, pk=self.pk).update(**said):
                raise NotPossible(by_whom(CHANGED_MEANWHILE, last_change(self)))
