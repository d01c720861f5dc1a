"""Who has which role, what was agreed with the houses, and the shared words."""

from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.models import User
from accounts.reauthentication import FreshLoginToChange
from institutions.admin.shared import FilledFilter, NamedFilter, NoDelete
from institutions.models import Alignment, Institution, Interest, Membership, Project


class InForceFilter(NamedFilter):
    title = _("when")
    parameter_name = "gaelder"
    ways = {
        "nu": (_("in force"), lambda rows: rows.in_force()),
        "slutter": (_("ends within a month"), lambda rows: rows.ending_soon()),
    }


@admin.register(Membership)
class MembershipAdmin(FreshLoginToChange, NoDelete):
    """A membership is ended by its last day; whose it is and where stays, or another one is given."""

    about = _(
        "Who is coordinator of a project or lead at a house, and from when to when. Without a role, one sees nothing."
    )
    list_display = ["user", "role", "where", "from_on", "until_on"]
    list_filter = [InForceFilter, "role", ("institution", FilledFilter), ("project", FilledFilter)]
    list_select_related = ["user", "project", "institution"]
    actions = ["end_now"]

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Nobody gives a role to oneself: the database refuses it, and here it is said."""
        if db_field.name == "user":
            kwargs["queryset"] = User.objects.exclude(pk=request.user.pk)
            kwargs["help_text"] = _("Your own roles are given by a colleague.")
            kwargs["error_messages"] = {
                "invalid_choice": _("Choose somebody else: your own roles are given by a colleague.")
            }
        if db_field.name == "project":
            kwargs["queryset"] = Project.objects.exclude(state=Project.State.CLOSED).with_houses()
        if db_field.name == "institution":
            kwargs["queryset"] = Institution.objects.open()
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["user", "role", "project", "institution"] if obj else []

    def has_change_permission(self, request, obj=None) -> bool:
        """One's own role is somebody else's to change; the database refuses too."""
        return super().has_change_permission(request, obj) and (obj is None or obj.user_id != request.user.pk)

    def save_model(self, request, obj, form, change) -> None:
        if not change:
            obj.give(by=request.user)
        elif any(form.initial[name] != form.cleaned_data[name] for name in ("from_on", "until_on")):
            obj.change_days(by=request.user)

    @admin.display(description=_("where"))
    def where(self, membership: Membership) -> str:
        return str(membership.project or membership.institution)

    @admin.action(description=_("End at once: it opens nothing any more"))
    def end_now(self, request, memberships) -> None:
        held = list(memberships.in_force().coordinating().values_list("project", flat=True))
        ended = memberships.end(by=request.user)
        said = ngettext("%(count)s role has ended.", "%(count)s roles have ended.", ended)
        self.message_user(request, said % {"count": ended})
        nobodys = _("%(project)s has no coordinator now: give the role to somebody.")
        for project in Project.objects.without(Membership.Role.COORDINATOR).filter(pk__in=held):
            self.message_user(request, nobodys % {"project": project}, messages.WARNING)


class ReviewFilter(NamedFilter):
    title = _("review")
    parameter_name = "gennemgang"
    ways = {
        "overskredet": (_("overdue"), lambda rows: rows.overdue()),
        "snart": (_("within a month"), lambda rows: rows.to_review_soon()),
        "ingen": (_("its lead leads the house no more"), lambda rows: rows.without_their_lead()),
    }


@admin.register(Alignment)
class AlignmentAdmin(NoDelete):
    about = _("What house and programme agreed before a project began. At a review, add a new one; the old one stays.")
    list_display = ["project", "lead", "made_on", "review_on"]
    list_filter = [ReviewFilter, "project__institution"]
    list_select_related = ["project", "lead"]
    date_hierarchy = "review_on"


@admin.register(Interest)
class InterestAdmin(NoDelete):
    about = _("The words that citizens and volunteers choose among, so that they can be matched.")
    list_display = ["name_da", "name_en", "is_offered"]
    list_filter = ["is_offered"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        """A code stands in many rows, so it never changes."""
        return ["code"] if obj else []
