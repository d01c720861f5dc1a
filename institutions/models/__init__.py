"""Houses, the projects at them, who holds which, and what was agreed; with the shared vocabulary."""

from institutions.models.alignments import Alignment
from institutions.models.house_card import HouseCard
from institutions.models.projects import Institution, Membership, Project
from institutions.vocabulary import Interest, Language, Slot

__all__ = [
    "Alignment",
    "HouseCard",
    "Institution",
    "Interest",
    "Language",
    "Membership",
    "Project",
    "Slot",
]
