"""What a citizen is called and how to reach him is put right."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from citizens.models import Citizen, KnownAs
from pages.stale_forms import OnlyChanges


class CalledForm(OnlyChanges, forms.ModelForm):
    """The name, and how to make an appointment."""

    class Meta:
        model = KnownAs
        fields = ["called_name", "reach"]


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def called(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Put the name or how to reach him right."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(citizen, request.user))
    known_as = get_object_or_404(KnownAs, citizen=citizen)
    form = CalledForm(request.POST or None, instance=known_as)
    if request.method == "POST" and form.is_valid():
        known_as.put_right(**form.cleaned_data)
        messages.success(request, _("It is put right."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/called.html", {"form": form, "citizen": citizen})
