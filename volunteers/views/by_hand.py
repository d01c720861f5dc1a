"""A volunteer is entered by hand, and goes the same way as everybody: conversation, agreement, course."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.roles import Permission, Role, require
from volunteers.emails import send_entered
from volunteers.forms.by_hand import ByHandForm
from volunteers.models import RoleProfile


@access(Role.COORDINATOR, Role.SECRETARIAT)
@sensitive_post_parameters()
@sensitive_variables("form")
def enter(request: HttpRequest) -> HttpResponse:
    """From paper, or somebody of many years; a letter tells her, with the link to her own page."""
    form = ByHandForm(request.POST or None, roles=RoleProfile.objects.of_open_projects(request.user))
    if request.method == "POST" and form.is_valid():
        require(request.user, Permission.SCREEN_VOLUNTEER, form.cleaned_data["role"].project)
        volunteer = form.save()
        if volunteer is form.instance:
            send_entered(volunteer)
        messages.success(request, _("%(name)s is entered, and a letter is on its way.") % {"name": volunteer.name})
        return redirect("screening:detail", volunteer.pk)
    return render(request, "volunteers/enter.html", {"form": form})
