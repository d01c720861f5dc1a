"""Who may screen whom."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404

from access.roles import Permission, may, memberships_of
from accounts.models import User
from institutions.models import Membership, Project
from volunteers.models import Volunteer


def may_screen(user, volunteer, permission: Permission = Permission.SCREEN_VOLUNTEER) -> bool:
    """Whoever holds one of the volunteer's projects, and the secretariat; never the volunteer herself."""
    if volunteer.user_id == user.pk:
        return False
    if may(user, permission):
        return True
    held = [one.project for one in memberships_of(user) if one.project_id in volunteer.project_ids]
    if any(may(user, permission, project) for project in held):
        return True
    return any(may(user, permission, project) for project in Project.objects.filter(pk__in=volunteer.project_ids))


def require_screening(user, volunteer, permission: Permission = Permission.SCREEN_VOLUNTEER) -> None:
    """403 unless `may_screen(...)`: for a volunteer whom one may see but not screen."""
    if not may_screen(user, volunteer, permission):
        raise PermissionDenied(permission.name)


def require_screened(user, volunteer_id: UUID, permission: Permission = Permission.SCREEN_VOLUNTEER) -> Volunteer:
    """The volunteer, if one may see and screen her: 404 or 403 otherwise."""
    volunteer = get_object_or_404(Volunteer.objects.visible_to(user).with_roles(), pk=volunteer_id)
    require_screening(user, volunteer, permission)
    return volunteer


def those_who_screen(volunteer: Volunteer, *also) -> QuerySet[User]:
    """Those who coordinate one of the volunteer's projects today, as far as one may know, and these."""
    coordinators = Membership.objects.coordinating().in_force().filter(project__in=volunteer.project_ids)
    here = Q(pk__in=coordinators.values("user")) | Q(pk__in=[user.pk for user in also])
    return User.objects.filter(here, ~Q(volunteer=volunteer), is_active=True).order_by("name")
