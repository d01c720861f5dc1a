"""The demo's talks with those who wait for a friend: most were spoken with lately, a few were forgotten."""

from datetime import date

from citizens.models import Citizen
from citizens.models.wishes import HEARS_WITHIN, TRIED_AGAIN_AFTER
from weshelter.demo.houses import House
from weshelter.demo.past import Past, day
from weshelter.demo.texts_citizens import CITIZENS, PAIRS
from weshelter.demo.texts_wishes import FORGOTTEN, TALKS


def speak_with_those_who_wait(past: Past, house: House, citizens: dict[str, Citizen]) -> None:
    """Each as the text says; else a while ago, and the wish was still alive."""
    over = ("declined", "ended", "withdrawn")
    have_a_friend = {name for name, _volunteer, how_far, _ago in PAIRS[house.slug] if how_far not in over}
    for number, person in enumerate(CITIZENS[house.slug]):
        name, ago = person["called_name"], person["ago"]
        speak_on: date | None = day(-ago) + HEARS_WITHIN
        if not person["wishes"]["wants_friend"]:
            outcome, since, again = TALKS.get(name, ("no_longer", ago // 3, None))
        else:
            outcome, since, again = TALKS.get(name, ("still", 1 + number * 7 % 40, None))
        if name in have_a_friend | FORGOTTEN or ago <= HEARS_WITHIN.days:
            past.date(citizens[name].wishes, speak_on=speak_on)
        else:
            speak(past, house, citizens[name], outcome, since, registered=ago, again=again)


def speak(
    past: Past, house: House, citizen: Citizen, outcome: str, ago: int, *, registered: int, again: int | None
) -> None:
    """Somebody spoke with him so many days ago; `again` is in how many days he may be asked anew."""
    with past.act(ago, hour=12, user=house.coordinator):
        spoken = citizen.spoken_with(outcome=outcome, by=house.coordinator)
    due_before = day(-registered) + HEARS_WITHIN
    again_on = None if again is None else day(again)
    past.date(spoken, said_before=day(-registered), due_before=due_before, again_on=again_on)
    speak_on = {
        "still": day(-ago) + HEARS_WITHIN,
        "not_reached": max(due_before, day(-ago) + TRIED_AGAIN_AFTER),
        "not_now": again_on,
    }.get(outcome)
    said_on = day(-registered if outcome in ("not_reached", "rather_not") else -ago)
    past.date(citizen.wishes, said_on=said_on, speak_on=speak_on)
