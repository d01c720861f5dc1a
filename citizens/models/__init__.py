"""The citizen: what he wishes, what he consents to, and what a friend may know. No diagnosis, no CPR number."""

from citizens.models.attachments import Attachment, ChildQuerySet, attached_citizens
from citizens.models.citizen import Citizen, just_registered, register
from citizens.models.consents import Consent
from citizens.models.disclosures import Disclosure
from citizens.models.homes import Home
from citizens.models.known_as import KnownAs
from citizens.models.spoken import Spoken
from citizens.models.wishes import Wishes

__all__ = [
    "Attachment",
    "ChildQuerySet",
    "Citizen",
    "Consent",
    "Disclosure",
    "Home",
    "KnownAs",
    "Spoken",
    "Wishes",
    "attached_citizens",
    "just_registered",
    "register",
]
