"""A match joins one citizen and one volunteer, as equals. Both say yes before anything starts."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from citizens.models import Citizen, attached_citizens
from history.moves import SENTENCES, NotPossible, gates, move, why_not
from history.tracking import tracked
from history.who import became, by_whom, first_change
from institutions.models import Project
from institutions.vocabulary import OPEN_MATCH
from matching.models.choice_note import ChoiceNote
from volunteers.models import Volunteer

SENTENCES["one_open_match_per_citizen"] = _("The citizen has an open match or proposal already.")
SENTENCES["volunteer_has_room_for_one_more"] = _("The volunteer has no room for one more friend just now.")
SENTENCES["a_yes_is_given_once_by_who_may"] = _("This answer has been written down already.")
SENTENCES["a_proposal_is_answered_in_time"] = _("The proposal was not answered within 14 days and has expired.")
SENTENCES["a_pair_is_not_proposed_again_by_accident"] = _(
    "These two have been proposed to each other before. It can be done again, but only on purpose."
)
SENTENCES["a_match_rests_on_consent"] = _("The citizen has not said yes to having a friend.")

ANSWERED_WITHIN = timedelta(days=14)  # the database's guard knows it too


class Origin(models.TextChoices):
    """Where a pair comes from: a suggestion, or that they met by themselves."""

    SUGGESTION = "suggestion", _("suggested")
    EVENING = "evening", _("a food-club evening")
    INFORMAL = "informal", _("an informal event")
    COURSE = "course", _("a course or meeting")


class MatchQuerySet(models.QuerySet):
    def visible_to(self, user) -> "MatchQuerySet":
        """The project's coordinators, the lead while the citizen is attached, the secretariat (state and dates)."""
        return self if user.is_secretariat else self.known_to(user)

    def known_to(self, user) -> "MatchQuerySet":
        """Those whose citizen the user may know by name: not by being the secretariat."""
        return self.filter(Q(project__in=projects_of(user)) | Q(citizen__in=attached_citizens(user)))

    def visible_through(self, link) -> "MatchQuerySet":
        """Through a link: one's own."""
        return self.filter(volunteer=link.volunteer_id)

    def of(self, citizen: Citizen) -> "MatchQuerySet":
        return self.filter(citizen=citizen)

    def open(self) -> "MatchQuerySet":
        """Proposed, accepted, trial, active, paused or ending."""
        return self.filter(state__in=Match.OPEN)

    def running(self) -> "MatchQuerySet":
        """Both have said yes and it has not ended."""
        return self.filter(state__in=Match.RUNNING)

    def ended(self) -> "MatchQuerySet":
        """No longer open, the newest first."""
        return self.exclude(state__in=Match.OPEN)

    def for_list(self) -> "MatchQuerySet":
        """With what a list shows: the two names and the house."""
        return self.select_related("citizen__known_as", "volunteer", "project__institution")

    def for_rows(self) -> "MatchQuerySet":
        """With the names, the house and the state alone."""
        shown = (
            "state",
            "proposed_at",
            "started_on",
            "citizen__known_as__called_name",
            "citizen__number",
            "volunteer__name",
        )
        return self.for_list().only(*shown, "project__institution__name")

    def standing(self, which: str) -> "MatchQuerySet":
        """Those proposed, those where both said yes, those that have ended; else all that are open."""
        if which == "afsluttede":
            return self.ended()
        return {"forslag": self.proposed(), "loeber": self.running()}.get(which, self.open())

    def for_link(self) -> "MatchQuerySet":
        """With what a link may show: the volunteer and the house. A join with the citizen would hide the row."""
        return self.select_related("volunteer", "project__institution")

    def before_the_first_meeting(self) -> "MatchQuerySet":
        """Proposed, or both have said yes; the oldest first."""
        between = self.filter(state__in=[Match.State.PROPOSED, Match.State.ACCEPTED])
        return between.select_related("first_meeting").order_by("proposed_at")

    def proposed(self) -> "MatchQuerySet":
        return self.filter(state=Match.State.PROPOSED)

    def out_of_time(self) -> "MatchQuerySet":
        """Proposed more than 14 days ago and not answered by both: expired, also before a job has said so."""
        return self.proposed().filter(proposed_at__lte=timezone.now() - ANSWERED_WITHIN)

    def awaiting_the_volunteer(self) -> "MatchQuerySet":
        """Proposed, in time, not answered by the volunteer, and not reminded of."""
        fresh = self.proposed().filter(proposed_at__gt=timezone.now() - ANSWERED_WITHIN)
        return fresh.filter(volunteer_yes_at=None, reminded_at=None)

    def never_again(self) -> "MatchQuerySet":
        """Pairs that ended or became a no: not proposed again by accident."""
        return self.filter(state__in=[Match.State.ENDED, Match.State.DECLINED])


@tracked()
class Match(models.Model):
    """The pair: proposed → accepted by both → trial → active ⇄ paused → ending → ended; or declined, expired."""

    PERSONAL = {"state": ("following the friendship", "6 months after it ended")}

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ACCEPTED = "accepted", _("both said yes")
        TRIAL = "trial", _("getting to know each other")
        ACTIVE = "active", _("active")
        PAUSED = "paused", _("paused")
        ENDING = "ending", _("ending")
        ENDED = "ended", _("ended")
        DECLINED = "declined", _("no thank you")
        EXPIRED = "expired", _("not answered in time")

    S = State
    OPEN = OPEN_MATCH
    RUNNING = (S.ACCEPTED, S.TRIAL, S.ACTIVE, S.PAUSED, S.ENDING)
    MOVES = {
        S.PROPOSED: {S.ACCEPTED, S.DECLINED, S.EXPIRED},
        S.ACCEPTED: {S.TRIAL, S.ENDING},
        S.TRIAL: {S.ACTIVE, S.ENDING},
        S.ACTIVE: {S.PAUSED, S.ENDING},
        S.PAUSED: {S.ACTIVE, S.ENDING},
        S.ENDING: {S.ENDED},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="matches", verbose_name=_("project"))
    citizen = models.ForeignKey(Citizen, models.PROTECT, related_name="matches", verbose_name=_("citizen"))
    volunteer = models.ForeignKey(Volunteer, models.PROTECT, related_name="matches", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.PROPOSED, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    origin = models.CharField(
        _("origin"), max_length=10, choices=Origin, default=Origin.SUGGESTION, db_default="suggestion", editable=False
    )
    origin_on = models.DateField(_("they met on"), null=True, editable=False)
    again_on_purpose = models.BooleanField(_("again, on purpose"), default=False, db_default=False, editable=False)
    reminded_at = models.DateTimeField(_("reminded"), null=True, editable=False)
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    volunteer_yes_at = models.DateTimeField(_("the volunteer's yes"), null=True, editable=False)
    citizen_yes_at = models.DateTimeField(_("the citizen's yes"), null=True, editable=False)
    citizen_yes_heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    started_on = models.DateField(_("started"), null=True, editable=False)

    objects = MatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["citizen"], condition=Q(state__in=OPEN_MATCH), name="one_open_match_per_citizen"
            ),
            models.CheckConstraint(
                name="a_spontaneous_match_has_its_day",
                condition=Q(origin="suggestion", origin_on=None) | ~Q(origin="suggestion") & ~Q(origin_on=None),
            ),
            models.CheckConstraint(
                name="a_match_starts_with_two_yeses",
                condition=Q(state__in=["proposed", "declined", "expired"])
                | Q(volunteer_yes_at__isnull=False, citizen_yes_at__isnull=False),
            ),
            models.CheckConstraint(
                name="a_citizens_yes_was_heard_by_somebody",
                condition=Q(citizen_yes_at__isnull=True, citizen_yes_heard_by__isnull=True)
                | Q(citizen_yes_at__isnull=False, citizen_yes_heard_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(_("Match of %(date)s") % {"date": f"{timezone.localdate(self.proposed_at):%d.%m.%Y}"})

    @property
    def is_running(self) -> bool:
        return self.state in self.RUNNING

    @property
    def answer_by(self):
        """The last moment at which the proposal can be answered."""
        return self.proposed_at + ANSWERED_WITHIN

    @property
    def is_out_of_time(self) -> bool:
        return self.state == self.State.PROPOSED and self.answer_by <= timezone.now()

    @classmethod
    def propose(cls, volunteer: Volunteer, citizen: Citizen, *, by, note: str = "", **how) -> "Match":
        """Propose one volunteer to one citizen, suggested or met; `how` is an origin, or again on purpose.

        The database asks ready, assigned, room, consent, a living wish, a new pair, and no proposal but those too late.
        """
        with gates():
            for late in cls.objects.out_of_time().filter(citizen=citizen):
                late.expire(by=by)
            _refuse_second(citizen)
            made = {"project_id": citizen.project_id, "citizen": citizen, "volunteer": volunteer, "proposed_by": by}
            match = cls.objects.create(**made, **how)
            ChoiceNote.write(match, note)
        return match

    def volunteer_says_yes(self) -> None:
        """The volunteer's yes; with the citizen's, both have said yes."""
        self._say_yes(volunteer_yes_at=timezone.now(), by=self.volunteer)

    def citizen_says_yes(self, *, heard_by) -> None:
        """The citizen's yes, as heard by coordinator or lead; with the volunteer's, both have said yes."""
        self._say_yes(citizen_yes_at=timezone.now(), citizen_yes_heard_by=heard_by, by=heard_by)

    def _say_yes(self, *, by, **answer) -> None:
        with gates():
            fresh = _open_to_a_yes(self, answer)
            Match.objects.filter(pk=self.pk).update(**answer)
            for name, value in answer.items():
                setattr(fresh, name, value)
            if fresh.volunteer_yes_at and fresh.citizen_yes_at:
                move(fresh, self.State.ACCEPTED, by=by)
        self.refresh_from_db(fields=["state", "volunteer_yes_at", "citizen_yes_at", "citizen_yes_heard_by"])

    @property
    def answers(self) -> str:
        """How far the answers have come: another one as soon as somebody has answered."""
        return f"{self.state}-{self.volunteer_yes_at is not None:d}-{self.citizen_yes_at is not None:d}"

    def decline(self, *, by, shown: str = "") -> None:
        """A no from either side; which side and why is never told to the other.

        Whoever says it for the citizen has seen whether somebody heard a yes: `shown` is what the page said.
        """
        if shown not in ("", self.answers):
            heard = became(self, "citizen_yes_heard_by") or became(self)
            raise NotPossible(by_whom(_("Somebody has answered since you opened the page."), heard))
        move(self, self.State.DECLINED, by=by)

    def expire(self, *, by) -> None:
        """Nobody answered within 14 days. Neither side is told."""
        move(self, self.State.EXPIRED, by=by)

    def start(self, *, on=None, by) -> None:
        """The first meeting has been held: they get to know each other."""
        move(self, self.State.TRIAL, by=by, started_on=on or timezone.localdate())


def _refuse_second(citizen: Citizen) -> None:
    """A citizen has one open match: whoever comes second is told who proposed it."""
    if standing := Match.objects.open().filter(citizen=citizen).first():
        raise NotPossible(by_whom(SENTENCES["one_open_match_per_citizen"], first_change(standing)))


def _open_to_a_yes(seen: Match, answer: dict) -> Match:
    """The proposal as it stands now: a yes is said to what is still proposed, in time, the citizen's once."""
    # The row lock makes the later of two simultaneous yeses see the earlier one.
    fresh = Match.objects.select_for_update().filter(pk=seen.pk).first()
    if fresh is None or fresh.state != Match.State.PROPOSED:
        raise NotPossible(why_not(fresh or seen, Match.State.ACCEPTED))
    if fresh.is_out_of_time:
        raise NotPossible(SENTENCES["a_proposal_is_answered_in_time"])
    if fresh.citizen_yes_heard_by_id and "citizen_yes_heard_by" in answer:
        heard = became(fresh, "citizen_yes_heard_by")
        raise NotPossible(by_whom(SENTENCES["a_yes_is_given_once_by_who_may"], heard))
    return fresh
