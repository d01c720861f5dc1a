"""What the secretariat sets up about roles."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from institutions.admin import NoDelete
from volunteers.models import RoleProfile, RoleQuestion


@admin.register(RoleProfile)
class RoleProfileAdmin(NoDelete):
    about = _(
        "What one can apply for: what you do, why a volunteer does it, what it is not and what it asks."
        " Closed, it takes the names of those who would like to hear when it opens."
    )
    list_display = ["title", "project", "is_open"]
    list_filter = ["is_open", "project"]
    list_select_related = ["project"]

    def beside(self, role: RoleProfile) -> dict:
        """What it asks in its application."""
        return {_("Its own questions"): [(f"{one.place}. {one}", one) for one in role.questions.asked()]}


@admin.register(RoleQuestion)
class RoleQuestionAdmin(NoDelete):
    about = _(
        "What the application for one role asks beyond the rest, five questions at the most. A question no longer"
        " asked is unticked; answers stand with the words that were read."
    )
    list_display = ["text_da", "role", "place", "kind", "is_mandatory", "is_asked"]
    list_filter = ["is_asked", "role__project"]
    list_select_related = ["role__project__institution"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """A role is called by its house too."""
        kwargs["queryset"] = RoleProfile.objects.select_related("project__institution")
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
