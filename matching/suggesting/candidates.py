"""Citizens and volunteers of one's own scope as values: loaded fresh, through `visible_to`, never cached."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import repeat
from typing import Any, NamedTuple

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db import connection
from django.db.models import OuterRef, QuerySet, Subquery, TextField, Value
from django.db.models.expressions import CombinedExpression
from django.db.models.functions import Cast, Coalesce, NullIf
from django.utils import timezone

from citizens.models import Citizen, Home, Wishes
from citizens.models.wishes import ages_wished
from institutions.vocabulary import Gender, Interest, Language, Limit, Need, Slot
from matching.models import Match, NotThisOne
from matching.suggesting.ranking import EVERYBODY, Look, Ranking, rank
from matching.suggesting.values import NONE, Candidate, Names, Weights, Wish
from volunteers.models import Volunteer
from volunteers.readiness import Exempt, exempt_from

# Which column fills which field. A list of codes becomes a set by itself; what is not here keeps its neutral value.
WISH = {
    "project": "project_id",
    "wishes": "together",
    "interests": "interests",
    "needs": "needs",
    "languages": "languages",
    "slots": "slots",
    "has": "around",
    "cannot": "limits",
    "never": "never",
    "area": "at",
}
CITIZEN = ("citizen_id", "waits_since", "friend_gender", "age_group", "friend_age")
# A key as text: two thousand UUID objects would cost more than the rows.
VOLUNTEER = (Cast("pk", TextField()), "name", "capacity", "state")
VOCABULARY = (Language, Slot, Need, Gender, Limit)  # in the order of `Names`
CANDIDATE = {
    "projects": "at_projects",
    "area": "postcode",
    "interests": "interests",
    "languages": "languages",
    "slots": "slots",
    "gender": "gender",
    "age": "age_group",
    "experience": "experience",
    "has": "around",
    "cannot": "limits",
}


def suggestions_for(citizen: Citizen, user, weights: Weights, look: Look = EVERYBODY) -> Ranking:
    """The volunteers for the citizen's project whom the user may see, ten of them with reasons."""
    wish = next(iter(wishes_of(user, Citizen.objects.filter(pk=citizen.pk))), Wish(project=citizen.project_id))
    candidates = candidates_of(user, [citizen.project_id])
    return rank(wish, candidates, spoken_names(), weights, look)


def wishes_of(user, citizens: QuerySet[Citizen]) -> list[Wish]:
    """What some citizens ask for, the longest waiting first."""
    where = Coalesce(NullIf("area", Value("")), where_he_lives(user), "project__institution__postcode")
    said = Wishes.objects.visible_to(user).filter(citizen__in=citizens).annotate(at=where, never=never_again(user))
    said = said.order_by("waits_since", "citizen")
    keys, since, gender, own_age, friends_age, *fields = columns(said, (*CITIZEN, *WISH.values()))
    today = timezone.localdate()
    of_each: dict[str, Sequence[Any]] = {
        "id": list(map(str, keys)),
        "months": [months_between(moment.date(), today) if moment else 0 for moment in since],
        "genders": [frozenset({one}) if one else NONE for one in gender],
        "ages": list(map(ages_wished, own_age, friends_age)),
    }
    return values(Wish, dict(zip(WISH, fields, strict=True)) | of_each)


def where_he_lives(user) -> Subquery:
    """Of a citizen's wishes, the postcode of the house where he lives today; of an own home none is known."""
    homes = Home.objects.in_force().visible_to(user).filter(citizen=OuterRef("citizen"))
    return Subquery(homes.values(postcode=Coalesce("institution__postcode", Value("")))[:1])


def never_again(user) -> CombinedExpression:
    """Of a citizen's wishes, the volunteers not suggested: those put aside, those with whom it ended or was a no."""
    put_aside = NotThisOne.objects.visible_to(user)
    former = Match.objects.visible_to(user).never_again()
    keys = [
        ArraySubquery(of.order_by().filter(citizen=OuterRef("citizen")).values_list(Cast("volunteer", TextField())))
        for of in (put_aside, former)
    ]
    return CombinedExpression(keys[0], "||", keys[1], output_field=ArrayField(TextField()))


def candidates_of(user, projects: Iterable[int]) -> list[Candidate]:
    """Those assigned to the projects, who applied first first; room is counted over all projects."""
    found = Volunteer.objects.visible_to(user).for_matching(projects)
    keys, names, capacity, states, *fields = columns(found, (*VOLUNTEER, *CANDIDATE.values()))
    gate = as_the_gate_asks(list(keys))
    trained = [state == Volunteer.State.READY for state in states]
    of_each = {
        "id": keys,
        "first_name": [name.split(" ")[0] for name in names],
        "room": [room - gate.taken.get(key, 0) for key, room in zip(keys, capacity, strict=True)],
        "ready": [ready and key not in gate.lacking for key, ready in zip(keys, trained, strict=True)],
        "kept_from": [frozenset(gate.kept[key]) if key in gate.kept else NONE for key in keys],
        "exempted": [gate.exempted.get(key, ()) for key in keys],
    }
    return values(Candidate, dict(zip(CANDIDATE, fields, strict=True)) | of_each)


def ready_with_room(user, project: int) -> list[str]:
    """The keys of those whom the gate would let have one friend more at the project."""
    return [one.id for one in candidates_of(user, [project]) if one.ready and one.room > 0]


def columns(people: QuerySet, names: tuple) -> list[Sequence[Any]]:
    """What each column says of each of them; equal lists of codes become one and the same set."""
    sets: dict[tuple, frozenset] = {}

    def as_set(codes: list) -> frozenset:
        key = tuple(codes)
        return sets[key] if key in sets else sets.setdefault(key, frozenset(codes))

    turned = list(zip(*people.values_list(*names), strict=True)) or [()] * len(names)
    return [list(map(as_set, one)) if one and isinstance(one[0], list) else one for one in turned]


def values(kind: type[Wish] | type[Candidate], fields: dict[str, Sequence[Any]]) -> list[Any]:
    """One value for each person, made column by column; a field that is not given keeps its neutral value."""
    neutral = kind._field_defaults
    given = [fields[name] if name in fields else repeat(neutral[name]) for name in kind._fields]
    return list(map(kind._make, zip(*given, strict=False)))


def months_between(since: date, today: date) -> int:
    """Whole months."""
    return max(0, (today.year - since.year) * 12 + today.month - since.month - (today.day < since.day))


def spoken_names() -> Names:
    """Every code of the vocabulary with the name that is said aloud."""
    interests = {interest.code: str(interest) for interest in Interest.objects.all()}
    return Names(interests, *({code: str(name) for code, name in one.choices} for one in VOCABULARY))


class Gate(NamedTuple):
    """What the gate will ask of each volunteer today, beyond the rows of one's own scope."""

    taken: dict[str, int]  # places, anywhere
    lacking: set[str]  # conversation, agreement or course
    kept: dict[str, set[int]]  # projects whose role asks for something that is missing
    exempted: dict[str, tuple[Exempt, ...]]  # from what, and until when, for those who screen them


def as_the_gate_asks(volunteers: list[str]) -> Gate:
    """Asked of the database in one go, where the gate asks the same rows: a scope would see only its own."""
    gate, exemptions = Gate({}, set(), defaultdict(set), {}), []
    with connection.cursor() as cursor:
        cursor.execute(
            "WITH these AS MATERIALIZED (SELECT %s::uuid[] AS ids)"
            " SELECT volunteer_id::text, places, NULL::bigint, NULL, NULL::date"
            " FROM these, app.places_taken_seen(these.ids)"
            " UNION ALL SELECT volunteer_id::text, NULL, NULL, NULL, NULL"
            " FROM these, app.requirements_seen(these.ids) WHERE NOT met"
            " UNION ALL SELECT volunteer_id::text, NULL, project_id, code, exempt_until"
            " FROM these, app.assignment_requirements_seen(these.ids) WHERE NOT met OR exempt_until IS NOT NULL",
            [volunteers],
        )
        for volunteer, places, project, code, exempt_until in cursor.fetchall():
            if places is not None:
                gate.taken[volunteer] = places
            elif project is None:
                gate.lacking.add(volunteer)
            elif exempt_until:
                exemptions.append((volunteer, code, exempt_until))
            else:
                gate.kept[volunteer].add(project)
    return gate._replace(exempted=exempt_from(exemptions))
