"""Personal, single-purpose, revocable links: how a volunteer acts without a login."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

from django.conf import settings
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Purpose(models.TextChoices):
    """What a link may be used for; each purpose opens only the views that name it."""

    OWN_PAGE = "own_page", _("the volunteer's own page")
    AGREEMENT = "agreement", _("sign the volunteer agreement")
    PROPOSAL = "proposal", _("answer a proposal")
    DUTY = "duty", _("take a task at a food-club evening")
    COURSES = "courses", _("choose a course, and say whether one comes")
    CONVERSATION = "conversation", _("choose a time for the conversation")
    REFEREES = "referees", _("name somebody who knows one")
    REFERENCE = "reference", _("answer as a reference")
    FEED = "feed", _("one's dates in the own calendar")
    STOP_CHANGE = "stop_change", _("stop a change of one's own login")


LIFETIME = {
    Purpose.OWN_PAGE: timedelta(days=30),
    Purpose.AGREEMENT: timedelta(days=30),
    Purpose.PROPOSAL: timedelta(days=14),
    Purpose.DUTY: timedelta(days=30),
    Purpose.COURSES: timedelta(days=60),
    Purpose.CONVERSATION: timedelta(days=30),
    Purpose.REFEREES: timedelta(days=30),
    Purpose.REFERENCE: timedelta(days=30),
    Purpose.FEED: timedelta(days=90),  # from the last day on which it was fetched
    Purpose.STOP_CHANGE: timedelta(days=30),  # it stops within eight; afterwards it tells what became of it
}

# A new link to the own page does not end the one she has: anybody may have asked for it.
FORMER_GOES_ON, OWN_PAGES_AT_ONCE = timedelta(days=7), 5
AT_MOST = timedelta(days=90)


@dataclass(frozen=True)
class OpenLink:
    """A live link as its request sees it; the token itself is not kept anywhere."""

    id: UUID
    purpose: Purpose
    volunteer_id: UUID | None  # none where the link is about somebody's login
    object_id: UUID | None


# The page that a link opens first, where one may be sent anew.
PAGES = {
    Purpose.OWN_PAGE: "coordinators:own_page",
    Purpose.AGREEMENT: "screening:sign",
    Purpose.PROPOSAL: "matching:answer",
    Purpose.DUTY: "foodclubs:duty",
    Purpose.COURSES: "courses:courses",
    Purpose.CONVERSATION: "screening:choose",
    Purpose.REFEREES: "screening:name_referee",
}


def hashed(token: str) -> str:
    """SHA-256 of a token in hex: what the database keeps and what the context carries."""
    return hashlib.sha256(token.encode()).hexdigest()


def issue_link(purpose: Purpose, volunteer, page: str, *, about=None, until: datetime | None = None) -> str:
    """Make a link for a volunteer and give its full address, the only time that the token is seen.

    One link lives per purpose, volunteer and object: a new one ends the former. But anybody who knows her address can
    ask for a new link to the own page, so there the former lives seven days beside it. `page` is the name of the URL,
    `about` the object that it answers. The database refuses a volunteer outside the actor's scope.
    """
    return _issue("app.issue_link", purpose, volunteer, page, about, until)


def issue_link_by_job(purpose: Purpose, volunteer, page: str, *, about=None, until: datetime | None = None) -> str:
    """The same from a job, which acts for nobody."""
    return _issue("app.put_link", purpose, volunteer, page, about, until)


def _issue(function: str, purpose: Purpose, volunteer, page: str, about, until: datetime | None) -> str:
    token = secrets.token_urlsafe(24)
    until = until or timezone.now() + LIFETIME[purpose]
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {function}(%s, %s, %s, %s, %s)",
            [purpose.value, volunteer.pk, about.pk if about else None, hashed(token), until],
        )
    return settings.SITE_URL + reverse(page, args=[token])


def renew_link_by_job(link, volunteer) -> str:
    """The address of a new link instead of one that has ended: for the same purpose and object, until the same day."""
    purpose, about = Purpose(link.purpose), link.object_id and SimpleNamespace(pk=link.object_id)
    return issue_link_by_job(purpose, volunteer, PAGES[purpose], about=about, until=link.expires_at)


def revoke_link(purpose: Purpose, volunteer, *, about=None) -> None:
    """End the live links of this purpose, volunteer and object, as when the question is settled."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.revoke_link(%s, %s, %s)", [purpose.value, volunteer.pk, about.pk if about else None])


def open_link(purposes) -> OpenLink | None:
    """The live link of the current context, if it is of one of these purposes; that it was used is noted once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, purpose, volunteer_id, object_id, was_used FROM app.link_in_use()")
        row = cursor.fetchone()
        if row is None or row[1] not in purposes:
            return None
        *link, was_used = row
        if not was_used:
            cursor.execute("SELECT app.link_is_used()")
    return OpenLink(link[0], Purpose(link[1]), *link[2:])


def links_in_hand(volunteer) -> list[UUID]:
    """Her live links that can be sent once more: neither a calendar's nor what a referee has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.links_in_hand(%s)", [volunteer.pk])
        return [pk for (pk,) in cursor.fetchall()]


def has_used_a_link(volunteer) -> bool:
    """Was a link opened that was sent to the address that she has now?"""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.has_used_a_link(%s)", [volunteer.pk])
        return cursor.fetchone()[0]
