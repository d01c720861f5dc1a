"""For anybody, without a login: the application, interest in a closed role, a new link to one's own page."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import AGAIN, NEW, PUBLIC, access
from access.requests import JUST_MADE, NewRequest
from volunteers.emails import send_receipt
from volunteers.forms.applications import AddressForm, ApplicationForm, InterestForm
from volunteers.limits import is_one_too_many, is_sent_twice, may_ask_for_a_link, may_put_right
from volunteers.models import RoleProfile
from volunteers.new_links import ask_for_links, put_right_at_once

# Under which name the session keeps the address that was typed, for the page that says thank you.
WRITTEN_TO = "written_to"


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def apply(request: NewRequest) -> HttpResponse:
    """What the roles are, and the application. The answer never tells whether an address is known, nor a robot."""
    form = ApplicationForm(request.POST or None, initial={"role": request.GET.getlist("rolle")})
    if form.is_trapped:
        return thanks(request, "volunteers:applied")
    if request.method == "POST" and form.is_valid() and not is_one_too_many(request, form):
        if not is_sent_twice(form):
            send_receipt(form.save_as(request.new_id))
            request.session[JUST_MADE] = str(request.new_id)
        return thanks(request, "volunteers:applied")
    return render(request, "volunteers/apply.html", {"form": form, "closed": RoleProfile.objects.closed().told_once()})


@access(AGAIN)
@sensitive_post_parameters()
@sensitive_variables("form", "address")
def applied(request: NewRequest) -> HttpResponse:
    """Thank you, where the mail goes, and what happens now; an address that was mistyped is put right here at once."""
    address = request.session.get(WRITTEN_TO, "")
    form = AddressForm(request.POST or None, initial={"email": address})
    if form.is_trapped:
        return thanks(request, "volunteers:applied")
    if request.method == "POST" and form.is_valid():
        right = form.cleaned_data["email"]
        if may_put_right(request, email=right) and put_right_at_once(request.new_id, right):
            messages.success(request, _("From now on we write to %(address)s alone.") % {"address": right})
            return thanks(request, "volunteers:applied")
        sentence = _("It can no longer be put right here. Call or write to the house, and they do it for you.")
        form.add_error(None, sentence)
    return render(request, "volunteers/applied.html", {"address": address, "form": form})


def thanks(request: NewRequest, page: str) -> HttpResponse:
    """To the thank-you page, which says to which address we write: in the session, never in an address bar."""
    request.session[WRITTEN_TO] = request.POST.get("email", "")[:254]
    return redirect(page)


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def show_interest(request: NewRequest) -> HttpResponse:
    """A name and an address for a role that is closed: one letter when it opens, and then both are erased."""
    form = InterestForm(request.POST or None, initial={"role": request.GET.get("rolle", "")})
    if form.is_trapped:
        return thanks(request, "volunteers:interest_shown")
    if request.method == "POST" and form.is_valid() and not is_one_too_many(request, form):
        form.save_as(request.new_id)
        return thanks(request, "volunteers:interest_shown")
    return render(request, "volunteers/show_interest.html", {"form": form, "roles": RoleProfile.objects.closed()})


@access(PUBLIC, methods="GET HEAD")
def interest_shown(request: HttpRequest) -> HttpResponse:
    """Thank you; a letter comes to that address when the role opens."""
    return render(request, "volunteers/interest_shown.html", {"address": request.session.get(WRITTEN_TO, "")})


@access(NEW)
@sensitive_post_parameters()
@sensitive_variables("form")
def new_link(request: NewRequest) -> HttpResponse:
    """Ask for a new link to the own page. The answer is the same whether an address is known or not."""
    form = AddressForm(request.POST or None)
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
