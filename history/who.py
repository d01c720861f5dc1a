"""Who did it, and when: what the history says of a row, in words for the colleague who comes second."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.contrib.admin.models import LogEntry
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.links import Purpose
from history.tracking import RowEvent, events_of


@dataclass(frozen=True)
class Change:
    """One change of a row: who made it, in words; whether that is whoever asks; and when."""

    who: str
    is_own: bool
    at: datetime

    @property
    def when(self) -> str:
        """Today's as an hour, others with their day."""
        moment = timezone.localtime(self.at)
        if moment.date() == timezone.localdate():
            return _("today at %(hour)s") % {"hour": date_format(moment, "TIME_FORMAT")}
        return _("on %(day)s") % {"day": date_format(moment, "DATETIME_FORMAT")}


def last_change(row: models.Model) -> Change | None:
    """The newest change of a row that whoever acts may know of; none through a link."""
    if acting_user() is None:
        return None
    if not hasattr(row, "pgh_event_model"):
        return _by_the_admins_log(row)
    return _told(_events(row).order_by("-pgh_id").first())


def first_change(row: models.Model) -> Change | None:
    """How the row came to be."""
    if not hasattr(row, "pgh_event_model") or acting_user() is None:
        return None
    return _told(_events(row).order_by("pgh_id").first())


def same_before(rows: models.QuerySet, **said) -> Change | None:
    """How a row that says the same came to be; none where there is none, or what was sent names nothing."""
    try:
        row = rows.filter(**said).first()
    except (ValidationError, ValueError):
        return None
    return first_change(row) if row else None


def became(row: models.Model, name: str = "state") -> Change | None:
    """The change that made a field what it is now; none if it was so from the beginning."""
    if not hasattr(row, "pgh_event_model") or acting_user() is None:
        return None
    events, now = _events(row), row.serializable_value(name)
    other = events.exclude(**{name: now} if now is not None else {f"{name}__isnull": True}).order_by("-pgh_id").first()
    return _told(events.filter(pgh_id__gt=other.pgh_id).order_by("pgh_id").first()) if other else None


def changes_of(row: models.Model, name: str) -> list[tuple[RowEvent, Change | None]]:
    """Each time that a field became something else: what the row was then, and who did it; the newest first."""
    if acting_user() is None:
        return []
    events = list(_events(row).order_by("pgh_id"))
    changed = [event for former, event in pairwise(events) if getattr(former, name) != getattr(event, name)]
    return [(event, _told(event)) for event in reversed(changed)]


def by_whom(sentence: object, change: Change | None) -> str:
    """The sentence, and who did that and when, if one may know."""
    if change is None:
        return str(sentence)
    who = _("you yourself") if change.is_own else change.who
    return _("%(sentence)s That was %(who)s, %(when)s.") % {"sentence": sentence, "who": who, "when": change.when}


def _events(row: models.Model) -> models.QuerySet[RowEvent]:
    events: models.QuerySet = events_of(type(row))._default_manager.all()
    return events.filter(pgh_obj=row.pk).select_related("pgh_context")


def _told(event: RowEvent | None) -> Change | None:
    if event is None or event.pgh_context is None:
        return None
    who = event.pgh_context.metadata
    return Change(_in_words(who), who.get("user") == acting_user(), event.pgh_created_at)


def _in_words(who: dict) -> str:
    """A colleague by name; a volunteer, a referee and an applicant only as what they are; else the site itself."""
    if "user" in who:
        return str(get_user_model()._default_manager.filter(pk=who["user"]).first() or _("a former colleague"))
    if who.get("purpose") == Purpose.REFERENCE:
        return _("the referee")
    if who.get("purpose") == Purpose.STOP_CHANGE:
        return _("the one whom it is about")
    return _("the volunteer") if {"link", "new"} & set(who) else _("the site itself")


def _by_the_admins_log(row: models.Model) -> Change | None:
    """Houses, roles and courses have no history: who changed one in the administration stands in its log."""
    kind = ContentType.objects.get_for_model(row)
    entry = LogEntry.objects.filter(content_type=kind, object_id=row.pk).select_related("user").first()
    return Change(str(entry.user), str(entry.user_id) == acting_user(), entry.action_time) if entry else None


def acting_user() -> str | None:
    """The id of who acts, as the database knows it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.uid()::text")
        return cursor.fetchone()[0]
