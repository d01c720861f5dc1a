"""Where a volunteer takes a task by the link in a letter, and gives it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.links import Purpose
from access.requests import LinkRequest
from courses.places import take_place
from foodclubs.forms.tasks import TaskForm
from foodclubs.models import Duty, Evening
from foodclubs.places import give_back
from history.moves import NotPossible


@access(Purpose.DUTY)
def duty(request: LinkRequest) -> HttpResponse:
    """The evening's tasks with room: choose one, or see the one taken."""
    link = request.link
    evening = get_object_or_404(Evening.objects.visible_through(link).with_house(), pk=link.object_id)
    tasks = evening.tasks.visible_through(link).with_room()
    form = TaskForm(request.POST or None, tasks=tasks)
    if request.method == "POST" and form.is_valid():
        try:
            take_place("task", form.cleaned_data["task"], link.volunteer_id)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you. We look forward to seeing you."))
            return redirect("foodclubs:duty", request.token)
    taken = Duty.objects.visible_through(link).on_the_list().filter(evening=evening).first()
    context = {"evening": evening, "tasks": tasks, "form": form, "taken": taken, "token": request.token}
    return render(request, "foodclubs/duty.html", context)


@access(Purpose.DUTY, methods="POST")
def give_duty_back(request: LinkRequest) -> HttpResponse:
    """Give the task back, so that another one can take it."""
    link = request.link
    given_back = get_object_or_404(Duty.objects.visible_through(link), evening=link.object_id)
    if given_back.state != Duty.State.CANCELLED:  # by link twice is once
        give_back(given_back)
    messages.success(request, _("You have given the task back. Thank you for telling us."))
    return redirect("foodclubs:duty", request.token)
