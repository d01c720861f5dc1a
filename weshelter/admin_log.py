"""The admin's own log: every login of the site can read it, so it names nobody."""

import json

from django.contrib.admin import ModelAdmin
from django.contrib.admin.models import ADDITION, CHANGE, DELETION, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model


class NeutralLog(ModelAdmin):
    """Django's own log of the admin says which row was changed and which fields, and names nobody."""

    def log_addition(self, request, obj, message) -> LogEntry:
        return _log(request, obj, ADDITION, message)

    def log_change(self, request, obj, message) -> LogEntry:
        return _log(request, obj, CHANGE, message)

    def log_deletions(self, request, queryset) -> list[LogEntry]:
        return [_log(request, obj, DELETION, []) for obj in queryset]

    def construct_change_message(self, request, form, formsets, add=False) -> list:
        """Without the rows of inlines, which would be named by their texts."""
        return super().construct_change_message(request, form, [], add)


def neutral_name(row: Model) -> str:
    """What a row is called in the log: by its key, unless it is nothing personal."""
    is_personal = getattr(row, "PERSONAL", True)
    return f"{row._meta.verbose_name} {row.pk}" if is_personal else str(row)[:200]


def _log(request, row: Model, action: int, message: list) -> LogEntry:
    return LogEntry.objects.create(
        user_id=request.user.pk,
        content_type_id=ContentType.objects.get_for_model(row).pk,
        object_id=row.pk,
        object_repr=neutral_name(row),
        action_flag=action,
        change_message=json.dumps(message),
    )
