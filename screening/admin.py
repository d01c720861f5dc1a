"""The agreement, which the secretariat writes. Volunteers are only read: they change on their pages."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from courses.models import Attendance
from institutions.admin import NamedFilter, NoDelete
from pages.phones import as_dialled
from screening.models import Agreement, Interview, Signature
from volunteers.models import Answer, Assignment, Volunteer


class OnlyRead:
    """Shown, and changed nowhere here."""

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


@admin.register(Agreement)
class AgreementAdmin(NoDelete):
    """A version that was signed stays as it was read: a change is a new version."""

    about = _(
        "What volunteers sign. A version is never changed: a change is a new version, which everybody signs anew."
    )
    list_display = ["version", "in_force_from"]

    def has_change_permission(self, request, obj=None) -> bool:
        return False


class AgreementFilter(NamedFilter):
    title = _("agreement")
    parameter_name = "aftale"
    ways = {"mangler": (_("not signed"), lambda rows: rows.to_sign(Agreement.objects.current()))}


class RecordInline(OnlyRead, admin.StackedInline):
    """Records about a volunteer that whoever looks may see; nobody sees those about himself."""

    related: list[str] = []

    def get_queryset(self, request):
        return self.model._default_manager.visible_to(request.user).select_related(*self.related)


class InterviewInline(RecordInline):
    model = Interview
    related = ["by"]


class AnswerInline(RecordInline):
    model = Answer
    fields = ("question", "text")
    readonly_fields = ("question", "text")


class SignatureInline(RecordInline):
    model = Signature
    related = ["agreement", "registered_by"]


class AttendanceInline(RecordInline):
    model = Attendance
    fields = ("gathering", "state")
    readonly_fields = ("gathering", "state")
    related = ["gathering"]


class AssignmentInline(RecordInline):
    model = Assignment
    related = ["project", "made_by"]


@admin.register(Volunteer)
class VolunteerAdmin(OnlyRead, admin.ModelAdmin):
    about = _("To read, as a whole. What happens with a volunteer is done on the volunteer's own page.")
    list_display = ["name", "role", "state", "applied_at"]
    list_filter = ["state", AgreementFilter, "role__project"]
    date_hierarchy = "applied_at"
    list_select_related = ["role__project__institution"]
    inlines = [AnswerInline, InterviewInline, SignatureInline, AttendanceInline, AssignmentInline]
    fields = [
        "name",
        "role",
        "state",
        "email",
        "dialled",
        "postcode",
        "told",
        "other_houses",
        "motivation",
        "heard_from",
        "capacity",
        "applied_at",
        "forget_on",
        "user",
    ]
    readonly_fields = ["dialled", "told", "other_houses"]
    ordering = ["name"]

    @admin.display(description=_("phone"))
    def dialled(self, volunteer: Volunteer) -> str:
        return as_dialled(volunteer.phone)

    @admin.display(description=_("For the match"))
    def told(self, volunteer: Volunteer) -> str:
        """In words, a line for each."""
        return "\n".join(f"{label}: {said}" for label, said in volunteer.told())

    @admin.display(description=_("could also be at"))
    def other_houses(self, volunteer: Volunteer) -> str:
        return volunteer.other_houses() or "–"

    def view_on_site(self, volunteer: Volunteer) -> str:
        return reverse("screening:detail", args=[volunteer.pk])

    def get_queryset(self, request):
        """Nobody looks himself up."""
        return Volunteer.objects.screened_by(request.user)
