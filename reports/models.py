"""Figures: what was counted, per house and month. Numbers only; pages read these and never count live rows."""

from datetime import date
from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from access.roles import memberships_of
from institutions.models import Institution, Project


class FigureQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FigureQuerySet":
        """The secretariat sees all, a coordinator the houses of her projects, a lead the own house."""
        if user.is_secretariat:
            return self
        held = memberships_of(user)
        projects = Project.objects.filter(pk__in=[m.project_id for m in held if m.project_id])
        return self.filter(
            Q(institution__in=[m.institution_id for m in held if m.institution_id])
            | Q(institution__in=projects.values("institution"))
        )

    def years(self) -> list[int]:
        """The years that something was counted in, newest first."""
        return [day.year for day in self.dates("month", "year", order="DESC")]

    def houses(self) -> models.QuerySet[Institution]:
        """The houses that something was counted for."""
        return Institution.objects.filter(pk__in=self.values("institution"))

    def of_year(self, year: int) -> "FigureQuerySet":
        return self.filter(month__year=year).select_related("institution")

    def last_counted_on(self) -> date | None:
        """The day of the newest count."""
        return self.aggregate(newest=models.Max("counted_on"))["newest"]


class Figure(models.Model):
    """One number: an indicator in one version, for one house and month. Only the daily job writes it."""

    PERSONAL: dict = {}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    month = models.DateField(_("month"))
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="figures", verbose_name=_("house"))
    indicator = models.SlugField(_("indicator"), max_length=30, db_index=False)
    version = models.PositiveSmallIntegerField(_("version"))
    value = models.PositiveIntegerField(_("number"))
    counted_on = models.DateField(_("counted on"))

    objects = FigureQuerySet.as_manager()

    class Meta:
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        constraints = [
            models.UniqueConstraint(
                fields=["month", "institution", "indicator", "version"], name="one_figure_per_house_and_month"
            ),
            models.CheckConstraint(name="a_figures_month_is_its_first_day", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.month:%Y-%m}"
