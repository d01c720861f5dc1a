"""Citizens: the list, registering one, his wishes, his consents, and what his friend may know."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.requests import SiteRequest
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from citizens.forms import ChangeWishesForm, DisclosureForm, LaterConsentForm, RegistrationForm
from citizens.models import Attachment, Citizen, Wishes, just_registered, register
from citizens.paper import blank, filled_in
from history.moves import NotPossible, tried
from institutions.choices import project_choice
from institutions.models import Project
from pages.lists import ORDER, Choice, Listing

WHICH = {
    "": gettext_lazy("everybody"),
    "venter": gettext_lazy("waiting for a friend"),
    "hoere": gettext_lazy("not heard from us for six weeks"),
    "spoerges": gettext_lazy("whose wish is to be asked about again"),
    "samtykke": gettext_lazy("whose yes to a friend is missing"),
    "ven": gettext_lazy("with a friend"),
    "hviler": gettext_lazy("without a wish just now"),
}
ORDERS = {"navn": gettext_lazy("by name"), "ventet": gettext_lazy("longest waiting first")}
BY = {"navn": "known_as__sorted_as", "ventet": "wishes__waits_since"}
ALL_WAIT = {"venter", "hoere", "spoerges", "samtykke"}
LONGEST_FIRST = {"venter", "hoere"}


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters("words")
@sensitive_variables("listing")
def citizen_list(request: SiteRequest) -> HttpResponse:
    """The citizens of one's projects or house; by choice those who wait for a friend, the longest waiting first."""
    which = Choice.of(request, "vis", _("Which citizens"), WHICH)
    project = project_choice(request, kind=Project.Kind.FRIENDS)
    orders = ORDERS if which.chosen in ALL_WAIT else {"navn": ORDERS["navn"]}
    default = "ventet" if which.chosen in LONGEST_FIRST else "navn"
    order = Choice.of(request, ORDER, _("Order"), orders, default=default)
    scope = Citizen.objects.known_to(request.user)
    citizens = scope.in_want(which.chosen)
    if project.made:
        citizens = citizens.filter(project=project.made)
    listing = Listing(request, [which, project, order], shown=scope.for_list())
    listing.show(scope, citizens, by=BY[order.chosen], search=("known_as__called_name", "number"))
    return render(request, "citizens/list.html", {"list": listing, "all_wait": which.chosen in ALL_WAIT})


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def register_citizen(request: HttpRequest) -> HttpResponse:
    """A citizen in two minutes."""
    form = RegistrationForm(request.POST or None, projects=Project.objects.registrable_by(request.user))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        require(request.user, Permission.REGISTER_CITIZEN, said["project"])
        who = {name: said[name] for name in ("project", "called_name", "reach")}
        if once := just_registered(**who):
            return redirect("coordinators:citizen", once.pk)
        try:
            citizen = register(**who, attachment_kind=said["attachment"])
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            form.instance.citizen, form.instance.project = citizen, citizen.project
            form.save()
            _write_down_home(citizen, said)
            citizen.consent_to(said["purposes"], given=said["given"], witnessed_by=request.user)
            messages.success(request, _("%(name)s is registered.") % {"name": citizen.called_name})
            return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/register.html", {"form": form})


def _write_down_home(citizen: Citizen, said: dict) -> None:
    """The own home, else the house where he lives."""
    if said["municipality"]:
        citizen.live_at(municipality=said["municipality"])
    elif said["attachment"] == Attachment.Kind.LIVES_HERE:
        citizen.live_at(institution=said["project"].institution)


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def wishes(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Change what he wishes."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(citizen, request.user))
    said = getattr(citizen, "wishes", None) or Wishes(citizen=citizen, project=citizen.project)
    form = ChangeWishesForm(request.POST or None, instance=said)
    if request.method == "POST" and form.is_valid() and tried(form, form.save):
        messages.success(request, _("The wishes are saved."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/wishes.html", {"form": form, "citizen": citizen})


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def paper(request: HttpRequest) -> HttpResponse:
    """The form on paper, with nothing filled in, in Danish or English."""
    with override("en" if request.GET.get("sprog") == "en" else "da"):
        return render(request, "citizens/paper.html", {"sheet": blank(Project.objects.registrable_by(request.user))})


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def paper_of(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """The form on paper with what a citizen has said so far."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user).with_wishes(), pk=citizen_id)
    own = Project.objects.of(citizen)
    with override("en" if request.GET.get("sprog") == "en" else "da"):
        return render(request, "citizens/paper.html", {"sheet": filled_in(citizen, own), "citizen": citizen})


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def disclose(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """What my network friend may know: the citizen decides, line by line."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.RECORD_DISCLOSURE, acting_place(citizen, request.user))
    form = DisclosureForm(request.POST or None, citizen=citizen)
    if request.method == "POST" and form.is_valid():
        for line, answer, words in form.answers():
            citizen.disclose(line, answer, words)
        messages.success(request, _("What the friend may know is saved."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/disclose.html", {"form": form, "citizen": citizen})


@access(Role.COORDINATOR, Role.LEAD)
def consent(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Write down a yes that was given."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(citizen, request.user))
    standing = citizen.consents.live().for_page()
    form = LaterConsentForm(request.POST or None, standing=standing.purposes())
    if request.method == "POST" and form.is_valid():
        citizen.consent_to(form.cleaned_data["purposes"], given=form.cleaned_data["given"], witnessed_by=request.user)
        messages.success(request, _("The consent is saved."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/consent.html", {"form": form, "citizen": citizen, "standing": standing})
