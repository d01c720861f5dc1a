"""What is asked of a citizen: nothing is mandatory but what he is called, and there is no field for a diagnosis."""

from django import forms
from django.forms import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from access.opened import Opened
from access.text import LongTextField, ShortTextField
from citizens.models import Attachment, Consent, Disclosure, Wishes
from institutions.models import Project
from institutions.vocabulary import Language, Slot, interests_offered

LINES = Disclosure.Line.values


class WishesForm(forms.ModelForm):
    """Wishes, needs and interests, in his own words and as choices."""

    languages = forms.MultipleChoiceField(
        label=_("Speaks"), choices=Language, widget=forms.CheckboxSelectMultiple, initial=[Language.DANISH]
    )
    interests = forms.MultipleChoiceField(
        label=_("Would like to do together"),
        choices=interests_offered,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    slots = forms.MultipleChoiceField(
        label=_("Usually has time"), choices=Slot, widget=forms.CheckboxSelectMultiple, required=False
    )

    class Meta:
        model = Wishes
        fields = ["wants_friend", "own_words", "interests", "languages", "slots"]
        widgets = {"own_words": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "own_words": _("What would you like to do with a friend? Write it as it was said – no diagnoses, no names.")
        }


class ChangeWishesForm(WishesForm):
    """Wishes that stand already: what was not changed on this form stays as others have left it meanwhile."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        now = {name: getattr(self.instance, name) for name in self.Meta.fields}
        self.opened = Opened(now, self.data.get("opened", ""))

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        for name in self.Meta.fields:
            if name in cleaned and not self.opened.is_changed_here(name, cleaned[name]):
                cleaned[name] = getattr(self.instance, name)
        return cleaned


class ConsentForm(forms.Form):
    """Which yeses he gave, and how. The wording that is read aloud stands beside each box."""

    purposes = forms.MultipleChoiceField(
        label=_("He or she says yes to"),
        choices=Consent.Purpose,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Read each line aloud. A no costs nothing, neither the food club nor the friend."),
    )
    given = forms.ChoiceField(
        label=_("How the yes was given"),
        choices=Consent.Given,
        widget=forms.RadioSelect,
        initial=Consent.Given.SPOKEN,
    )


class RegistrationForm(ConsentForm, WishesForm):
    """A citizen in two minutes: name, house, wishes and consent on one page."""

    project = forms.ModelChoiceField(label=_("Project"), queryset=Project.objects.none(), empty_label=None)
    called_name = ShortTextField(label=_("What he or she is called"), max_length=60)
    reach = ShortTextField(
        label=_("How to reach"),
        max_length=160,
        required=False,
        help_text=_("Such as: in the café before noon, or a phone."),
    )
    attachment = forms.ChoiceField(
        label=_("The house"), choices=Attachment.Kind, widget=forms.RadioSelect, initial=Attachment.Kind.LIVES_HERE
    )

    field_order = [
        "project", "called_name", "reach", "attachment", "languages", "wants_friend", "own_words", "interests",
        "slots", "purposes", "given",
    ]  # fmt: skip

    def __init__(self, *args, projects, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].queryset = projects  # type: ignore[attr-defined]
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

    def __init__(self, *args, disclosures, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        said = {disclosure.line: disclosure for disclosure in disclosures}
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
            now = self.said[line].get_answer_display() if line in self.said else Disclosure.Answer.NO.label
            sentence = _("Somebody else has changed this line meanwhile: it is “%(answer)s” now. Is this still right?")
            self.add_error(f"{line}_answer", sentence % {"answer": now})
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
