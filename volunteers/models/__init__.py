"""Volunteers: from the application to ready, and what they are assigned to."""

from volunteers.models.attendances import Attendance
from volunteers.models.gatherings import Gathering, Module
from volunteers.models.roles import Agreement, Assignment, Interview, RoleProfile, Signature
from volunteers.models.volunteer import Volunteer

__all__ = [
    "Agreement",
    "Assignment",
    "Attendance",
    "Gathering",
    "Interview",
    "Module",
    "RoleProfile",
    "Signature",
    "Volunteer",
]
