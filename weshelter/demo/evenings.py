"""The demo's food clubs: eight weeks back, each evening held in turn and closed; eight weeks ahead, open or planned."""

from django.utils import timezone

from courses.places import take_place
from foodclubs.models import Evening, FoodClub
from foodclubs.places import give_back, wait_for_the_house
from foodclubs.staffing import call_off, change
from volunteers.models import Volunteer
from weshelter.demo.houses import House
from weshelter.demo.past import Past, at
from weshelter.demo.texts_evenings import CLUBS, GUESTS, MENUS

WEEKS, WEEKS_OPEN, BEGIN = 8, 4, 18
# How many regulars stay away, evening by evening, and how many have signed up for the next ones.
AWAY, COMING = (1, 4, 2, 5, 2, 3, 1, 4, 2), (8, 5, 4, 2)
TASKS = {"shopping": 1, "cooking": 2, "talking": 1, "washing_up": 1}
# Of the evenings of a club, counted from the next one: what is special.
CALLED_OFF = {("rg60", 1, -5), ("kollegiet", 3, 1)}
NOT_CLOSED = ("nabo", 1, -1)
FULL = ("rg60", 1, 0)
TOO_FEW_HELPERS = ("nabo", 1, 0)
ONE_CANNOT_HELP = ("rg60", 3, 1)
ELSEWHERE = ("kollegiet", 3, 2)
PAID_LATER = ("rg60", 1, -2)
GUESTS_WAIT = ("rg60", 3, 0)


def make_clubs(past: Past, house: House) -> None:
    """The food clubs of a house, and their evenings in the order in which they are held."""
    food = house.projects["food_club"]
    for name, weekday, places in CLUBS[house.slug]:
        with past.act(540, user=house.cook):
            club = FoodClub.objects.create(project=food, name=name, weekday=weekday)
            helpers = list(Volunteer.objects.ready().assigned_to(food).order_by("name"))
        this_week = weekday - timezone.localdate().weekday()
        days = [this_week + 7 * week for week in range(-WEEKS, WEEKS + 1)]
        held = sum(at(day, hour=BEGIN) < timezone.now() for day in days)
        for number, day in enumerate(days):
            table = Table(past, house, club, places, helpers, number, turn=number - held)
            if number < held:
                table.hold(-day)
            else:
                table.invite(day)


class Table:
    """One evening in the making; `turn` counts from the next one, which is 0."""

    def __init__(self, past: Past, house: House, club: FoodClub, places: int, helpers: list, number: int, *, turn: int):
        self.past, self.house, self.club, self.places, self.helpers = past, house, club, places, helpers
        self.number, self.turn = number, turn
        self.menu = MENUS[(number + 5 * club.weekday) % len(MENUS)]
        self.is_what = (house.slug, club.weekday, turn)

    def plan(self, **fields) -> Evening:
        return Evening.plan(self.club, tasks=TASKS, by=self.house.cook, places=self.places, **fields)

    def hold(self, ago: int) -> None:
        """An evening of the past. One is opened and held on its own day only: so it is today's until the end."""
        by = self.house.cook
        with self.past.act(ago + 14, hour=10, user=by):
            # A minute after the last one, so that who has eaten here before is known again.
            evening = self.plan(starts_at=at(0, hour=0, minute=self.number), menu=self.menu)
            evening.open(by=by)
        self.past.date(evening, starts_at=at(-ago, hour=BEGIN))
        with self.past.act(ago + 1, hour=12, user=by):
            self.sign_up(evening, self.who_eats())
            self.help(evening, 3 + self.number % 3)
        if self.is_what == NOT_CLOSED:
            return
        with self.past.act(ago, hour=15 if self.is_what in CALLED_OFF else 21, user=by):
            if self.is_what in CALLED_OFF:
                evening.cancel(by=by)
            else:
                self.close(evening)
        if self.is_what == PAID_LATER:
            with self.past.act(ago - 1, hour=11, user=by):
                self.take_late_payment(evening)

    def invite(self, days: int) -> None:
        """An evening to come: planned for long, open for the nearest weeks, fuller the nearer it is."""
        by = self.house.cook
        is_open = self.turn < WEEKS_OPEN
        with self.past.act(20, hour=10, user=by):
            evening = self.plan(starts_at=at(days, hour=BEGIN), menu=self.menu if is_open else "")
        if not is_open:
            return
        with self.past.act(6, hour=10, user=by):
            evening.open(by=by)
        with self.past.act(2, hour=12, user=by):
            regulars, newcomers = GUESTS[self.house.slug]
            guests = [*regulars, *newcomers] if self.is_what == FULL else regulars[: COMING[self.turn]]
            self.sign_up(evening, guests)
            for name in newcomers[:3] if self.is_what == GUESTS_WAIT else ():
                wait_for_the_house(evening, name)
            self.help(evening, 1 if self.is_what == TOO_FEW_HELPERS else 4 - self.turn)
        with self.past.act(1, hour=12, user=by):
            if self.is_what in CALLED_OFF:
                call_off(evening, by=by)
            if self.is_what == ELSEWHERE:
                change(evening, tasks={}, place="Gårdhaven bag huset", by=by)
            if self.is_what == GUESTS_WAIT:
                evening.signups.waiting()[0].answer(yes=False)
            if self.is_what == ONE_CANNOT_HELP:
                give_back(evening.duties.on_the_list()[0])

    def who_eats(self) -> list[str]:
        """Most of those who use to come, and one or two new faces."""
        regulars, newcomers = GUESTS[self.house.slug]
        new = len(newcomers) // WEEKS
        shift = 3 * self.number % len(regulars)
        here = [*regulars[shift:], *regulars[:shift]][: len(regulars) - AWAY[self.number]]
        return [*newcomers[self.number * new : (self.number + 1) * new], *here]

    def sign_up(self, evening: Evening, names: list[str]) -> None:
        for name in names[: self.places]:
            take_place("evening", evening, name)

    def help(self, evening: Evening, wanted: int) -> None:
        """Some of those who cook here, others than last time, each with a task."""
        shift = self.number % len(self.helpers)
        willing = [*self.helpers[shift:], *self.helpers[:shift]][:wanted]
        for task, volunteer in zip(evening.tasks.in_order(), willing, strict=False):
            take_place("task", task, volunteer)

    def close(self, evening: Evening) -> None:
        """Nearly all came; most paid, some ate for nothing, and somebody pays next time."""
        guests = []
        for place, signup in enumerate(evening.signups.on_the_list()):
            came = (place + self.number) % 9 != 4
            paid = None if (place + self.number) % 8 == 3 else 0 if place % 7 == 5 else self.club.price
            guests.append((signup, came, paid if came else None))
        duties = [(duty, (place + self.number) % 11 != 7) for place, duty in enumerate(evening.duties.on_the_list())]
        evening.hold(guests=guests, duties=duties, by=self.house.cook)

    def take_late_payment(self, evening: Evening) -> None:
        """Somebody who could not pay that evening has paid since."""
        owing = next(one for one in evening.signups.came().by_nickname() if one.paid is None)
        evening.correct(why=Evening.Why.PAID_LATER, guests=[(owing, True, self.club.price)], by=self.house.cook)
