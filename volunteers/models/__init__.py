"""Volunteers: from the application to ready, and what they are assigned to."""

from volunteers.models.agreements import Agreement, Signature
from volunteers.models.assignments import Assignment, Exemption, Requirement
from volunteers.models.attendances import Attendance
from volunteers.models.checks import RecordCheck
from volunteers.models.conversations import Appointment, Interview, SecondYes
from volunteers.models.declines import Decline
from volunteers.models.gatherings import Gathering, Module
from volunteers.models.interest import Interested
from volunteers.models.questions import Answer, RoleQuestion
from volunteers.models.references import Reference
from volunteers.models.roles import RoleProfile
from volunteers.models.shadowings import Shadowing
from volunteers.models.volunteer import Volunteer

__all__ = [
    "Agreement",
    "Answer",
    "Appointment",
    "Assignment",
    "Attendance",
    "Decline",
    "Exemption",
    "Gathering",
    "Interested",
    "Interview",
    "Module",
    "RecordCheck",
    "Reference",
    "Requirement",
    "RoleProfile",
    "RoleQuestion",
    "SecondYes",
    "Shadowing",
    "Signature",
    "Volunteer",
]
