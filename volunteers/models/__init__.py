"""Volunteers: from the application to ready, and what they are assigned to."""

from volunteers.models.assignments import Assignment, Exemption, Requirement
from volunteers.models.interest import Interested
from volunteers.models.questions import Answer, RoleQuestion
from volunteers.models.roles import RoleProfile
from volunteers.models.support import Support
from volunteers.models.volunteer import Volunteer

__all__ = [
    "Answer",
    "Assignment",
    "Exemption",
    "Interested",
    "Requirement",
    "RoleProfile",
    "RoleQuestion",
    "Support",
    "Volunteer",
]
