"""Which houses know a citizen, and where he lives: begun, put right, ended or called off."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.declaration import access
from access.roles import Permission, Role, require
from citizens.acting import acting_place
from citizens.models import Attachment, Citizen, Home
from citizens.models.attachments import ENDS_BEFORE
from history.moves import NotPossible, tried
from institutions.models import Institution
from institutions.municipalities import Municipality
from pages.choices import offer
from pages.dates import DayField
from pages.stale_forms import HavingSeen, OnlyChanges

LIFETIME, A_YEAR = timedelta(days=365 * 50), timedelta(days=365)


class WhichHouse(forms.ModelChoiceField):
    """One of the houses; an own home is none of them."""

    def __init__(self, **kwargs) -> None:
        super().__init__(queryset=Institution.objects.open(), **kwargs)


def that_can_be(day: date | None) -> date | None:
    """Within a lifetime, and not more than a year ahead."""
    today = timezone.localdate()
    if day and not today - LIFETIME <= day <= today + A_YEAR:
        raise forms.ValidationError(_("Look at the year: this is very long ago, or very far ahead."))
    return day


AT_THE_HOUSE = [
    (Attachment.Kind.LIVES_HERE, gettext_lazy("lives at the house")),
    (Attachment.Kind.COMES_HERE, gettext_lazy("comes to the house")),
]


def kind_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label=gettext_lazy("There he or she"), choices=AT_THE_HOUSE, widget=forms.RadioSelect, initial="comes_here"
    )


WITHOUT_A_YES = gettext_lazy("Without this yes the house may not know. Ask first.")
HOUSE_MAY_READ = gettext_lazy("The volunteer lead of this house may read what is written down about me.")


def heard_field(*, required: bool = True) -> forms.BooleanField:
    """What is read aloud to him before a house may know, in the language of the page."""
    return forms.BooleanField(
        label=_("I have read this aloud, and he or she said yes: “%(words)s”") % {"words": HOUSE_MAY_READ},
        error_messages={"required": WITHOUT_A_YES},
        required=required,
    )


class AttachForm(HavingSeen, forms.Form):
    """A further house, whose lead may read about him once he has said yes to it."""

    institution = WhichHouse(label=gettext_lazy("House"))
    kind = kind_field()
    from_on = DayField(label=gettext_lazy("From"), initial=timezone.localdate)

    def __init__(self, *args, citizen: Citizen, **kwargs) -> None:
        stands = citizen.attachments.going_on().for_page()
        super().__init__(*args, about=citizen, stands=stands, **kwargs)
        offer(self, "institution", Institution.objects.open().exclude(pk__in=[one.institution_id for one in stands]))
        self.fields["heard"] = heard_field()
        self.citizen = citizen

    def clean_from_on(self) -> date | None:
        return that_can_be(self.cleaned_data["from_on"])

    def attach(self, *, by) -> Attachment:
        said = self.cleaned_data
        return self.citizen.attach(said["institution"], kind=said["kind"], from_on=said["from_on"], heard_by=by)


class AttachmentForm(OnlyChanges, forms.Form):
    """Whether he lives or comes there, from when until when."""

    kind = kind_field()
    from_on = DayField(label=gettext_lazy("From"))
    until_on = DayField(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy(
            "The last day on which the house's lead can read about him or her. Leave it empty as long as it goes on."
        ),
    )

    def __init__(self, *args, row: Attachment, **kwargs) -> None:
        said = {"kind": row.kind, "from_on": row.from_on, "until_on": row.until_on}
        super().__init__(*args, row=row, initial=said, **kwargs)
        self.was_over = row.is_over
        if self.was_over:
            self.fields["heard"] = heard_field(required=False)

    def clean_from_on(self) -> date | None:
        return that_can_be(self.cleaned_data["from_on"])

    def clean_until_on(self) -> date | None:
        return that_can_be(self.cleaned_data["until_on"])

    def clean(self) -> dict:
        cleaned = super().clean()
        if cleaned.get("until_on") and cleaned.get("from_on") and cleaned["until_on"] < cleaned["from_on"]:
            self.add_error("until_on", ENDS_BEFORE)
        heard, until_on = cleaned.pop("heard", False), cleaned.get("until_on")
        if self.was_over and not heard and (not until_on or until_on >= timezone.localdate()):
            self.add_error("heard", WITHOUT_A_YES)
        return cleaned


class HomeForm(OnlyChanges, forms.Form):
    """Where he lives: a house, or an own home in a municipality."""

    institution = WhichHouse(label=gettext_lazy("House"), required=False, empty_label=gettext_lazy("none"))
    municipality = forms.ChoiceField(
        label=gettext_lazy("Own home in the municipality of"),
        choices=[("", gettext_lazy("none")), *Municipality.choices],
        required=False,
    )
    from_on = DayField(label=gettext_lazy("Since"))

    def __init__(self, *args, row: Home, **kwargs) -> None:
        said = {"institution": row.institution, "municipality": row.municipality, "from_on": row.from_on}
        super().__init__(*args, row=row, initial=said, **kwargs)
        self.home = row
        if row.came_with:  # its day is put right there
            del self.fields["from_on"]

    def clean_from_on(self) -> date | None:
        from_on = that_can_be(self.cleaned_data["from_on"])
        former = Home.objects.before(self.home).first()
        if from_on and former and from_on < former.from_on:
            raise forms.ValidationError(_("This is before the former home began. Look at the date."))
        if from_on and not former and from_on > timezone.localdate():
            raise forms.ValidationError(_("Then he or she would live nowhere today. A home ahead is a relocation."))
        return from_on

    def clean(self) -> dict:
        """Exactly one of the two."""
        cleaned = super().clean()
        if not self.errors and bool(cleaned.get("institution")) == bool(cleaned.get("municipality")):
            self.add_error("municipality", _("Choose either a house or a municipality."))
        return cleaned


def require_worked_with(request: HttpRequest, citizen_id: UUID) -> Citizen:
    """Whom one knows, and for whom one may act."""
    citizen = get_object_or_404(Citizen.objects.known_to(request.user), pk=citizen_id)
    require(request.user, Permission.REGISTER_CITIZEN, acting_place(citizen, request.user))
    return citizen


def refuse_if_to_be_forgotten(citizen: Citizen) -> None:
    """Of whoever has taken back being registered nothing begins any more."""
    if citizen.is_to_be_forgotten:
        raise NotPossible(_("The citizen has taken back being registered: nothing new is begun."))


@access(Role.COORDINATOR, Role.LEAD, methods="GET HEAD")
def places(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """All houses that know or knew him, and all homes, the newest first."""
    citizen = require_worked_with(request, citizen_id)
    shown = {"attachments": citizen.attachments.for_page(), "homes": citizen.homes.with_houses()}
    return render(request, "citizens/places.html", {"citizen": citizen, **shown})


@access(Role.COORDINATOR, Role.LEAD)
def attach(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """A further house may know him, on his yes."""
    citizen = require_worked_with(request, citizen_id)
    refuse_if_to_be_forgotten(citizen)
    form = AttachForm(request.POST if request.method == "POST" else None, citizen=citizen)
    if form.is_valid() and tried(form, form.attach, by=request.user):
        messages.success(request, _("Saved. The house's lead can read about him or her from that day."))
        return redirect("citizens:places", citizen.pk)
    return render(request, "citizens/attach.html", {"form": form, "citizen": citizen})


@access(Role.COORDINATOR, Role.LEAD)
def attachment(request: HttpRequest, citizen_id: UUID, attachment_id: UUID) -> HttpResponse:
    """Put one attachment right, or write down its last day."""
    citizen = require_worked_with(request, citizen_id)
    row = get_object_or_404(citizen.attachments.for_page(), pk=attachment_id)
    form = AttachmentForm(request.POST if request.method == "POST" else None, row=row)
    if form.is_valid() and tried(form, row.put_right, **form.cleaned_data):
        messages.success(request, _("It is put right."))
        return back_to(request, citizen)
    return render(request, "citizens/attachment.html", {"form": form, "citizen": citizen, "attachment": row})


@access(Role.COORDINATOR, Role.LEAD, methods="POST")
def call_attachment_off(request: HttpRequest, citizen_id: UUID, attachment_id: UUID) -> HttpResponse:
    """It begins today or later and comes to nothing."""
    citizen = require_worked_with(request, citizen_id)
    get_object_or_404(citizen.attachments, pk=attachment_id).call_off()
    messages.success(request, _("Taken back. The house's lead reads nothing about him or her because of it."))
    return back_to(request, citizen)


@access(Role.COORDINATOR, Role.LEAD)
def home(request: HttpRequest, citizen_id: UUID) -> HttpResponse:
    """Put the home right that stands last; a new one is a relocation."""
    citizen = require_worked_with(request, citizen_id)
    row = get_object_or_404(citizen.homes.current().with_houses())
    if row.came_with and row.came_with.may_be_called_off:
        raise NotPossible(_("This home came with a relocation: put that off, or call it off and write it anew."))
    form = HomeForm(request.POST if request.method == "POST" else None, row=row)
    if form.is_valid() and tried(form, row.put_right, **{"from_on": row.from_on, **form.cleaned_data}):
        messages.success(request, _("It is put right."))
        return redirect("citizens:places", citizen.pk)
    return render(request, "citizens/home.html", {"form": form, "citizen": citizen, "home": row})


def back_to(request: HttpRequest, citizen: Citizen, page: str = "citizens:places") -> HttpResponse:
    """Whoever has just let go of him reads no more about him."""
    if Citizen.objects.known_to(request.user).filter(pk=citizen.pk).exists():
        return redirect(page, citizen.pk)
    messages.info(request, _("Your house knows the citizen no more, so you read nothing about him or her here now."))
    return redirect("coordinators:my_house")
