"""What is asked of a citizen: nothing is mandatory but what he is called, and there is no field for a diagnosis."""

from collections.abc import Iterable
from typing import NamedTuple

from django import forms
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from access.names import NameField
from access.text import LongTextField, ShortTextField
from citizens.models import Attachment, Citizen, Consent, Disclosure, Wishes
from citizens.models.wishes import AGE_TOO, IS_POSTCODE
from citizens.wordings import read_aloud
from history.moves import gates, in_turn
from history.who import last_change
from institutions.models import Project
from institutions.municipalities import Municipality
from institutions.vocabulary import AgeGroup, Gender, Language, Limit, Need, Slot, interests_offered
from pages.choices import offer
from pages.stale_forms import OnlyChanges, Opened, changed_meanwhile, show_beside

LINES = Disclosure.Line.values
LIKES, FRIEND = _("What else is liked"), _("What matters in a friend")


class Section(NamedTuple):
    """Some fields of a long form under a heading; a folded one is opened with a tap."""

    heading: str | Promise
    fields: list[forms.BoundField]
    can_fold: bool
    is_folded: bool


def ticks(label, choices, help_text="", initial=()):
    """Any number of choices, none of which must be made."""
    return forms.MultipleChoiceField(
        label=label,
        choices=choices,
        help_text=help_text,
        initial=list(initial),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def one_of(label, choices, otherwise, help_text="", widget=forms.RadioSelect):
    """One of the choices; `otherwise` stands first and is what is meant when nothing is said."""
    return forms.ChoiceField(
        label=label,
        choices=[("", otherwise), *choices],
        help_text=help_text,
        widget=widget,
        required=False,
        initial="",
    )


class WishesForm(forms.ModelForm):
    """Wishes, needs, interests, and what matters in a friend: in his own words and as choices."""

    SECTIONS: tuple[tuple[str | Promise, list[str]], ...] = (
        (_("What it is about"), ["wants_friend", "own_words", "together", "needs"]),
        (_("Together"), ["languages", "slots", "area"]),
        (LIKES, ["interests"]),
        (FRIEND, ["friend_gender", "age_group", "friend_age", "limits", "around"]),
    )

    together = ticks(_("Would like to do together"), interests_offered)
    interests = ticks(_("Likes"), interests_offered, _("Also what one just likes to talk about."))
    needs = ticks(_("It would be good with"), Need.choices)
    languages = ticks(_("Speaks"), Language.choices, initial=[Language.DANISH])
    slots = ticks(_("Usually has time"), Slot.choices)
    area = ShortTextField(
        label=_("Postcode where it is good to meet"),
        max_length=4,
        required=False,
        validators=[IS_POSTCODE],
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
    )
    friend_gender = one_of(_("The friend is"), Gender.choices, _("does not matter"))
    age_group = one_of(_("Own age"), AgeGroup.choices, _("not said"), _("Only if it is of use, roughly."))
    friend_age = one_of(_("The friend's age"), Wishes.FriendAge.choices, _("does not matter"))
    limits = ticks(_("Cannot be with"), Limit.choices)
    around = ticks(
        _("Comes along"), Limit.choices, _("What a friend meets here: such as a dog, smoke, or many stairs.")
    )

    class Meta:
        model = Wishes
        fields = [
            "wants_friend", "own_words", "together", "interests", "needs", "languages", "slots", "area",
            "friend_gender", "age_group", "friend_age", "limits", "around",
        ]  # fmt: skip
        widgets = {"own_words": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "own_words": _("What would you like to do with a friend? Write it as it was said – no diagnoses, no names.")
        }

    def sections(self) -> list[Section]:
        """The fields under their headings, as pages and paper show them; what can wait is folded while it is empty."""
        sections = []
        for heading, names in self.SECTIONS:
            fields = [self[name] for name in names]
            empty = not any(field.value() or field.errors for field in fields)
            sections.append(Section(heading, fields, can_fold=heading in (LIKES, FRIEND), is_folded=empty))
        return sections

    def clean(self) -> dict:
        """A friend's age can only be compared with one's own."""
        cleaned = super().clean() or {}
        if cleaned.get("friend_age") and not cleaned.get("age_group"):
            self.add_error("friend_age", AGE_TOO)
        return cleaned

    def save(self, commit: bool = True):
        """What is said today is said today."""
        self.instance.tell_anew(wished_before=self.initial.get("wants_friend", True))
        with gates():
            return super().save(commit)


class ChangeWishesForm(OnlyChanges, WishesForm):
    """Wishes that stand already."""


class ConsentForm(forms.Form):
    """Which yeses he gave, and how. The wording that is read aloud stands beside each box."""

    purposes = forms.MultipleChoiceField(
        label=_("He or she says yes to"),
        choices=read_aloud,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Read each line aloud. A no costs nothing, neither the food club nor the friend."),
    )
    given = forms.ChoiceField(
        label=_("How the yes was given"),
        choices=Consent.Given,
        widget=forms.RadioSelect,
        initial=Consent.Given.SPOKEN,
    )


class LaterConsentForm(ConsentForm):
    """The yeses that are still missing: one that stands is never ticked off here, it is taken back on its own page.

    Posted twice it writes nothing twice: a yes that stands meanwhile is still a choice.
    """

    def __init__(self, *args, standing: Iterable[str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        missing = [choice for choice in read_aloud() if choice[0] not in standing]
        self.fields["purposes"].widget.choices = missing
        self.is_complete = not missing


class RegistrationForm(ConsentForm, WishesForm):
    """A citizen in two minutes: name, house, wishes and consent on one page."""

    project = forms.ModelChoiceField(label=_("Project"), queryset=Project.objects.none(), empty_label=None)
    called_name = NameField(label=_("What he or she is called"), max_length=60)
    reach = ShortTextField(
        label=_("How to reach"),
        max_length=160,
        required=False,
        help_text=_("Such as: in the café before noon, or a phone."),
    )
    attachment = forms.ChoiceField(
        label=_("The house"), choices=Attachment.Kind, widget=forms.RadioSelect, initial=Attachment.Kind.LIVES_HERE
    )

    municipality = one_of(
        _("Own home"),
        Municipality.choices,
        _("no"),
        _("Only the municipality is written down, never the address."),
        forms.Select,
    )

    SECTIONS = (
        (_("Who it is"), ["project", "called_name", "reach", "attachment", "municipality"]),
        *WishesForm.SECTIONS,
        (_("Consent"), ["purposes", "given"]),
    )
    field_order = [name for _heading, names in SECTIONS for name in names]

    def __init__(self, *args, projects, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "project", projects)
        if len(projects) == 1:
            self.fields["project"].initial = projects[0]

    def clean_purposes(self) -> list[str]:
        purposes = self.cleaned_data["purposes"]
        if Consent.Purpose.REGISTRATION not in purposes:
            raise forms.ValidationError(_("Without a yes to being registered, nothing may be written down."))
        return purposes


class DisclosureForm(forms.Form):
    """All lines of "what my network friend may know" at once: an answer and the citizen's own words for each.

    Only the lines changed here are saved: a page that was left open never turns a later no into a yes.
    """

    def __init__(self, *args, citizen: Citizen | None = None, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if self.is_bound and citizen:
            in_turn("disclosures", citizen.pk)
        said = {disclosure.line: disclosure for disclosure in citizen.disclosures.all()} if citizen else {}
        now = {line: _one(said[line].answer, said[line].words) if line in said else _one() for line in LINES}
        self.opened = Opened(now, self.data.get("opened", ""))
        self.said = said
        for line, label in Disclosure.Line.choices:
            current = said.get(line)
            self.fields[f"{line}_answer"] = forms.ChoiceField(
                label=capfirst(label),
                choices=Disclosure.Answer,
                widget=forms.RadioSelect,
                initial=current.answer if current else Disclosure.Answer.NO,
            )
            self.fields[f"{line}_words"] = LongTextField(
                label=_("In his or her own words: %(line)s") % {"line": label},
                max_length=500,
                required=False,
                initial=current.words if current else "",
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self) -> dict:
        """A yes needs the words that the friend will read; what somebody else wrote meanwhile is looked at first."""
        cleaned = super().clean() or {}
        for line in LINES:
            answer, words = cleaned.get(f"{line}_answer"), cleaned.get(f"{line}_words")
            if answer == Disclosure.Answer.YES and not words:
                self.add_error(f"{line}_words", _("Write what the friend may read, or choose “not yet”."))
            if answer and self.opened.is_changed_here(line, _one(answer, words)):
                self._refuse_if_changed_elsewhere(line)
        return cleaned

    def _refuse_if_changed_elsewhere(self, line: str) -> None:
        if self.opened.is_changed_elsewhere(line):
            said = self.said.get(line) or Disclosure(line=line)
            self.add_error(f"{line}_answer", changed_meanwhile(last_change(said)))
            show_beside(self[f"{line}_answer"], ": ".join(filter(None, [said.get_answer_display(), said.words])))
            self.opened.tell(line)

    def lines(self) -> list[tuple[BoundField, BoundField]]:
        """The answer and the words of each line, as they belong together on the page."""
        return [(self[f"{line}_answer"], self[f"{line}_words"]) for line in LINES]

    def answers(self) -> list[tuple[str, str, str]]:
        """Each line that was changed on this form, with its answer and words."""
        answers = [(line, self.cleaned_data[f"{line}_answer"], self.cleaned_data[f"{line}_words"]) for line in LINES]
        return [one for one in answers if self.opened.is_changed_here(one[0], _one(*one[1:]))]


def _one(answer: str = Disclosure.Answer.NO, words: str | None = "") -> str:
    """A line as one value; a no has no words."""
    return str(answer) if answer == Disclosure.Answer.NO else f"{answer} {words or ''}"
