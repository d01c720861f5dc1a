"""Whether the site does its work, for the secretariat: a part of the page for each thing that may stand still."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from history.failures import Failure
from letters.models import Message
from weshelter.health import look
from weshelter.models import JobRun
from weshelter.tasks_given_up import failed_tasks, put_away, try_again


class SettleForm(forms.Form):
    """How often it had happened when the page was opened."""

    times = forms.IntegerField(min_value=1, max_value=2**31 - 1)


@access(Role.SECRETARIAT, methods="GET HEAD")
def operation(request: HttpRequest) -> HttpResponse:
    """Whether worker and daily jobs run, what waits for a decision, what failed and what somebody has seen to."""
    failures = Failure.objects.visible_to(request.user)
    context = {
        "health": look(),
        "runs": JobRun.objects.visible_to(request.user).latest_of_each(),
        "mails": Message.objects.visible_to(request.user).to_be_decided(),
        "tasks": failed_tasks(),
        "failures": failures.unsettled(),
        "settled": failures.settled()[:10],
    }
    return render(request, "weshelter/operation.html", context)


@access(Role.SECRETARIAT, methods="POST")
def send_mail_again(request: HttpRequest, message_id) -> HttpResponse:
    """A mail that was refused or perhaps not sent goes once more."""
    get_object_or_404(Message.objects.visible_to(request.user), pk=message_id).send_again(by=request.user)
    messages.success(request, _("The mail is on its way again."))
    return redirect("operation")


@access(Role.SECRETARIAT, methods="POST")
def put_mail_aside(request: HttpRequest, message_id) -> HttpResponse:
    """A mail is not sent any more."""
    get_object_or_404(Message.objects.visible_to(request.user), pk=message_id).put_aside(by=request.user)
    messages.success(request, _("The mail is put aside, and its text is erased."))
    return redirect("operation")


@access(Role.SECRETARIAT, methods="POST")
def try_task_again(request: HttpRequest, task_id) -> HttpResponse:
    """What the worker gave up goes back into its queue."""
    try_again(task_id)
    messages.success(request, _("The task is tried again."))
    return redirect("operation")


@access(Role.SECRETARIAT, methods="POST")
def put_task_away(request: HttpRequest, task_id) -> HttpResponse:
    """What the worker gave up is not done any more."""
    put_away(task_id)
    messages.success(request, _("The task is put away."))
    return redirect("operation")


@access(Role.SECRETARIAT, methods="POST")
def settle_failure(request: HttpRequest, failure_id) -> HttpResponse:
    """Somebody has seen to one kind of failure: what comes after is counted anew."""
    failure = get_object_or_404(Failure.objects.visible_to(request.user), pk=failure_id)
    form = SettleForm(request.POST)
    if form.is_valid():
        failure.settle(times=form.cleaned_data["times"], by=request.user)
        messages.success(request, _("Noted. If it happens again, it stands here again."))
    else:
        messages.error(request, _("Nothing was noted. Look at the line once more."))
    return redirect("operation")
