"""Choosing a volunteer, or somebody who was met by chance."""

from collections.abc import Mapping
from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import ShortTextField
from matching.models import Match, Origin
from pages.choices import offer
from pages.dates import DayField


class ProposalForm(forms.Form):
    """One of the volunteers who fit, shown on this page or not."""

    volunteer = forms.ChoiceField(
        label=_("Who"),
        error_messages={"required": _("Choose one of the volunteers first.")},
        widget=forms.RadioSelect,
    )
    note = ShortTextField(
        label=_("Why this one"),
        max_length=200,
        required=False,
        help_text=_("A few words, if you choose another than the first. Only the project's coordinators read it."),
    )

    def __init__(self, *args, possible: Mapping[str, str], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "volunteer", list(possible.items()))


class NothingForm(forms.Form):
    """Why it comes to nothing before they have met: whose no it is decides who is told."""

    who = forms.ChoiceField(
        label=_("What has happened?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what has happened.")},
    )

    def __init__(self, *args, match: Match, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        names = {"citizen": match.citizen.called_name, "volunteer": match.volunteer.first_name}
        citizen = _("%(citizen)s would rather not") if match.citizen_yes_at else _("%(citizen)s says no thank you")
        volunteer = _("%(volunteer)s would rather not, and has told me so")
        us = _("We call it back: nobody has said no")
        offer(self, "who", [("citizen", citizen % names), ("volunteer", volunteer % names), ("us", us)])


class SpontaneousForm(forms.Form):
    """Two who have found each other by themselves: where and when, and who has said yes already."""

    longest_ago, too_long_ago = timedelta(days=365), _("This is more than a year ago. Look at the year.")

    volunteer = forms.ChoiceField(
        label=_("Who"), error_messages={"required": _("Choose one of the volunteers first.")}, widget=forms.RadioSelect
    )
    origin = forms.ChoiceField(
        label=_("Where they met"),
        choices=[(one.value, one.label) for one in (Origin.EVENING, Origin.INFORMAL, Origin.COURSE)],
        widget=forms.RadioSelect,
    )
    origin_on = DayField(label=_("When"), initial=timezone.localdate)
    citizen_said_yes = forms.BooleanField(label=_("The citizen has said yes to me"), required=False)
    volunteer_said_yes = forms.BooleanField(
        label=_("The volunteer has said yes to me"),
        required=False,
        help_text=_("Whoever has not said yes is asked, as always."),
    )
    again_on_purpose = forms.BooleanField(
        label=_("They have been proposed to each other before, and I propose them again on purpose"), required=False
    )

    def __init__(self, *args, volunteers, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "volunteer", [(str(one.pk), _who(one)) for one in volunteers])

    def clean_origin_on(self):
        met_on = self.cleaned_data["origin_on"]
        if met_on > timezone.localdate():
            raise forms.ValidationError(_("This day lies ahead. Write down when they met."))
        if met_on < timezone.localdate() - self.longest_ago:
            raise forms.ValidationError(self.too_long_ago)
        return met_on

    def how(self) -> dict:
        """What `Match.propose` asks beside the two."""
        said = self.cleaned_data
        return {name: said[name] for name in ("origin", "origin_on", "again_on_purpose") if name in said}


class AlreadyFriendsForm(SpontaneousForm):
    """Two who were friends before they stood in any list: since when, and who has said yes to that they do now."""

    longest_ago, too_long_ago = timedelta(days=365 * 40), _("This is very long ago. Look at the year.")

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["origin"]
        self.fields["origin_on"].label = _("Friends since")
        self.fields["origin_on"].initial = None
        self.fields["origin_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def how(self) -> dict:
        return super().how() | {"origin": Origin.RUNNING}


def _who(volunteer) -> str:
    """First name and area: all that is shown before somebody is proposed."""
    return f"{volunteer.first_name}, {volunteer.postcode}" if volunteer.postcode else volunteer.first_name
