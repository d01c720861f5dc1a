"""A friendship from the first meeting to the farewell: how it goes, its rests and its ending."""

from friendships.models.activity import Activity
from friendships.models.agreement import PairAgreement
from friendships.models.asked import Asked
from friendships.models.budget import Budget
from friendships.models.check_in import CheckIn, CheckInAnswer
from friendships.models.closure import Closure
from friendships.models.contact import Contact
from friendships.models.journal_notice import JournalNotice
from friendships.models.milestone import Milestone
from friendships.models.outing import Outing
from friendships.models.pause import Pause
from friendships.models.planned_rest import PlannedRest
from friendships.models.relocation import Relocation
from friendships.models.stand_in import StandIn

__all__ = [
    "Activity",
    "Asked",
    "Budget",
    "CheckIn",
    "CheckInAnswer",
    "Closure",
    "Contact",
    "JournalNotice",
    "Milestone",
    "Outing",
    "PairAgreement",
    "Pause",
    "PlannedRest",
    "Relocation",
    "StandIn",
]
