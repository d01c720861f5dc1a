"""How a friendship ends: who tells the citizen, the farewell, contact afterwards, a talk with each, what comes next."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from access.text import ShortText
from citizens.models import Spoken
from history.moves import CHANGED_MEANWHILE, SENTENCES, NotPossible, gates, why_not
from history.tracking import tracked
from institutions.models import Project
from matching.models import Match, NotThisOne
from matching.models.own_projects import OwnProjectsQuerySet
from volunteers.models import Support, Volunteer

SENTENCES["friendships_closure_pkey"] = CHANGED_MEANWHILE
SENTENCES |= dict.fromkeys(
    [f"another_reason_of_the_{side}_is_said" for side in ("citizen", "volunteer")],
    _("Something else is said in a few words; any other reason needs none."),
)
SENTENCES["an_ending_says_how"] = _("Say first how it ends, and who tells the citizen when.")
SENTENCES["no_friendship_ends_in_silence"] = _("Something of the farewell is missing: nobody is left without a word.")


class Reason(models.TextChoices):
    """Why a side ends it, as far as it was said; told to nobody of the other side."""

    MOVED = "moved", _("moves or has moved away")
    TIME = "time", _("no time or no strength for it")
    OTHER_WISHES = "other_wishes", _("wishes something else")
    NOT_A_MATCH = "not_a_match", _("they do not suit each other")
    ENOUGH = "enough", _("has other people now")
    LOST_TOUCH = "lost_touch", _("cannot be reached")
    DIED = "died", _("has died")
    AGREED = "agreed", _("it was agreed for a time")
    OTHER = "other", _("something else")
    NOT_SAID = "not_said", _("was not said")


class Said(models.TextChoices):
    """What somebody ticks in the short talk at the end."""

    WAS_GOOD = "was_good", _("it was good to have a friend")
    WAS_HARD = "was_hard", _("something was hard")
    MISSED_SUPPORT = "missed_support", _("more support was wanted")
    MISSED_THINGS_TO_DO = "missed_things_to_do", _("more to do together was wanted")
    WOULD_AGAIN = "would_again", _("would like it again, with somebody else")
    WOULD_RATHER_NOT_TALK = "would_rather_not_talk", _("would rather not talk about it")


# What becomes of the wish for a friend: a yes to another is a living wish, also of whoever was entered without one.
WISH_AFTER = {
    "friend": Spoken.Outcome.STILL,
    "evenings": Spoken.Outcome.NOT_NOW,
    "later": Spoken.Outcome.NOT_NOW,
    "nothing": Spoken.Outcome.NO_LONGER,
}


REASONS = [f"{side}s_{said}" for side in ("citizen", "volunteer") for said in ("reason", "other")]


@tracked()
class Closure(models.Model):
    """The ending of one friendship. Only when nothing of it is missing, the friendship has ended."""

    PERSONAL = {
        **dict.fromkeys(REASONS, ("that no friendship ends in silence", "6 months after it ended")),
        "citizen_said": ("to do better next time", "6 months after it ended"),
        "volunteer_said": ("to do better next time", "6 months after it ended"),
    }

    class How(models.TextChoices):
        PLANNED = "planned", _("planned: both know it beforehand")
        UNPLANNED = "unplanned", _("unplanned: one of them stops")
        ONE_SIDE = "one_side", _("one of them cannot take part")

    class ToldBy(models.TextChoices):
        COORDINATOR = "coordinator", _("the coordinator")
        HOUSE = "house", _("somebody of the house")
        VOLUNTEER = "volunteer", _("the volunteer")
        KNOWS = "knows", _("nobody: the citizen said it")

    class Farewell(models.TextChoices):
        MET = "met", _("they met to say goodbye")
        GREETING = "greeting", _("a greeting was passed on")
        NOT_WISHED = "not_wished", _("offered, and not wished")
        NOT_POSSIBLE = "not_possible", _("was not possible")

    class Contact(models.TextChoices):
        NONE = "none", _("none")
        GREETING = "greeting", _("they greet each other when they meet")
        OWN = "own", _("they go on as private people, on their own")

    class Next(models.TextChoices):
        FRIEND = "friend", _("another network friend")
        EVENINGS = "evenings", _("the food club or other evenings")
        LATER = "later", _("not now, perhaps later")
        NOTHING = "nothing", _("nothing more")

    match = models.OneToOneField(Match, models.CASCADE, primary_key=True, related_name="closure")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    how = models.CharField(_("how it ends"), max_length=10, choices=How)
    citizens_reason = models.CharField(_("the citizen's reason"), max_length=12, choices=Reason)
    volunteers_reason = models.CharField(_("the volunteer's reason"), max_length=12, choices=Reason)
    citizens_other = ShortText(_("the citizen's other reason"), max_length=200, blank=True)
    volunteers_other = ShortText(_("the volunteer's other reason"), max_length=200, blank=True)
    begun_on = models.DateField(_("begun"), default=timezone.localdate, editable=False)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", editable=False)
    told_by = models.CharField(_("who tells the citizen"), max_length=11, choices=ToldBy)
    tell_on = models.DateField(_("when the citizen is told"))
    told_on = models.DateField(_("the citizen was told on"), null=True, blank=True)
    farewell = models.CharField(_("the farewell"), max_length=12, choices=Farewell, blank=True)
    contact = models.CharField(_("contact afterwards"), max_length=8, choices=Contact, blank=True)
    citizen_talk_on = models.DateField(_("talk with the citizen"), null=True, blank=True)
    citizen_said = ArrayField(models.CharField(max_length=21, choices=Said), default=list, blank=True)
    volunteer_talk_on = models.DateField(_("talk with the volunteer"), null=True, blank=True)
    volunteer_said = ArrayField(models.CharField(max_length=21, choices=Said), default=list, blank=True)
    cannot = ArrayField(
        models.CharField(max_length=9, choices=[("citizen", _("the citizen")), ("volunteer", _("the volunteer"))]),
        default=list,
        blank=True,
        verbose_name=_("who cannot take part"),
    )
    citizen_next = models.CharField(_("what the citizen is offered next"), max_length=8, choices=Next, blank=True)
    volunteer_next = models.CharField(_("what the volunteer does next"), max_length=8, choices=Next, blank=True)
    ended_on = models.DateField(_("ended"), null=True, editable=False)

    # What is written down on the way, in the order in which it is done.
    STEPS = (
        "told_on",
        "farewell",
        "contact",
        "cannot",
        "citizen_talk_on",
        "citizen_said",
        "volunteer_talk_on",
        "volunteer_said",
        "citizen_next",
        "volunteer_next",
    )

    objects = OwnProjectsQuerySet.as_manager()

    class Meta:
        verbose_name = _("ending")
        verbose_name_plural = _("endings")
        constraints = [
            models.CheckConstraint(
                name="only_who_can_take_part_is_talked_with",
                condition=~Q(cannot__contains=["citizen"], citizen_talk_on__isnull=False)
                & ~Q(cannot__contains=["volunteer"], volunteer_talk_on__isnull=False),
            ),
            *(
                models.CheckConstraint(
                    name=f"another_reason_of_the_{side}_is_said",
                    condition=Q(**{f"{side}s_reason": "other"}) ^ Q(**{f"{side}s_other": ""}),
                )
                for side in ("citizen", "volunteer")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begun_on:%d.%m.%Y}"

    @classmethod
    def begin(cls, match: Match, *, by, **said) -> "Closure":
        """It is going to end: how, the reasons, who tells the citizen and when. A rest is over with it."""
        with gates():
            closure = cls.objects.create(match=match, project_id=match.project_id, begun_by=by, **said)
            match.begin_to_end(by=by)
        return closure

    def write(self, **said) -> None:
        """What has been done of it, as long as it has not ended."""
        with gates():
            going = Closure.objects.filter(pk=self.pk, ended_on=None)
            if not going.update(**said):
                self.match.refresh_from_db(fields=["state"])
                raise NotPossible(why_not(self.match))
        for name, value in said.items():
            setattr(self, name, value)

    def missing(self) -> "Iterator[str | Promise]":
        """What is still to do, in the order in which one does it; the database asks the same."""
        if self.told_on is None:
            yield _("tell the citizen")
        if not self.farewell:
            yield _("offer a farewell")
        if not self.contact:
            yield _("agree on contact afterwards")
        if self.citizen_talk_on is None and "citizen" not in self.cannot:
            yield _("a short talk with the citizen")
        if self.volunteer_talk_on is None and "volunteer" not in self.cannot:
            yield _("a short talk with the volunteer")
        if not self.citizen_next:
            yield _("what the citizen is offered next")

    def end(self, *, by, on: date | None = None) -> None:
        """Nothing is missing: it has ended. The two are not suggested to each other again by accident.

        What the citizen would like next becomes of the wish. The talk at the end counts as support, where whoever ends
        it looks after the volunteer.
        """
        with gates():
            match = self.match
            self.write(ended_on=on or timezone.localdate())
            match.end(by=by)
            NotThisOne.say(match.volunteer, match.citizen, by=by)
            match.citizen.spoken_with(outcome=WISH_AFTER[self.citizen_next], by=by)
            if self.volunteer_talk_on and Volunteer.objects.screened_by(by).filter(pk=match.volunteer_id).exists():
                Support.write(match.volunteer, kind="exit_talk", given_on=self.volunteer_talk_on, by=by)
