"""What the two of a pair have agreed: written, put right, printed for both."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from access.declaration import access
from access.roles import Role
from friendships.forms.agreements import AgreementForm
from friendships.models import PairAgreement
from friendships.views.own_match import require_followed
from history.moves import NotPossible, tried, why_not


@access(Role.COORDINATOR)
def agreement(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """Written with the two, once both have said yes; later it is put right, and has another day to look at it."""
    match = require_followed(request, match_id)
    if not match.is_running:
        raise NotPossible(why_not(match))
    agreed = PairAgreement.objects.visible_to(request.user).of(match).first()
    row = agreed or PairAgreement(match=match, project_id=match.project_id)
    form = AgreementForm(request.POST if request.method == "POST" else None, instance=row)
    if form.is_valid() and tried(form, form.write):
        messages.success(request, _("Saved. Your desk reminds you on the day."))
        return redirect("coordinators:pair", match.pk)
    return render(request, "friendships/agreement.html", {"match": match, "form": form, "agreement": agreed})


@access(Role.COORDINATOR, methods="GET HEAD")
def agreement_on_paper(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """The agreement to print, for whichever of the two would like it."""
    match = require_followed(request, match_id)
    agreed = get_object_or_404(PairAgreement.objects.visible_to(request.user).of(match))
    return render(request, "friendships/agreement_on_paper.html", {"match": match, "agreement": agreed})
