"""An evening that has been: closed, counted where it was never opened, corrected afterwards."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Permission, Role
from foodclubs.forms.closing import CloseForm, CorrectListsForm, CorrectNumbersForm, NumbersForm
from foodclubs.models import Evening
from foodclubs.staffing import could_have_helped
from foodclubs.views.evenings import own_evening
from history.moves import NotPossible, tried, why_not

COORDINATOR, LEAD = Role.COORDINATOR, Role.LEAD


@access(COORDINATOR, LEAD)
def close(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Close the evening: who came, who paid, which volunteers came. One button says of all guests that they paid."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    form = CloseForm(request.POST if request.method == "POST" else None, evening=evening)
    if "all_paid" in request.POST:
        form = CloseForm(evening=evening, initial=form.with_all_paid())
    elif request.method == "POST" and form.is_valid():
        try:
            evening.hold(guests=form.guests(), duties=form.helpers(), by=request.user)
        except NotPossible as error:
            if evening.state != Evening.State.OPEN:  # somebody else has closed it, or called it off
                raise
            form = CloseForm(request.POST, evening=evening)  # with who has come onto the list meanwhile
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you. The evening is closed."))
            return redirect("foodclubs:evening", evening.pk)
    waiting = evening.signups.waiting()
    return render(request, "foodclubs/close.html", {"evening": evening, "form": form, "waiting": waiting})


@access(COORDINATOR, LEAD)
def count(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Close an evening that passed without having been opened: how many came all the same."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    if request.method != "POST" and not evening.may_be_counted:
        raise NotPossible(why_not(evening))
    form = NumbersForm(request.POST or None)
    if form.is_valid() and tried(form, evening.count, by=request.user, **form.totals):
        messages.success(request, _("Thank you. The evening is closed."))
        return redirect("foodclubs:evening", evening.pk)
    return render(request, "foodclubs/count.html", {"evening": evening, "form": form})


@access(COORDINATOR, LEAD)
def correct(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Correct what was said when the evening was closed: who came, who paid, or the numbers; and say why."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    if evening.state != Evening.State.HELD:
        raise NotPossible(why_not(evening))
    form: CorrectListsForm | CorrectNumbersForm
    if evening.had_lists:
        helpers = could_have_helped(evening, seen_by=request.user)
        form = CorrectListsForm(request.POST or None, evening=evening, helpers=helpers)
    else:
        form = CorrectNumbersForm(request.POST or None, evening=evening)
    if form.is_valid() and tried(form, form.correct, evening, by=request.user):
        messages.success(request, _("The correction is saved."))
        return redirect("foodclubs:evening", evening.pk)
    return render(request, "foodclubs/correct.html", {"evening": evening, "form": form})
