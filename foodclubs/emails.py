"""Letters to volunteers about an evening. No guest's name is in them."""

from datetime import timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.links import Purpose, issue_link
from foodclubs.models import Evening
from volunteers.emails import moment_in_words, write

# After it begins: a task can be looked at, and the database says the same of an evening that is moved.
LINK_LIVES_ON = timedelta(hours=12)


def send_offer(evening: Evening, tasks, volunteer) -> None:
    """The tasks with room, and the link by which the volunteer takes one: it lives until the evening is over."""
    _write(
        "food_club_tasks",
        evening,
        volunteer,
        _("Will you help at the food club on %(day)s?") % {"day": _day(evening)},
        tasks=tasks,
        link=_link_to_task(evening, volunteer),
    )


def send_changed(evening: Evening, was: Evening, volunteer, *, has_task: bool) -> None:
    """What the evening was and what it is now, and the link to give the task back, or to take one."""
    _write(
        "food_club_changed",
        evening,
        volunteer,
        _("Changed: the food club on %(day)s") % {"day": _day(was)},
        was=was,
        has_task=has_task,
        begins=moment_in_words(evening.starts_at),
        began=moment_in_words(was.starts_at),
        link=_link_to_task(evening, volunteer),
    )


def send_called_off(evening: Evening, volunteer, *, has_task: bool) -> None:
    """That the evening, at which the volunteer had a task or was asked to take one, is called off."""
    subject = _("The food club on %(day)s is called off") % {"day": _day(evening)}
    _write("food_club_called_off", evening, volunteer, subject, has_task=has_task)


def _link_to_task(evening: Evening, volunteer) -> str:
    until = evening.starts_at + LINK_LIVES_ON
    return issue_link(Purpose.DUTY, volunteer, "foodclubs:duty", about=evening, until=until)


def _day(evening: Evening) -> str:
    return date_format(timezone.localtime(evening.starts_at), _("l j F"))


def _write(kind: str, evening: Evening, volunteer, subject: str, **context) -> None:
    context |= {
        "evening": evening,
        "day": _day(evening),
        "hour": date_format(timezone.localtime(evening.starts_at), _("H:i")),
    }
    begins = min(evening.starts_at, context.get("was", evening).starts_at)
    write(kind, volunteer, subject, starts=begins, project=evening.project, **context)
