"""Courses and meetings, and who comes."""

from courses.models.attendances import Attendance
from courses.models.gatherings import Gathering, Module

__all__ = ["Attendance", "Gathering", "Module"]
