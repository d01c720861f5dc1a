"""Somebody is away from a role, or leaves it: what lies with them by name, and who has it meanwhile."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from access.declaration import access
from access.roles import Permission, Role, require
from accounts.models import User
from accounts.reauthentication import fresh_login
from coordinators.away_forms import AbsenceForm, AwayForm
from coordinators.dates_of import HandedOn, dates_of, hand_on
from coordinators.held_alone import held_alone
from history.moves import SENTENCES, NotPossible, tried
from history.who import by_whom, last_change
from institutions.emails import send_away
from institutions.models import Absence, Alignment, Membership
from institutions.models.absences import OVER
from institutions.models.projects import DAY


@access(Role.COORDINATOR, Role.LEAD)
def away(request: HttpRequest) -> HttpResponse:
    """I am away, or I leave a role: the days, and who has it meanwhile."""
    return _away(request, request.user)


@access(Role.SECRETARIAT)
@fresh_login
def away_of(request: HttpRequest, person_id: UUID) -> HttpResponse:
    """The same of somebody else, who is ill, has vanished or has told us; a role that is left ends here."""
    require(request.user, Permission.SET_UP_HOUSES)
    return _away(request, get_object_or_404(User, pk=person_id))


@access(Role.SECRETARIAT, methods="GET HEAD")
def who_is_away(request: HttpRequest) -> HttpResponse:
    """Those who are away now or soon, what nobody has meanwhile, and those whom nobody has seen for a month."""
    absences = Absence.objects.visible_to(request.user)
    nobodys = {one.pk for one in absences.without_anybody()}
    rows = sorted(absences.not_over().for_page(), key=lambda one: (one.pk not in nobodys, one.until_on is not None))
    context = {"absences": rows, "nobodys": nobodys, "not_seen": Membership.objects.not_seen(timezone.localdate())}
    return render(request, "coordinators/who_is_away.html", context)


def _away(request: HttpRequest, person) -> HttpResponse:
    user = request.user
    today = timezone.localdate()
    running = Membership.objects.in_force_or_to_come(today).filter(user=person)
    roles = list(running.with_places().order_by("from_on"))
    absences = list(Absence.objects.visible_to(user).of(person).not_over().for_page())
    form = AwayForm(request.POST or None, person=person, roles=roles, absences=absences, user=user)
    if form.is_valid() and tried(form, lambda: _note(request, form, person)):
        return redirect(request.path)
    context = {"person": person, "is_own": person == user, "roles": roles, "form": form, "absences": absences}
    context |= {"dates": dates_of(person, user), "alone": held_alone(roles, user)}
    return render(request, "coordinators/away.html", context)


def _note(request: HttpRequest, form: AwayForm, person: User) -> None:
    """For each role that was ticked, in one transaction; from one that begins later one is away as it begins."""
    said, by = form.cleaned_data, request.user
    handed: list[tuple[HandedOn, User]] = []
    for role, deputy in form.deputies:
        days = (max(said["from_on"], role.from_on), said["until_on"])
        if days[1] and days[1] < days[0]:
            raise NotPossible(SENTENCES["one_is_away_from_a_role"])
        given = _give_role(role, deputy, days, by=by)
        if said["for_good"] and person != by:
            _end(role, days[0] - DAY, deputy, by=by)
        else:
            absence = Absence.begin(role, from_on=days[0], until_on=days[1], deputy=deputy, given=given)
            send_away(absence, by=by)
        if deputy:
            handed.append((hand_on(person, role, days, deputy, by=by), deputy))
    messages.success(request, _("Saved."))
    for one, to in handed:  # last: what a later role refuses takes all of it back
        _say(request, one, to)


def _end(role: Membership, last_day: date, deputy: User | None, *, by) -> None:
    """The role ends on that day, or earlier where that stands already; the house's alignments go to who has it next."""
    if role.until_on is None or role.until_on > last_day:
        role.until_on = last_day
        role.change_days(by=by)
    Alignment.objects.hand_on(role.user, role, deputy)


def _give_role(role: Membership, deputy: User | None, days: tuple, *, by) -> Membership | None:
    """Frivilligindsatsen may choose a deputy without the role, who has it on these days."""
    if deputy is None or not by.is_secretariat:
        return None
    first, last = max(days[0], timezone.localdate()), days[1]
    place = {"role": role.role, "project": role.project, "institution": role.institution}
    if Membership.objects.in_force(first).filter(user=deputy, **place).exists():
        return None
    if deputy == by:
        raise NotPossible(_("Your own roles are given by a colleague."))
    given = Membership(user=deputy, **place, from_on=first, until_on=last)
    given.give(by=by)
    return given


def _say(request: HttpRequest, handed: HandedOn, deputy: User) -> None:
    if handed.done:
        sentence = ngettext(
            "%(count)s date is handed on to %(name)s, and each who comes gets a mail.",
            "%(count)s dates are handed on to %(name)s, and each who comes gets a mail.",
            handed.done,
        )
        messages.success(request, sentence % {"count": handed.done, "name": deputy.name})
    for sentence in handed.left:
        messages.warning(request, _("Not handed on. %(why)s") % {"why": sentence})


@access(Role.COORDINATOR, Role.LEAD, Role.SECRETARIAT)
def absence(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """Other days, or another deputy; each who was told is told again."""
    row = _that_is_ones_own(request, absence_id)
    if row.is_over:
        raise NotPossible(by_whom(OVER, last_change(row)))
    form = AbsenceForm(request.POST or None, row=row, role=_role_of(row), user=request.user)
    if form.is_valid() and tried(form, lambda: _put_right(request, row, form)):
        messages.success(request, _("Saved."))
        return redirect(_page_of(request, row))
    return render(request, "coordinators/absence.html", {"absence": row, "form": form, "back": _page_of(request, row)})


def _put_right(request: HttpRequest, row: Absence, form: AbsenceForm) -> None:
    said, by, role = form.cleaned_data, request.user, _role_of(row)
    days, deputy = (said["from_on"], said["until_on"]), said["deputy"]
    given = _give_role(role, deputy, days, by=by) if deputy != row.deputy else None
    was = row.put_right(from_on=days[0], until_on=days[1], deputy=deputy, given=given)
    if row.is_news_after(was):
        send_away(row, was, by=by)
    if deputy:
        _say(request, hand_on(row.user, role, days, deputy, by=by), deputy)


@access(Role.COORDINATOR, Role.LEAD, Role.SECRETARIAT, methods="POST")
def back_again(request: HttpRequest, absence_id: UUID) -> HttpResponse:
    """Back today, or not away after all; what was handed on stays where it is."""
    row = _that_is_ones_own(request, absence_id)
    row.come_back()
    send_away(row, row, by=request.user)
    messages.success(request, _("Saved. What was handed on to the deputy stays there; the two agree on it."))
    return redirect(_page_of(request, row))


def _that_is_ones_own(request: HttpRequest, absence_id: UUID) -> Absence:
    """One's own, or any for Frivilligindsatsen; those who work there read it, and change nothing."""
    row = get_object_or_404(Absence.objects.visible_to(request.user).for_page(), pk=absence_id)
    if row.user != request.user:
        require(request.user, Permission.SET_UP_HOUSES)
    return row


def _role_of(row: Absence) -> Membership:
    """The role that somebody is away from, as it stands today or when it begins."""
    place = {"user": row.user_id, "project": row.project_id, "institution": row.institution_id}
    roles = Membership.objects.in_force_or_to_come(timezone.localdate()).filter(**place)
    if role := roles.with_places().first():
        return role
    raise NotPossible(_("The role has ended, and the absence with it."))


def _page_of(request: HttpRequest, row: Absence) -> str:
    return (
        reverse("coordinators:away")
        if row.user == request.user
        else reverse("coordinators:away_of", args=[row.user_id])
    )
