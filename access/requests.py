"""What a request carries when it reaches a view: Django makes it, and the site's middleware adds these.

They are types alone, so a request that was refused early has not got all of them.
"""

from uuid import UUID

from django.http import HttpRequest

from access.links import OpenLink

# Under which name the session keeps the key of the row that a public form has made, for whoever comes back to it.
JUST_MADE = "just_made"


class SiteRequest(HttpRequest):
    """Any request of the site."""

    id: UUID  # its name in the log and in the trail
    failures: dict[type, BaseException]  # one of each class, to be counted once the answer is there
    has_failed: bool  # its transaction ends in a roll-back
    has_context: bool  # the database knows who is signed in
    has_signed_out: bool
    is_anonymous_page: bool  # whoever is signed in does not act here
    known_address: str  # of whoever has just come in with both factors


class NewRequest(SiteRequest):
    """By a public form: it may make one row, under this key, or comes back to the one that the session has made."""

    new_id: UUID


class LinkRequest(SiteRequest):
    """By a volunteer's link, which is live and of a purpose that the view names."""

    link: OpenLink
    token: str
