"""A citizen moves: where to, who may know there, and what the two of a friendship say to it."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.roles import Permission, may, projects_of
from access.text import ShortTextField
from citizens.models import Attachment, Citizen, Home
from citizens.places import HOUSE_MAY_READ, WhichHouse, that_can_be
from friendships.models import Relocation
from friendships.models.journal_notice import read_aloud
from friendships.models.relocation import GoesOn, Journal, Travel
from friendships.relocating import put_off, relocate, settle
from institutions.models import Institution
from institutions.municipalities import Municipality
from matching.models import Match
from pages.choices import offer
from pages.dates import DayField
from pages.stale_forms import HavingSeen, OnlyChanges

FOLLOWED = ("goes_on", "travel", "bridges")


def journal_field() -> forms.ChoiceField:
    """Whether the new house's journal may say that there is a friendship; asked of him anew."""
    return forms.ChoiceField(
        label=gettext_lazy("May the journal of the new house say that there is a network friend?"),
        choices=capitalised(Journal.choices),
        widget=forms.RadioSelect,
        initial=Journal.NOT_ASKED,
        required=False,
    )


def read_to_him(form: forms.BaseForm, name: str, words: object) -> None:
    """Beside the question, in the language of the page."""
    form.fields[name].help_text = _("Read aloud: “%(words)s”") % {"words": words}


def capitalised(choices: list) -> list:
    return [(code, capfirst(label)) for code, label in choices]


class HowItGoesOn(forms.Form):
    """What the two of a friendship say to it; asked by whoever follows them."""

    goes_on = forms.ChoiceField(
        label=gettext_lazy("Does the friendship go on?"),
        choices=capitalised(GoesOn.choices),
        widget=forms.RadioSelect,
        initial=GoesOn.NOT_ASKED,
    )
    travel = forms.ChoiceField(
        label=gettext_lazy("The way between the two"),
        choices=capitalised(Travel.choices),
        widget=forms.RadioSelect,
        initial=Travel.NOT_ASKED,
    )
    bridges = ShortTextField(
        label=gettext_lazy("Good places in the new neighbourhood"),
        required=False,
        max_length=200,
        help_text=gettext_lazy(
            "Such as: the drop-in centre in Nørrebro has coffee on Tuesdays. About places, never about him or her."
        ),
    )


class RelocationForm(HavingSeen, HowItGoesOn):
    """Where he lives from a day on; which houses let go of him, and which one may know."""

    institution = WhichHouse(label=gettext_lazy("House"), required=False, empty_label=gettext_lazy("none"))
    municipality = forms.ChoiceField(
        label=gettext_lazy("Own home in the municipality of"),
        choices=[("", gettext_lazy("none")), *Municipality.choices],
        required=False,
        help_text=gettext_lazy("Only the municipality is written down, never the address."),
    )
    from_on = DayField(
        label=gettext_lazy("Moves on"),
        initial=timezone.localdate,
        help_text=gettext_lazy("It can lie ahead: until then everything stays as it is."),
    )
    ends = forms.MultipleChoiceField(
        label=gettext_lazy("These houses know him or her no longer from that day"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    knows = forms.ChoiceField(
        label=gettext_lazy("May the volunteer lead of the new house know?"),
        choices=[
            ("yes", gettext_lazy("Yes: he or she may read what is written down here")),
            ("no", gettext_lazy("No, or not asked: the new house sees nothing")),
        ],
        widget=forms.RadioSelect,
        initial="no",
    )
    journal = journal_field()
    reach = ShortTextField(label=gettext_lazy("How to reach him or her now"), required=False, max_length=160)
    field_order = ("institution", "municipality", "from_on", "ends", "knows", "journal", "reach", *FOLLOWED)

    def __init__(self, *args, citizen: Citizen, user, **kwargs) -> None:
        self.citizen = citizen
        self.attachments = list(citizen.attachments.going_on().for_page())
        self.home: Home | None = citizen.homes.current().with_houses().first()
        super().__init__(*args, about=citizen, stands=citizen.homes.current(), **kwargs)
        self.match = Match.objects.visible_to(user).of(citizen).filter(state__in=Relocation.FOLLOWED).for_list().first()
        if not self.match or not may(user, Permission.FOLLOW_MATCH, citizen.project):
            for name in FOLLOWED:
                del self.fields[name]
        read_to_him(self, "knows", HOUSE_MAY_READ)
        if self.match:
            read_to_him(self, "journal", read_aloud())
        else:
            del self.fields["journal"]
        if citizen.reach:
            self.fields["reach"].help_text = _("It says now: %(reach)s. What you write here holds from today on.") % {
                "reach": citizen.reach
            }
        offer(
            self, "ends", [(str(one.pk), f"{one.institution} ({one.get_kind_display()})") for one in self.attachments]
        )
        at_home = self.home.institution_id if self.home else None
        leaves = [one for one in self.attachments if one.kind == "lives_here" or one.institution_id == at_home]
        self.fields["ends"].initial = [str(one.pk) for one in leaves]

    def clean_from_on(self) -> date | None:
        from_on = that_can_be(self.cleaned_data["from_on"])
        if from_on and self.home and from_on < self.home.from_on:
            raise forms.ValidationError(_("This is before the former home began. Look at the date."))
        return from_on

    def clean_ends(self) -> list[Attachment]:
        return [one for one in self.attachments if str(one.pk) in self.cleaned_data["ends"]]

    def clean(self) -> dict:
        """Exactly one new home; and the house that may know does not let go of him."""
        cleaned = super().clean() or {}
        house = cleaned.get("institution")
        if not self.errors:
            self._look_at_both(cleaned, house)
        return cleaned

    def _look_at_both(self, said: dict, house: Institution | None) -> None:
        """The first that cannot be, beside its field."""
        town, may_know = said.get("municipality"), said["knows"] == "yes"
        lives_in = self.home.municipality if self.home else ""
        unknown = [one for one in said["ends"] if one.is_ahead and one.from_on >= said["from_on"]]
        faults = [
            (bool(house) == bool(town), "municipality", _("Choose either a house or a municipality.")),
            (
                house and self.home and self.home.institution == house,
                "institution",
                _("He or she lives there already."),
            ),
            (
                town and lives_in == town,
                "municipality",
                _("He or she lives in this municipality already: nothing here would change."),
            ),
            (not house and may_know, "knows", _("In a home of one's own there is no lead who could know.")),
            (
                may_know and house in [one.institution for one in said["ends"]],
                "ends",
                _("The new house may know, so it does not let go of him or her."),
            ),
            (
                not may_know and house in [one.institution for one in self.attachments if one not in said["ends"]],
                "knows",
                _("The new house knows him or her already. Say that it ends, or choose yes."),
            ),
            (
                unknown,
                "ends",
                _("This house does not know him or her yet. Take that back under “Houses and homes”."),
            ),
            (
                said.get("journal") == Journal.YES and not (house and may_know),
                "journal",
                _("Only a house that may know can write it into its journal."),
            ),
        ]
        for field, sentence in [(field, sentence) for is_so, field, sentence in faults if is_so][:1]:
            self.add_error(field, sentence)

    def write(self, *, by) -> None:
        """Everything at once: home, houses, how to reach him, and what is said of the friendship."""
        said = self.cleaned_data
        knows = said["institution"] if said["knows"] == "yes" else None
        if self.match:
            about = {name: said.get(name, GoesOn.NOT_ASKED) for name in FOLLOWED[:2]}
            about["bridges"] = said.get("bridges", "")
            may_stand = bool(said["institution"]) and said["knows"] == "yes"
            about["journal"] = (said["journal"] or Journal.NOT_ASKED) if may_stand else ""
        else:
            about = {}
        if said["reach"]:
            self.citizen.known_as.put_right(reach=said["reach"])
        to = {"institution": said["institution"], "municipality": said["municipality"]}
        begins = {"to": to, "from_on": said["from_on"], "knows": knows}
        self.written = relocate(self.citizen, **begins, ends=said["ends"], by=by, **about)


class PutRelocationRight(OnlyChanges, HowItGoesOn):
    """It is another day; or the two have said by now whether they go on, and how they find each other."""

    from_on = DayField(label=gettext_lazy("Moves on"))
    journal = journal_field()
    field_order = ("from_on", "journal", *FOLLOWED)

    def __init__(self, *args, row: Relocation, user, **kwargs) -> None:
        said = {name: getattr(row, name) for name in ("from_on", "journal", *FOLLOWED)}
        super().__init__(*args, row=row, initial=said, **kwargs)
        self.relocation = row
        self.is_led = row.project_id not in projects_of(user)
        is_over = row.match is None or row.match.state not in Relocation.FOLLOWED
        # A lead whose own house lets go of him, or has begun to know him, changes no day that has come.
        gone = [
            *(FOLLOWED if is_over or self.is_led else ()),
            *(["from_on"] if self.is_led and not row.is_ahead else ()),
        ]
        if is_over or not row.journal or self.is_led:
            gone.append("journal")
        else:
            read_to_him(self, "journal", read_aloud())
        for name in gone:
            del self.fields[name]

    def clean_from_on(self) -> date | None:
        from_on = that_can_be(self.cleaned_data["from_on"])
        home = self.relocation.home
        former = Home.objects.before(home).first() if home else None
        if from_on and former and from_on < former.from_on:
            raise forms.ValidationError(_("This is before the former home began. Look at the date."))
        if from_on and from_on > timezone.localdate() and self.relocation.from_on < timezone.localdate():
            raise forms.ValidationError(_("It has happened: choose a day up to today."))
        if from_on and self.is_led and from_on <= timezone.localdate():
            raise forms.ValidationError(
                _("Choose a day from tomorrow on; what has happened the coordinator puts right.")
            )
        return from_on

    def put_right(self, *, by) -> None:
        said = {name: value for name, value in self.cleaned_data.items() if value or name == "bridges"}
        from_on = said.pop("from_on", self.relocation.from_on)
        if said:
            settle(self.relocation, by=by, **said)
        if from_on != self.relocation.from_on:
            put_off(self.relocation, from_on)
