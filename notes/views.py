"""Telling in confidence, opening it with a purpose, guidance for the friend, and the friend's receipt."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.links import Purpose as LinkPurpose
from access.requests import LinkRequest
from access.roles import Permission, Role, require
from citizens.models import Citizen, Consent
from history.moves import NotPossible, tried
from institutions.models import Institution
from matching.models import Match
from notes.emails import send_guidance_there
from notes.forms import ApprovalForm, ConfidenceForm, GuidanceForm, OpeningForm, RewordForm
from notes.friend import friend_preview, preview_of
from notes.models import Confidence, Guidance, acknowledge, coordinators_of, openings_of
from notes.overview import house_to_write_from
from notes.reading import PURPOSES, open_confidence
from notes.words import words_to_look_at
from pages.stale_forms import fingerprint
from pages.undo import undoable


@access(Role.LEAD)
@sensitive_post_parameters("text")
@sensitive_variables("form")
def write(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """The lead tells the project's coordinators something; he cannot read it again himself."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    house = _house_to_write_from(citizen, request.user)
    form = ConfidenceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            confidence = Confidence.write(citizen, form.cleaned_data["text"], house=house, by=request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            undoable(request, _("It is sent."), reverse("notes:withdraw", args=[confidence.pk]))
            return redirect("notes:confidence", confidence.pk)
    return render(
        request,
        "notes/write.html",
        {
            "citizen": citizen,
            "form": form,
            "readers": coordinators_of(citizen.project),
            "has_consent": citizen.has_consented_to(Consent.Purpose.GUIDANCE),
        },
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def friend_sees(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Exactly what the friend sees of a citizen, or would see: to look through together, and to print."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    has_consent = citizen.has_consented_to(Consent.Purpose.FRIEND)
    return render(
        request,
        "notes/friend_sees.html",
        {"citizen": citizen, "view": friend_preview(citizen), "has_consent": has_consent},
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def confidence(request: HttpRequest, confidence_id: UUID) -> HttpResponse:
    """That it exists: for the coordinator the way to open it, for the author the receipt."""
    return _confidence_page(request, _visible_confidence(request, confidence_id), OpeningForm())


@access(Role.COORDINATOR, methods="POST")
@sensitive_variables("text")
def open_message(request: HttpRequest, confidence_id: UUID) -> HttpResponse:
    """Open it with a purpose. Writes the log's row and nothing else; the text stands in this answer only."""
    confidence = _visible_confidence(request, confidence_id)
    require(request.user, Permission.OPEN_CONFIDENCE, confidence.project)
    if not confidence.is_addressed_to(request.user):
        raise PermissionDenied("not an addressee")
    form = OpeningForm(request.POST)
    if not form.is_valid():
        return _confidence_page(request, confidence, form)
    text = open_confidence(confidence, form.cleaned_data["purpose"])
    return render(
        request,
        "notes/opened.html",
        {"confidence": confidence, "text": text, "openings": _openings(confidence)},
    )


@access(Role.LEAD, methods="POST")
def withdraw(request: HttpRequest, confidence_id: UUID) -> HttpResponse:
    """The author takes back what nobody has opened; to correct is to write anew."""
    confidence = _visible_confidence(request, confidence_id)
    if confidence.author_id != request.user.pk:
        raise PermissionDenied("not the author")
    confidence.withdraw(by=request.user)
    messages.success(request, _("It is taken back, and the text is erased. Nobody has read it."))
    return redirect("coordinators:citizen", confidence.citizen_id)


@access(Role.COORDINATOR)
@sensitive_post_parameters("text")
@sensitive_variables("form")
def guide(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Write guidance for the friend: an empty page, whatever was read before."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.WRITE_GUIDANCE, citizen.project)
    form = GuidanceForm(
        request.POST or None,
        initial={"origin": request.GET.get("fra")},
        confidences=Confidence.objects.visible_to(request.user).about(citizen),
    )
    if request.method == "POST" and form.is_valid():
        try:
            guidance = Guidance.write(citizen, **form.cleaned_data, by=request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The draft is saved. Read it as the friend will, and approve it."))
            return redirect("notes:guidance", guidance.pk)
    has_consent = citizen.has_consented_to(Consent.Purpose.GUIDANCE)
    return render(request, "notes/guide.html", {"citizen": citizen, "form": form, "has_consent": has_consent})


@access(Role.COORDINATOR)
@sensitive_post_parameters("text")
@sensitive_variables("form")
def reword(request: HttpRequest, guidance_id: UUID) -> HttpResponse:
    """Change a draft."""
    guidance = _visible_guidance(request, guidance_id)
    as_it_is = {"text": guidance.text, "review_on": guidance.review_on}
    form = RewordForm(request.POST or None, row=guidance, initial=as_it_is)
    if request.method == "POST" and form.is_valid():
        try:
            guidance.reword(**form.cleaned_data, by=request.user)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("The draft is changed."))
            return redirect("notes:guidance", guidance.pk)
    return render(request, "notes/reword.html", {"guidance": guidance, "form": form})


@access(Role.COORDINATOR)
def guidance(request: HttpRequest, guidance_id: UUID) -> HttpResponse:
    """One guidance as the friend sees it; a draft is approved here, with a reason where words may tell too much."""
    guidance = _visible_guidance(request, guidance_id)
    words = words_to_look_at(guidance.text)
    form = ApprovalForm(request.POST if request.method == "POST" else None, words=words)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data.get("reason", "")
        shown = request.POST.get("opened", "")
        if tried(form, guidance.approve, shown=shown, reason_for_words=reason, by=request.user):
            for match in Match.objects.known_to(request.user).of(guidance.citizen).running().for_list():
                send_guidance_there(match)
            messages.success(request, _("It is approved: the friend finds it on their own page."))
            return redirect("notes:guidance", guidance.pk)
        guidance.refresh_from_db()
    return render(
        request,
        "notes/guidance.html",
        {
            "guidance": guidance,
            "words": words,
            "form": form,
            "opened": fingerprint(guidance.text),
            "view": preview_of(guidance, request.user),
            "receipts": guidance.receipts(),
        },
    )


@access(Role.COORDINATOR)
def withdraw_guidance(request: HttpRequest, guidance_id: UUID) -> HttpResponse:
    """Hide it from the friend for good, after a page that says what follows."""
    guidance = _visible_guidance(request, guidance_id)
    if request.method != "POST":
        return render(request, "notes/withdraw_guidance.html", {"guidance": guidance})
    guidance.withdraw(by=request.user)
    messages.success(request, _("It is withdrawn, and the friend no longer sees it."))
    return redirect("coordinators:citizen", guidance.citizen_id)


@access(LinkPurpose.OWN_PAGE, methods="POST")
def acknowledge_guidance(request: LinkRequest, guidance_id: UUID) -> HttpResponse:
    """The friend has read it; twice is once."""
    if not acknowledge(guidance_id):
        raise Http404("not shown to this friend")
    messages.success(request, _("Thank you. Your coordinator can see that you have read it."))
    return redirect("coordinators:own_page", request.token)


def _house_to_write_from(citizen: Citizen, user) -> Institution:
    house = house_to_write_from(citizen.houses_today(), user)
    require(user, Permission.WRITE_CONFIDENCE, house)
    if house is None:
        raise PermissionDenied("at no house")
    return house


def _visible_confidence(request: HttpRequest, pk: UUID) -> Confidence:
    return get_object_or_404(Confidence.objects.visible_to(request.user).for_page(), pk=pk)


def _visible_guidance(request: HttpRequest, pk: UUID) -> Guidance:
    """Asked by every page of a guidance: whoever sees it is its coordinator and may write."""
    guidance = get_object_or_404(Guidance.objects.visible_to(request.user).for_page(), pk=pk)
    require(request.user, Permission.WRITE_GUIDANCE, guidance.project)
    return guidance


def _confidence_page(request: HttpRequest, confidence: Confidence, form: OpeningForm) -> HttpResponse:
    openings = _openings(confidence)
    is_author = confidence.author_id == request.user.pk
    return render(
        request,
        "notes/confidence.html",
        {
            "confidence": confidence,
            "readers": confidence.readers(),
            "openings": openings,
            "form": form,
            "may_open": confidence.can_be_opened_by(request.user),
            "is_author": is_author,
            "may_withdraw": is_author and not openings and confidence.withdrawn_at is None,
            "has_consent": confidence.citizen.has_consented_to(Consent.Purpose.GUIDANCE),
        },
    )


def _openings(confidence: Confidence) -> list[dict]:
    """Each opening with its purpose in words; the author learns only when."""
    return [{**one, "purpose": PURPOSES.get(one["purpose"], "")} for one in openings_of([confidence])[confidence.pk]]
