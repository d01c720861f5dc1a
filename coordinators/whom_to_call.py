"""Whom a volunteer calls about what: names from the roles in force, numbers and rules from the card of the house."""

from collections import defaultdict
from dataclasses import dataclass

from django.db import connection
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from institutions.models import HouseCard, Institution


@dataclass(frozen=True)
class Contacts:
    """Of one house: its coordinators and leads by name, and the card, which only those assigned there see."""

    house: Institution
    coordinators: list[str]
    leads: list[str]
    card: HouseCard | None

    @property
    def coordinators_in_words(self) -> str:
        return get_text_list(self.coordinators, _("and"))


def contacts_through(link) -> list[Contacts]:
    """The houses where she has applied or is assigned; the database gives the names, to her own page alone."""
    names: dict[tuple[int, str], list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute("SELECT institution_id, role, name FROM app.whom_to_call() ORDER BY name")
        for house, role, name in cursor.fetchall():
            names[house, role].append(name)
    cards = {card.institution_id: card for card in HouseCard.objects.visible_through(link)}
    houses = Institution.objects.filter(pk__in={house for house, _role in names} | set(cards))
    return [
        Contacts(house, names[house.pk, "coordinator"], names[house.pk, "lead"], cards.get(house.pk))
        for house in houses
    ]
