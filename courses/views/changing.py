"""A course or meeting ahead is changed or called off, by whoever makes courses."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext

from access.declaration import access
from access.roles import Permission, Role, require
from courses import telling
from courses.forms import ChangeForm
from courses.models import Gathering
from courses.models.gatherings import BEGUN
from history.moves import NotPossible, tried, why_not


@access(Role.COORDINATOR, Role.SECRETARIAT)
def change(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Another time or place, or more places; everybody who was told is told again, once."""
    gathering = _to_be_changed(request, gathering_id)
    form = ChangeForm(request.POST or None, instance=gathering)
    told: list[int] = []
    if form.is_valid() and tried(
        form, lambda: told.append(telling.change(gathering, by=request.user, **form.cleaned_data))
    ):
        messages.success(request, sentence_about(told[0]))
        return redirect("courses:gathering", gathering.pk)
    context = {"gathering": gathering, "form": form, "to_tell": gathering.attendances.told().count()}
    return render(request, "courses/change.html", context)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def call_off(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """Say what happens, and call it off."""
    gathering = _to_be_changed(request, gathering_id)
    if request.method == "POST":
        messages.success(request, sentence_about(telling.call_off(gathering, by=request.user)))
        return redirect("courses:gathering", gathering.pk)
    context = {"gathering": gathering, "to_tell": gathering.attendances.told().count()}
    return render(request, "courses/call_off.html", context)


def _to_be_changed(request: HttpRequest, gathering_id: UUID) -> Gathering:
    """One that is ahead; what has begun or is called off stays as it is."""
    gathering = get_object_or_404(Gathering.objects.visible_to(request.user), pk=gathering_id)
    require(request.user, Permission.SET_UP_HOUSES)
    if gathering.is_called_off:
        raise NotPossible(why_not(gathering, Gathering.State.CALLED_OFF))
    if gathering.has_begun:
        raise NotPossible(BEGUN)
    return gathering


def sentence_about(told: int) -> str:
    """Saved, and how many have a mail."""
    return ngettext(
        "Saved, and %(told)s volunteer gets a mail.", "Saved, and %(told)s volunteers get a mail.", told
    ) % {"told": told}
