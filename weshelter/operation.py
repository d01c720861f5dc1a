"""Whether the site does its work, for the secretariat: a part of the page for each thing that may stand still."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from history.failures import Failure


class SettleForm(forms.Form):
    """How often it had happened when the page was opened."""

    times = forms.IntegerField(min_value=1, max_value=2**31 - 1)


@access(Role.SECRETARIAT, methods="GET HEAD")
def operation(request: HttpRequest) -> HttpResponse:
    """What failed, how often and when, and what somebody has seen to."""
    failures = Failure.objects.visible_to(request.user)
    return render(
        request, "weshelter/operation.html", {"failures": failures.unsettled(), "settled": failures.settled()[:10]}
    )


@access(Role.SECRETARIAT, methods="POST")
def settle_failure(request: HttpRequest, failure_id) -> HttpResponse:
    """Somebody has seen to one kind of failure: what comes after is counted anew."""
    failure = get_object_or_404(Failure.objects.visible_to(request.user), pk=failure_id)
    form = SettleForm(request.POST)
    if form.is_valid():
        failure.settle(times=form.cleaned_data["times"], by=request.user)
        messages.success(request, _("Noted. If it happens again, it stands here again."))
    return redirect("operation")
