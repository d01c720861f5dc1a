"""The houses and their cards, in the administration."""

from collections.abc import Callable

from django import forms
from django.contrib import admin, messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from history.moves import NotPossible
from institutions.admin.shared import NamedFilter, NoDelete, in_words
from institutions.models import HouseCard, Institution
from pages.phones import A_NUMBER, as_dialled


class ClosedFilter(NamedFilter):
    title = _("open or closed")
    parameter_name = "lukket"
    ways = {
        "nej": (_("open"), lambda rows: rows.open()),
        "ja": (_("closed"), lambda rows: rows.exclude(closed_on=None)),
    }


@admin.register(Institution)
class InstitutionAdmin(NoDelete):
    about = _("A house: name, address and when one meets us there. It stands on the site as it is written here.")
    list_display = ["name", "kind", "address", "postcode", "city"]
    list_filter = ["kind", ClosedFilter]
    prepopulated_fields = {"slug": ["name"]}
    actions = ["close_house", "open_again"]

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["closed_on"] if obj and obj.closed_on else []

    def view_on_site(self, house: Institution) -> str | None:
        return reverse("house", args=[house.slug]) if house.closed_on is None else None

    def verbs(self, house: Institution) -> list:
        """A house closes once, and can be opened again."""
        action = "open_again" if house.closed_on else "close_house"
        return [(action, getattr(self, action).short_description)]

    @admin.action(description=_("Close the house"))
    def close_house(self, request, houses):
        """On to the page that says what is open there, of one at a time."""
        if len(houses) != 1:
            return self.message_user(request, _("Choose one house at a time."), messages.ERROR)
        return redirect("coordinators:close_house", houses[0].slug)

    @admin.action(description=_("Open the house again"))
    def open_again(self, request, houses) -> None:
        for house in houses:
            try:
                house.open_again()
            except NotPossible as error:
                self.message_user(request, f"{house}: {error}", messages.ERROR)
            else:
                self.message_user(request, _("%(house)s is open again.") % {"house": house}, messages.SUCCESS)

    def beside(self, house: Institution) -> dict:
        """The projects at the house, who leads it and its card."""
        return {
            _("House card"): [
                (_("Daily life, rules, whom to call"), one) for one in HouseCard.objects.filter(institution=house)
            ],
            _("Projects"): [(f"{one} · {one.get_state_display()}", one) for one in house.projects.all()],
            _("Leads"): [(in_words(one), one) for one in house.memberships.select_related("user")],
        }


PHONES = ["coordinator_phone", "lead_phone", "secretariat_phone", "out_of_hours_phone"]


def phone_column(name: str) -> Callable:
    """A number of the house card, as one dials it."""
    [label] = [field.verbose_name for field in HouseCard._meta.fields if field.name == name]

    @admin.display(description=label)
    def column(_admin, card: HouseCard) -> str:
        return as_dialled(getattr(card, name))

    return column


class HouseCardForm(forms.ModelForm):
    class Meta:
        error_messages = {name: {"invalid": A_NUMBER} for name in PHONES}


@admin.register(HouseCard)
class HouseCardAdmin(NoDelete):
    """One card a house: it is made for a house that has none, and stays that house's."""

    about = _("How the day goes at a house, its rules, and whom to call: for those who work there and help there.")
    form = HouseCardForm
    list_display = ["institution", "coordinator", "lead", "out_of_hours"]
    list_select_related = ["institution"]
    coordinator, lead, out_of_hours = map(phone_column, ["coordinator_phone", "lead_phone", "out_of_hours_phone"])

    def get_readonly_fields(self, request, obj=None) -> list[str]:
        return ["institution"] if obj else []

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs["queryset"] = Institution.objects.open().filter(card=None)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
