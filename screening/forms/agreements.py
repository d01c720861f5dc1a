"""Signing the agreement, by link or on paper."""

from datetime import datetime, time

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from pages.dates import DayField
from pages.stale_forms import HavingSeen


class SignForm(forms.Form):
    """The tick above the button that signs the agreement that was shown; never a newer one."""

    has_read = forms.BooleanField(label=_("I have read the agreement, and I say yes to it."))

    def __init__(self, *args, agreement, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.opened = str(agreement.pk) if agreement else ""
        self.is_outdated = self.data.get("opened", self.opened) != self.opened
        if self.is_outdated:
            self.data = {}  # the tick was for the former one

    def clean(self) -> dict | None:
        if self.is_outdated:
            raise forms.ValidationError(
                _("The agreement has been changed since you opened the page. Read the new one first.")
            )
        return super().clean()


class PaperForm(HavingSeen, forms.Form):
    """A signature on paper, which somebody has in the hand."""

    signed_on = DayField(label=_("Signed on"))
    has_paper = forms.BooleanField(label=_("I have the signed paper in my hand, and it is this version."))

    def __init__(self, *args, volunteer, agreement, **kwargs) -> None:
        super().__init__(*args, about=volunteer, stands=volunteer.signatures.filter(agreement=agreement), **kwargs)
        self.agreement = agreement
        self.fields["signed_on"].initial = timezone.localdate

    def clean_signed_on(self):
        signed_on = self.cleaned_data["signed_on"]
        if signed_on > timezone.localdate():
            raise forms.ValidationError(_("This day has not come yet."))
        if signed_on < self.agreement.in_force_from:
            raise forms.ValidationError(
                _("This version is in force from %(day)s: a paper signed before is another one.")
                % {"day": date_format(self.agreement.in_force_from, "DATE_FORMAT")}
            )
        return signed_on

    @property
    def signed_at(self):
        """The day as a moment: noon, which is the same day in any summer or winter."""
        return timezone.make_aware(datetime.combine(self.cleaned_data["signed_on"], time(12)))
