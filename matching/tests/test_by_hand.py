"""Ten citizens and twelve volunteers with conflicting wishes: what a coordinator who knows them would say of each.

Written from the words of the page and of the people, not from the rules: who can be thought of at all, who comes first,
what must be said of her and what must not.
"""

from typing import NamedTuple

import pytest
from django.utils.translation import override

from matching.suggesting.ranking import Ranking, rank
from matching.suggesting.values import Candidate, Names, Weights, Wish

DAY, EVENING, WEEKEND = "weekday_day", "weekday_evening", "weekend_day"
NAMES = Names(
    interests={
        one: one for one in ["walks", "chess", "music", "cooking", "football", "gardening", "dogs", "museums", "quiet"]
    },
    languages={"da": "Danish", "en": "English", "pl": "Polish", "kl": "Greenlandic"},
    slots={DAY: "by day", EVENING: "in the evening", WEEKEND: "at weekends"},
    needs={"patience": "patience", "going_out": "going out"},
    genders={"woman": "a woman", "man": "a man"},
    limits={"smoke": "smoke", "pets": "pets", "alcohol": "alcohol"},
)


def codes(text: str = "") -> frozenset[str]:
    return frozenset(text.split())


def somebody(name: str, area: str, interests: str, slots: str, *, speaks: str = "da", **more) -> Candidate:
    said = {key: codes(value) if key in ("has", "cannot", "experience") else value for key, value in more.items()}
    return Candidate(name, name, area, codes(interests), codes(speaks), codes(slots), **said)


VOLUNTEERS = [
    somebody("Anna", "2200", "walks chess", EVENING, gender="woman", age="young"),
    somebody("Birk", "2200", "football dogs", f"{EVENING} {WEEKEND}", gender="man", age="young"),
    somebody("Cilje", "2500", "music museums", DAY, gender="woman", age="old", experience="patience"),
    somebody("David", "8000", "chess walks music", f"{DAY} {EVENING}", gender="man", age="middle"),
    somebody("Ewa", "2400", "cooking walks", WEEKEND, speaks="da pl", gender="woman", age="middle"),
    somebody("Frida", "", "gardening dogs", DAY, gender="woman", age="old", has="pets"),
    somebody("Gorm", "2300", "chess quiet", "", gender="man", age="old", cannot="smoke"),
    somebody("Hans", "2450", "dogs walks", DAY, gender="man", age="old", has="pets", experience="going_out"),
    somebody("Ivalu", "2650", "music cooking", EVENING, speaks="da kl", gender="woman", age="young"),
    somebody("Jonas", "2200", "chess", WEEKEND, gender="", age="young"),
    somebody("Katja", "SE-211 20", "museums walks", DAY, gender="woman", age="middle", cannot="alcohol"),
    somebody(
        "Line", "2700", "football music walks", f"{DAY} {EVENING} {WEEKEND}", gender="woman", age="middle", room=0
    ),
]


class Person(NamedTuple):
    """A citizen: the wish, who comes first, what is said for her, who is left out by what, and what nobody is told."""

    wish: Wish
    first: str
    because: tuple[str, ...]
    left_out: dict[str, int]
    never: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


def wishes(area: str = "2200", slots: str = "", *, speaks: str = "da", **said) -> Wish:
    sets = {key: value if key in ("months", "area") else codes(value) for key, value in said.items()}
    return Wish(area=area, slots=codes(slots), languages=codes(speaks), **sets)


PEOPLE = {
    "Aksel plays chess and has time in the evening": Person(
        wishes("2200", EVENING, wishes="chess"),
        "Anna",
        ("Anna would like to join in: chess.", "Both usually have time: in the evening.", "Anna lives close by."),
        {"room": 1, "times": 6},
        never=("speaks",),
    ),
    "Bodil wants a woman, and smokes": Person(
        wishes("2500", interests="museums", genders="woman", has="smoke"),
        "Cilje",
        ("Cilje also likes: museums.", "Cilje lives close by."),
        {"room": 1, "gender_not_said": 1, "gender": 4},
    ),
    "Carlo speaks Polish alone": Person(
        wishes("2400", speaks="pl", interests="cooking"),
        "Ewa",
        ("Ewa also likes: cooking.", "Ewa lives close by.", "Ewa speaks: Polish."),
        {"room": 1, "language": 10},
    ),
    "Dorthe cannot be with pets, and would walk": Person(
        wishes("2450", wishes="walks", cannot="pets"),
        "Anna",
        ("Anna would like to join in: walks.",),
        {"room": 1, "citizen_cannot": 2},
        never=("No interest in common",),
    ),
    "Egon drinks, and needs somebody to go out with": Person(
        wishes("2450", DAY, needs="going_out", interests="dogs", has="alcohol"),
        "Hans",
        (
            "Hans also likes: dogs.",
            "Both usually have time: by day.",
            "Hans has experience with what is needed: going out.",
        ),
        {"room": 1, "volunteer_cannot": 1, "times": 5},
    ),
    "Fie waits in Aarhus": Person(
        wishes("8000", interests="music"),
        "David",
        ("David also likes: music.", "David lives close by."),
        {"room": 1},
    ),
    "Gunnar smokes and plays chess by day": Person(
        wishes("2300", DAY, wishes="chess", has="smoke"),
        "Cilje",  # the one who plays chess by day lives in Aarhus
        ("Both usually have time: by day.",),
        {"room": 1, "volunteer_cannot": 1, "times": 5},
        against=("Cilje has ticked nothing of what is wished for.",),
    ),
    "Hanne would like somebody old who is patient": Person(
        wishes("2500", needs="patience", ages="old"),
        "Cilje",
        ("Cilje is of the age that is wished for.", "Cilje has experience with what is needed: patience."),
        {"room": 1},
    ),
    "Inuk speaks Greenlandic and Danish, and cooks": Person(
        wishes("2650", EVENING, speaks="da kl", wishes="cooking"),
        "Ivalu",
        ("Ivalu would like to join in: cooking.", "Ivalu speaks: Greenlandic."),
        {"room": 1, "times": 6},
        never=("Danish",),
    ),
    "Jytte plays chess in the evening, and it came to nothing with Anna": Person(
        wishes("2300", EVENING, wishes="chess", never="Anna"),
        "Gorm",
        ("Gorm would like to join in: chess.", "Gorm lives close by."),
        {"room": 1, "never_again": 1, "times": 6},
        against=("Gorm has not told when there is time.",),
    ),
}


def ranked(wish: Wish) -> Ranking:
    return rank(wish, VOLUNTEERS, NAMES, Weights())


@pytest.mark.feature(22)
@pytest.mark.feature(23)
@pytest.mark.feature(33)
@pytest.mark.parametrize("who", PEOPLE)
def test_each_is_suggested_whom_one_would_think_of_and_for_true_reasons(who):
    person = PEOPLE[who]

    with override("en"):
        ranking = ranked(person.wish)
        first = ranking.suggestions[0]

    assert first.candidate.first_name == person.first
    assert set(person.because) <= set(first.reasons)
    assert dict(ranking.left_out) == person.left_out
    assert set(person.against) <= set(first.against)
    said = " ".join((*first.reasons, *first.against))
    assert [word for word in person.never if word in said] == []


def test_whose_home_nobody_knows_is_said_to_be_unknown_and_never_comes_first():
    with override("en"):
        for person in PEOPLE.values():
            found = {one.candidate.first_name: one for one in ranked(person.wish).suggestions}
            for name in {"Frida", "Katja"} & found.keys():
                assert f"How far it is to {name} is not known." in found[name].against
                assert next(iter(found)) != name
