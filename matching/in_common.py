"""Why it may be the two of them, as whoever is asked may hear it: what both have ticked, and nothing else."""

from dataclasses import dataclass

from django.db import connection

from institutions.vocabulary import Slot
from matching.models import Origin
from matching.suggesting.candidates import spoken_names
from matching.suggesting.sentences import spoken


@dataclass(frozen=True)
class InCommon:
    """Interests and times, each as a spoken list; empty where there are none, or where they may not be told."""

    interests: str = ""
    times: str = ""

    def __bool__(self) -> bool:
        return bool(self.interests or self.times)


def in_common(match) -> InCommon:
    """As the database answers whoever acts: after the words that were read aloud. Two friends of before know it."""
    if match.origin == Origin.RUNNING:
        return InCommon()
    with connection.cursor() as cursor:
        cursor.execute("SELECT interests, slots FROM app.in_common(%s)", [match.pk])
        interests, slots = cursor.fetchone()
    if not interests and not slots:
        return InCommon()
    names, in_order = spoken_names(), [slot for slot in Slot.values if slot in (slots or [])]
    return InCommon(spoken(interests or [], names.interests), spoken(in_order, names.slots))


def coordinators_of(match) -> list[str]:
    """Whom she may ask: the names, which the database gives to her own links alone."""
    house = match.project.institution_id
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM app.whom_to_call() WHERE institution_id = %s AND role = 'coordinator' ORDER BY name",
            [house],
        )
        return [name for (name,) in cursor.fetchall()]
