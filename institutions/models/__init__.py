"""Houses, the projects at them, who holds which, and what was agreed; with the shared vocabulary."""

from institutions.models.absences import Absence
from institutions.models.alignments import Alignment
from institutions.models.house_card import HouseCard
from institutions.models.houses import Institution
from institutions.models.projects import Membership, Project
from institutions.vocabulary import Interest, Language, Slot

__all__ = [
    "Absence",
    "Alignment",
    "HouseCard",
    "Institution",
    "Interest",
    "Language",
    "Membership",
    "Project",
    "Slot",
]
