"""All rows of our tables as text, without ids, keys and tokens, dates told from today: two fills can be compared."""

import re
from datetime import date, datetime
from uuid import UUID

from django.apps import apps
from django.db.models import Field, Model
from django.utils import timezone

from weshelter.tests.code import OUR_APPS

# Differ from one filling to the next though nothing has changed: sequences, salts, keys, tokens and what is sealed.
CHANCE = {
    "lies_at",
    "number",
    "project_ids",
    "password",
    "token_hash",
    "prev",
    "hash",
    "wrapped",
    "ciphertext",
    "key_hash",
}
CHANCE |= {"lies_at", "pgh_id", "seq", "task_id", "object_id", "project_id", "last_login"}
ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
TOKEN = re.compile(r"/[\w-]{32}/")


def rows() -> dict[str, list[str]]:
    """For each model its rows, each with its own values and those of the rows it points at, in order."""
    models = [model for model in apps.get_models() if model._meta.app_label in OUR_APPS]
    own = {model: {row.pk: _values(row) for row in model._base_manager.all()} for model in models}
    return {
        model._meta.label: sorted(
            repr((own[model][row.pk], _pointed_at(row, own))) for row in model._base_manager.all()
        )
        for model in models
    }


def _values(row: Model) -> list[tuple[str, str]]:
    fields = [field for field in row._meta.local_fields if not field.is_relation and not _is_chance(field)]
    return [(field.name, _told(getattr(row, field.attname))) for field in fields]


def _pointed_at(row: Model, own: dict) -> list[tuple[str, object]]:
    fields = [field for field in row._meta.local_fields if field.is_relation and field.related_model in own]
    return [(field.name, own[field.related_model].get(getattr(row, field.attname))) for field in fields]


def _is_chance(field: Field) -> bool:
    return field.name in CHANCE or (field.primary_key and field.name in ("id", "pk"))


def _told(value) -> str:
    """A date as days from today; an id or a link's token is only said to be there."""
    if isinstance(value, datetime):
        value = timezone.localdate(value)
    if isinstance(value, date):
        return f"{(value - timezone.localdate()).days:+d} days"
    return "an id" if isinstance(value, UUID) else ID.sub("an id", TOKEN.sub("/a token/", str(value)))
