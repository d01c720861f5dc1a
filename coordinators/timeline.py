"""What happened to a citizen, a pair or a volunteer, in sentences; everybody sees of it what he may."""

import json
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.models import Case, Exists, F, OuterRef, Q, TextField, Value, When, Window
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Lag
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from accounts.models import User
from citizens.models import Attachment, Citizen, Consent, Disclosure, Home, KnownAs, Spoken, Wishes
from coordinators.timeline_sentences import TOLD_AS
from courses.models import Attendance
from foodclubs.models import Duty
from friendships.models import Closure, JournalNotice, Milestone, PairAgreement, Pause, Relocation, StandIn
from history.tracking import events_of
from matching.models import FirstMeeting, Match
from notes.models import Acknowledgement, Confidence, Guidance
from screening.models import RECORDS
from volunteers.models import Assignment, Exemption, Volunteer

SHOWN = 20
ALL = 500
# Several rows of one act are told once, so more rows are read than lines are shown.
ROWS_PER_LINE = 5
# Stands in a statement for whom it is about.
WHOM = UUID(int=0)

# What an event tells: its state, or what its dates say; "" is told by another event of the same act.
YES = Q(volunteer_yes_at__isnull=False)
HEARD = Q(citizen_yes_at__isnull=False)
ENDED = {
    "assignment": "until_on",
    "consent": "withdrawn_at",
    "confidence": "withdrawn_at",
}
TALKS: models.QuerySet[Any] = events_of(Spoken).objects.all()
# The wish that changes with what is said in a talk is told by that talk.
BY_A_TALK = Exists(TALKS.filter(citizen=OuterRef("citizen"), pgh_context=OuterRef("pgh_context")))
MOVES: models.QuerySet[Any] = events_of(Relocation).objects.all()
# What begins and ends with a relocation is told by it.
BY_A_MOVE = Exists(MOVES.filter(citizen=OuterRef("citizen"), pgh_context=OuterRef("pgh_context")))
TOLD: dict[str, Combinable] = {
    # The first house is told by the registration, where nobody heard a yes of its own.
    "attachment": Case(
        When(Q(heard_by=None, pgh_label="insert") | BY_A_MOVE, then=Value("")),
        When(pgh_label="insert", then=Value("begun")),
        When(until_on__isnull=True, then=Value("put_right")),
        default=Value("ended"),
    ),
    "home": Case(
        When(BY_A_MOVE, then=Value("")),
        When(pgh_label="insert", then=Value("begun")),
        When(until_on__isnull=True, then=Value("put_right")),
        default=Value(""),
    ),
    "journalnotice": Case(
        When(pgh_label="insert", then=Value("said")),
        When(struck_on__isnull=False, then=Value("struck")),
        When(ended_on__isnull=False, then=Value("ended")),
        When(written_on__isnull=False, then=Value("written")),
        default=Value("not_written"),
    ),
    "relocation": Case(
        When(pgh_label="insert", then=Value("written")),
        When(called_off_on__isnull=False, then=Value("called_off")),
        default=Value("put_right"),
    ),
    "wishes": Case(When(BY_A_TALK & Q(pgh_label="update"), then=Value("")), default=Value("written")),
    "spoken": Case(
        When(taken_back_at__isnull=False, then=Value("taken_back")),
        When(pgh_label="update", then=Value("put_right")),
        default=F("outcome"),
    ),
    "match": Case(
        When(YES & HEARD & Q(state="proposed"), then=Value("")),
        When(YES & Q(state="proposed"), then=Value("volunteer_yes")),
        When(HEARD & Q(state="proposed"), then=Value("citizen_yes")),
        default=F("state"),
    ),
    # That a break or a farewell begins and ends is told by the pair.
    "pause": Case(
        When(Q(pgh_label="insert") | Q(ended_on__isnull=False), then=Value("")),
        When(volunteer_told_on__isnull=False, then=Value("told")),
        default=Value("put_right"),
    ),
    "closure": Case(When(Q(pgh_label="insert") | Q(ended_on__isnull=False), then=Value("")), default=Value("step")),
    "milestone": Case(When(said_on__isnull=True, then=Value("reached")), default=Value("said")),
    "volunteer": F("state"),
    "attendance": F("state"),
    "duty": F("state"),
    "guidance": F("state"),
    "standin": F("state"),
    "signature": F("how"),
    "appointment": F("state"),
    "firstmeeting": Case(When(called_off_at__isnull=True, then=Value("written")), default=Value("called_off")),
    "reference": F("state"),
    "recordcheck": Case(When(seen_on__isnull=True, then=Value("asked")), default=Value("seen")),
    "exemption": Case(When(until_on__lt=F("pgh_created_at__date"), then=Value("ended")), default=Value("given")),
    **{
        name: Case(When(**{f"{column}__isnull": True}, then=Value("begun")), default=Value("ended"))
        for name, column in ENDED.items()
    },
}


@dataclass(frozen=True)
class Entry:
    """One thing that happened."""

    at: datetime
    sentence: str


@dataclass(frozen=True)
class Timeline:
    """The newest things first; `has_more` if there are older ones than those shown."""

    lines: list[Entry]
    has_more: bool


def timeline_of(thing: Citizen | Match | Volunteer, *, everything: bool = False) -> Timeline:
    """What happened to a citizen, a pair or a volunteer: two queries, however much there is."""
    limit = ALL if everything else SHOWN
    lines = _lines(_asked(thing, (limit + 1) * ROWS_PER_LINE))
    return Timeline(lines[:limit], has_more=len(lines) > limit)


def _asked(thing: Citizen | Match | Volunteer, number: int) -> list[tuple]:
    """The rows of one query over the events of all models."""
    statement, values = _statement(type(thing))
    about = [thing.pk if value == WHOM else value for value in values]
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} LIMIT %s", [*about, number])
        return [(*row, json.loads(who) if who else None) for *row, who in cursor.fetchall()]


@cache
def _statement(of: type[models.Model]) -> tuple[str, tuple]:
    """Composed once and then only asked: to compose a union of fourteen takes a third of a citizen's page."""
    first, *others = (_rows(model, rank, **about) for rank, (model, about) in enumerate(_sources(of)))
    rows = first.union(*others, all=True).order_by("-pgh_created_at", "-rank", "-pgh_id")
    return rows.query.sql_with_params()


def _sources(of: type[models.Model]) -> list[tuple]:
    """The models whose events are about one of these, and how they point at it; of one act, the later come after."""
    if of is Match:
        about = {"match": WHOM}
        beside = (
            FirstMeeting,
            Acknowledgement,
            PairAgreement,
            Pause,
            Closure,
            Milestone,
            JournalNotice,
            Relocation,
        )
        stood_in = (StandIn, {"pause__match": WHOM})
        return [(Match, {"pgh_obj": WHOM}), *((model, about) for model in beside), stood_in]
    if of is Volunteer:
        records = (*RECORDS, Assignment, Attendance, Match, Duty)
        return [
            *((model, {"volunteer": WHOM}) for model in records),
            (FirstMeeting, {"match__volunteer": WHOM}),
            (Exemption, {"requirement__assignment__volunteer": WHOM}),
            (Volunteer, {"pgh_obj": WHOM}),
        ]
    children = (KnownAs, Attachment, Home, Relocation, Wishes, Spoken, Consent, Disclosure, Match, Confidence, Guidance)
    return [
        (Citizen, {"pgh_obj": WHOM}),
        *((model, {"citizen": WHOM}) for model in children),
        (FirstMeeting, {"match__citizen": WHOM}),
        (Acknowledgement, {"match__citizen": WHOM}),
    ]


def _rows(model, rank: int, **about):
    """The events of one model: what they tell, what was told of the same row before, when and by whom."""
    kind = model._meta.model_name
    told = Cast(TOLD.get(kind, Value("written")), TextField())
    events = events_of(model).objects.filter(**about).annotate(of=Cast(Value(kind), TextField()), told=told)
    # Asked of the rows that are told: what another event of the same act tells is no step in between.
    before = Window(Lag("told"), partition_by="pgh_obj_id", order_by="pgh_id")
    return (
        events.exclude(told="")
        .annotate(before=before, rank=Value(rank))
        .values_list("of", "told", "before", "pgh_created_at", "rank", "pgh_id", "pgh_context__metadata")
    )


def _lines(rows: list[tuple]) -> list[Entry]:
    """Each row as a sentence; those that one act would tell twice, once; those without a sentence, not at all."""
    names = _names([who for *_row, who in rows if who])
    lines: dict[tuple, Entry] = {}
    for kind, told, before, at, _rank, _id, who in rows:
        sentence = TOLD_AS.get((kind, told if told != before else "changed"))
        if sentence:
            said = capfirst(sentence % {"who": _actor(who or {}, names)})
            lines.setdefault((at, said), Entry(at, said))
    return list(lines.values())


def _names(actors: list[dict]) -> dict[str, str]:
    ids = {actor["user"] for actor in actors if "user" in actor}
    return {str(pk): name for pk, name in User.objects.filter(pk__in=ids).values_list("pk", "name")}


def _actor(who: dict, names: dict[str, str]) -> str:
    """Who did it, as the page names it."""
    if "job" in who:
        return _("the system")
    if who.get("purpose") == "reference":
        return _("the referee, by link")
    if "link" in who:
        return _("the volunteer, by link")
    if "new" in who:
        return _("the volunteer")
    return names.get(who.get("user", ""), _("somebody"))
