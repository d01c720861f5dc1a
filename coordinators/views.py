"""Pages that gather: my desk, my house, one citizen, one pair, the cards of the houses."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from access.declaration import access
from access.roles import Permission, Role, kinds_of, may, roles_of
from citizens.acting import acting_place
from citizens.models import Citizen, Consent
from coordinators.attention import LONGEST_WAITING, MOST, for_coordinator
from foodclubs.models import Evening
from institutions.models import HouseCard, Project
from matching.forms.meetings import StartForm
from matching.models import ChoiceNote, FirstMeeting, Match
from matching.steps import way_of
from notes.friend import friend_view
from notes.overview import of_citizen
from volunteers.models import Volunteer
from volunteers.readiness import with_exemptions


@access(Role.COORDINATOR, methods="GET HEAD")
def desk(request: HttpRequest) -> HttpResponse:
    """Mit skrivebord: what needs me today."""
    return render(
        request,
        "coordinators/desk.html",
        {
            "desk": for_coordinator(request.user),
            "kinds": kinds_of(request.user),
            "projects": Project.objects.coordinated_by(request.user).select_related("institution"),
        },
    )


@access(Role.LEAD, methods="GET HEAD")
def my_house(request: HttpRequest) -> HttpResponse:
    """The lead's house: who waits longest for a friend, which volunteers come, the next evenings."""
    citizens = Citizen.objects.known_to(request.user)
    return render(
        request,
        "coordinators/my_house.html",
        {
            "citizens": citizens.waiting().for_list()[:LONGEST_WAITING],
            "lacking": citizens.lacking_consent().for_list()[:LONGEST_WAITING],
            "in_all": citizens.count(),
            "volunteers": Volunteer.objects.visible_to(request.user).for_house()[:MOST],
            "evenings": Evening.objects.known_to(request.user).upcoming()[:LONGEST_WAITING],
            "proposed": Match.objects.known_to(request.user).proposed().for_list(),
        },
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def citizen(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """One citizen: wishes, consents, what the friend may know, the pair, and what was said in confidence."""
    citizens = Citizen.objects.known_to(request.user).select_related("project__institution", "wishes")
    citizen = get_object_or_404(citizens, pk=citizen_id)
    said = getattr(citizen, "wishes", None)
    match = Match.objects.visible_to(request.user).open().filter(citizen=citizen).for_list().first()
    if match:
        with_exemptions([match.volunteer])
    consents = list(citizen.consents.for_page())
    has_said_yes = any(one.purpose == Consent.Purpose.FRIEND and not one.withdrawn_at for one in consents)
    return render(
        request,
        "coordinators/citizen.html",
        {
            "citizen": citizen,
            "house": citizen.current_house(),
            "said": said,
            "facts": said.facts() if said else [],
            "home": citizen.homes.current().select_related("institution").first(),
            "consents": consents,
            "has_said_yes": has_said_yes,
            "disclosures": citizen.disclosures.exclude(answer="no"),
            "match": match,
            "notes": of_citizen(citizen, request.user),
            "may_propose": match is None
            and bool(said and said.wants_friend)
            and has_said_yes
            and may(request.user, Permission.PROPOSE_MATCH, citizen.project),
        },
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def pair(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """One pair: whose yes is there, what comes next, and exactly what the friend sees."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    return render(
        request,
        "coordinators/pair.html",
        {
            "match": match,
            "steps": way_of(match),
            "view": friend_view(match),
            "sees_list": Role.COORDINATOR in roles_of(request.user),
            "start_form": StartForm(match=match),
            "note": ChoiceNote.objects.visible_to(request.user).filter(match=match).first(),
            "meeting": FirstMeeting.objects.visible_to(request.user)
            .filter(match=match)
            .select_related("accompanied_by")
            .first(),
            "may_answer": match.state == Match.State.PROPOSED
            and not match.is_out_of_time
            and may(request.user, Permission.RECORD_CITIZENS_ANSWER, acting_place(match.citizen, request.user)),
            "may_start": match.state == Match.State.ACCEPTED
            and may(request.user, Permission.START_MATCH, match.project),
            "may_propose_again": match.state in {Match.State.ENDED, Match.State.DECLINED}
            and may(request.user, Permission.PROPOSE_MATCH, match.project),
        },
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def house_cards(request: HttpRequest) -> HttpResponse:
    """The cards of one's houses, as those who help there see them."""
    cards = HouseCard.objects.visible_to(request.user).select_related("institution")
    return render(request, "coordinators/house_cards.html", {"cards": cards})
