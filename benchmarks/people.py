"""Made-up citizens and volunteers as values: as many as one likes, the same for the same seed."""

import random

from matching.suggesting.values import NONE, Candidate, Wish

INTERESTS = [f"interest-{number}" for number in range(24)]
COMMON = [24 - number for number in range(24)]  # some are ticked by nearly everybody, some by few
LANGUAGES, HOW_MANY_SPEAK = ["da", "en", "pl", "kl", "ar", "ro"], [60, 40, 8, 6, 4, 3]
SLOTS = ["weekday_day", "weekday_evening", "weekend_day", "weekend_evening"]
TRAITS = ["smoke", "pets", "alcohol", "stairs"]
NEEDS = [f"need-{number}" for number in range(8)]
AREAS = [
    str(code) for code in (1620, 2100, 2200, 2300, 2400, 2450, 2500, 2610, 2650, 2700, 2720, 2750, 2800, 3400, 4000)
]


class Town:
    """People with interests, languages and limits as they may be spread in Copenhagen."""

    def __init__(self, seed: int = 6) -> None:
        self.random = random.Random(seed)

    def some(self, codes, most, weights=None):
        return frozenset(self.random.choices(codes, weights, k=self.random.randint(0, most)))

    def wish(self, number: int) -> Wish:
        chance = self.random.random
        return Wish(
            id=f"citizen-{number}",
            wishes=self.some(INTERESTS, 2, COMMON),
            interests=self.some(INTERESTS, 6, COMMON),
            needs=self.some(NEEDS, 2),
            languages=self.some(LANGUAGES, 2, HOW_MANY_SPEAK),
            slots=self.some(SLOTS, 2),
            genders=frozenset({self.random.choice("fm")}) if chance() < 0.25 else NONE,
            ages=frozenset({self.random.choice(["under_30", "30_50", "over_50"])}) if chance() < 0.3 else NONE,
            has=self.some(TRAITS, 1),
            cannot=self.some(TRAITS, 1) if chance() < 0.3 else NONE,
            area=self.random.choice(AREAS),
            months=self.random.randrange(14),
        )

    def candidate(self, number: int) -> Candidate:
        return Candidate(
            id=f"volunteer-{number}",
            first_name="Vera",
            area=self.random.choice(AREAS),
            interests=self.some(INTERESTS, 9, COMMON),
            languages=frozenset({"da"}) | self.some(LANGUAGES, 2, HOW_MANY_SPEAK),
            slots=self.some(SLOTS, 3),
            experience=self.some(NEEDS, 2),
            gender=self.random.choice("fm"),
            age=self.random.choice(["under_30", "30_50", "over_50"]),
            has=self.some(TRAITS, 1) if self.random.random() < 0.2 else NONE,
            cannot=self.some(TRAITS, 1) if self.random.random() < 0.3 else NONE,
        )


def wishes(number: int, seed: int = 6) -> list[Wish]:
    town = Town(seed)
    return [town.wish(n) for n in range(number)]


def candidates(number: int, seed: int = 7) -> list[Candidate]:
    town = Town(seed)
    return [town.candidate(n) for n in range(number)]
