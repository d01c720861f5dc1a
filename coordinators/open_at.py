"""What is open at a project or a house, by name as far as one may know it: what is settled first, and what follows."""

from collections.abc import Iterator

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from citizens.models import Citizen
from coordinators.lines import names_of
from coordinators.open_things import OpenThing
from courses.models import Gathering
from foodclubs.models import Evening
from institutions.models import Institution, Membership, Project
from matching.models import Match
from volunteers.models import Assignment, Interested, Volunteer

# What somebody settles on its own page before a project closes; the database's gate asks for the same.
SETTLED_FIRST: dict[str, Promise] = {
    "match": gettext_lazy("On its page: a proposal comes to nothing, a friendship ends with a farewell."),
    "citizen": gettext_lazy(
        "Talk together. Is a friend still wished for, another project registers it anew, if that is a yes."
    ),
    "applicant": gettext_lazy("On their page: another role, or a kind no."),
    "confidence": gettext_lazy("On the desk of the coordinators: it is opened, or taken back by who told it."),
    "evening": gettext_lazy("On its page: the evening is closed or called off."),
}
# What follows as a project closes.
FOLLOWS: dict[str, Promise] = {
    "assignment": gettext_lazy("Ends as the project closes, with a mail that says thank you."),
    "interested": gettext_lazy("Gets a mail that the role does not open, and is erased."),
    "role": gettext_lazy("Takes no more applications."),
    "membership": gettext_lazy("Ends as it closes, with a mail."),
}
# The same of a house.
HOUSE_FIRST: dict[str, Promise] = {
    "project": gettext_lazy("On its page: what is open there is settled, then it closes."),
    "citizens": gettext_lazy("Their coordinators settle it: each moves, or the house lets go."),
    "gathering": gettext_lazy("On its page: another place, or called off."),
}


def of_project(project: Project, user) -> list[OpenThing]:
    """All that keeps a project open, and all that ends with it, each with what becomes of it."""
    found = [*_open_there(project, user), *_with_it(project, user)]
    becomes = SETTLED_FIRST | FOLLOWS
    return [OpenThing(kind, name, becomes[kind], *rest) for kind, name, *rest in found]


def of_house(house: Institution) -> list[OpenThing]:
    """All that keeps a house open, and whose role ends with it; for the secretariat, which knows nobody by name."""
    becomes = HOUSE_FIRST | FOLLOWS
    return [OpenThing(kind, name, becomes[kind], *rest) for kind, name, *rest in _at_house(house)]


def _open_there(project: Project, user) -> Iterator[tuple]:
    known = set(Match.objects.known_to(user).filter(project=project).open().values_list("pk", flat=True))
    for match in Match.objects.visible_to(user).filter(project=project).open().for_list().order_by("proposed_at"):
        if match.pk in known:
            yield "match", names_of(match), None, "coordinators:pair", match.pk
        else:
            yield "match", _("%(name)s and a citizen") % {"name": match.volunteer.name}
    yield from _who_wish(project, user)
    for one in Volunteer.objects.screened_by(user).filter(role__project=project).awaiting_screening():
        yield "applicant", one.name, None, "screening:detail", one.pk
    if unread := _ask("number_unread", project.pk)[0][0]:
        said = ngettext(
            "%(count)s confidence that nobody has read", "%(count)s confidences that nobody has read", unread
        )
        yield "confidence", said % {"count": unread}
    for evening in Evening.objects.visible_to(user).filter(project=project).to_come().with_house():
        page = ("foodclubs:evening", evening.pk) if not user.is_secretariat else ()
        yield "evening", str(evening.food_club), evening.starts_at, *page


def _who_wish(project: Project, user) -> Iterator[tuple]:
    """By name for whoever knows them; the secretariat reads a citizen's number and nothing more."""
    if user.is_secretariat:
        for (number,) in _ask("numbers_of_who_wish", project.pk):
            yield "citizen", _("Citizen no. %(number)s") % {"number": number}
        return
    wishing = Citizen.objects.known_to(user).filter(project=project, wishes__wants_friend=True, forget_on=None)
    for citizen in wishing.select_related("known_as").order_by("number"):
        yield "citizen", citizen.called_name, None, "citizens:still_wished", citizen.pk


def _with_it(project: Project, user) -> Iterator[tuple]:
    for one in Assignment.objects.visible_to(user).in_force().filter(project=project).select_related("volunteer"):
        yield "assignment", one.volunteer.name, None, "screening:detail", one.volunteer_id
    for one in Interested.objects.visible_to(user).filter(role__project=project):
        yield "interested", one.name
    for role in project.roles.filter(is_open=True):
        yield "role", role.title
    for one in Membership.objects.in_force().filter(project=project).select_related("user"):
        yield "membership", one.user.name


def _at_house(house: Institution) -> Iterator[tuple]:
    for project in house.projects.exclude(state=Project.State.CLOSED):
        yield "project", str(project), None, "coordinators:project", project.pk
    for name, number in _citizens_known_at(house):
        said = {"project": name, "number": number}
        yield "citizens", _("%(project)s: citizens whom the house knows: %(number)s") % said
    for gathering in Gathering.objects.filter(institution=house).upcoming():
        yield "gathering", gathering.title, gathering.starts_at, "courses:gathering", gathering.pk
    for one in Membership.objects.leading().in_force().filter(institution=house).select_related("user"):
        yield "membership", one.user.name


def _citizens_known_at(house: Institution) -> list[tuple[str, int]]:
    """Of each project that is open how many citizens the house knows: counted by the database."""
    found = dict(_ask("citizens_known_at", house.pk))
    return [(str(project), found[project.pk]) for project in Project.objects.filter(pk__in=found)]


def _ask(function: str, about: int) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM app.{function}(%s)", [about])  # noqa: S608 - our own words
        return cursor.fetchall()
