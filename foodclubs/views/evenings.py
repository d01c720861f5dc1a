"""Evenings as coordinator and lead see them: the list, one evening, planning, changing, opening, calling off."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from access.declaration import access
from access.requests import SiteRequest
from access.roles import Permission, Role, may, require
from courses.places import take_place
from foodclubs.forms.evenings import ChangeForm, EveningForm
from foodclubs.forms.guests import GuestAtHouseForm
from foodclubs.forms.tasks import GiveTaskForm
from foodclubs.models import Duty, Evening, FoodClub, Signup
from foodclubs.places import give_back
from foodclubs.staffing import call_off, offer_tasks, ready_volunteers, to_be_asked, who_knows_of
from history.moves import NotPossible, tried, why_not
from history.who import changes_of
from pages.lists import Choice, Listing
from pages.undo import undoable
from volunteers.readiness import with_exemptions

COORDINATOR, LEAD = Role.COORDINATOR, Role.LEAD


def own_evening(request: HttpRequest, evening_id: UUID, permission: Permission) -> Evening:
    """An evening of one's own food club or house, 404 else; and the right to do this there, 403 else."""
    evening = get_object_or_404(Evening.objects.known_to(request.user), pk=evening_id)
    require(request.user, permission, evening.project)
    return evening


@access(COORDINATOR, LEAD)
@sensitive_post_parameters("words")
@sensitive_variables("listing")
def evening_list(request: SiteRequest) -> HttpResponse:
    """The evenings of one's food clubs or house: the next ones first, by choice those past."""
    clubs = {str(club.pk): club for club in FoodClub.objects.at_work(request.user)}
    when = Choice.of(
        request, "vis", _("Which evenings"), {"kommende": _("coming"), "tidligere": _("past")}, default="kommende"
    )
    club = Choice.of(request, "madklub", _("Food club"), {"": _("All food clubs"), **clubs})
    scope = Evening.objects.known_to(request.user).for_list()
    evenings = scope.past() if when.is_made else scope.to_come()
    if club.made:
        evenings = evenings.filter(food_club=club.made)
    listing = Listing(request, [when, club])
    listing.show(scope, evenings, by="-starts_at" if when.is_made else "starts_at", search=("food_club__name", "menu"))
    may_plan = FoodClub.objects.coordinated_by(request.user).exists()
    return render(request, "foodclubs/list.html", {"list": listing, "past": when.is_made, "may_plan": may_plan})


@access(COORDINATOR)
def plan(request: HttpRequest) -> HttpResponse:
    """Plan an evening, with how many volunteers each task needs."""
    food_clubs = FoodClub.objects.coordinated_by(request.user)
    form = EveningForm(request.POST or None, food_clubs=food_clubs)
    if request.method == "POST" and form.is_valid():
        require(request.user, Permission.RUN_EVENING, form.cleaned_data["food_club"].project)
        evening = form.plan(by=request.user)
        messages.success(request, _("The evening is planned. Open it when guests may sign up."))
        return redirect("foodclubs:evening", evening.pk)
    return render(request, "foodclubs/plan.html", {"form": form, "food_clubs": food_clubs})


@access(COORDINATOR, LEAD, methods="GET HEAD")
def evening(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """One evening: who comes, who does what; afterwards what it came to."""
    return show_evening(request, get_object_or_404(Evening.objects.known_to(request.user), pk=evening_id))


def show_evening(
    request: HttpRequest,
    evening: Evening,
    *,
    guest_form: GuestAtHouseForm | None = None,
    task_form: GiveTaskForm | None = None,
) -> HttpResponse:
    """The page of one evening, with a form that came back with errors in its place."""
    may_run = may(request.user, Permission.RUN_EVENING, evening.project)
    if may_run and evening.state == Evening.State.OPEN and task_form is None:
        task_form = give_task_form(request, evening, None)
    tasks = list(evening.tasks.with_duties())
    with_exemptions(duty.volunteer for task in tasks for duty in task.on_the_list)
    signups = list(evening.signups.on_the_list_or_waiting())
    helpers_missing = sum(task.left for task in tasks)
    context = {
        "evening": evening,
        "tasks": tasks,
        "helpers_missing": helpers_missing,
        "steps": evening.steps(helpers_missing=helpers_missing),
        "signups": [one for one in signups if one.state in Signup.WITH_A_PLACE],
        "waiting": [one for one in signups if one.state == Signup.State.WAITING and not evening.is_over],
        "knows_otherwise": evening.signups.who_know_it_otherwise(evening),
        "corrections": changes_of(evening, "corrected_at") if evening.corrected_at else [],
        "may_run": may_run,
        "may_sign_up": may(request.user, Permission.SIGN_UP_GUEST, evening.project),
        "guest_form": guest_form or GuestAtHouseForm(),
        "task_form": task_form,
    }
    return render(request, "foodclubs/evening.html", context)


def give_task_form(request: HttpRequest, evening: Evening, typed: QueryDict | None) -> GiveTaskForm:
    volunteers = ready_volunteers(evening, seen_by=request.user)
    duties = evening.duties.on_the_list()
    return GiveTaskForm(typed, tasks=evening.tasks.with_room(), volunteers=volunteers, duties=duties)


@access(COORDINATOR, LEAD, methods="POST")
def open_evening(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Let guests sign up and volunteers take tasks."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    evening.open(by=request.user)
    messages.success(request, _("The evening is open: guests can sign up now."))
    return redirect("foodclubs:evening", evening.pk)


@access(COORDINATOR, LEAD)
def change(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Change an evening that is ahead: when, where, menu, places; while it is planned its tasks, too."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    if evening.is_over:
        raise NotPossible(why_not(evening))
    form = ChangeForm(request.POST or None, instance=evening)
    told: list[int] = []
    if form.is_valid() and tried(form, lambda: told.append(form.change(by=request.user))):
        messages.success(request, what_was_told(evening, told[0]))
        return redirect("foodclubs:evening", evening.pk)
    context = {"evening": evening, "form": form, "told": who_knows_of(evening, seen_by=request.user)}
    return render(request, "foodclubs/change.html", context)


def what_was_told(evening: Evening, told: int) -> str:
    """Saved, how many volunteers have a mail, and that nobody can write to guests."""
    if not told:
        return _("Saved.")
    sentence = ngettext(
        "Saved, and %(told)s volunteer gets a mail.", "Saved, and %(told)s volunteers get a mail.", told
    )
    return sentence % {"told": told}


@access(COORDINATOR, LEAD)
def cancel(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Say what happens, and call the evening off."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    if request.method == "POST":
        told = call_off(evening, by=request.user)
        sentence = ngettext(
            "The evening is called off, and %(told)s volunteer gets a mail.",
            "The evening is called off, and %(told)s volunteers get a mail.",
            told,
        )
        messages.success(request, sentence % {"told": told})
        return redirect("foodclubs:evening", evening.pk)
    context = {"evening": evening, "told": who_knows_of(evening, seen_by=request.user)}
    return render(request, "foodclubs/cancel.html", context)


@access(COORDINATOR, LEAD)
def offer(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Say who gets a letter, and offer the tasks with room to the ready volunteers of the project."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    if request.method != "POST":
        context = {"evening": evening, "volunteers": with_exemptions(to_be_asked(evening, seen_by=request.user))}
        return render(request, "foodclubs/offer.html", context)
    asked = offer_tasks(evening, by=request.user)
    if asked:
        sentence = ngettext("%(asked)s volunteer has been asked.", "%(asked)s volunteers have been asked.", asked)
        messages.success(request, sentence % {"asked": asked})
    else:
        messages.warning(request, _("There is nobody to ask: those who are ready have a task or a letter already."))
    return redirect("foodclubs:evening", evening.pk)


@access(COORDINATOR, LEAD, methods="POST")
def sign_up(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Sign up a guest who asks at the house, also at the door."""
    evening = own_evening(request, evening_id, Permission.SIGN_UP_GUEST)
    form = GuestAtHouseForm(request.POST)
    if form.is_valid():
        name = form.cleaned_data["nickname"]
        try:
            signup_id = take_place("evening", evening, name)
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            undo = reverse("foodclubs:give_guest_back", args=[signup_id])
            undoable(request, _("%(name)s is on the list.") % {"name": name}, undo)
            return redirect("foodclubs:evening", evening.pk)
    return show_evening(request, evening, guest_form=form)


@access(COORDINATOR, LEAD, methods="POST")
def give_task(request: HttpRequest, evening_id: UUID) -> HttpResponse:
    """Give a task to a ready volunteer who has said yes by word of mouth."""
    evening = own_evening(request, evening_id, Permission.RUN_EVENING)
    form = give_task_form(request, evening, request.POST)
    if form.is_valid():
        try:
            duty_id = take_place("task", form.cleaned_data["task"], form.cleaned_data["volunteer"])
        except NotPossible as error:
            form.add_error(None, str(error))
        else:
            undoable(request, _("The task is given."), reverse("foodclubs:give_task_back", args=[duty_id]))
            return redirect("foodclubs:evening", evening.pk)
    return show_evening(request, evening, task_form=form)


@access(COORDINATOR, LEAD, methods="POST")
def give_guest_back(request: HttpRequest, signup_id: UUID) -> HttpResponse:
    """A guest does not come after all: the place is free again."""
    signup = get_object_or_404(Signup.objects.visible_to(request.user), pk=signup_id)
    require(request.user, Permission.SIGN_UP_GUEST, signup.project)
    give_back(signup)
    undo = reverse("foodclubs:sign_up", args=[signup.evening_id])
    sentence = _("%(name)s is off the list, and the place is free.") % {"name": signup.guest}
    undoable(request, sentence, undo, nickname=signup.guest.nickname)
    return redirect("foodclubs:evening", signup.evening_id)


@access(COORDINATOR, LEAD, methods="POST")
def let_guest_in(request: HttpRequest, signup_id: UUID) -> HttpResponse:
    """The house says yes to a guest who waits: a place is taken."""
    signup = guest_of_the_house(request, signup_id)
    signup.answer(yes=True)
    undo = reverse("foodclubs:let_guest_wait", args=[signup.pk])
    undoable(request, _("%(name)s is on the list.") % {"name": signup.guest}, undo)
    return redirect("foodclubs:evening", signup.evening_id)


@access(COORDINATOR, LEAD, methods="POST")
def turn_guest_down(request: HttpRequest, signup_id: UUID) -> HttpResponse:
    """The house says no to a guest who waits; put on the list at the house, the guest comes after all."""
    signup = guest_of_the_house(request, signup_id)
    signup.answer(yes=False)
    undo = reverse("foodclubs:let_guest_wait", args=[signup.pk])
    undoable(request, _("%(name)s is not on the list.") % {"name": signup.guest}, undo)
    return redirect("foodclubs:evening", signup.evening_id)


@access(COORDINATOR, LEAD, methods="POST")
def let_guest_wait(request: HttpRequest, signup_id: UUID) -> HttpResponse:
    """The house takes its yes or no back: the guest waits as before."""
    signup = guest_of_the_house(request, signup_id)
    signup.take_answer_back()
    messages.success(request, _("%(name)s waits for the house again.") % {"name": signup.guest})
    return redirect("foodclubs:evening", signup.evening_id)


def guest_of_the_house(request: HttpRequest, signup_id: UUID) -> Signup:
    """A guest of one's own evenings, 404 else; and the right to answer there, 403 else."""
    signup = get_object_or_404(Signup.objects.visible_to(request.user).select_related("guest"), pk=signup_id)
    require(request.user, Permission.SIGN_UP_GUEST, signup.project)
    return signup


@access(COORDINATOR, LEAD, methods="POST")
def give_task_back(request: HttpRequest, duty_id: UUID) -> HttpResponse:
    """A volunteer cannot come after all: the task has room again."""
    duty = get_object_or_404(Duty.objects.visible_to(request.user), pk=duty_id)
    require(request.user, Permission.RUN_EVENING, duty.project)
    give_back(duty)
    undo = reverse("foodclubs:give_task", args=[duty.evening_id])
    undoable(request, _("The task is free again."), undo, task=duty.task_id, volunteer=duty.volunteer_id)
    return redirect("foodclubs:evening", duty.evening_id)
