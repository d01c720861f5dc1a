"""Pages that gather: my desk, my house, one citizen, one pair, the cards of the houses."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from access.declaration import access
from access.roles import Role, kinds_of
from citizens.models import Citizen
from citizens.usual_wait import how_long_it_takes
from coordinators.asked_how_it_goes import check_ins_of, journals_of, lines_of_check_ins, lines_of_journals
from coordinators.attention import for_coordinator
from coordinators.citizen_page import CitizenPage
from coordinators.lines import LONGEST_WAITING, MOST
from coordinators.pair_page import PairPage
from coordinators.those_who_wait import at_house
from foodclubs.models import Evening
from institutions.models import Absence, HouseCard, Project
from matching.models import Match
from pages.lists import ROWS
from pages.together import together
from volunteers.models import Volunteer


@access(Role.COORDINATOR, methods="GET HEAD")
def desk(request: HttpRequest) -> HttpResponse:
    """Mit skrivebord: what needs me today."""
    projects, absences = together(
        Project.objects.coordinated_by(request.user).with_houses(),
        Absence.objects.visible_to(request.user).soon().for_page(),
    )
    context = {"desk": for_coordinator(request.user), "kinds": kinds_of(request.user)}
    return render(request, "coordinators/desk.html", context | {"projects": projects, "absences": absences})


@access(Role.LEAD, methods="GET HEAD")
def my_house(request: HttpRequest) -> HttpResponse:
    """The lead's house: who waits for a friend, which volunteers come, the next evenings."""
    away = Absence.objects.visible_to(request.user).soon().for_page()
    asked, journals, absences = together(check_ins_of(request.user), journals_of(request.user), away)
    return render(
        request,
        "coordinators/my_house.html",
        {
            **{name: citizens[:ROWS] for name, citizens in at_house(request.user).items()},
            "in_all": Citizen.objects.known_to(request.user).count(),
            "absences": absences,
            "how_long": how_long_it_takes(Project.objects.friends().open().at_houses_of(request.user)),
            "volunteers": Volunteer.objects.visible_to(request.user).for_house()[:MOST],
            "evenings": Evening.objects.known_to(request.user).upcoming()[:LONGEST_WAITING],
            "to_ask": lines_of_check_ins(asked),
            "journals": lines_of_journals(journals, request.user),
            "proposed": Match.objects.known_to(request.user).awaiting_the_citizen().for_list(),
        },
    )


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def citizen(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """One citizen: wishes, consents, what the friend may know, the pair, and what was said in confidence."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user).with_wishes(), pk=citizen_id)
    page = CitizenPage(citizen, request.user)
    return render(request, "coordinators/citizen.html", {"citizen": citizen, "page": page, "notes": page.notes})


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def pair(request: HttpRequest, match_id: UUID) -> HttpResponse:
    """One pair: whose yes is there, what comes next, and exactly what the friend sees."""
    match = get_object_or_404(Match.objects.known_to(request.user).for_list(), pk=match_id)
    page = PairPage(match, request.user)
    return render(request, "coordinators/pair.html", {"match": match, "page": page, "view": page.view})


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def house_cards(request: HttpRequest) -> HttpResponse:
    """The cards of one's houses, as those who help there see them."""
    cards = HouseCard.objects.visible_to(request.user).with_houses()
    return render(request, "coordinators/house_cards.html", {"cards": cards})
