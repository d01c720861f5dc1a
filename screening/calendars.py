"""The conversation for one's own calendar."""

from typing import Any

from django.utils.translation import gettext as _

from pages.calendars import Date
from screening.models import Appointment
from screening.models.appointments import LASTS


def date_of(appointment: Appointment) -> Date:
    """Of one with a time: the same date in every calendar, until others are offered in its place."""
    begins: Any = appointment.chosen
    called_off = appointment.is_called_off
    return Date(
        appointment.pk,
        _("A talk at WeShelter"),
        begins,
        begins + LASTS,
        appointment.place,
        called_off,
        appointment.changes + called_off,
    )
