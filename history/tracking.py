"""The history of a row: every change is kept by the database, as ids, states, dates and choices, never as text.

An app writes `@tracked()` above a model, and `kept_history("<table>")` in its `database/policies.py`, for the events'
table that the migration makes.
"""

from collections.abc import Callable
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models
from pghistory.models import Context, Event

Model = TypeVar("Model", bound=type[models.Model])
CERTAIN = (models.UUIDField, models.DateField, models.BooleanField)


def kept_fields(model: type[models.Model]) -> list[str]:
    """What an event may hold of a row: whom and what it points at, states and other choices, dates, yes and no.

    So a name, a text, an address or a list of interests can never get into a history, and erasing needs not rewrite it.
    """
    return [
        field.name
        for field in model._meta.local_fields
        if field.is_relation or (not field.primary_key and (field.choices or isinstance(field, CERTAIN)))
    ]


class RowEvent(Event):
    """One change of one row; who did it stands in `pgh_context`. Nobody changes it, and the app cannot make one."""

    pgh_id = models.BigAutoField(primary_key=True)
    pgh_context: Context | None

    class Meta:
        abstract = True


def tracked(*, quiet: tuple[str, ...] = ()) -> Callable:
    """Keep the history of a model. `quiet` names the columns that change by themselves: counters, last logins."""

    def track(model: Model) -> Model:
        # What the database derives changes with what it is derived from.
        loud = [one.name for one in model._meta.local_fields if one.name not in quiet and not one.generated]
        pghistory.track(
            pghistory.InsertEvent(),
            pghistory.UpdateEvent(condition=pgtrigger.AnyChange(*loud)),
            fields=[name for name in kept_fields(model) if name not in quiet],
            base_model=RowEvent,
            model_name=f"{model.__name__}Event",
            obj_field=pghistory.ObjForeignKey(related_name="+"),
            meta={"triggers": [pgtrigger.Protect(name="append_only", operation=pgtrigger.Update)]},
        )(model)
        return model

    return track


def events_of(model: type[models.Model]) -> type[RowEvent]:
    """The model of the events of a tracked model."""
    return model.pgh_event_model  # type: ignore[attr-defined]  # pghistory puts it there
