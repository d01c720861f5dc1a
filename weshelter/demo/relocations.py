"""The demo's citizens who have moved or are going to: to another house, or to a home of their own."""

from datetime import timedelta

from citizens.models import Citizen
from friendships.models import JournalNotice
from friendships.relocating import relocate
from institutions.models import Institution
from matching.models import Match
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day
from weshelter.demo.texts_relocations import JOURNALS, RELOCATIONS


def relocate_citizens(past: Past, house: House, citizens: dict[str, Citizen], houses: dict[str, Institution]) -> None:
    """Each with what the two of a friendship say to it; the pair goes on, and stays with its project."""
    for name, (told, moves, to, municipality, said) in RELOCATIONS.items():
        if name in citizens:
            home = {"institution": houses.get(to), "municipality": municipality}
            write(past, house, citizens[name], told, moves, home, said)


def write(past: Past, house: House, citizen: Citizen, told: int, moves: int, home: dict, said: dict) -> None:
    """Told so many days ago, for a day so many days from today: one before today is a day of the past."""
    with past.act(told, hour=12, user=house.coordinator):
        lived, former = list(citizen.attachments.filter(kind="lives_here")), citizen.homes.current().get()
        ahead = {"from_on": day(max(0, moves)), "ends": lived, "knows": home["institution"]}
        relocation = relocate(citizen, to=home, by=house.coordinator, **ahead, **said)
    if moves < 0:
        past.date(relocation, from_on=day(moves))
        last_day = day(moves) - timedelta(days=1)
        for row in (*lived, former):
            past.date(row, until_on=last_day)


def write_into_journals(past: Past, house: House, pairs: dict[str, Match]) -> None:
    """Some have said yes to the journal of their house, and of some the lead has confirmed it."""
    for name, (said, written) in JOURNALS.items():
        if name in pairs:
            with past.act(said, hour=13, user=house.coordinator):
                notice = JournalNotice.say_yes(pairs[name], house.institution, given="spoken", by=house.coordinator)
            if written is not None:
                with past.act(written, hour=9, user=house.lead):
                    notice.is_written(by=house.lead)
                past.date(notice, written_on=day(-written))
