"""A citizen's yes to the journal of a house."""

from django import forms
from django.utils.translation import gettext_lazy as _

from access.roles import houses_of, projects_of
from citizens.models import Consent
from friendships.models import JournalNotice
from friendships.models.journal_notice import read_aloud
from institutions.models import Institution
from matching.models import Match
from pages.choices import offer


class JournalForm(forms.Form):
    """For which house, and how he said it."""

    institution = forms.ModelChoiceField(label=_("House"), queryset=Institution.objects.none(), empty_label=None)
    heard = forms.BooleanField(
        error_messages={"required": _("Without this yes nothing may stand in the journal. Ask first.")}
    )
    given = forms.ChoiceField(
        label=_("How the yes was given"),
        choices=Consent.Given,
        widget=forms.RadioSelect,
        initial=Consent.Given.SPOKEN,
    )

    def __init__(self, *args, match: Match, user, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.match = match
        known = match.citizen.attachments.going_on().values("institution")
        self.houses = Institution.objects.filter(pk__in=known)
        if match.project_id not in projects_of(user):  # a lead sees what stands in the own journal alone
            self.houses = self.houses.filter(pk__in=houses_of(user))
        offer(self, "institution", self.houses)
        said = _("I have read this aloud, and he or she said yes: “%(words)s”") % {"words": read_aloud()}
        self.fields["heard"].label = said

    def say_yes(self, *, by) -> JournalNotice:
        said = self.cleaned_data
        return JournalNotice.say_yes(self.match, said["institution"], given=said["given"], by=by)
