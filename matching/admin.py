"""Matches as the secretariat may see them: state and dates, no names. And the weights, which are the secretariat's."""

from django.contrib import admin
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _

from matching.models import Match, WeightSet
from matching.suggesting.values import Weights


@admin.register(Match)
class MatchAdmin(admin.ModelAdmin):
    about = _("How far each match has come: state and dates, no names. The coordinators hold them.")
    date_hierarchy = "proposed_at"
    list_display = ["__str__", "project", "state", "proposed_at", "started_on"]
    list_select_related = ["project"]
    list_filter = ["state", "project"]
    readonly_fields = ["project", "state", "proposed_at", "started_on"]
    fields = ["project", "state", "proposed_at", "started_on"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(WeightSet)
class WeightSetAdmin(admin.ModelAdmin):
    """A change is a new version: what a round was made with stays readable."""

    about = _(
        "How much each factor counts when volunteers are suggested, explained in words. A change is a new version,"
        " and what a round was made with stays readable."
    )
    list_display = ["__str__", "made_at", "made_by"]
    fields = [*Weights._fields, "in_words"]
    readonly_fields = ["in_words"]

    @admin.display(description=_("In words"))
    def in_words(self, weights: WeightSet) -> str:
        return format_html_join("", "<div>{}</div>", ([sentence] for sentence in weights.in_words()))

    def get_fields(self, request, obj=None):
        return self.fields if obj else Weights._fields

    def get_changeform_initial_data(self, request) -> dict:
        """A new version begins with the numbers of the last."""
        return WeightSet.objects.in_force().values._asdict()

    def save_model(self, request, obj, form, change) -> None:
        obj.made_by = request.user
        super().save_model(request, obj, form, change)

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
