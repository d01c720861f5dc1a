"""What the secretariat sets up: roles, agreements, courses. Volunteers are only read: they change on their pages."""

from django import forms
from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from institutions.admin import FilledFilter, NamedFilter, NoDelete
from volunteers.models import (
    Agreement,
    Answer,
    Assignment,
    Attendance,
    Gathering,
    Interview,
    Module,
    RoleProfile,
    RoleQuestion,
    Signature,
    Volunteer,
)
from volunteers.models.gatherings import all_modules


class OnlyRead:
    """Shown, and changed nowhere here."""

    def has_add_permission(self, request, obj=None) -> bool:
        return False

    def has_change_permission(self, request, obj=None) -> bool:
        return False

    def has_delete_permission(self, request, obj=None) -> bool:
        return False


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


@admin.register(Agreement)
class AgreementAdmin(NoDelete):
    """A version that was signed stays as it was read: a change is a new version."""

    about = _(
        "What volunteers sign. A version is never changed: a change is a new version, which everybody signs anew."
    )
    list_display = ["version", "in_force_from"]

    def has_change_permission(self, request, obj=None) -> bool:
        return False


class GatheringForm(forms.ModelForm):
    """How many places are taken is counted by the database, so a change of places looks at it here."""

    modules = forms.MultipleChoiceField(
        label=_("Modules"),
        choices=Module,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        initial=all_modules,
        help_text=_("Of an introduction course: what this session goes through. A course may have several sessions."),
    )

    def clean_places(self) -> int:
        places = self.cleaned_data["places"]
        if places < self.instance.taken:
            raise forms.ValidationError(
                _("%(taken)s places are taken already.") % {"taken": self.instance.taken}, code="taken"
            )
        return places


@admin.register(Gathering)
class GatheringAdmin(NoDelete):
    about = _(
        "Introduction courses and meetings: when, where and for how many. Who comes is ticked on the course's page."
    )
    form = GatheringForm
    list_display = ["title", "kind", "starts_at", "place", "taken", "places"]
    list_filter = ["kind", ("institution", FilledFilter)]
    date_hierarchy = "starts_at"

    def view_on_site(self, gathering: Gathering) -> str:
        return reverse("volunteers:gathering", args=[gathering.pk])

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["taken"] if obj else []

    def save_model(self, request, obj, form, change) -> None:
        """Write only what was changed: `taken` is the database's, and the site may not touch it."""
        obj.save(update_fields=form.changed_data if change else None)


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
        "phone",
        "postcode",
        "told",
        "motivation",
        "heard_from",
        "capacity",
        "applied_at",
        "forget_on",
        "user",
    ]
    readonly_fields = ["told"]
    ordering = ["name"]

    @admin.display(description=_("For the match"))
    def told(self, volunteer: Volunteer) -> str:
        """In words, a line for each."""
        return "\n".join(f"{label}: {said}" for label, said in volunteer.told())

    def view_on_site(self, volunteer: Volunteer) -> str:
        return reverse("volunteers:detail", args=[volunteer.pk])

    def get_queryset(self, request):
        """Nobody looks himself up."""
        return Volunteer.objects.screened_by(request.user)
