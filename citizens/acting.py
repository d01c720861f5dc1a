"""Where one acts for a citizen: in his project, or at the house to which he belongs."""

from access.roles import houses_of, projects_of
from citizens.models import Citizen
from institutions.models import Institution, Project


def acting_place(citizen: Citizen, user) -> Project | Institution:
    """His project; for a lead the house that he is attached to today, wherever the project is."""
    if citizen.project_id in projects_of(user):
        return citizen.project
    attached = citizen.attachments.in_force().select_related("institution").filter(institution__in=houses_of(user))
    attachment = attached.first()
    return attachment.institution if attachment else citizen.project
