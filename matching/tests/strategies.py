"""Any citizens and volunteers at all, for rules that hold for everybody."""

import string

from hypothesis import strategies as st

from matching.suggesting.values import Candidate, Names, Weights, Wish

INTERESTS = [f"interest-{letter}" for letter in string.ascii_lowercase]
LANGUAGES = ["da", "en", "pl", "kl"]
SLOTS = ["weekday_day", "weekday_evening", "weekend_day"]
TRAITS = ["smoke", "pets", "alcohol", "stairs"]
NEEDS = ["need-a", "need-b", "need-c"]
AGES = ["young", "middle", "old"]
AREAS = ["2200", "2500", "2750", "4000", "9990", ""]
GENDERS = ["f", "m"]
NAMES = Names(*({code: f"«{code}»" for code in some} for some in (INTERESTS, LANGUAGES, SLOTS, NEEDS, GENDERS, TRAITS)))


def codes(some: list[str], most: int = 3):
    return st.frozensets(st.sampled_from(some), max_size=most)


wishes = st.builds(
    Wish,
    id=st.uuids().map(str),
    project=st.sampled_from([1, 2]),
    wishes=codes(INTERESTS[:5]),
    interests=codes(INTERESTS[:8], 5),
    needs=codes(NEEDS),
    languages=codes(LANGUAGES, 2),
    slots=codes(SLOTS),
    genders=codes(GENDERS, 1),
    ages=codes(AGES, 2),
    has=codes(TRAITS, 2),
    cannot=codes(TRAITS, 1),
    never=codes(["0", "1"], 1),
    area=st.sampled_from(AREAS),
    months=st.integers(0, 40),
)
somebody = st.builds(
    Candidate,
    id=st.just(""),
    first_name=st.just("Vera"),
    area=st.sampled_from(AREAS),
    interests=codes(INTERESTS[:10], 6),
    languages=codes(LANGUAGES),
    slots=codes(SLOTS),
    room=st.integers(-1, 2),
    ready=st.booleans() | st.just(True),
    projects=st.frozensets(st.sampled_from([1, 2])),
    experience=codes(NEEDS),
    gender=st.sampled_from([*GENDERS, ""]),
    age=st.sampled_from([*AGES, ""]),
    has=codes(TRAITS, 1),
    cannot=codes(TRAITS, 1),
)
# Each has a number of her own, so that a wish can name her.
candidates = st.lists(somebody, min_size=1, max_size=5).map(
    lambda some: [one._replace(id=str(number)) for number, one in enumerate(some)]
)
weights = st.builds(Weights, *[st.integers(1, 30), *[st.integers(0, 30)] * 8])
