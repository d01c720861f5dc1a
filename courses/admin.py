"""Courses and meetings, as the secretariat plans them."""

from django import forms
from django.contrib import admin, messages
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses import telling
from courses.forms import places_enough
from courses.models import Gathering, Module
from courses.models.gatherings import all_modules
from courses.views.changing import sentence_about
from history.moves import NotPossible
from institutions.admin import FilledFilter, NoDelete


class GatheringForm(forms.ModelForm):
    """A course or meeting as the secretariat writes it down."""

    modules = forms.MultipleChoiceField(
        label=_("Modules"),
        choices=Module,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=all_modules,
        help_text=_("Of an introduction course: what this session goes through. A course may have several sessions."),
    )

    def clean_places(self) -> int:
        return places_enough(self)


@admin.register(Gathering)
class GatheringAdmin(NoDelete):
    about = _(
        "Introduction courses and meetings: when, where and for how many. Who comes is ticked on the course's page."
    )
    form = GatheringForm
    list_display = ["title", "kind", "starts_at", "place", "state", "taken", "places"]
    list_filter = ["kind", "state", ("institution", FilledFilter)]
    actions = ["call_off"]
    date_hierarchy = "starts_at"

    def view_on_site(self, gathering: Gathering) -> str:
        return reverse("courses:gathering", args=[gathering.pk])

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["state", "taken"] if obj else []

    def has_change_permission(self, request, obj=None) -> bool:
        """What is called off stays as it is."""
        return super().has_change_permission(request, obj) and not (obj and obj.is_called_off)

    def save_model(self, request, obj, form, change) -> None:
        """Made it is saved; changed it goes the one way that tells everybody who was told of it."""
        if not change:
            obj.save()
            return
        said = {name: form.cleaned_data[name] for name in form.changed_data}
        told = telling.change(obj, by=request.user, **said)
        if told:
            self.message_user(request, sentence_about(told))

    @admin.action(description=_("Call off, and tell everybody who was told"))
    def call_off(self, request, gatherings) -> None:
        for gathering in gatherings:
            try:
                told = telling.call_off(gathering, by=request.user)
            except NotPossible as error:
                self.message_user(request, f"{gathering}: {error}", messages.ERROR)
            else:
                self.message_user(request, f"{gathering}: {sentence_about(told)}")
