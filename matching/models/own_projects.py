"""Rows that are the coordinators' alone."""

from typing import Self

from django.db import models

from access.roles import projects_of


class OwnProjectsQuerySet(models.QuerySet):
    """What is the coordinators' alone."""

    def visible_to(self, user) -> Self:
        """The project's coordinators; neither the lead nor the secretariat."""
        return self.filter(project__in=projects_of(user))

    def of(self, match) -> Self:
        """What was written of one pair."""
        return self.filter(match=match)

    def about(self, citizen) -> Self:
        """Of one citizen, each with the volunteer, in the same query."""
        return self.filter(citizen=citizen).select_related("volunteer")
