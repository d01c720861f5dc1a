"""A no: why, for ourselves; and the letter, which never says why in the words of our list."""

from django import forms
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from access.text import LongTextField
from pages.choices import offer
from screening.models import Decline
from volunteers.models import RoleProfile, Volunteer

Reason = Decline.Reason


class ReasonForm(forms.Form):
    """Why; it brings the letter that is written for it."""

    reason = forms.ChoiceField(
        choices=Reason.choices,
        widget=forms.RadioSelect,
        label=_("Why is it a no?"),
        help_text=_("For those who screen alone. The letter never says it in these words."),
    )


def letter_for(volunteer: Volunteer, reason: str) -> str:
    """The kind letter for a reason, to be made one's own."""
    return render_to_string("screening/decline_letter.txt", {"name": volunteer.first_name, "reason": reason}).strip()


class DeclineForm(forms.Form):
    """The letter as it goes, and another role that it may offer: one of those that one holds oneself."""

    reason = forms.ChoiceField(choices=Reason.choices, label=_("Reason, which the letter does not say"))
    letter = LongTextField(
        label=_("The letter"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text=_("Read it as the one who gets it, and write it in your own words."),
    )
    offered = forms.ModelChoiceField(
        RoleProfile.objects.none(),
        required=False,
        label=_("Offer another role"),
        empty_label=_("No other role"),
        help_text=_("The letter then ends with what it is, and a link to the application with the role chosen."),
    )

    def __init__(self, *args, volunteer: Volunteer, reason: str, by, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.volunteer = volunteer
        self.initial = {"reason": reason, "letter": letter_for(volunteer, reason)}
        others = RoleProfile.objects.open().held_by(by).exclude(pk=volunteer.role_id)
        offer(self, "offered", others)

    def clean_letter(self) -> str:
        """No reason of the list, word for word, but “another reason”, which says nothing."""
        letter = self.cleaned_data["letter"]
        said = [reason.label for reason in Reason if reason != Reason.OTHER and str(reason.label) in letter]
        if said:
            raise forms.ValidationError(
                _("“%(reason)s” is a word of our own list. Say it in a way that cannot be read as blame.")
                % {"reason": said[0]}
            )
        return letter
