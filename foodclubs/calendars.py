"""A task at a food-club evening for the volunteer's own calendar."""

from datetime import timedelta

from foodclubs.models import Duty, Evening
from pages.calendars import Date

AN_EVENING = timedelta(hours=3)


def date_of(duty: Duty) -> Date:
    """Given back or called off, it says so; moved, it counts more."""
    evening = duty.evening
    return Date(
        duty.pk,
        f"{evening.food_club}: {duty.task}",
        evening.starts_at,
        evening.starts_at + AN_EVENING,
        evening.where,
        duty.state == Duty.State.CANCELLED or evening.state == Evening.State.CANCELLED,
        duty.changes + evening.changes,
    )
