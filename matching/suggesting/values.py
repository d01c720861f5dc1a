"""What a choice is made from: one citizen's wish and one volunteer as plain values, and what each factor weighs."""

from collections.abc import Mapping
from typing import NamedTuple

Codes = frozenset[str]
NONE: Codes = frozenset()


class Wish(NamedTuple):
    """What one citizen asks for. A field left empty asks for nothing."""

    id: str = ""
    project: int = 0
    wishes: Codes = NONE  # what to do together, in the codes of the interests
    interests: Codes = NONE
    needs: Codes = NONE
    languages: Codes = NONE
    slots: Codes = NONE
    genders: Codes = NONE  # of the friend
    ages: Codes = NONE  # of the friend
    has: Codes = NONE  # what comes with him, such as smoke, pets, alcohol, stairs
    cannot: Codes = NONE  # what he cannot be with
    never: Codes = NONE  # volunteers who are never proposed to him again
    area: str = ""
    months: int = 0  # waited


class Candidate(NamedTuple):
    """One volunteer, with the least that a choice needs: first name, area, codes, and how many friends more."""

    id: str
    first_name: str
    area: str = ""
    interests: Codes = NONE
    languages: Codes = NONE
    slots: Codes = NONE
    room: int = 1
    ready: bool = True
    projects: frozenset[int] = frozenset({0})
    kept_from: frozenset[int] = frozenset()  # projects whose role asks for something that is missing today
    experience: Codes = NONE
    gender: str = ""
    age: str = ""
    has: Codes = NONE
    cannot: Codes = NONE
    exempted: tuple = ()  # from what, and until when, as `volunteers.readiness.exempt_from` says


class Names(NamedTuple):
    """What each code is called aloud, list by list: the same code may stand in two of them."""

    interests: Mapping[str, str]
    languages: Mapping[str, str]
    slots: Mapping[str, str]
    needs: Mapping[str, str]
    genders: Mapping[str, str]
    limits: Mapping[str, str]


class Weights(NamedTuple):
    """How much each factor says. The scale means nothing outside a ranking; 0 leaves a factor out."""

    fits: int = 20
    wishes: int = 4
    interests: int = 3
    times: int = 2
    near: int = 3
    language: int = 1
    age: int = 5
    experience: int = 4
    waiting: int = 1
