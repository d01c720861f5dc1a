"""What can be said aloud about two people: why they fit, what speaks against, and why others were left out.

A reason is spoken only where its factor counted points, so that no sentence says more than the score does.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from institutions.postcodes import kilometres
from matching.suggesting.rules import NEAR_KM
from matching.suggesting.scoring import Pool
from matching.suggesting.values import Candidate, Names, Wish


class Said(NamedTuple):
    """A sentence about two people, and of which factor it speaks."""

    factor: str
    sentence: str


LEFT_OUT: dict[str, Callable[[int], str]] = {
    "project": lambda n: (
        ngettext("%(n)s volunteer comes to another house.", "%(n)s volunteers come to another house.", n) % {"n": n}
    ),
    "ready": lambda n: (
        ngettext("%(n)s volunteer is not ready yet.", "%(n)s volunteers are not ready yet.", n) % {"n": n}
    ),
    "asked": lambda n: (
        ngettext(
            "%(n)s volunteer lacks something that the role asks for.",
            "%(n)s volunteers lack something that the role asks for.",
            n,
        )
        % {"n": n}
    ),
    "room": lambda n: (
        ngettext(
            "%(n)s volunteer has no room for one more just now.",
            "%(n)s volunteers have no room for one more just now.",
            n,
        )
        % {"n": n}
    ),
    "gender_not_said": lambda n: (
        ngettext(
            "%(n)s volunteer has not said whether it is a woman or a man.",
            "%(n)s volunteers have not said whether they are women or men.",
            n,
        )
        % {"n": n}
    ),
    "gender": lambda n: (
        ngettext(
            "%(n)s volunteer is not of the gender that is wished for.",
            "%(n)s volunteers are not of the gender that is wished for.",
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
    "never_again": lambda n: (
        ngettext(
            "%(n)s volunteer is not proposed to this citizen again.",
            "%(n)s volunteers are not proposed to this citizen again.",
            n,
        )
        % {"n": n}
    ),
    "volunteer_cannot": lambda n: (
        ngettext(
            "%(n)s volunteer cannot be with what comes with the citizen.",
            "%(n)s volunteers cannot be with what comes with the citizen.",
            n,
        )
        % {"n": n}
    ),
    "citizen_cannot": lambda n: (
        ngettext(
            "The citizen cannot be with what comes with %(n)s volunteer.",
            "The citizen cannot be with what comes with %(n)s volunteers.",
            n,
        )
        % {"n": n}
    ),
    "times": lambda n: (
        ngettext(
            "%(n)s volunteer has no time in common with the citizen.",
            "%(n)s volunteers have no time in common with the citizen.",
            n,
        )
        % {"n": n}
    ),
}


def for_them(wish: Wish, candidate: Candidate, counted: Mapping[str, int], pool: Pool, names: Names) -> Iterator[Said]:
    """A sentence for each factor that counts between the two; what everybody in the pool shares is no reason."""
    name, rare = candidate.first_name, pool.rarity
    languages = sorted((wish.languages & candidate.languages) - pool.spoken_by_all)
    common = sorted(wish.interests & candidate.interests, key=lambda code: (-rare[code], code))
    said = {
        "wishes": lambda: (
            _("%(name)s would like to join in: %(what)s.")
            % {"name": name, "what": spoken(sorted(wish.wishes & candidate.interests), names.interests)}
        ),
        "interests": lambda: (
            _("%(name)s also likes: %(what)s.") % {"name": name, "what": spoken(common, names.interests)}
        ),
        "times": lambda: (
            _("Both usually have time: %(when)s.") % {"when": spoken(sorted(wish.slots & candidate.slots), names.slots)}
        ),
        "near": lambda: nearby(name, kilometres(wish.area, candidate.area)),
        "language": lambda: (
            _("%(name)s speaks: %(languages)s.") % {"name": name, "languages": in_turn(languages, names.languages)}
            if languages
            else ""
        ),
        "age": lambda: _("%(name)s is of the age that is wished for.") % {"name": name},
        "experience": lambda: (
            _("%(name)s has experience with what is needed: %(what)s.")
            % {"name": name, "what": spoken(sorted(wish.needs & candidate.experience), names.needs)}
        ),
    }
    yield from (Said(code, words) for code, sentence in said.items() if counted[code] and (words := sentence()))
    if few := [code for code in common if rare[code] == 3 and counted["interests"]]:
        yield Said("interests", _("Only few others like: %(what)s.") % {"what": spoken(few, names.interests)})


def against(wish: Wish, candidate: Candidate) -> Iterator[Said]:
    """What the citizen asked for and this volunteer does not bring, and what is not known."""
    name = {"name": candidate.first_name}
    if wish.wishes and wish.wishes.isdisjoint(candidate.interests):
        yield Said("wishes", _("%(name)s has ticked nothing of what is wished for.") % name)
    if wish.interests and (wish.interests | wish.wishes).isdisjoint(candidate.interests):
        yield Said("interests", _("No interest in common has been ticked."))
    if wish.slots and candidate.slots and wish.slots.isdisjoint(candidate.slots):
        yield Said("times", _("They have ticked different times."))
    if wish.slots and not candidate.slots:
        yield Said("times", _("%(name)s has not told when there is time.") % name)
    if wish.ages and candidate.age not in wish.ages:
        yield Said("age", _("%(name)s is not of the age that is wished for, or has not said.") % name)
    if wish.needs and wish.needs.isdisjoint(candidate.experience):
        yield Said("experience", _("%(name)s has not told of experience with what is needed.") % name)
    if way := far(wish, candidate):
        yield Said("near", way)


def far(wish: Wish, candidate: Candidate) -> str:
    """A long way, or that it is not known; else nothing."""
    km = kilometres(wish.area, candidate.area)
    if km is None:
        return _("How far it is to %(name)s is not known.") % {"name": candidate.first_name}
    if km >= NEAR_KM[-1]:
        return _("It is about %(km)s km to %(name)s, in a straight line.") % {"km": km, "name": candidate.first_name}
    return ""


def nearby(name: str, km: int | None) -> str:
    """A short way, in a straight line; a long one is no reason."""
    if km is None or km >= NEAR_KM[-1]:
        return ""
    if km < 1:
        return _("%(name)s lives close by.") % {"name": name}
    return _("%(name)s lives about %(km)s km away, in a straight line.") % {"name": name, "km": km}


def waited(months: int) -> str:
    """How long the citizen has waited, from one month on."""
    if months < 1:
        return ""
    return ngettext("Has waited for %(n)s month.", "Has waited for %(n)s months.", months) % {"n": months}


def spoken(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """Codes as a spoken list: "walks, music and coffee"."""
    return _listed([str(names[code]).lower() for code in codes])


def in_turn(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """The same with each as it is written: "Polish" is a language, and "polish" none."""
    return _listed([str(names[code]) for code in codes])


def _listed(words: list[str]) -> str:
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}
