"""Letters about citizens: never a name, never a number."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from citizens.breakglass import BreakGlass
from letters.models import send


def send_emergency(glass: BreakGlass, users: Iterable[User]) -> None:
    """Tell coordinators who has read, and colleagues of the secretariat what they must look at.

    It leaves whoever's login is closed meanwhile: so nobody keeps it quiet.
    """
    who_read = reverse("coordinators:who_has_read", args=[glass.citizen_id])
    review = reverse("coordinators:review_emergency", args=[glass.pk])
    for user in users:
        page = review if user.is_secretariat else who_read
        send(
            "emergency",
            to=user.email,
            subject=_("Emergency access was used"),
            context={"user": user, "glass": glass, "link": settings.SITE_URL + page},
            project=glass.project,
        )
