"""The way to ready: conversations, references, checks, the agreement, and being along first; or a no."""

from screening.models.agreements import Agreement, Signature
from screening.models.appointments import Appointment
from screening.models.checks import RecordCheck
from screening.models.conversations import Interview, SecondYes
from screening.models.declines import Decline
from screening.models.references import Reference
from screening.models.shadowings import Shadowing

# What is written down about one volunteer; of one act, the later come after.
RECORDS = (Appointment, Interview, SecondYes, Reference, RecordCheck, Shadowing, Signature)

__all__ = [
    "RECORDS",
    "Agreement",
    "Appointment",
    "Decline",
    "Interview",
    "RecordCheck",
    "Reference",
    "SecondYes",
    "Shadowing",
    "Signature",
]
