"""What the secretariat sets up: houses, projects, who holds them, alignments, the vocabulary."""

from django.contrib import admin, messages
from django.db import models
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from history.moves import NotPossible
from institutions.models import Alignment, Institution, Interest, Membership, Project


class NoDelete(admin.ModelAdmin):
    """Nothing is deleted here: what ended has an end date or a state."""

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A word in an address takes digits and hyphens, so it would take a CPR number."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, models.SlugField):
            field.validators.append(refuse_cpr)
        return field


@admin.register(Institution)
class InstitutionAdmin(NoDelete):
    list_display = ["name", "kind", "address", "postcode", "city"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Project)
class ProjectAdmin(NoDelete):
    """The state is changed by actions, through the same verbs as everywhere."""

    list_display = ["name", "institution", "kind", "state"]
    list_filter = ["state", "kind", "institution"]
    list_select_related = ["institution"]
    readonly_fields = ["state"]
    prepopulated_fields = {"slug": ["name"]}
    actions = ["open_projects", "pause_projects"]

    @admin.action(description=_("Open: asks for a current alignment and a lead"))
    def open_projects(self, request, projects) -> None:
        self._each(request, projects, lambda project: project.open(by=request.user))

    @admin.action(description=_("Pause: nothing new starts, what runs goes on"))
    def pause_projects(self, request, projects) -> None:
        self._each(request, projects, lambda project: project.pause(by=request.user))

    def _each(self, request, projects, verb) -> None:
        """Do it for each project, and say for each why it could not be done."""
        for project in projects:
            try:
                verb(project)
            except NotPossible as error:
                self.message_user(request, f"{project}: {error}", messages.ERROR)
            else:
                self.message_user(request, f"{project}: {project.get_state_display()}", messages.SUCCESS)


@admin.register(Membership)
class MembershipAdmin(NoDelete):
    """A membership is ended by its last day."""

    list_display = ["user", "role", "project", "institution", "from_on", "until_on"]
    list_filter = ["role", "institution", "project"]
    list_select_related = ["user", "project", "institution"]


@admin.register(Alignment)
class AlignmentAdmin(NoDelete):
    list_display = ["project", "lead", "made_on", "review_on"]
    list_select_related = ["project", "lead"]


@admin.register(Interest)
class InterestAdmin(NoDelete):
    list_display = ["name_da", "name_en", "is_offered"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        """A code stands in many rows, so it never changes."""
        return ["code"] if obj else []
