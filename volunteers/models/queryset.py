"""Which volunteers: those whom one may see, and those that a page or a gate asks for."""

from datetime import timedelta
from typing import cast

from django.contrib.postgres.aggregates import ArrayAgg
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone

from access.dates import in_force
from access.roles import houses_of, projects_of
from history.moves import in_turn
from institutions.models import Project
from institutions.vocabulary import OPEN_MATCH


class VolunteerQuerySet(models.QuerySet):
    def visible_to(self, user) -> "VolunteerQuerySet":
        """The secretariat sees all, a coordinator those of her projects, a lead those who come to the house.

        To the house come those assigned to a project there, and the friends of citizens attached to it.
        """
        if user.is_secretariat:
            return self
        projects, houses = projects_of(user), houses_of(user)
        applied: VolunteerQuerySet = VolunteerQuerySet(self.model).order_by().filter(role__project__in=projects)
        parts = [self.coming_to(Q(project__in=projects))]
        if houses:
            parts += [self.coming_to(Q(project__institution__in=houses)), self.friends_at(houses)]
        # A union: with OR between them neither a single row nor a list would be asked by an index.
        return self.filter(pk__in=applied.values("pk").union(*parts))

    def coming_to(self, where: Q) -> models.QuerySet:
        """Whom an assignment to such a project names today."""
        return self._of("assignments").filter(where, in_force()).values("volunteer")

    def friends_at(self, houses) -> models.QuerySet:
        """Whom an open match names with a citizen who is attached today to one of the houses."""
        there = in_force(of="citizen__attachments") & Q(citizen__attachments__institution__in=houses)
        return self._of("matches").filter(there, state__in=OPEN_MATCH).values("volunteer")

    def _of(self, related: str) -> models.QuerySet:
        """All rows of an upper model that points here."""
        upper = cast(type[models.Model], self.model._meta.get_field(related).related_model)
        return upper._default_manager.order_by()

    def screened_by(self, user) -> "VolunteerQuerySet":
        """Those whom the user may know in full; nobody screens himself."""
        scope = self.exclude(user=user)
        if user.is_secretariat:
            return scope
        return scope.filter(project_ids__overlap=projects_of(user))

    def visible_through(self, link) -> "VolunteerQuerySet":
        """Through a link: the volunteer whose link it is."""
        return self.filter(pk=link.volunteer_id)

    def awaiting_screening(self) -> "VolunteerQuerySet":
        """On the way to ready, oldest first."""
        return self.filter(state__in=["applied", "interviewed", "in_training"]).order_by("applied_at")

    def without_project(self) -> "VolunteerQuerySet":
        """Still with us, and no project that has not closed is hers: nobody but the secretariat knows of her."""
        there = list(Project.objects.exclude(state=Project.State.CLOSED).values_list("pk", flat=True))
        return self.not_gone().exclude(project_ids__overlap=there)

    def awaiting_second_yes(self, user) -> "VolunteerQuerySet":
        """Whose conversation was good, whose role asks that two say yes, and where the user can be the second."""
        held = self.filter(state="interviewed", role__asks_two=True, second_yeses=None)
        return held.exclude(pk__in=self.interviewed_by(user).values("pk")).order_by("applied_at")

    def interviewed_by(self, user) -> "VolunteerQuerySet":
        """With whom the user has held a good conversation."""
        return self.filter(interviews__by=user, interviews__outcome="good").distinct()

    def for_house(self) -> "VolunteerQuerySet":
        """What a house's lead may see of those who come: name, phone, role, ready, resting until when, or not yet."""
        return (
            self.filter(state__in=["in_training", "ready", "resting"])
            .select_related("role")
            .only("name", "phone", "state", "back_on", "role__title")
            .distinct()
        )

    def in_state(self, state: str) -> "VolunteerQuerySet":
        return self.filter(state=state).order_by("sorted_as", "pk")

    def of(self, project=None, kind: str = "") -> "VolunteerQuerySet":
        """Whose role or assignment is in a project, and whose role is of a kind, where these are given."""
        volunteers = self.filter(project_ids__contains=[project.pk]) if project else self
        return volunteers.filter(role__project__kind=kind) if kind else volunteers

    def for_list(self) -> "VolunteerQuerySet":
        """With what a list shows, and no more."""
        shown = ("name", "state", "back_on", "applied_at", "role__title", "role__project__institution__name")
        return self.with_roles().only(*shown)

    def to_sign(self, agreement) -> "VolunteerQuerySet":
        """Taken in, and this version of the agreement is not signed."""
        return self.filter(state__in=["in_training", "ready", "resting"]).exclude(signatures__agreement=agreement)

    def bookable_on(self, gathering) -> "VolunteerQuerySet":
        """Those whom the gathering is for, and who neither have nor wait for a place there; nobody waits once it began.

        An introduction course is for those in training, everything else for those who are ready or rest.
        """
        for_whom = ["in_training"] if gathering.is_introduction else ["ready", "resting"]
        attendances = gathering.attendances
        listed = attendances.with_a_place() if gathering.has_begun else attendances.on_the_list()
        return self.filter(state__in=for_whom).exclude(pk__in=listed.values("volunteer")).order_by("sorted_as", "pk")

    def not_asked_to(self, gathering) -> "VolunteerQuerySet":
        """Bookable there, and never asked whether they come."""
        return self.bookable_on(gathering).exclude(pk__in=gathering.attendances.values("volunteer"))

    def with_roles(self) -> "VolunteerQuerySet":
        """Each with the name of its role, in the same query."""
        return self.select_related("role__project__institution")

    def not_gone(self) -> "VolunteerQuerySet":
        return self.exclude(state__in=["declined", "withdrawn", "left"])

    def ready(self) -> "VolunteerQuerySet":
        return self.filter(state="ready")

    def just_entered(self, **said):
        """The one who was entered with the same words a moment ago, when the form was sent twice; else None."""
        in_turn("enter", *said.values())
        return self.filter(**said, applied_at__gte=timezone.now() - timedelta(minutes=1)).first()

    def looking_like(self, one) -> "VolunteerQuerySet":
        """Others with the same address, or the same name and postcode: maybe the same person."""
        same = Q(address=one.email.lower())
        if one.postcode:
            same |= Q(sorted_as=one.sorted_as, postcode=one.postcode)
        alike = self.annotate(address=Lower("email")).filter(same).exclude(pk=one.pk)
        return alike.with_roles().order_by("sorted_as", "pk")

    def due_back(self, today=None) -> "VolunteerQuerySet":
        """Those whose day to be back from a break has come, the earliest first."""
        return self.filter(state="resting", back_on__lte=today or timezone.localdate()).order_by("back_on", "pk")

    def for_matching(self, projects, today=None) -> "VolunteerQuerySet":
        """In training, ready or resting and assigned today to some projects: `at_projects` says which."""
        where = "assignments__project"
        return (
            self.filter(state__in=["in_training", "ready", "resting"])
            .filter(in_force(today, of="assignments"), **{f"{where}__in": projects})
            .annotate(at_projects=ArrayAgg(where, distinct=True))
            .order_by("applied_at", "pk")
        )

    def assigned_to(self, project, today=None) -> "VolunteerQuerySet":
        """Assigned to the project today."""
        return self.filter(in_force(today, of="assignments"), assignments__project=project)
