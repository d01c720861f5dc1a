"""Citizens and volunteers of one's own scope as values: loaded fresh, through `visible_to`, never cached."""

from collections.abc import Iterable
from datetime import date

from django.db import connection
from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from citizens.models import Citizen, Wishes
from institutions.vocabulary import Interest, Language, Slot
from matching.suggestions import Ranking, rank
from matching.values import NONE, Candidate, Weights, Wish
from volunteers.models import Volunteer

# Which column fills which field. A list of codes becomes a set by itself; what is not here keeps its neutral value.
WISH = {
    "project": "project_id",
    "interests": "interests",
    "languages": "languages",
    "slots": "slots",
    "area": "project__institution__postcode",
}
# A key as text: two thousand UUID objects would cost more than the rows.
VOLUNTEER = (Cast("pk", TextField()), "name", "capacity", "state")
CANDIDATE = {
    "projects": "at_projects",
    "area": "postcode",
    "interests": "interests",
    "languages": "languages",
    "slots": "slots",
}


def suggestions_for(citizen: Citizen, user, weights: Weights) -> Ranking:
    """The volunteers for the citizen's project whom the user may see, the best ten with reasons."""
    wish = next(iter(wishes_of(user, Citizen.objects.filter(pk=citizen.pk))), Wish(project=citizen.project_id))
    candidates = candidates_of(user, [citizen.project_id])
    return rank(wish, candidates, spoken_names(), weights)


def wishes_of(user, citizens: QuerySet[Citizen]) -> list[Wish]:
    """What some citizens ask for, the longest waiting first."""
    said = Wishes.objects.visible_to(user).filter(citizen__in=citizens).order_by("citizen__registered_at", "citizen")
    today = timezone.localdate()
    return [
        Wish(id=str(pk), months=months_between(since.date(), today), **fields)
        for (pk, since), fields in rows(said, ("citizen_id", "citizen__registered_at"), WISH)
    ]


def candidates_of(user, projects: Iterable[int]) -> list[Candidate]:
    """Those assigned to the projects, who applied first first; room is counted over all projects."""
    found = list(rows(Volunteer.objects.visible_to(user).for_matching(projects), VOLUNTEER, CANDIDATE))
    known = [pk for (pk, *_others), _fields in found]
    (taken, lacking), kept = as_the_gate_asks(known), kept_from(known)
    return [
        Candidate(
            id=pk,
            first_name=name.split(" ")[0],
            room=capacity - taken.get(pk, 0),
            ready=state == Volunteer.State.READY and pk not in lacking,
            kept_from=kept.get(pk, frozenset()),
            **fields,
        )
        for (pk, name, capacity, state), fields in found
    ]


def rows(people: QuerySet, keys: tuple, columns: dict[str, str]):
    """Of each row the keys, and the fields that the columns fill; equal lists of codes become one and the same set."""
    sets: dict[tuple, frozenset] = {(): NONE}

    def value(one):
        return sets.setdefault(tuple(one), frozenset(one)) if isinstance(one, list) else one

    for row in people.values_list(*keys, *columns.values()):
        values = map(value, row[len(keys) :])
        yield row[: len(keys)], dict(zip(columns, values, strict=True))


def months_between(since: date, today: date) -> int:
    """Whole months."""
    return max(0, (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day))


def spoken_names() -> dict[str, str]:
    """Every code of the vocabulary with the name that is said aloud."""
    names = {interest.code: str(interest) for interest in Interest.objects.all()}
    return names | {code: str(name) for code, name in [*Language.choices, *Slot.choices]}


def as_the_gate_asks(volunteers: list[str]) -> tuple[dict[str, int], set[str]]:
    """How many open matches each has anywhere, and who lacks a requirement today: a scope would see only its own."""
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH these AS MATERIALIZED (SELECT %s::uuid[] AS ids)"
            " SELECT volunteer_id::text, matches FROM these, app.open_matches_seen(these.ids)"
            " UNION ALL SELECT volunteer_id::text, NULL FROM these, app.requirements_seen(these.ids) WHERE NOT met",
            [volunteers],
        )
        answers = cursor.fetchall()
    taken = {volunteer: matches for volunteer, matches in answers if matches is not None}
    return taken, {volunteer for volunteer, matches in answers if matches is None}


def kept_from(volunteers: list[str]) -> dict[str, frozenset[int]]:
    """The projects from which something keeps each that her assignment there asks, as the gate will ask it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT volunteer_id::text, array_agg(project_id) FROM app.assignment_requirements_seen(%s::uuid[])"
            " WHERE NOT met AND exempt_until IS NULL GROUP BY 1",
            [volunteers],
        )
        return {volunteer: frozenset(projects) for volunteer, projects in cursor.fetchall()}
