"""The agreement, signed by link or on paper, and who lacks it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import PUBLIC, access
from access.links import Purpose, revoke_link
from access.requests import LinkRequest, SiteRequest
from access.roles import Role
from pages.lists import Listing
from screening.emails import send_agreement
from screening.forms.agreements import PaperForm, SignForm
from screening.models import Agreement
from volunteers.models import Volunteer
from volunteers.readiness import with_exemptions
from volunteers.screeners import require_screened


@access(Purpose.AGREEMENT)
def sign(request: LinkRequest) -> HttpResponse:
    """Read the agreement in force and sign it; that settles the link."""
    volunteer = get_object_or_404(Volunteer.objects.visible_through(request.link))
    agreement = Agreement.objects.current()
    form = SignForm(request.POST or None, agreement=agreement)
    if request.method == "POST" and agreement and form.is_valid():
        volunteer.sign(agreement, how="link")
        revoke_link(Purpose.AGREEMENT, volunteer)
        return redirect("screening:signed")
    return render(request, "screening/sign.html", {"volunteer": volunteer, "agreement": agreement, "form": form})


@access(PUBLIC, methods="GET HEAD")
def signed(request: HttpRequest) -> HttpResponse:
    """Thank you, and what happens now."""
    return render(request, "screening/signed.html")


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="POST")
def send(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Send the agreement again; the former link ends."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_taken_in)
    send_agreement(volunteer)
    messages.success(request, _("The agreement is on its way. The former link no longer works."))
    return redirect("screening:detail", volunteer.pk)


@access(Role.COORDINATOR, Role.SECRETARIAT)
def paper(request: HttpRequest, volunteer_id: UUID) -> HttpResponse:
    """Register a signature on paper of the version in force."""
    volunteer = require_screened(request.user, volunteer_id)
    volunteer.refuse_unless(volunteer.is_taken_in)
    agreement = get_object_or_404(Agreement.objects.in_force())
    form = PaperForm(request.POST or None, volunteer=volunteer, agreement=agreement)
    if request.method == "POST" and form.is_valid():
        volunteer.sign(agreement, how="paper", signed_at=form.signed_at, by=request.user)
        revoke_link(Purpose.AGREEMENT, volunteer)
        messages.success(request, _("The signature is written down."))
        return redirect("screening:detail", volunteer.pk)
    context = {"volunteer": volunteer, "agreement": agreement, "form": form}
    return render(request, "screening/paper.html", context)


@access(Role.COORDINATOR, Role.SECRETARIAT, methods="GET HEAD")
def lacking(request: SiteRequest) -> HttpResponse:
    """Those who are taken in and have not signed the version that everybody signs."""
    people = Volunteer.objects.screened_by(request.user).with_roles()
    listing = Listing(request).show(people, Agreement.objects.lacked_by(people), by="sorted_as", search=())
    with_exemptions(listing.rows)
    context = {"list": listing, "agreement": Agreement.objects.demanded()}
    return render(request, "screening/lacking_agreement.html", context)
