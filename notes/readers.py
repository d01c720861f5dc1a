"""Who has read about one citizen, as he may ask: who, when and what for, never what."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.translation import gettext_lazy as _

from citizens.models import Citizen
from notes.reading import PURPOSES

ROLES = {"secretariat": _("the secretariat"), "coordinator": _("coordinator"), "lead": _("lead at the house")}


@dataclass(frozen=True)
class Opening:
    """Something that was opened for a purpose."""

    at: datetime
    name: str
    role: str
    purpose: str


@dataclass
class Reader:
    """Somebody who saw pages about the citizen: how often, from when to when."""

    name: str
    role: str
    times: int
    first: datetime
    last: datetime


def readers_of(citizen: Citizen) -> tuple[list[Opening], list[Reader]]:
    """What was opened, each time by itself; and who saw pages, once each. Only for whoever knows the citizen."""
    openings: list[Opening] = []
    readers: dict[tuple[str, str], Reader] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT at, name, role, is_opening, purpose FROM app.readings_of(%s)", [citizen.pk])
        for at, name, role, is_opening, purpose in cursor.fetchall():
            if is_opening:
                openings.append(Opening(at, name, str(ROLES[role]), str(PURPOSES.get(purpose, ""))))
                continue
            reader = readers.setdefault((name, role), Reader(name, str(ROLES[role]), 0, at, at))
            reader.times, reader.last = reader.times + 1, at
    return openings, list(readers.values())
