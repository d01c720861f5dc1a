"""What fits whom: pure functions, values in, suggestions with spoken reasons out. The human decides; no percentages."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log2
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# How much each factor says; the scale means nothing outside a ranking.
RARE_INTEREST, SHARED_TIME, SHARED_LANGUAGE = 10, 6, 1


@dataclass(frozen=True)
class Wish:
    """What one citizen asks for: codes of interests, languages and times."""

    interests: frozenset[str]
    languages: frozenset[str]
    slots: frozenset[str]


@dataclass(frozen=True)
class Candidate:
    """One ready volunteer, with the least that a choice needs: first name, area, codes, and room for one more."""

    id: UUID
    first_name: str
    area: str
    interests: frozenset[str]
    languages: frozenset[str]
    slots: frozenset[str]
    has_room: bool = True


@dataclass(frozen=True)
class Suggestion:
    """A candidate with a score that only ranks, sentences that can be said aloud, and what speaks against."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ranking:
    """The suggestions, best first, and how many each hard condition left out."""

    suggestions: tuple[Suggestion, ...]
    left_out: Mapping[str, int] = field(default_factory=dict)

    @property
    def left_out_sentences(self) -> list[str]:
        """Each exclusion as a sentence with its number."""
        return [SENTENCES[code](number) for code, number in self.left_out.items() if number]


SENTENCES = {
    "room": lambda n: (
        ngettext(
            "%(n)s volunteer has no room for one more just now.",
            "%(n)s volunteers have no room for one more just now.",
            n,
        )
        % {"n": n}
    ),
    "language": lambda n: (
        ngettext(
            "%(n)s volunteer shares no language with the citizen.",
            "%(n)s volunteers share no language with the citizen.",
            n,
        )
        % {"n": n}
    ),
}


def rank(wish: Wish, candidates: Iterable[Candidate], names: Mapping[str, str]) -> Ranking:
    """Rank the candidates for one wish: hard conditions first, then named factors.

    Hard: room for one more, a common language. Factors: shared interests (a rare one says more than one that everybody
    ticks), shared times, further shared languages. `names` gives the spoken name of each code. Equal scores keep the
    order of the candidates.
    """
    left_out: Counter[str] = Counter()
    fitting = []
    for candidate in candidates:
        reason = hard_condition(wish, candidate)
        if reason:
            left_out[reason] += 1
        else:
            fitting.append(candidate)
    rarity = weights([candidate.interests for candidate in fitting])
    suggestions = [score(wish, candidate, rarity, names) for candidate in fitting]
    return Ranking(tuple(sorted(suggestions, key=lambda one: -one.score)), dict(left_out))


def hard_condition(wish: Wish, candidate: Candidate) -> str:
    """The first hard condition that the candidate does not meet, or nothing."""
    if not candidate.has_room:
        return "room"
    if wish.languages and not wish.languages & candidate.languages:
        return "language"
    return ""


def weights(interests: list[frozenset[str]]) -> dict[str, float]:
    """How much a shared interest says: log2(1 + n / k), where k of n candidates have it; at least 1."""
    counted = Counter(code for codes in interests for code in codes)
    return {code: log2(1 + len(interests) / k) for code, k in counted.items()}


def score(wish: Wish, candidate: Candidate, rarity: Mapping[str, float], names: Mapping[str, str]) -> Suggestion:
    """One candidate's score with a sentence for each factor that counts, and for what is missing."""
    interests = sorted(wish.interests & candidate.interests, key=lambda code: (-rarity[code], code))
    slots = sorted(wish.slots & candidate.slots)
    languages = sorted(wish.languages & candidate.languages)
    name, reasons, against = candidate.first_name, [], []
    if interests:
        reasons.append(_("%(name)s also likes: %(what)s.") % {"name": name, "what": _spoken(interests, names)})
    elif wish.interests:
        against.append(_("No interest in common has been ticked."))
    if slots:
        reasons.append(_("Both usually have time: %(when)s.") % {"when": _spoken(slots, names)})
    elif wish.slots and candidate.slots:
        against.append(_("They have ticked different times."))
    if languages:
        reasons.append(_("%(name)s speaks: %(languages)s.") % {"name": name, "languages": _spoken(languages, names)})
    total = (
        RARE_INTEREST * sum(rarity[code] for code in interests)
        + SHARED_TIME * len(slots)
        + SHARED_LANGUAGE * len(languages)
    )
    return Suggestion(candidate, total, tuple(reasons), tuple(against))


def _spoken(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """Codes as a spoken list: "walks, music and coffee"."""
    words = [str(names[code]).lower() for code in codes]
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
