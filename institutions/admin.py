"""What the secretariat sets up: houses, projects, who holds them, alignments, the vocabulary."""

from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.db import models
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from access.text import refuse_cpr
from accounts.models import User
from accounts.reauthentication import FreshLoginToChange
from history.moves import NotPossible
from institutions.models import Alignment, HouseCard, Institution, Interest, Membership, Project
from pages.phones import A_NUMBER, as_dialled


class NoDelete(admin.ModelAdmin):
    """Nothing is deleted here: what ended has an end date or a state."""

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A word in an address would take a CPR number; a date and its time have a name each."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, models.SlugField):
            field.validators.append(refuse_cpr)
        if field and isinstance(db_field, models.DateTimeField):
            for part, name in zip(field.widget.widgets, (_("date"), _("time")), strict=True):
                part.attrs["aria-label"] = f"{capfirst(db_field.verbose_name)}: {name}"
        return field


class NamedFilter(admin.SimpleListFilter):
    """A filter whose choices are named methods of the queryset: what it shows is counted elsewhere by the same."""

    ways: dict[str, tuple[Promise, Callable]]

    def lookups(self, request, model_admin) -> list:
        return [(word, label) for word, (label, _way) in self.ways.items()]

    def queryset(self, request, rows):
        word = self.value()
        return self.ways[word][1](rows) if word in self.ways else rows


def in_words(membership: Membership) -> str:
    """Who, and until when if there is an end."""
    until = membership.until_on
    return f"{membership.user}" + (f" · {_('until')} {date_format(until)}" if until else "")


def reviewed_on(alignment: Alignment) -> str:
    return _("to be reviewed on %(day)s") % {"day": date_format(alignment.review_on)}


class FilledFilter(admin.RelatedFieldListFilter):
    """Without the choice of those that have none, which would be called “-”."""

    include_empty_choice = False


@admin.register(Institution)
class InstitutionAdmin(NoDelete):
    about = _("A house: name, address and when one meets us there. It stands on the site as it is written here.")
    list_display = ["name", "kind", "address", "postcode", "city"]
    list_filter = ["kind"]
    prepopulated_fields = {"slug": ["name"]}

    def view_on_site(self, house: Institution) -> str:
        return reverse("house", args=[house.slug])

    def beside(self, house: Institution) -> dict:
        """The projects at the house, who leads it and its card."""
        return {
            _("House card"): [
                (_("Daily life, rules, whom to call"), one) for one in HouseCard.objects.filter(institution=house)
            ],
            _("Projects"): [(f"{one} · {one.get_state_display()}", one) for one in house.projects.all()],
            _("Leads"): [(in_words(one), one) for one in house.memberships.select_related("user")],
        }


PHONES = ["coordinator_phone", "lead_phone", "secretariat_phone", "out_of_hours_phone"]


def phone_column(name: str) -> Callable:
    """A number of the house card, as one dials it."""
    [label] = [field.verbose_name for field in HouseCard._meta.fields if field.name == name]

    @admin.display(description=label)
    def column(_admin, card: HouseCard) -> str:
        return as_dialled(getattr(card, name))

    return column


class HouseCardForm(forms.ModelForm):
    class Meta:
        error_messages = {name: {"invalid": A_NUMBER} for name in PHONES}


@admin.register(HouseCard)
class HouseCardAdmin(NoDelete):
    """One card a house: it is made for a house that has none, and stays that house's."""

    about = _("How the day goes at a house, its rules, and whom to call: for those who work there and help there.")
    form = HouseCardForm
    list_display = ["institution", "coordinator", "lead", "out_of_hours"]
    list_select_related = ["institution"]
    coordinator, lead, out_of_hours = map(phone_column, ["coordinator_phone", "lead_phone", "out_of_hours_phone"])

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["institution"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["queryset"] = Institution.objects.filter(card=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


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
        """What cannot be undone is asked about once more."""
        if "confirmed" not in request.POST:
            page = {"title": _("Close for good?"), "opts": self.opts, "projects": projects}
            return TemplateResponse(request, "admin/close.html", self.admin_site.each_context(request) | page)
        return self._each(request, projects, lambda project: project.close(by=request.user))

    def _each(self, request, projects, verb) -> None:
        """Do it for each project, and say for each why it could not be done."""
        for project in projects:
            try:
                verb(project)
            except NotPossible as error:
                self.message_user(request, f"{project}: {error}", messages.ERROR)
            else:
                self.message_user(request, f"{project}: {project.get_state_display()}", messages.SUCCESS)


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
