"""The projects, which open, pause and close by the same verbs as everywhere."""

from django.contrib import admin, messages
from django.db import models
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from history.moves import NotPossible
from institutions.admin.shared import NamedFilter, NoDelete, in_words, reviewed_on
from institutions.models import Membership, Project


class MissingFilter(NamedFilter):
    title = _("what is missing")
    parameter_name = "mangler"
    ways = {
        "koordinator": (_("a coordinator"), lambda rows: rows.without(Membership.Role.COORDINATOR)),
        "ansvarlig": (_("a lead at the house"), lambda rows: rows.without(Membership.Role.LEAD)),
        "rolle": (_("an open role"), lambda rows: rows.open_without_role()),
        "aabning": (_("the opening"), lambda rows: rows.planned()),
    }


@admin.register(Project)
class ProjectAdmin(NoDelete):
    """The state is changed by actions, through the same verbs as everywhere."""

    about = _(
        "One kind of volunteering at one house. It opens once it has an alignment to be reviewed in the future,"
        " and a lead at the house."
    )
    list_display = ["name", "institution", "kind", "state", "coordinators", "reviewed"]
    list_filter = ["state", MissingFilter, "kind", "institution"]
    list_select_related = ["institution"]
    prepopulated_fields = {"slug": ["name"]}
    actions = ["open_projects", "pause_projects", "close_projects"]

    def get_queryset(self, request):
        held = Membership.objects.coordinating().in_force().select_related("user")
        rows = super().get_queryset(request).annotate(review_on=models.Max("alignments__review_on"))
        return rows.prefetch_related(models.Prefetch("memberships", held, to_attr="held"))

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["state", "in_the_way"] if obj else ["state"]

    @admin.display(description=_("coordinators"))
    def coordinators(self, project: Project) -> str:
        return ", ".join(str(one.user) for one in project.held)

    @admin.display(description=_("to be reviewed on"), ordering="review_on")
    def reviewed(self, project: Project):
        return project.review_on

    @admin.display(description=_("in the way of opening"))
    def in_the_way(self, project: Project):
        return project.obstacle() or _("nothing")

    def beside(self, project: Project) -> dict:
        """Who holds the project, what was agreed about it, and what one can apply for."""
        return {
            _("Coordinators"): [(in_words(one), one) for one in project.memberships.select_related("user")],
            _("Alignments"): [(reviewed_on(one), one) for one in project.alignments.all()],
            _("Roles"): [(one.title, one) for one in project.roles.all()],
        }

    def verbs(self, project: Project) -> list:
        """The actions of the list that this project's state permits."""
        state = Project.State
        actions = {state.OPEN: "open_projects", state.PAUSED: "pause_projects", state.CLOSED: "close_projects"}
        possible = project.MOVES.get(Project.State(project.state), set())
        return [(action, getattr(self, action).short_description) for to, action in actions.items() if to in possible]

    @admin.action(description=_("Open: asks for a current alignment and a lead"))
    def open_projects(self, request, projects) -> None:
        self._each(request, projects, lambda project: project.open(by=request.user))

    @admin.action(description=_("Pause: nothing new starts, what runs goes on"))
    def pause_projects(self, request, projects) -> None:
        self._each(request, projects, lambda project: project.pause(by=request.user))

    @admin.action(description=_("Close for good: this is not undone"))
    def close_projects(self, request, projects):
        """On to the page that says what is open there, of one at a time."""
        if len(projects) != 1:
            return self.message_user(request, _("Choose one project at a time."), messages.ERROR)
        return redirect("coordinators:project", projects[0].pk)

    def _each(self, request, projects, verb) -> None:
        """Do it for each project, and say for each why it could not be done."""
        for project in projects:
            try:
                verb(project)
            except NotPossible as error:
                self.message_user(request, f"{project}: {error}", messages.ERROR)
            else:
                self.message_user(request, f"{project}: {project.get_state_display()}", messages.SUCCESS)
