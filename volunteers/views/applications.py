"""For anybody, without a login: the application, interest in a closed role, a new link to one's own page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import NEW, PUBLIC, access
from access.requests import NewRequest
from volunteers.emails import send_receipt
from volunteers.forms.applications import ApplicationForm, InterestForm, NewLinkForm
from volunteers.limits import may_apply, may_ask_for_a_link, may_show_interest
from volunteers.models import RoleProfile
from volunteers.new_links import ask_for_links


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def apply(request: NewRequest) -> HttpResponse:
    """What the roles are, and the application. The answer never tells whether an address is known, nor a robot."""
    form = ApplicationForm(request.POST or None, initial={"role": request.GET.get("rolle", "")})
    if form.is_trapped:
        return redirect("volunteers:applied")
    if request.method == "POST" and form.is_valid():
        if may_apply(request, email=form.cleaned_data["email"], role=form.cleaned_data["role"]):
            send_receipt(form.save_as(request.new_id))
        return redirect("volunteers:applied")
    return render(request, "volunteers/apply.html", {"form": form, "closed": RoleProfile.objects.closed().told_once()})


@access(PUBLIC, methods="GET HEAD")
def applied(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens now."""
    return render(request, "volunteers/applied.html")


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def show_interest(request: NewRequest) -> HttpResponse:
    """A name and an address for a role that is closed: one letter when it opens, and then both are erased."""
    form = InterestForm(request.POST or None, initial={"role": request.GET.get("rolle", "")})
    if form.is_trapped:
        return redirect("volunteers:interest_shown")
    if request.method == "POST" and form.is_valid():
        if may_show_interest(request, email=form.cleaned_data["email"], role=form.cleaned_data["role"]):
            form.save_as(request.new_id)
        return redirect("volunteers:interest_shown")
    return render(request, "volunteers/show_interest.html", {"form": form, "roles": RoleProfile.objects.closed()})


@access(PUBLIC, methods="GET HEAD")
def interest_shown(request: HttpRequest) -> HttpResponse:
    """Thank you; a letter comes when the role opens."""
    return render(request, "volunteers/interest_shown.html")


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def new_link(request: NewRequest) -> HttpResponse:
    """Ask for a new link to the own page. The answer is the same whether an address is known or not."""
    form = NewLinkForm(request.POST or None)
    if form.is_trapped:
        return redirect("volunteers:new_link_sent")
    if request.method == "POST" and form.is_valid():
        if may_ask_for_a_link(request, email=form.cleaned_data["email"]):
            ask_for_links(form.cleaned_data["email"])
        return redirect("volunteers:new_link_sent")
    return render(request, "volunteers/new_link.html", {"form": form})


@access(PUBLIC, methods="GET HEAD")
def new_link_sent(request: HttpRequest) -> HttpResponse:
    """A letter is on its way, if the address is one of ours."""
    return render(request, "volunteers/new_link_sent.html")
