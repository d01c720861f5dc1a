"""The activity budgets, which the secretariat sets."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from friendships.models import Budget
from institutions.admin import FilledFilter, NoDelete


@admin.register(Budget)
class BudgetAdmin(NoDelete):
    about = _("What a project may spend in a year on what two friends do together. Nothing is noted beyond it.")
    list_display = ["project", "year", "kroner"]
    list_filter = [("project", FilledFilter)]
    list_select_related = ["project"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["project"] if obj else []

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A year is the next, this one, or one of the last."""
        if db_field.name != "year":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        this = timezone.localdate().year
        years = [(year, year) for year in (this, this + 1, *range(this - 1, this - 6, -1))]
        return forms.TypedChoiceField(label=capfirst(db_field.verbose_name), choices=years, coerce=int)
