"""Volunteers: from the application to ready, and what they are assigned to."""

from volunteers.models.gatherings import Attendance, Gathering, Module
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
