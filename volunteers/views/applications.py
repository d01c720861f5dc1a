"""The application: for anybody, without a login."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import NEW, PUBLIC, access
from volunteers.emails import send_receipt
from volunteers.forms.applications import ApplicationForm
from volunteers.limits import may_apply


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def apply(request: HttpRequest) -> HttpResponse:
    """What the roles are, and the application. The answer never tells whether an address is known, nor a robot."""
    form = ApplicationForm(request.POST or None, initial={"role": request.GET.get("rolle", "")})
    if form.is_trapped:
        return redirect("volunteers:applied")
    if request.method == "POST" and form.is_valid():
        if may_apply(request, email=form.cleaned_data["email"], role=form.cleaned_data["role"]):
            send_receipt(form.save_as(request.new_id))  # type: ignore[attr-defined]
        return redirect("volunteers:applied")
    return render(request, "volunteers/apply.html", {"form": form, "roles": form.roles})


@access(PUBLIC, methods="GET HEAD")
def applied(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens now."""
    return render(request, "volunteers/applied.html")
