"""What still lies with somebody whose access has ended: it stands on his page in the admin, to be handed on."""

from collections.abc import Iterator

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from institutions.models import Alignment, Membership, Project
from screening.models import Appointment


def lies_with(user: User) -> Iterator[tuple[str, str]]:
    """Talks that are ahead, alignments that name him, and what nobody holds now that his role has ended."""
    yield _("Away, or leaving a role: hand it on"), reverse("coordinators:away_of", args=[user.pk])
    talks = Appointment.objects.open().filter(by=user).count()
    if talks:
        sentence = ngettext("%(count)s talk with an applicant", "%(count)s talks with applicants", talks)
        yield sentence % {"count": talks}, reverse("volunteers:list")
    for alignment in Alignment.objects.filter(lead=user, review_on__gte=timezone.localdate()).select_related("project"):
        page = reverse("admin:institutions_alignment_change", args=[alignment.pk])
        yield _("Alignment of %(project)s") % {"project": alignment.project}, page
    for sentence, projects in _held_by_nobody(user):
        for project in projects:
            page = reverse("admin:institutions_project_change", args=[project.pk])
            yield sentence % {"project": project}, page


def _held_by_nobody(user: User) -> list[tuple[str, QuerySet]]:
    """Of the projects and houses that he had, those where nobody has his role today."""
    had = list(user.memberships.all())
    projects = {one.project_id for one in had if one.project_id}
    houses = {one.institution_id for one in had if one.institution_id}
    without = Project.objects.without
    return [
        (_("%(project)s has no coordinator"), without(Membership.Role.COORDINATOR).filter(pk__in=projects)),
        (_("%(project)s has no lead at the house"), without(Membership.Role.LEAD).filter(institution__in=houses)),
    ]
