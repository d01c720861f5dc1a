"""Letters of notes: that something waits, and where to log in. No name, no house, no text."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from letters.models import send
from notes.models import Confidence


def send_new_message(confidence: Confidence) -> None:
    """Tell each addressee that a message waits on the own desk."""
    for reader in confidence.readers():
        send(
            "new_message",
            to=reader.email,
            subject=_("You have a new message"),
            context={"user": reader, "link": settings.SITE_URL + reverse("coordinators:desk")},
            project=confidence.project,
        )
