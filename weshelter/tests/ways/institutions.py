"""The ways of a project, which the secretariat goes in the administration."""

from access.context import acting
from institutions.models import Project
from institutions.tests.test_projects import align
from weshelter.tests.ways.walking import Brought, Way, Ways


def verb(action: str, to: str, **more) -> Way:
    """A button on the project's page, which sends what the list's action sends."""
    where = {"page": "admin:institutions_project_changelist", "on": "admin:institutions_project_change"}
    return Way(to, said={"action": action}, who="sille", **where, **more)


OPEN = verb("open_projects", "open")
PAUSE = verb("pause_projects", "paused")
CLOSE = Way("closed", "coordinators:close_project", on="coordinators:project", who="sille")


def of_project(project: Project) -> Brought:
    return Brought(project, {"object_id": project.pk, "project_id": project.pk}, seen_by="sille")


def planned(cast) -> Brought:
    with acting(user=cast.sille):
        project = Project.objects.create(institution=cast.rg60.institution, kind="other", name="Spil", slug="spil")
        align(project, cast.lars)
    return of_project(project)


def opened(cast) -> Brought:
    return of_project(cast.rg60.friends)


def paused(cast) -> Brought:
    with acting(user=cast.sille):
        cast.rg60.friends.pause(by=cast.sille)
    return of_project(cast.rg60.friends)


WAYS = {
    Project: {
        "planned": Ways(planned, on=OPEN, out=CLOSE),
        "open": Ways(opened, on=PAUSE, out=CLOSE),
        "paused": Ways(paused, on=OPEN, out=CLOSE),
    }
}
