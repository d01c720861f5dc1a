"""Changes of somebody's access that take two people and a day, and whether one is still signed in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import PUBLIC, access
from access.links import LinkRequest, Purpose
from access.roles import Role
from accounts.forms import AddressForm, ChangeForm, SecretariatForm, WayBackForm
from accounts.fresh import fresh_login
from accounts.models import AccessChange, User
from history.moves import NotPossible

Kind = AccessChange.Kind
FORMS: dict[str, type[ChangeForm]] = {
    Kind.ADDRESS: AddressForm,
    Kind.SECRETARIAT: SecretariatForm,
    Kind.WAY_BACK: WayBackForm,
}
SHOWN = 50


@access(PUBLIC, methods="GET HEAD")
def alive(request: HttpRequest) -> HttpResponse:
    """Is one still signed in? A page asks before it sends a form, and takes the form's token anew."""
    return JsonResponse({"signed_in": request.user.is_authenticated, "token": get_token(request)})


@access(Role.SECRETARIAT, methods="GET HEAD")
def changes(request: HttpRequest) -> HttpResponse:
    """What waits for a second person or for its day, and what became of the others."""
    rows = AccessChange.objects.visible_to(request.user).for_page(request.user)
    return render(
        request,
        "account/changes.html",
        {
            "waiting": rows.open(),
            "settled": rows.settled()[:SHOWN],
            "is_alone": not User.objects.second_to(request.user).exists(),
        },
    )


@access(Role.SECRETARIAT)
@fresh_login
def ask_change(request: HttpRequest, kind: str) -> HttpResponse:
    """Ask for one change; nothing happens before another one has confirmed it and a day has passed."""
    form = FORMS[kind](request.POST or None, by=request.user, initial={"user": request.GET.get("user")})
    if request.method == "POST" and form.is_valid():
        try:
            AccessChange.ask(kind, by=request.user, **form.cleaned_data)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request, _("Asked for. The others of the secretariat have a letter; one of them confirms.")
            )
            return redirect("accounts:changes")
    return render(request, "account/ask_change.html", {"form": form, "kind": kind, "title": Kind(kind).label})


@access(Role.SECRETARIAT, methods="POST")
@fresh_login
def confirm_change(request: HttpRequest, change_id: UUID) -> HttpResponse:
    """The second person's yes."""
    change = _change(request, change_id)
    change.confirm(by=request.user)
    messages.success(request, _("Confirmed. It takes effect in 24 hours, unless somebody stops it."))
    return redirect("accounts:changes")


@access(Role.SECRETARIAT, methods="POST")
@fresh_login
def refuse_change(request: HttpRequest, change_id: UUID) -> HttpResponse:
    """A second person's no: nothing is changed."""
    change = _change(request, change_id)
    change.refuse(by=request.user)
    messages.success(request, _("You have said no. Nothing was changed."))
    return redirect("accounts:changes")


@access(Role.SECRETARIAT, methods="POST")
def stop_change(request: HttpRequest, change_id: UUID) -> HttpResponse:
    """Whoever asked calls it off, or a colleague stops it; to stop needs no fresh login."""
    change = _change(request, change_id)
    change.stop(by=request.user)
    messages.success(request, _("It is stopped. Nothing was changed."))
    return redirect("accounts:changes")


@access(Purpose.STOP_CHANGE)
def stop_by_link(request: LinkRequest) -> HttpResponse:
    """The person whom it is about sees what was asked for, and stops it; afterwards it tells what became of it."""
    change = get_object_or_404(AccessChange.objects.of_link(request.link).for_letters())
    if request.method == "POST" and change.is_open:
        change.stop()
        return redirect(request.path)
    return render(request, "account/stop_change.html", {"change": change})


def _change(request: HttpRequest, change_id: UUID) -> AccessChange:
    return get_object_or_404(AccessChange.objects.visible_to(request.user).for_letters(), pk=change_id)
