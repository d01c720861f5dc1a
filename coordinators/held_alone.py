"""What lies at a project that somebody holds alone: when they go, it is nobody's."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.utils.functional import Promise
from django.utils.translation import ngettext_lazy

from citizens.models import Citizen
from foodclubs.models import Evening
from institutions.models import Membership, Project
from matching.models import Match
from volunteers.models import Volunteer

SENTENCES: dict[str, Promise] = {
    "friendships": ngettext_lazy("%(count)s proposal or friendship", "%(count)s proposals and friendships", "count"),
    "citizens": ngettext_lazy("%(count)s citizen who waits", "%(count)s citizens who wait", "count"),
    "applicants": ngettext_lazy("%(count)s applicant on the way", "%(count)s applicants on the way", "count"),
    "evenings": ngettext_lazy("%(count)s evening ahead", "%(count)s evenings ahead", "count"),
}


@dataclass(frozen=True)
class HeldAlone:
    """A project with nobody else, and how many of each kind lie there."""

    project: Project
    lines: list[str]


def held_alone(roles: Iterable[Membership], user) -> list[HeldAlone]:
    """Of the projects that somebody coordinates those where nobody else does, with what lies there."""
    held = [role.pk for role in roles if role.project_id]
    others = Membership.objects.in_force().exclude(pk__in=held).values("project")
    counts = {
        "friendships": _number(Match.objects.visible_to(user).open(), "project"),
        "citizens": _number(Citizen.objects.visible_to(user).wishing(), "project"),
        "applicants": _number(Volunteer.objects.visible_to(user).awaiting_screening(), "role__project"),
        "evenings": _number(Evening.objects.visible_to(user).to_come(), "project"),
    }
    projects = Project.objects.filter(memberships__in=held).exclude(pk__in=others.exclude(project=None))
    return [
        HeldAlone(one, [str(SENTENCES[kind] % {"count": n}) for kind in counts if (n := getattr(one, f"n_{kind}"))])
        for one in projects.annotate(**{f"n_{kind}": number for kind, number in counts.items()})
        if any(getattr(one, f"n_{kind}") for kind in counts)
    ]


def _number(rows: QuerySet, way: str) -> Subquery:
    """How many of them belong to the project."""
    here = rows.filter(**{way: OuterRef("pk")}).order_by().values(way)
    return Subquery(here.annotate(number=Count("pk", distinct=True)).values("number"))
