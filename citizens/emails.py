"""Letters about citizens: never a name, never a number."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from citizens.breakglass import BreakGlass
from institutions.models import Membership
from letters.models import send


def send_emergency(glass: BreakGlass) -> None:
    """Tell the project's coordinators and the others of the secretariat at once that the glass is broken."""
    held = Membership.objects.coordinating().in_force().filter(project=glass.project_id).select_related("user")
    who_read = reverse("coordinators:who_has_read", args=[glass.citizen_id])
    review = reverse("coordinators:review_emergency", args=[glass.pk])
    pages = {
        user: review for user in User.objects.filter(is_secretariat=True, is_active=True).exclude(pk=glass.user_id)
    }
    pages = {member.user: who_read for member in held if member.user.is_active} | pages
    for user, page in pages.items():
        send(
            "emergency",
            to=user.email,
            subject=_("Emergency access was used"),
            context={"user": user, "glass": glass, "link": settings.SITE_URL + page},
            project=glass.project,
        )
