"""How it goes: both sides of a pair are asked on their days, and what each says is a tick."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from citizens.models import attached_citizens
from history.moves import SENTENCES, NotPossible, gates, why_not
from history.tracking import tracked
from history.who import by_whom, first_change, last_change
from institutions.models import Project
from matching.models import Match
from matching.models.own_projects import OwnProjectsQuerySet

SENTENCES["a_side_answers_once"] = _("This side has answered already. Put that right instead.")
SENTENCES["how_it_goes_is_asked_no_more"] = _("This is asked no more: they rest, say goodbye or have been asked anew.")


class Side(models.TextChoices):
    CITIZEN = "citizen", _("the citizen")
    VOLUNTEER = "volunteer", _("the volunteer")


class HowItGoes(models.TextChoices):
    """What somebody ticks. Not reached is for whoever asks, and for nobody who answers."""

    WELL = "well", _("going well")
    TALK = "talk", _("let us talk")
    PAUSE = "pause", _("would like to rest")
    STOP = "stop", _("would like to stop")
    NOT_REACHED = "not_reached", _("not reached")


# What can be ticked by link: whoever answers was reached.
TICKS = [one for one in HowItGoes if one != HowItGoes.NOT_REACHED]
WISHES = (HowItGoes.TALK, HowItGoes.PAUSE, HowItGoes.STOP)

ASKED_AGAIN_AFTER = timedelta(days=7)


class CheckInQuerySet(OwnProjectsQuerySet):
    def visible_to(self, user) -> "CheckInQuerySet":
        """The project's coordinators, and the lead while the citizen is attached: he may ask the citizen, too."""
        return self.filter(Q(project__in=projects_of(user)) | Q(match__citizen__in=attached_citizens(user)))

    def visible_through(self, link) -> "CheckInQuerySet":
        """Through a link: of one's own friendships."""
        return self.filter(match__volunteer=link.volunteer_id)

    def open(self) -> "CheckInQuerySet":
        """Those asked until they rest, end or are asked anew."""
        return self.filter(ended_on=None)

    def with_said(self, user) -> "CheckInQuerySet":
        """Each with whose turn it is: somebody would like to talk, the citizen is to be asked, the volunteer is silent.

        The citizen is asked by whoever sees it; what the volunteer says is for those who follow the two.
        """
        follows = Q(project__in=projects_of(user))
        silent_since = timezone.localdate() - ASKED_AGAIN_AFTER
        wishes = CheckInAnswer.objects.unheeded().filter(check_in=OuterRef("pk")).order_by("answered_at")
        return self.open().annotate(
            wished=Subquery(wishes.values("answer")[:1]),
            wished_at=Subquery(wishes.values("answered_at")[:1]),
            wished_by=Subquery(wishes.values("side")[:1]),
            somebody_wishes=follows & Exists(wishes),
            asks_citizen=~Exists(_has_said(Side.CITIZEN)),
            is_silent=follows & Q(due_on__lte=silent_since) & ~Exists(_has_said(Side.VOLUNTEER)),
        )

    def to_see_to(self) -> "CheckInQuerySet":
        """After `with_said`: those where something is to be done, whoever would like to talk first."""
        found = self.filter(Q(somebody_wishes=True) | Q(asks_citizen=True) | Q(is_silent=True))
        return found.order_by("-somebody_wishes", "due_on", "pk")

    def for_list(self) -> "CheckInQuerySet":
        return self.select_related("match__citizen__known_as", "match__volunteer", "match__project__institution")


def _has_said(side: str) -> "models.QuerySet[CheckInAnswer]":
    """What a side has answered; who was not reached is asked again after a week."""
    tried = Q(answer=HowItGoes.NOT_REACHED, answered_at__lte=timezone.now() - ASKED_AGAIN_AFTER)
    return CheckInAnswer.objects.filter(check_in=OuterRef("pk"), side=side).exclude(tried)


@tracked()
class CheckIn(models.Model):
    """A day on which both are asked. It is open until the two rest, end or are asked anew."""

    PERSONAL = {"due_on": ("that nobody is left alone with it", "6 months after it ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    match = models.ForeignKey(Match, models.CASCADE, related_name="check_ins", verbose_name=_("match"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    due_on = models.DateField(_("both are asked on"))
    ended_on = models.DateField(_("ended"), null=True, editable=False)

    # After `with_said` only:
    wished: str | None
    wished_at: datetime | None
    wished_by: str | None
    somebody_wishes: bool
    asks_citizen: bool
    is_silent: bool

    objects = CheckInQuerySet.as_manager()

    class Meta:
        verbose_name = _("how it goes")
        verbose_name_plural = _("how it goes")
        ordering = ["-due_on"]
        constraints = [
            models.UniqueConstraint(fields=["match", "due_on"], name="both_are_asked_once_a_day"),
            models.UniqueConstraint(fields=["match"], condition=Q(ended_on=None), name="both_are_asked_one_thing"),
        ]

    def __str__(self) -> str:
        return f"{self.due_on:%d.%m.%Y}"

    @property
    def what_to_do(self) -> str:
        """After `with_said`: whom to talk with, whom to ask; nothing where both have answered."""
        if self.somebody_wishes and self.wished and self.wished_by:
            said = {"who": Side(self.wished_by).label, "what": HowItGoes(self.wished).label}
            return capfirst(_("%(who)s says “%(what)s”: talk with them") % said)
        to_do = []
        if self.asks_citizen:
            to_do.append(_("ask the citizen how it goes"))
        if self.is_silent:
            to_do.append(_("the volunteer has not answered: call"))
        return capfirst("; ".join(map(str, to_do))) or str(_("Nothing to do: they have been asked."))

    @classmethod
    def ask_today(cls, match: Match) -> None:
        """Before their day has come: of two who are friends, once a day, and not over a wish that waits for a talk."""
        if not match.is_alive:
            raise NotPossible(why_not(match))
        if CheckInAnswer.objects.unheeded().filter(check_in__match=match).exists():
            raise NotPossible(_("Somebody waits for a talk about what was asked before: talk with them first."))
        if not cls.ask(match, timezone.localdate()):
            asked = first_change(cls.objects.of(match)[0])
            raise NotPossible(by_whom(_("Both have been asked today already."), asked))

    @classmethod
    def ask(cls, match: Match, due_on: date) -> bool:
        """Both are asked anew, and what was asked before no more; False if that is done already."""
        cls.objects.filter(match=match, ended_on=None).exclude(due_on=due_on).update(ended_on=timezone.localdate())
        return cls.objects.get_or_create(match=match, due_on=due_on, defaults={"project_id": match.project_id})[1]


class CheckInAnswerQuerySet(models.QuerySet):
    def visible_to(self, user) -> "CheckInAnswerQuerySet":
        """The project's coordinators; of the lead's house, while he is attached, what the citizen said."""
        of_his = Q(side=Side.CITIZEN, check_in__match__citizen__in=attached_citizens(user))
        return self.filter(Q(project__in=projects_of(user)) | of_his)

    def visible_through(self, link) -> "CheckInAnswerQuerySet":
        """Through a link: what one has said oneself."""
        return self.filter(side=Side.VOLUNTEER, check_in__match__volunteer=link.volunteer_id)

    def unheeded(self) -> "CheckInAnswerQuerySet":
        """Somebody would like to talk, rest or stop, and nobody has talked with them."""
        return self.filter(answer__in=WISHES, talked_on=None, check_in__ended_on=None)


@tracked()
class CheckInAnswer(models.Model):
    """What one side says, by a tick. No text, and neither side ever reads the other's."""

    PERSONAL = {"answer": ("that nobody is left alone with it", "6 months after it ended")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    check_in = models.ForeignKey(CheckIn, models.CASCADE, related_name="answers", verbose_name=_("how it goes"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    side = models.CharField(_("who says it"), max_length=9, choices=Side)
    answer = models.CharField(_("how it goes"), max_length=11, choices=HowItGoes)
    answered_at = models.DateTimeField(_("said"), default=timezone.now, editable=False)
    heard_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )  # nobody, where the volunteer ticked it by link
    talked_on = models.DateField(_("talked about"), null=True, editable=False)

    objects = CheckInAnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to how it goes")
        verbose_name_plural = _("answers to how it goes")
        constraints = [
            models.UniqueConstraint(fields=["check_in", "side"], name="a_side_answers_once"),
            models.CheckConstraint(
                name="whoever_answers_was_reached",
                condition=~Q(answer="not_reached") | Q(heard_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()

    @property
    def waits_for_a_talk(self) -> bool:
        """Somebody would like to talk, rest or stop, and nobody has talked with them."""
        return self.answer in WISHES and self.talked_on is None

    @property
    def was_not_reached(self) -> bool:
        """Somebody has tried: what is said is still to be heard."""
        return self.answer == HowItGoes.NOT_REACHED

    @classmethod
    def say(cls, check_in: CheckIn, *, side: str, answer: str, by=None) -> "CheckInAnswer":
        """What a side says for the first time: by whoever asked, or by the volunteer's own link."""
        with gates():
            if standing := cls.objects.filter(check_in=check_in, side=side).first():
                raise NotPossible(by_whom(SENTENCES["a_side_answers_once"], first_change(standing)))
            said: dict[str, Any] = {"side": side, "answer": answer, "heard_by": by}
            return cls.objects.create(check_in=check_in, project_id=check_in.project_id, **said)

    def put_right(self, *, answer: str, by=None) -> None:
        """It is otherwise by now, or was ticked by mistake. Whoever says something else is talked with anew."""
        with gates():
            said: dict[str, Any] = {"answer": answer, "heard_by": by, "answered_at": timezone.now(), "talked_on": None}
            if not CheckInAnswer.objects.filter(pk=self.pk).update(**said):
                raise NotPossible(SENTENCES["how_it_goes_is_asked_no_more"])
        self.answer = answer

    def take_back(self) -> None:
        """It was ticked by mistake: they are asked again."""
        if not CheckInAnswer.objects.filter(pk=self.pk, check_in__ended_on=None).delete()[0]:
            raise NotPossible(SENTENCES["how_it_goes_is_asked_no_more"])

    def has_been_talked_about(self) -> None:
        """Somebody has talked with them; once."""
        waits = CheckInAnswer.objects.filter(pk=self.pk, answer__in=WISHES, talked_on=None)
        with gates():
            if not waits.update(talked_on=timezone.localdate()):
                raise NotPossible(by_whom(_("Nobody waits for a talk any more."), last_change(self)))
