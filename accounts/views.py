"""One's own access, changes of somebody's access that take two people and a day, and whether one is signed in."""

from uuid import UUID

from allauth.mfa.totp.forms import ActivateTOTPForm
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import PUBLIC, SIGNED_IN, access
from access.links import Purpose
from access.requests import LinkRequest, SiteRequest
from access.roles import Role
from accounts.devices import remember_device
from accounts.factors import app_of, move_app, picture_for_app
from accounts.forms import AddressForm, ChangeForm, NewAddressForm, SecretariatForm, WayBackForm
from accounts.models import AccessChange, NewAddress, User
from accounts.reauthentication import fresh_login
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


@access(SIGNED_IN)
@fresh_login
def address(request: HttpRequest) -> HttpResponse:
    """With which address one logs in, which new one waits for its link, and the form to ask for another."""
    form = NewAddressForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            new = NewAddress.ask(request.user, form.cleaned_data["email"])
        except NotPossible as error:
            form.add_error("email", str(error))
        else:
            messages.success(request, _("A mail with a link is on its way to %(email)s.") % {"email": new.address})
            return redirect("accounts:address")
    return render(request, "account/address.html", {"form": form, "waiting": NewAddress.waiting_for(request.user)})


@access(SIGNED_IN, methods="POST")
def call_off_address(request: HttpRequest) -> HttpResponse:
    """One keeps the address that one has."""
    NewAddress.call_off(by=request.user)
    messages.success(request, _("Withdrawn. You go on logging in as before."))
    return redirect("accounts:address")


@access(SIGNED_IN)
def confirm_address(request: SiteRequest, token: str) -> HttpResponse:
    """The link in the mail to the new address: whoever asked for it takes it; anybody else is told why not."""
    try:
        new = NewAddress.mailed(token, to=request.user)
    except NotPossible as error:
        return render(request, "account/no_new_address.html", {"sentence": str(error)}, status=409)
    if request.method == "POST":
        new.take(by=request.user)
        remember_device(request, new.address)
        messages.success(request, _("Saved. You now log in with %(email)s.") % {"email": new.address})
        return redirect("mfa_index")
    return render(request, "account/confirm_address.html", {"new": new})


@access(SIGNED_IN)
@fresh_login
def new_phone(request: HttpRequest) -> HttpResponse:
    """The app moves to a new phone, in one step: the codes of the old one end when the first new one is right."""
    app = app_of(request.user)
    if app is None:
        return redirect("mfa_activate_totp")
    form = ActivateTOTPForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        move_app(request, app, form.secret)
        messages.success(request, _("Saved. Your codes now come from the new phone."))
        return redirect("mfa_index")
    picture = picture_for_app(request.user, form.secret)
    return render(request, "mfa/totp/move_form.html", {"form": form, "totp_svg_data_uri": picture})


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
    change = get_object_or_404(AccessChange.objects.of_link(request.link).for_letters().with_who_stopped())
    if request.method == "POST" and change.is_open:
        change.stop()
        return redirect(request.path)
    return render(request, "account/stop_change.html", {"change": change})


def _change(request: HttpRequest, change_id: UUID) -> AccessChange:
    return get_object_or_404(AccessChange.objects.visible_to(request.user).for_letters(), pk=change_id)
