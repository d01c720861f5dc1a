"""What a project may spend in a year on what two friends do together."""

from uuid import uuid4

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.roles import houses_of, projects_of
from history.tracking import tracked
from institutions.models import Project


class BudgetQuerySet(models.QuerySet):
    def visible_to(self, user) -> "BudgetQuerySet":
        """Those of the projects one coordinates or whose house one leads; all for the secretariat."""
        if user.is_secretariat:
            return self
        here = models.Q(project__in=projects_of(user)) | models.Q(project__institution__in=houses_of(user))
        return self.filter(here)

    def of_year(self, year: int) -> "BudgetQuerySet":
        """Each with its project, in the same query."""
        return self.filter(year=year).select_related("project").order_by("project__institution__name", "project__name")


@tracked()
class Budget(models.Model):
    """A small amount for a year: the secretariat sets it, and nothing is noted beyond it."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    project = models.ForeignKey(Project, models.PROTECT, related_name="budgets", verbose_name=_("project"))
    year = models.PositiveSmallIntegerField(_("year"))
    kroner = models.PositiveIntegerField(_("amount in kroner"), validators=[MaxValueValidator(1_000_000)])

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = _("activity budget")
        verbose_name_plural = _("activity budgets")
        ordering = ["-year", "project__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "year"],
                name="one_budget_a_year",
                violation_error_message=_("The project has a budget for this year. Change that one."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}: {self.kroner} kr."
