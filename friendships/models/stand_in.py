"""Somebody who meets a citizen while his own friend rests: asked of him first, and only until the rest is over."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from friendships.models.pause import Pause
from history.moves import SENTENCES, NotPossible, gates, move
from history.tracking import tracked
from history.who import by_whom, first_change
from institutions.models import Project
from matching.models.own_projects import OwnProjectsQuerySet
from volunteers.models import Volunteer

SENTENCES["a_stand_in_goes_with_a_rest"] = _("Somebody stands in only while the two rest.")
SENTENCES["a_stand_in_is_somebody_else"] = _("Choose somebody else than the friend who rests.")
SENTENCES["a_stand_in_was_not_put_aside"] = _("This volunteer is not to be proposed to the citizen again.")
SENTENCES["one_stand_in_at_a_time"] = _("Somebody is proposed or stands in already.")


class StandInQuerySet(OwnProjectsQuerySet):
    def visible_through(self, link) -> "StandInQuerySet":
        """Through a link: where one stands in oneself, once the citizen has said yes."""
        return self.filter(volunteer=link.volunteer_id, state=StandIn.State.AGREED)

    def open(self) -> "StandInQuerySet":
        """Proposed, or agreed and not over."""
        return self.filter(state__in=StandIn.OPEN)

    def during(self, pause: Pause) -> "StandInQuerySet":
        """Those of one rest with their volunteers, the newest first."""
        return self.filter(pause=pause).select_related("pause", "volunteer")

    def for_letters(self) -> "StandInQuerySet":
        """Each with whom a mail goes to, and the house."""
        return self.select_related("volunteer__role__project", "project__institution")


@tracked()
class StandIn(models.Model):
    """One volunteer for one rest: proposed → agreed by the citizen → ended with the rest; or he said no.

    The friend who rests is not told who it is. The database ends it whatever ends the rest.
    """

    PERSONAL = {"state": ("following the friendship", "6 months after it ended")}

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        AGREED = "agreed", _("the citizen said yes")
        DECLINED = "declined", _("the citizen said no")
        ENDED = "ended", _("ended")

    class AskedBy(models.TextChoices):
        COORDINATOR = "coordinator", _("the coordinator")
        LEAD = "lead", _("the volunteer lead of the house")

    S = State
    OPEN = (S.PROPOSED, S.AGREED)
    MOVES = {S.PROPOSED: {S.AGREED, S.DECLINED, S.ENDED}, S.AGREED: {S.ENDED}}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    pause = models.ForeignKey(Pause, models.CASCADE, related_name="stand_ins", verbose_name=_("rest"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="stand_ins", verbose_name=_("volunteer"))
    state = models.CharField(_("state"), max_length=8, choices=State, default=State.PROPOSED, editable=False)
    proposed_at = models.DateTimeField(_("proposed"), default=timezone.now, editable=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by"))
    asked_on = models.DateField(_("the citizen was asked on"), null=True, editable=False)
    asked_by = models.CharField(_("who asked the citizen"), max_length=11, choices=AskedBy, blank=True, editable=False)
    ended_on = models.DateField(_("ended"), null=True, editable=False)

    objects = StandInQuerySet.as_manager()

    class Meta:
        verbose_name = _("stand-in")
        verbose_name_plural = _("stand-ins")
        ordering = ["-proposed_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["pause"], condition=Q(state__in=["proposed", "agreed"]), name="one_stand_in_at_a_time"
            ),
            models.CheckConstraint(
                name="a_stand_in_rests_on_the_citizens_own_answer",
                condition=Q(state__in=["proposed", "ended"]) | Q(asked_on__isnull=False) & ~Q(asked_by=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.proposed_at):%d.%m.%Y}"

    @property
    def is_agreed(self) -> bool:
        return self.state == self.State.AGREED

    @classmethod
    def propose(cls, pause: Pause, volunteer: Volunteer, *, by) -> "StandIn":
        """Somebody who could meet him meanwhile. Neither she nor he knows of the other before he has said yes.

        The database asks what it asks before a match: ready, assigned, room, consent; and nobody who was put aside.
        """
        with gates():
            cls.refuse_second(pause)
            return cls.objects.create(pause=pause, project_id=pause.project_id, volunteer=volunteer, by=by)

    @classmethod
    def refuse_second(cls, pause: Pause) -> None:
        """Somebody stands in, or could: whoever comes second is told who proposed it."""
        if standing := cls.objects.open().during(pause).first():
            raise NotPossible(by_whom(SENTENCES["one_stand_in_at_a_time"], first_change(standing)))

    def agree(self, *, asked_on, asked_by: str, by) -> None:
        """His own yes, to whoever asked him; the worker writes to her."""
        move(self, self.State.AGREED, by=by, asked_on=asked_on, asked_by=asked_by)

    def decline(self, *, asked_on, asked_by: str, by) -> None:
        """His own no; it needs no reason, and she never hears that she was thought of."""
        move(self, self.State.DECLINED, by=by, asked_on=asked_on, asked_by=asked_by)

    def end(self, *, by) -> None:
        """Called back, or over before the rest is; from now on she sees nothing of him."""
        move(self, self.State.ENDED, by=by, ended_on=timezone.localdate())
