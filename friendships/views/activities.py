"""What two friends can do together, what it costs and what they have used; and the accounts, without a name."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role, may, memberships_of, require
from friendships.accounts import accounts
from friendships.forms.activities import ActivityForm, CorrectOutingForm, OutingForm
from friendships.models import Activity, Outing
from friendships.models.outing import tickets_used
from friendships.views.own_match import require_followed
from history.moves import tried
from institutions.models import Institution, Project
from matching.models import Match


@access(Role.COORDINATOR, Role.LEAD, Role.SECRETARIAT)
def activities(request: HttpRequest) -> HttpResponse:
    """What is offered, what each project has left of the year, and one more activity."""
    user = request.user
    where = _where(user)
    form = ActivityForm(request.POST or None, instance=Activity(), **where)
    if form.is_valid() and tried(form, form.save):
        messages.success(request, _("Saved."))
        return redirect("friendships:activities")
    offered = list(Activity.objects.visible_to(user).not_over().for_page())
    tickets_used(offered)
    own = [one.pk for one in offered if where["for_all"] or one.institution in where["houses"]]
    year = timezone.localdate().year
    context = {"activities": offered, "own": own, "form": form, "year": year, "accounts": accounts(user, year)}
    return render(request, "friendships/activities.html", context)


def _where(user) -> dict:
    """The houses for which one may offer something; the secretariat for all."""
    for_all = may(user, Permission.OFFER_ACTIVITY)
    if for_all:
        return {"houses": list(Institution.objects.open()), "for_all": True}
    places = [one.project or one.institution for one in memberships_of(user)]
    own = [one for one in places if may(user, Permission.OFFER_ACTIVITY, one)]
    houses = {one.institution_id if isinstance(one, Project) else one.pk for one in own}
    return {"houses": list(Institution.objects.open().filter(pk__in=houses)), "for_all": False}


@access(Role.COORDINATOR, Role.LEAD, Role.SECRETARIAT)
def activity(request: HttpRequest, activity_id: UUID) -> HttpResponse:
    """It costs something else, or is offered no more; one that is offered to all is the secretariat's."""
    row = get_object_or_404(Activity.objects.visible_to(request.user).for_page(), pk=activity_id)
    where = _where(request.user)
    if row.institution not in where["houses"]:
        require(request.user, Permission.OFFER_ACTIVITY)
    form = ActivityForm(request.POST or None, instance=row, **where)
    if form.is_valid() and tried(form, row.put_right, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("friendships:activities")
    return render(request, "friendships/activity.html", {"activity": row, "form": form})


@access(Role.COORDINATOR)
def outings(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """What two friends have used, and what they can do; the budget has a last krone."""
    match = require_followed(request, match_id)
    offered = Activity.objects.visible_to(request.user).at(match.project.institution_id).used_lately().for_page()
    form = OutingForm(request.POST if request.method == "POST" else None, match=match, activities=offered)
    if form.is_valid() and tried(form, Outing.note, match, **form.cleaned_data, by=request.user):
        messages.success(request, _("Saved."))
        return redirect("friendships:outings", match.pk)
    noted = Outing.objects.visible_to(request.user).of(match).with_activities()
    here = [one for one in accounts(request.user, timezone.localdate().year) if one.project.pk == match.project_id]
    context = {"match": match, "form": form, "outings": noted, "account": here[0] if here else None}
    return render(request, "friendships/outings.html", context)


@access(Role.COORDINATOR)
def outing(request: HttpRequest, match_id: UUID, outing_id: UUID) -> HttpResponse:
    """It was another amount, activity or day."""
    match, row = _own_outing(request, match_id, outing_id)
    can_be = (
        Activity.objects.visible_to(request.user).at(match.project.institution_id).offered_or(row.activity).for_page()
    )
    form = CorrectOutingForm(request.POST if request.method == "POST" else None, row=row, activities=can_be)
    if form.is_valid() and tried(form, row.say, **form.cleaned_data):
        messages.success(request, _("Saved."))
        return redirect("friendships:outings", match.pk)
    return render(request, "friendships/outing.html", {"match": match, "form": form, "outing": row})


@access(Role.COORDINATOR, methods="POST")
def take_outing_back(request: HttpRequest, match_id: UUID, outing_id: UUID) -> HttpResponse:
    """It was noted by mistake: money and tickets are there again."""
    match, row = _own_outing(request, match_id, outing_id)
    row.take_back()
    messages.success(request, _("Taken back."))
    return redirect("friendships:outings", match.pk)


def _own_outing(request: HttpRequest, match_id: UUID, outing_id: UUID) -> tuple[Match, Outing]:
    match = require_followed(request, match_id)
    row: Outing = get_object_or_404(Outing.objects.visible_to(request.user).of(match).with_activities(), pk=outing_id)
    row.match = match
    return match, row
