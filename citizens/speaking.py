"""Whoever waits for a friend is spoken with: what was said is written down with one tap, and put right the same day."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.declaration import access
from access.requests import SiteRequest
from access.roles import Permission, Role, may, require
from citizens.acting import acting_place
from citizens.models import Citizen, Spoken, Wishes
from citizens.models.wishes import HEARS_WITHIN
from citizens.usual_wait import how_long_it_takes
from history.moves import NotPossible, tried
from institutions.models import Project
from pages.dates import DayField
from pages.lists import as_it_was_left
from pages.undo import undoable

LONGEST_REST = timedelta(days=366)
NOTHING_WRITTEN = gettext_lazy("Choose one of the answers: nothing has been written down.")
# What the buttons say, and what follows.
ANSWERS = {
    Spoken.Outcome.STILL: (gettext_lazy("Yes, still"), gettext_lazy("You are reminded again in six weeks.")),
    Spoken.Outcome.NOT_NOW: (
        gettext_lazy("Not just now"),
        gettext_lazy("The wish rests until it may be asked about again."),
    ),
    Spoken.Outcome.NO_LONGER: (
        gettext_lazy("No longer"),
        gettext_lazy("The wish ends, and nobody asks about it. It can be told anew at any time."),
    ),
    Spoken.Outcome.NOT_REACHED: (
        gettext_lazy("I did not reach the citizen"),
        gettext_lazy("It does not count as having spoken together. You are reminded again in a week."),
    ),
    Spoken.Outcome.RATHER_NOT: (
        gettext_lazy("Would rather not be asked"),
        gettext_lazy("The citizen goes on waiting, and nobody asks until he or she comes."),
    ),
}
# Where one comes from, as the address says it.
FROM = {"liste": "citizens:list", "hus": "coordinators:my_house"}


class SpokenForm(forms.Form):
    """What was said, by the button that is pressed; on which day, and when to ask again if it is not just now."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("What was said"),
        choices=Spoken.Outcome,
        error_messages={"required": NOTHING_WRITTEN, "invalid_choice": NOTHING_WRITTEN},
    )
    on = DayField(label=gettext_lazy("The day on which you spoke together"), initial=timezone.localdate, required=False)
    again_on = DayField(label=gettext_lazy("Ask again on"), required=False)

    def __init__(self, *args, said_before: date, opened: str = "", **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.said_before, self.opened = said_before, opened
        self.fields["again_on"].initial = timezone.localdate() + HEARS_WITHIN

    def answers(self) -> list[tuple]:
        """Each answer with the words of its button and what follows; whether it stands now; whether it has a day."""
        given, rests = self.initial.get("outcome"), Spoken.Outcome.NOT_NOW
        return [(code, *words, code == given, code == rests) for code, words in ANSWERS.items()]

    @property
    def is_of_another_day(self) -> bool:
        """Is another day than today written down, or typed? Then the field stands open."""
        return str(self["on"].value() or "") not in ("", str(timezone.localdate()))

    def clean_on(self) -> date:
        on = self.cleaned_data["on"] or timezone.localdate()
        if on > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come: write it down when you have spoken together."))
        if on < self.said_before:
            said = _("The citizen said something on %(day)s. Choose that day or a later one.")
            raise forms.ValidationError(said % {"day": date_format(self.said_before, "DATE_FORMAT")})
        return on

    def clean(self) -> dict:
        """Only “not just now” has a day on which to ask again, ahead and within a year."""
        cleaned = super().clean() or {}
        again_on, today = cleaned.get("again_on"), timezone.localdate()
        if cleaned.get("outcome") != Spoken.Outcome.NOT_NOW:
            cleaned["again_on"] = None
        elif again_on and not today < again_on <= today + LONGEST_REST:
            self.add_error("again_on", _("Choose a day ahead, at most a year from now."))
        return cleaned


@access(Role.COORDINATOR, Role.LEAD)
def still_wished(request: SiteRequest, citizen_id: UUID) -> HttpResponse:
    """Is a friend still wished for? Asked at least every six weeks, and before somebody is proposed."""
    citizen = _citizen(request, citizen_id)
    said = get_object_or_404(Wishes, citizen=citizen)
    form = SpokenForm(request.POST or None, said_before=said.said_on, opened=said.answer)
    seen = {"shown": request.POST.get("opened", ""), "by": request.user}
    if request.method == "POST" and form.is_valid() and tried(form, citizen.spoken_with, **form.cleaned_data, **seen):
        return _written_down(request, citizen, said)
    shown = {"citizen": citizen, "said": said, "form": form, "talks": citizen.spoken.for_page()[:3]}
    shown["how_long"] = how_long_it_takes(Project.objects.registrable_by(request.user).of(citizen))
    return render(request, "citizens/still_wished.html", {**shown, "back": _back(request, citizen)})


def _written_down(request: SiteRequest, citizen: Citizen, said: Wishes) -> HttpResponse:
    """With its undo; where the old wish kept somebody from being proposed, one goes on there."""
    spoken = citizen.spoken.standing()[0]
    sentence = _("It is written down: %(said)s.") % {"said": spoken}
    undoable(request, sentence, reverse("citizens:take_spoken_back", args=[citizen.pk, spoken.pk]))
    is_alive_again = said.is_old and spoken.outcome == Spoken.Outcome.STILL
    if is_alive_again and may(request.user, Permission.PROPOSE_MATCH, citizen.project):
        return redirect("matching:propose", citizen.pk)
    return redirect(_back(request, citizen))


@access(Role.COORDINATOR, Role.LEAD)
def put_spoken_right(request: SiteRequest, citizen_id: UUID, spoken_id: UUID) -> HttpResponse:
    """It was said otherwise, or on another day."""
    citizen = _citizen(request, citizen_id)
    spoken = _own(request, citizen, spoken_id)
    stands = {"outcome": spoken.outcome, "on": spoken.spoken_on, "again_on": spoken.again_on}
    form = SpokenForm(request.POST or None, initial=stands, said_before=spoken.said_before)
    if request.method == "POST" and form.is_valid() and tried(form, spoken.put_right, **form.cleaned_data):
        messages.success(request, _("It is put right."))
        return redirect("coordinators:citizen", citizen.pk)
    return render(request, "citizens/put_spoken_right.html", {"citizen": citizen, "spoken": spoken, "form": form})


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def take_spoken_back(request: SiteRequest, citizen_id: UUID, spoken_id: UUID) -> HttpResponse:
    """It was not said: the wish stands as before."""
    citizen = _citizen(request, citizen_id)
    _own(request, citizen, spoken_id).take_back()
    messages.success(request, _("It is taken back: the wish stands as before."))
    return redirect("coordinators:citizen", citizen.pk)


def _citizen(request: SiteRequest, citizen_id: UUID) -> Citizen:
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.RECORD_TALK, acting_place(citizen, request.user))
    return citizen


def _own(request: SiteRequest, citizen: Citizen, spoken_id: UUID) -> Spoken:
    """What one has written down oneself, today."""
    spoken = get_object_or_404(citizen.spoken.for_page(), pk=spoken_id)
    if not spoken.may_be_put_right_by(request.user):
        sentence = _("Only %(name)s, who wrote it down, can put it right, and on the same day alone.")
        raise NotPossible(sentence % {"name": spoken.by.name})
    return spoken


def _back(request: HttpRequest, citizen: Citizen) -> str:
    """To the list or the house from where one came; else to the citizen's page."""
    came_from = FROM.get(request.GET.get("fra", ""))
    if came_from:
        return as_it_was_left(request, reverse(came_from))
    return reverse("coordinators:citizen", args=[citizen.pk])
