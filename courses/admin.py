"""Courses and meetings, as the secretariat plans them."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses.models import Gathering, Module
from courses.models.gatherings import all_modules
from institutions.admin import FilledFilter, NoDelete


class GatheringForm(forms.ModelForm):
    """How many places are taken is counted by the database, so a change of places looks at it here."""

    modules = forms.MultipleChoiceField(
        label=_("Modules"),
        choices=Module,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=all_modules,
        help_text=_("Of an introduction course: what this session goes through. A course may have several sessions."),
    )

    def clean_places(self) -> int:
        places = self.cleaned_data["places"]
        if places < self.instance.taken:
            raise forms.ValidationError(
                _("%(taken)s places are taken already.") % {"taken": self.instance.taken}, code="taken"
            )
        return places


@admin.register(Gathering)
class GatheringAdmin(NoDelete):
    about = _(
        "Introduction courses and meetings: when, where and for how many. Who comes is ticked on the course's page."
    )
    form = GatheringForm
    list_display = ["title", "kind", "starts_at", "place", "taken", "places"]
    list_filter = ["kind", ("institution", FilledFilter)]
    date_hierarchy = "starts_at"

    def view_on_site(self, gathering: Gathering) -> str:
        return reverse("courses:gathering", args=[gathering.pk])

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["taken"] if obj else []

    def save_model(self, request, obj, form, change) -> None:
        """Write only what was changed: `taken` is the database's, and the site may not touch it."""
        obj.save(update_fields=form.changed_data if change else None)
