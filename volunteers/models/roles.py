"""What a role is, and what it asks of whoever takes it beyond being ready."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from access.names import Name
from access.roles import projects_of
from access.text import LongText
from institutions.models import Project


class RecordKind(models.TextChoices):
    """What is ordered of the police; we keep that it was seen, never what it says."""

    CRIMINAL = "criminal_record", _("criminal record")
    CHILDREN = "children_record", _("children's record check")


WORDS = ("title", "what", "why_volunteers", "not_what", "asks")
OPEN = Q(is_open=True, project__state=Project.State.OPEN)


class RoleProfileQuerySet(models.QuerySet["RoleProfile"]):
    def visible_to(self, user) -> "RoleProfileQuerySet":
        """Everybody may read what a role is."""
        return self

    def with_houses(self) -> "RoleProfileQuerySet":
        """Each with its house, in the same query."""
        return self.select_related("project__institution")

    def open(self) -> "RoleProfileQuerySet":
        """Open roles of open projects, with their houses: what one can apply for."""
        return self.filter(OPEN).with_houses()

    def elsewhere_for(self, volunteer) -> "RoleProfileQuerySet":
        """The same as her role at other houses where it is open, and what she has ticked already."""
        same = OPEN & Q(**dict(zip(WORDS, volunteer.role.words, strict=True)))
        return self.filter(same | Q(pk__in=volunteer.also_role_ids)).exclude(pk=volunteer.role_id).with_houses()

    def closed(self) -> "RoleProfileQuerySet":
        """What one cannot apply for just now, of projects that are there: it takes interest instead."""
        there = self.filter(project__state__in=[Project.State.OPEN, Project.State.PAUSED])
        return there.exclude(OPEN).select_related("project__institution")

    def told_once(self) -> list[list["RoleProfile"]]:
        """Each kind of volunteering once, as the list of its roles: at several houses it is told in the same words."""
        told: dict[tuple, list[RoleProfile]] = {}
        for role in self:
            told.setdefault(role.words, []).append(role)
        return list(told.values())

    def at(self, house) -> "RoleProfileQuerySet":
        """Those of a house's projects."""
        return self.filter(project__institution=house)

    def held_by(self, user) -> "RoleProfileQuerySet":
        """The roles of the projects that the user coordinates, with their houses; all for the secretariat."""
        roles = self.select_related("project__institution")
        return roles if user.is_secretariat else roles.filter(project__in=projects_of(user))

    def awaited(self) -> "RoleProfileQuerySet":
        """Those for which somebody waits, each with `waiting`: how many."""
        waiting = self.annotate(waiting=models.Count("interested")).filter(waiting__gt=0)
        return waiting.select_related("project__institution").order_by("project__institution__name", "title")

    def of_open_projects(self, user) -> "RoleProfileQuerySet":
        """Roles, open or not, of the open projects that one coordinates; of all for the secretariat."""
        projects = Project.objects.open() if user.is_secretariat else Project.objects.open().coordinated_by(user)
        return self.filter(project__in=projects).select_related("project__institution")


class RoleProfile(models.Model):
    """One kind of volunteer at one project: what she does, why a volunteer does it, what it is not and what it asks."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="roles", verbose_name=_("project"))
    title = Name(_("title"), max_length=80)
    what = LongText(_("what you do"))
    why_volunteers = LongText(_("why a volunteer, and not paid staff"))
    not_what = LongText(_("what it is not"))
    asks = LongText(
        _("what it asks of one"), default="", help_text=_("In words: how much time, for how long, what one must bear.")
    )
    is_open = models.BooleanField(_("open for applications"), default=True)
    references_asked = models.PositiveSmallIntegerField(
        _("references asked for"),
        default=0,
        help_text=_("None, one or two. What a role asks is asked of those who have it already, too."),
    )
    record_asked = models.CharField(
        _("record check asked for"),
        max_length=15,
        choices=RecordKind,
        blank=True,
        help_text=_("The children's check only where one is regularly with children under 15."),
    )
    asks_two = models.BooleanField(
        _("two decide"),
        default=False,
        help_text=_("A second person than the one who held the conversation says yes as well."),
    )

    asks_shadowing = models.BooleanField(
        _("along with somebody experienced first"),
        default=False,
        help_text=_(
            "Whoever is new goes along once before she has a friend or a task of her own."
            " Who has had a friend or has helped at an evening is not new."
        ),
    )

    objects = RoleProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        ordering = ["project__institution__name", "title"]
        constraints = [
            models.CheckConstraint(
                name="a_role_asks_at_most_two_references",
                condition=Q(references_asked__lte=2),
                violation_error_message=_("A role asks for at most two references."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.project.institution}"

    @property
    def words(self) -> tuple[str, ...]:
        """All that is told of it, wherever it is."""
        return tuple(getattr(self, name) for name in WORDS)

    def asked_beforehand(self) -> list[str]:
        """What it asks beyond the talk, the agreement and the course, as one says it to whoever may apply."""
        asked = [
            (self.references_asked == 1, gettext("We ask one person who knows you.")),
            (self.references_asked == 2, gettext("We ask two people who know you.")),
            (self.record_asked == RecordKind.CRIMINAL, gettext("We see your criminal record, and keep no copy.")),
            (self.record_asked == RecordKind.CHILDREN, gettext("We see your children's record, and keep no copy.")),
            (self.asks_two, gettext("You meet two of us: the second one says yes as well.")),
            (self.asks_shadowing, gettext("The first time you go along with somebody experienced.")),
        ]
        return [sentence for is_asked, sentence in asked if is_asked]

    @property
    def takes_applications(self) -> bool:
        return self.is_open and self.project.state == Project.State.OPEN
