"""Which figures to look at, and what a file of them is for."""

from django import forms
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from institutions.models import Institution
from pages.choices import offer
from reports.models import FigureQuerySet


class Purpose(models.TextChoices):
    """What figures leave the site for; stands in the access log."""

    FUNDING = "funding", _("report to those who fund us")
    PLANNING = "planning", _("planning our own work")
    PUBLIC = "public", _("telling the public")
    RESEARCH = "research", _("research")


class Recipient(models.TextChoices):
    """Who gets them; stands in the access log."""

    MUNICIPALITY = "municipality", _("a municipality")
    MINISTRY = "ministry", _("a ministry or agency")
    FOUNDATION = "foundation", _("a foundation")
    OURSELVES = "ourselves", _("ourselves and our houses")
    OTHERS = "others", _("others")


class FiguresForm(forms.Form):
    """A year and a house, both among those that the user may see; chosen in the address."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int, required=False)
    house = forms.ModelChoiceField(
        Institution.objects.none(),
        label=_("House"),
        to_field_name="slug",
        required=False,
        empty_label=_("All houses"),
    )

    def __init__(self, *args, counted: FigureQuerySet, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        years = counted.years()
        self.newest = years[0] if years else timezone.localdate().year
        offer(self, "year", [(year, str(year)) for year in years])
        offer(self, "house", counted.houses())

    def add_prefix(self, field_name: str) -> str:
        """Addresses are Danish."""
        return {"year": "aar", "house": "hus"}.get(field_name, field_name)

    def chosen(self) -> tuple[int, Institution | None]:
        """The year and house asked for; the newest year and all houses where nothing sensible was."""
        self.is_valid()
        return self.cleaned_data.get("year") or self.newest, self.cleaned_data.get("house")


class ExportForm(FiguresForm):
    """The same choice, and what the file is for."""

    purpose = forms.ChoiceField(label=_("What is it for?"), choices=[("", "–"), *Purpose.choices])
    recipient = forms.ChoiceField(label=_("Who gets it?"), choices=[("", "–"), *Recipient.choices])

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, auto_id="file_%s", **kwargs)  # the page has the other form, too
        self.fields["year"].widget = self.fields["house"].widget = forms.HiddenInput()

    @property
    def logged_purpose(self) -> str:
        """What the access log says: "funding for municipality"."""
        return f"{self.cleaned_data['purpose']} for {self.cleaned_data['recipient']}"
