"""Citizens: the list, registering one, his wishes, his consents, and what his friend may know."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from citizens.forms import ChangeWishesForm, ConsentForm, DisclosureForm, RegistrationForm
from citizens.models import Citizen, Consent, Wishes, register
from history.moves import NotPossible
from institutions.lists import ORDER, Choice, Listing, project_choice
from institutions.models import Project

WHICH = {
    "": gettext_lazy("everybody"),
    "venter": gettext_lazy("waiting for a friend"),
    "ven": gettext_lazy("with a friend"),
    "hviler": gettext_lazy("without a wish just now"),
}
ORDERS = {"navn": gettext_lazy("by name"), "ventet": gettext_lazy("longest registered first")}
BY = {"navn": "sorted_as", "ventet": "registered_at"}


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters("words")
@sensitive_variables("listing")
def citizen_list(request: HttpRequest) -> HttpResponse:
    """The citizens of one's projects or house; by choice those who wait for a friend, the longest waiting first."""
    which = Choice.of(request, "vis", _("Which citizens"), WHICH)
    project = project_choice(request, kind=Project.Kind.FRIENDS)
    order = Choice.of(request, ORDER, _("Order"), ORDERS, default="ventet" if which.chosen == "venter" else "navn")
    scope = Citizen.objects.known_to(request.user).for_list()
    citizens = scope.in_want(which.chosen)
    if project.made:
        citizens = citizens.filter(project=project.made)
    listing = Listing(request, [which, project, order])
    listing.show(scope, citizens, by=BY[order.chosen], search=("called_name", "number"))
    return render(request, "citizens/list.html", {"list": listing})


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def register_citizen(request: HttpRequest) -> HttpResponse:
    """A citizen in two minutes."""
    form = RegistrationForm(request.POST or None, projects=Project.objects.registrable_by(request.user))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        require(request.user, Permission.REGISTER_CITIZEN, said["project"])
        try:
            citizen = register(
                project=said["project"],
                called_name=said["called_name"],
                reach=said["reach"],
                attachment_kind=said["attachment"],
            )
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            form.instance.citizen, form.instance.project = citizen, citizen.project
            form.save()
            citizen.consent_to(said["purposes"], given=said["given"], witnessed_by=request.user)
            messages.success(request, _("%(name)s is registered.") % {"name": citizen.called_name})
            return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/register.html", {"form": form})


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def wishes(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Change what he wishes."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(citizen, request.user))
    said = Wishes.objects.filter(citizen=citizen).first() or Wishes(citizen=citizen, project=citizen.project)
    form = ChangeWishesForm(request.POST or None, instance=said)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("The wishes are saved."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/wishes.html", {"form": form, "citizen": citizen})


@access(Role.COORDINATOR, Role.LEAD)
@sensitive_post_parameters()
@sensitive_variables()
def disclose(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """What my network friend may know: the citizen decides, line by line."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.RECORD_DISCLOSURE, acting_place(citizen, request.user))
    form = DisclosureForm(request.POST or None, disclosures=citizen.disclosures.all())
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
    form = ConsentForm(request.POST or None, initial={"purposes": citizen.consents.live().purposes()})
    if request.method == "POST" and form.is_valid():
        citizen.consent_to(form.cleaned_data["purposes"], given=form.cleaned_data["given"], witnessed_by=request.user)
        messages.success(request, _("The consent is saved."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/consent.html", {"form": form, "citizen": citizen})


@access(Role.COORDINATOR, Role.LEAD)
def withdraw_consent(request: HttpRequest, consent_id: UUID) -> HttpResponse:
    """Take a consent back, after a page that says what follows."""
    consent = get_object_or_404(Consent.objects.live().visible_to(request.user), pk=consent_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(consent.citizen, request.user))
    if request.method == "POST":
        consent.withdraw(by=request.user)
        messages.success(request, _("The consent is withdrawn; what rested on it is hidden from now on."))
        return redirect("coordinators:citizen", consent.citizen_id)
    return render(request, "citizens/withdraw.html", {"consent": consent})
