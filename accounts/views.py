"""A way back for one who lost every factor, and whether one is still signed in."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import PUBLIC, access
from access.roles import Role
from accounts.forms import WayBackForm
from accounts.fresh import fresh_login
from accounts.models import FactorReset
from history.moves import NotPossible


@access(PUBLIC, methods="GET HEAD")
def alive(request: HttpRequest) -> HttpResponse:
    """Is one still signed in? A page asks before it sends a form, and takes the form's token anew."""
    return JsonResponse({"signed_in": request.user.is_authenticated, "token": get_token(request)})


@access(Role.SECRETARIAT)
@fresh_login
def way_back(request: HttpRequest) -> HttpResponse:
    """Ask for a new start for somebody's login; what others have asked for waits here for a second person."""
    form = WayBackForm(request.POST or None, by=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            FactorReset.ask(form.cleaned_data["user"], by=request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Asked for. Another person of the secretariat has a letter and must confirm."))
            return redirect("accounts:way_back")
    resets = FactorReset.objects.visible_to(request.user).undecided().with_people()
    return render(request, "account/way_back.html", {"form": form, "resets": resets})


@access(Role.SECRETARIAT, methods="POST")
@fresh_login
def confirm_way_back(request: HttpRequest, reset_id: UUID) -> HttpResponse:
    """The second person's yes."""
    reset = get_object_or_404(FactorReset.objects.visible_to(request.user).with_people(), pk=reset_id)
    reset.confirm(by=request.user)
    messages.success(request, _("Done. %(name)s gets a letter with a link.") % {"name": reset.user.name})
    return redirect("accounts:way_back")


@access(Role.SECRETARIAT, methods="POST")
@fresh_login
def refuse_way_back(request: HttpRequest, reset_id: UUID) -> HttpResponse:
    """Nothing is changed; the request is gone."""
    reset = get_object_or_404(FactorReset.objects.visible_to(request.user), pk=reset_id)
    reset.refuse(by=request.user)
    messages.success(request, _("The request is taken away. Nothing was changed."))
    return redirect("accounts:way_back")
