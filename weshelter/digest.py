"""One mail a day at the most to whoever works here: what waits and what has happened, in numbers and without a name."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from access.context import in_the_name_of
from access.roles import Role, roles_of
from accounts.models import User
from coordinators.attention import for_coordinator, for_lead
from foodclubs.models import Duty
from history.failures import Failure
from history.moves import in_turn
from history.tracking import events_of
from institutions.models.absences import is_away_from_all
from letters.hours import NIGHT_ENDS, had_enough
from letters.models import Message, send
from matching.models import Match
from screening.models import Appointment
from volunteers.models import RoleProfile, Volunteer
from weshelter.failures import note_failure
from weshelter.waiting import waiting_for

KIND = "digest"


@dataclass(frozen=True)
class Part:
    """What waits on one page: how many of each kind, where that is, and since when the newest waits."""

    heading: str
    lines: list[tuple[int, str]]
    link: str
    newest: datetime | None


@dataclass(frozen=True)
class Happened:
    """What somebody else has brought about since the last mail: which rows came into which state."""

    rows: QuerySet
    state: str
    sentence: Promise


def write_digests(today: date) -> int:
    """To each who is there today and for whom something is new since the last one; how many were written."""
    users = User.objects.filter(is_active=True).order_by("pk")
    return sum(_try_to_write(user, today) for user in users if not is_away_from_all(user, today))


def _try_to_write(user, today: date) -> bool:
    """What fails for one is counted among the failures, and keeps nobody else's mail back."""
    try:
        with transaction.atomic():
            return _write(user, today)
    except Exception as error:
        note_failure(Failure.Kind.JOB, "what waits", error)
        return False


def _write(user: User, today: date) -> bool:
    """Once a day, and one day of the week nothing: whoever runs the jobs again writes nobody a second time."""
    in_turn("digest", user.pk)
    earlier = Message.objects.filter(kind=KIND, address=user.email).order_by("-made_at")
    since = earlier.values_list("made_at", flat=True).first()
    if since and timezone.localdate(since) == today:
        return False
    if had_enough(Message.objects.days_of(user.email, timezone.now()), today):
        return False
    with in_the_name_of(user):
        parts, happened = list(_waits(user)), list(_happened(user, since))
    if not happened and not any(_is_new(part, since) for part in parts):
        return False
    send_digest(user, parts, happened, today)
    return True


def send_digest(user: User, parts: list[Part], happened: list[str], today: date) -> None:
    """At half past seven: what waits, by page, and what has happened since the last time."""
    send(
        KIND,
        to=user.email,
        subject=_("What waits for you at WeShelter"),
        context={"name": user.first_name, "parts": parts, "happened": happened},
        user=user,
        leaves_at=timezone.make_aware(datetime.combine(today, NIGHT_ENDS)),
    )


def _is_new(part: Part, since: datetime | None) -> bool:
    return since is None or (part.newest is not None and part.newest > since)


def _waits(user: User) -> Iterator[Part]:
    """What stands on the own desk, at the own house, on the front page of the secretariat."""
    roles = roles_of(user)
    if Role.COORDINATOR in roles and (lines := for_coordinator(user).mine):
        yield _part(_("On your desk"), lines, "coordinators:desk")
    if Role.LEAD in roles and (lines := for_lead(user)):
        yield _part(_("At your house"), lines, "coordinators:my_house")
    if Role.SECRETARIAT in roles and (waiting := waiting_for(user)):
        dates = [one.newest for one in waiting if one.newest and one.newest <= timezone.now()]
        yield Part(
            _("For Frivilligindsatsen"),
            [(1, one.what) for one in waiting],
            _page("admin:index"),
            max(dates, default=None),
        )


def _part(heading: str, lines: list, page: str) -> Part:
    """Of each kind how many, in the order in which they stand there."""
    kinds = list(dict.fromkeys(line.what for line in lines))
    counted = [(sum(line.what == what for line in lines), what) for what in kinds]
    return Part(heading, counted, _page(page), max(line.newest or line.since for line in lines))


def _page(name: str) -> str:
    return settings.SITE_URL + reverse(name)


def _happened(user: User, since: datetime | None) -> Iterator[str]:
    """What others, links and days have brought about; what one did oneself is no news."""
    if Role.COORDINATOR not in roles_of(user):
        return
    since = since or timezone.now() - timedelta(days=1)  # who has had no mail yet
    for one in _kinds(user):
        if number := _brought_about(one, user, since):
            yield str(one.sentence % {"count": number})
    if number := _passed_on_to(user, since):
        sentence = ngettext(
            "%(count)s application was passed on to you", "%(count)s applications were passed on to you", number
        )
        yield sentence % {"count": number}


def _passed_on_to(user: User, since: datetime) -> int:
    """How many applicants had a role of somebody else's then, and have one of the user's own now."""
    events: QuerySet[Any] = events_of(Volunteer).objects.all()
    then = events.filter(pgh_obj=OuterRef("pk"), pgh_created_at__lte=since).order_by("-pgh_id").values("role")[:1]
    applicants = Volunteer.objects.screened_by(user).awaiting_screening()
    came = applicants.annotate(was=Subquery(then)).exclude(was=None)
    return came.exclude(was__in=RoleProfile.objects.held_by(user).values("pk")).count()


def _brought_about(one: Happened, user: User, since: datetime) -> int:
    """How many came into the state since then, by somebody else; one that was in it before is no news."""
    events: QuerySet[Any] = events_of(one.rows.model).objects.all()
    before = events.filter(pgh_obj=OuterRef("pk"), pgh_created_at__lte=since).order_by("-pgh_id")
    came = events.filter(pgh_obj=OuterRef("pk"), state=one.state, pgh_created_at__gt=since)
    by = came.order_by("pgh_id").annotate(who=KeyTextTransform("user", "pgh_context__metadata"))
    # A link and a job are no user: what they did is news to everybody.
    rows = one.rows.filter(Exists(came), state=one.state).annotate(
        was=Subquery(before.values("state")[:1]), who=Subquery(by.values("who")[:1])
    )
    return rows.filter(Q(was=None) | ~Q(was=one.state), Q(who=None) | ~Q(who=str(user.pk))).count()


def _kinds(user: User) -> list[Happened]:
    screened = Volunteer.objects.screened_by(user)
    talks = Appointment.objects.filter(volunteer__in=screened)
    matches = Match.objects.known_to(user)
    return [
        Happened(talks, "booked", ngettext_lazy("%(count)s talk is agreed", "%(count)s talks are agreed", "count")),
        Happened(
            screened, "ready", ngettext_lazy("%(count)s volunteer is ready", "%(count)s volunteers are ready", "count")
        ),
        Happened(
            screened,
            "resting",
            ngettext_lazy("%(count)s volunteer takes a break", "%(count)s volunteers take a break", "count"),
        ),
        Happened(
            matches,
            "declined",
            ngettext_lazy("%(count)s proposal became a no", "%(count)s proposals became a no", "count"),
        ),
        Happened(
            matches,
            "expired",
            ngettext_lazy(
                "%(count)s proposal was not answered in time", "%(count)s proposals were not answered in time", "count"
            ),
        ),
        Happened(
            Duty.objects.visible_to(user),
            "cancelled",
            ngettext_lazy("%(count)s task was given back", "%(count)s tasks were given back", "count"),
        ),
    ]
