"""Matches as the secretariat may see them: state and dates, no names."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from matching.models import Match


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
