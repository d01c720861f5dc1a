"""What the site writes about the days of the demo: of the past it keeps what was done, and not each mail about it."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.utils import timezone

from courses.models import Attendance
from foodclubs.models import Evening
from friendships.rhythm import milestones, next_check_in
from history.tracking import events_of
from institutions.models import Membership
from letters.tests.replayed import Mail
from matching.models import Match
from screening.models import Interview
from volunteers.models import Assignment, Volunteer


def mails_of_the_demo() -> dict[str, list[Mail]]:
    """By address: to four volunteers to whom the most is written, to a coordinator."""
    found: dict[str, list[Mail]] = defaultdict(list)
    for one in (_on_the_way, _courses, _evenings, _rounds, _friendships):
        for address, mail in one():
            found[address].append(mail)
    busiest = dict(sorted(found.items(), key=lambda item: -len(item[1]))[:4])
    coordinator = Membership.objects.in_force().coordinating()[0].user.email
    return busiest | {coordinator: found[coordinator] + _each_morning()}


def _on_the_way() -> Iterator[tuple[str, Mail]]:
    """Times for the conversation, and with the training the agreement, the choice of courses, the wish for referees."""
    for one in Interview.objects.select_related("volunteer"):
        begins = _at(one.held_on, 16)
        yield one.volunteer.email, Mail("conversation_times", begins - timedelta(days=5), begins)
    moves = events_of(Volunteer).objects.order_by("pgh_id")
    for one in moves.filter(state="in_training").order_by("pgh_obj_id", "pgh_id").distinct("pgh_obj_id"):
        volunteer = Volunteer.objects.get(pk=one.pgh_obj_id)
        for kind in ("agreement", "course_choice", "name_referees"):
            yield volunteer.email, Mail(kind, one.pgh_created_at)
    for one in moves.filter(state="ready").order_by("pgh_obj_id", "pgh_id").distinct("pgh_obj_id"):
        yield Volunteer.objects.get(pk=one.pgh_obj_id).email, Mail("ready", one.pgh_created_at)


def _courses() -> Iterator[tuple[str, Mail]]:
    """An invitation two weeks before, a reminder two days before, once also another time for it."""
    for one in Attendance.objects.select_related("volunteer", "gathering"):
        begins = one.gathering.starts_at
        for kind, days in (("course_invited", 14), ("course_changed", 6), ("course_reminder", 2)):
            yield one.volunteer.email, Mail(kind, begins - timedelta(days=days), begins)


def _evenings() -> Iterator[tuple[str, Mail]]:
    """The tasks of each evening to each of its project, ten days before; and what is changed the day before it."""
    for evening in Evening.objects.select_related("food_club__project"):
        for one in Assignment.objects.filter(project=evening.project).select_related("volunteer"):
            for kind, days in (("food_club_tasks", 10), ("food_club_changed", 1)):
                yield one.volunteer.email, Mail(kind, evening.starts_at - timedelta(days=days), evening.starts_at)


def _rounds() -> Iterator[tuple[str, Mail]]:
    """A proposal; a day later both have said yes, and the first meeting is a week from then."""
    for one in Match.objects.select_related("volunteer", "project"):
        said = one.proposed_at + timedelta(days=1)
        yield one.volunteer.email, Mail("proposal", one.proposed_at)
        yield one.volunteer.email, Mail("both_said_yes", said)
        yield one.volunteer.email, Mail("first_meeting", said, said + timedelta(days=7))


def _friendships() -> Iterator[tuple[str, Mail]]:
    """Each day on which a volunteer is asked how it goes, and half a year and whole years."""
    for one in Match.objects.filter(started_on__isnull=False).select_related("volunteer"):
        day, today = one.started_on, timezone.localdate()
        while (day := next_check_in(one.started_on, last=day)) <= today:
            yield one.volunteer.email, Mail("how_it_goes", _at(day, 5))
        for _months, day in milestones(one.started_on, today):
            yield one.volunteer.email, Mail("milestone", _at(day, 5))


def _each_morning() -> list[Mail]:
    """What waits, each day for two years: more than anybody ever gets."""
    first = timezone.localdate() - timedelta(days=730)
    return [Mail("digest", _at(first + timedelta(days=day), 5)) for day in range(730)]


def _at(day, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
