"""The agreement, signed by link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from access.declaration import PUBLIC, access
from access.links import Purpose, revoke_link
from volunteers.forms import SignForm
from volunteers.models import Agreement, Volunteer


@access(Purpose.AGREEMENT)
def sign(request: HttpRequest) -> HttpResponse:
    """Read the agreement in force and sign it; that settles the link."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link))  # type: ignore[attr-defined]
    agreement = Agreement.objects.current()
    form = SignForm(request.POST or None, agreement=agreement)
    if request.method == "POST" and agreement and form.is_valid():
        volunteer.sign(agreement, how="link")
        revoke_link(Purpose.AGREEMENT, volunteer)
        return redirect("volunteers:signed")
    return render(request, "volunteers/sign.html", {"volunteer": volunteer, "agreement": agreement, "form": form})


@access(PUBLIC, methods="GET HEAD")
def signed(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens now."""
    return render(request, "volunteers/signed.html")
