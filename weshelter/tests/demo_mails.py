"""What the site writes about the days of the demo: of the past it keeps what was done, and not each mail about it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from accounts.models import User
from courses.models import Attendance
from foodclubs.models import Evening
from friendships.rhythm import milestones, next_check_in
from history.tracking import events_of
from institutions.models import Institution, Membership
from letters.hours import MOST_IN_A_WEEK
from letters.tests.replayed import Mail
from matching.models import Match
from screening.models import Interview
from volunteers.models import Assignment, Volunteer


def mails_of_the_demo() -> dict[str, list[Mail]]:
    """By address: to the four volunteers to whom the most is written, and to everybody who logs in."""
    to_volunteers = _by_address(_on_the_way, _courses, _evenings, _rounds, _friendships)
    busiest = dict(sorted(to_volunteers.items(), key=lambda item: -len(item[1]))[:4])
    return busiest | _by_address(_roles, _talks, _first_meetings, _mornings)


def _by_address(*sources: Callable[[], Iterator[tuple[str, Mail]]]) -> dict[str, list[Mail]]:
    found: dict[str, list[Mail]] = defaultdict(list)
    for source in sources:
        for address, mail in source():
            found[address].append(mail)
    return found


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


def _roles() -> Iterator[tuple[str, Mail]]:
    """Each role, to all who work at the house."""
    for one in Membership.objects.in_force():
        for address in _who_works_at(one.project.institution_id if one.project else one.institution_id):
            yield address, Mail("role_given", _at(one.from_on, 16))


def _talks() -> Iterator[tuple[str, Mail]]:
    """Each talk is moved once, which whoever holds it is told."""
    for one in Interview.objects.select_related("by"):
        begins = _at(one.held_on, 16)
        yield one.by.email, Mail("conversation_told", begins - timedelta(days=2), begins)


def _first_meetings() -> Iterator[tuple[str, Mail]]:
    """To all who work at the house, for each of them may come along: when it is arranged, and the day before it."""
    for one in Match.objects.select_related("project"):
        said = one.proposed_at + timedelta(days=1)
        day = timezone.localdate(said + timedelta(days=7))
        begins, day_before = _at(day, 15), _at(day - timedelta(days=1), 5)
        for address in _who_works_at(one.project.institution_id):
            yield address, Mail("first_meeting_host", said, begins)
            yield address, Mail("first_meeting_reminder_host", day_before, begins)


def _who_works_at(house: int) -> list[str]:
    return sorted({one.user.email for one in Membership.objects.in_force().at_house(house).select_related("user")})


def _mornings() -> Iterator[tuple[str, Mail]]:
    """What waits: to Frivilligindsatsen each day for two years; at a house after a day on which something was done."""
    today = timezone.localdate()
    for user in User.objects.secretariat():
        for days in range(730):
            yield user.email, Mail("digest", _at(today - timedelta(days=730 - days), 5))
    for house in Institution.objects.all():
        for day in _days_of(house):
            for address in _who_works_at(house.pk):
                yield address, Mail("digest", _at(day + timedelta(days=1), 5))


def _days_of(house: Institution) -> list[date]:
    """When something was done with volunteers, pairs and evenings of a house; on a seventh day nothing is written."""
    at = {"role__project__institution": house}, {"project__institution": house}, {"project__institution": house}
    found: set[date] = set()
    for model, here in zip((Volunteer, Match, Evening), at, strict=True):
        events = events_of(model).objects.filter(pgh_obj__in=model.objects.filter(**here))
        found |= set(events.values_list("pgh_created_at__date", flat=True))
    days: list[date] = []
    for day in sorted(found):
        if not {day - timedelta(days=n) for n in range(1, MOST_IN_A_WEEK + 1)} <= set(days):
            days.append(day)
    return days


def _at(day, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
