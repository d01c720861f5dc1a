"""Letters about who has which role at a house: to the person, and to those who work there already."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from letters.models import send


def who_has(user: User, projects: list[int]) -> list[User]:
    """To whom a mail goes that lies with somebody: that one, or whoever coordinates the projects once he has left."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.who_has(%s, %s)", [user.pk, projects])
        ids = [pk for (pk,) in cursor.fetchall()]
    return list(User.objects.filter(pk__in=ids).order_by("name"))


def send_to_who_has(
    kind: str,
    user: User,
    projects: list[int],
    *,
    subject: str,
    context: dict,
    project,
    begins: datetime,
    but: User | None = None,
) -> None:
    """To whom it lies with, or to whoever has it by then: so it is asked again as it leaves. Not to `but`."""
    for reader in who_has(user, projects):
        if reader == but:
            continue
        send(
            kind,
            to=reader.email,
            subject=subject,
            context=context | {"reader": reader, "name": reader.first_name},
            project=project,
            user=reader,
            lies_at=projects,
            begins=begins,
        )


def send_to_who_gets_it(kind: str, user: User, *, subject: str, context: dict, project, begins: datetime) -> None:
    """To whom something has just been handed on, and to nobody else, whoever is away today."""
    said = context | {"reader": user, "name": user.first_name}
    send(kind, to=user.email, subject=subject, context=said, project=project, begins=begins)


def send_role_given(membership, others: Iterable[User]) -> None:
    """Who has got a role, which, where and from when."""
    _tell("role_given", membership, others, _("A new role in WeShelter"))


def send_role_ends(membership, others: Iterable[User]) -> None:
    """Whose role ends, and on which day."""
    _tell("role_ends", membership, others, _("A role in WeShelter ends"))


def send_away(absence, was=None, *, by) -> None:
    """Who has it meanwhile hears the days, what they were, and that it is over; who is away, what others said."""
    before = was.deputy if was else None
    if before and before != absence.deputy:
        _tell_away("deputy_no_more", was, before)
    if absence.deputy and not absence.is_over:
        knew = was if before == absence.deputy else None
        _tell_away("deputy", absence, absence.deputy, was=knew)
    elif absence.deputy and before == absence.deputy:
        _tell_away("deputy_no_more", absence, absence.deputy)
    if absence.user != by:
        _tell_away("away", absence, absence.user, was=was)


AWAY = {
    "away": gettext_lazy("You are noted as away"),
    "deputy": gettext_lazy("You are deputy in WeShelter"),
    "deputy_no_more": gettext_lazy("You are deputy no more in WeShelter"),
}


def _tell_away(kind: str, absence, reader: User, was=None) -> None:
    if not reader.is_active:
        return
    context = {"absence": absence, "reader": reader, "was": was}
    link = settings.SITE_URL + reverse("coordinators:away" if kind == "away" else "start")
    send(kind, to=reader.email, subject=str(AWAY[kind]), context=context | {"link": link}, project=absence.project)


def _tell(kind: str, membership, others: Iterable[User], subject: str) -> None:
    where = membership.project or membership.institution
    link = settings.SITE_URL + reverse("start")
    for reader in {membership.user, *others}:
        own = reader == membership.user
        has_ended = membership.until_on is not None and membership.until_on < timezone.localdate()
        context = {"membership": membership, "where": where, "reader": reader, "own": own, "link": link}
        context["has_ended"] = has_ended
        told = None if own else reader  # one's own role is one's own matter, after it has ended, too
        send(kind, to=reader.email, subject=subject, context=context, project=membership.project, user=told)
