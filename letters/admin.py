"""What was sent, to whom and when; never the text."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from letters.models import Message


@admin.register(Message)
class MessageAdmin(admin.ModelAdmin):
    about = _("What was sent, to whom and when; the text is kept nowhere. A letter without “sent” is still waiting.")
    date_hierarchy = "made_at"
    list_display = ["kind", "address", "made_at", "sent_at"]
    list_filter = ["kind"]
    readonly_fields = ["kind", "address", "made_at", "sent_at"]
    fields = ["kind", "address", "made_at", "sent_at"]

    def has_add_permission(self, request) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False
