"""Of a citizen the secretariat knows number and house, nothing else; nothing is changed here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from citizens.models import Citizen


@admin.register(Citizen)
class CitizenAdmin(admin.ModelAdmin):
    about = _("Number and house, to find a coordinator. Names and wishes stand with the coordinators alone.")
    list_display = ["number", "house", "registered_at"]
    list_filter = ["project"]
    readonly_fields = ["number", "house", "registered_at"]
    fields = ["number", "house", "registered_at"]
    ordering = ["number"]
    date_hierarchy = "registered_at"

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("project__institution")

    @admin.display(description=_("house"))
    def house(self, citizen: Citizen) -> str:
        return citizen.project.institution.name

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
