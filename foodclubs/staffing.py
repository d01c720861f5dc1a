"""Enough volunteers for an evening: who can be asked, the offer by mail, and what they hear when it is another."""

from uuid import UUID

from django.db import connection, transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from foodclubs.emails import send_called_off, send_changed, send_offer
from foodclubs.models import Evening
from history.moves import NotPossible
from volunteers.models import Assignment, Volunteer
from volunteers.readiness import requirements_of


def ready_volunteers(evening: Evening, *, seen_by) -> list[Volunteer]:
    """Ready, assigned to the project today, and without a task this evening."""
    assigned = Assignment.objects.visible_to(seen_by).in_force().filter(project=evening.project_id)
    busy = evening.duties.on_the_list().values("volunteer")
    volunteers = list(
        Volunteer.objects.visible_to(seen_by)
        .ready()
        .filter(pk__in=assigned.values("volunteer"))
        .exclude(pk__in=busy)
        .order_by("sorted_as")
    )
    requirements = requirements_of(volunteers)
    return [v for v in volunteers if all(step.done for step in requirements[v.pk])]


def could_have_helped(evening: Evening, *, seen_by) -> QuerySet[Volunteer]:
    """Taken in, of the project today, and on no list of the evening: for an evening that has been."""
    volunteers = Volunteer.objects.visible_to(seen_by).of(evening.project).filter(state__in=Volunteer.TAKEN_IN)
    return volunteers.exclude(pk__in=evening.duties.on_the_list().values("volunteer")).order_by("sorted_as", "pk")


def to_be_asked(evening: Evening, *, seen_by) -> list[Volunteer]:
    """Those who are ready for this evening and have no letter about it yet."""
    asked = _asked_to_help(evening)
    return [volunteer for volunteer in ready_volunteers(evening, seen_by=seen_by) if volunteer.pk not in asked]


def offer_tasks(evening: Evening, *, by) -> int:
    """Send the tasks with room to each ready volunteer not asked yet, with a link of her own; gives how many."""
    tasks = list(evening.tasks.with_room())
    if not evening.takes_helpers or not tasks:
        raise NotPossible(_("There is no task to offer: the evening is not open, or every task is taken."))
    volunteers = to_be_asked(evening, seen_by=by)
    for volunteer in volunteers:
        send_offer(evening, tasks, volunteer)
    return len(volunteers)


def _asked_to_help(evening: Evening) -> set[UUID]:
    """Those who hold a link to take a task this evening; the links themselves nobody can read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.asked_to_help(%s)", [evening.pk])
        return {volunteer_id for (volunteer_id,) in cursor.fetchall()}


def who_knows_of(evening: Evening, *, seen_by) -> list[tuple[Volunteer, bool]]:
    """Who has had a mail about it, and has she a task? Not who gave hers back: for her the evening is settled."""
    asked = Volunteer.objects.visible_to(seen_by).with_roles().filter(pk__in=_asked_to_help(evening))
    unanswered = asked.exclude(pk__in=evening.duties.values("volunteer")).order_by("sorted_as", "pk")
    return [(duty.volunteer, True) for duty in evening.duties.on_the_list()] + [(one, False) for one in unanswered]


def call_off(evening: Evening, *, by) -> int:
    """Call the evening off and tell those who know of it; gives how many were told."""
    with transaction.atomic():
        evening.cancel(by=by)  # first: a task taken at this moment is in the list below, or refused
        told = who_knows_of(evening, seen_by=by)
        for volunteer, has_task in told:
            send_called_off(evening, volunteer, has_task=has_task)
    return len(told)


def change(evening: Evening, *, by, **said) -> int:
    """Change an evening that is ahead, and tell those who know of it what they knew otherwise; gives how many."""
    with transaction.atomic():
        was = evening.change(by=by, **said)
        told = who_knows_of(evening, seen_by=by) if evening.is_news_after(was) else []
        for volunteer, has_task in told:
            send_changed(evening, was, volunteer, has_task=has_task)
    return len(told)
