"""Who is left by a round and why: which condition it was, and what kind of volunteer is missing."""

from collections import Counter
from collections.abc import Iterable

import numpy as np
from django.utils.translation import gettext as _

from matching.suggesting.rules import CONDITIONS
from matching.suggesting.scoring import Scoring
from matching.suggesting.sentences import in_turn, spoken
from matching.suggesting.values import Names, Wish

ONE_MORE = "one_more"  # some would fit, and others needed them more


def missing_kind(scoring: Scoring, row: int) -> str:
    """The one condition that keeps away most of those who meet all others; ONE_MORE where somebody fits."""
    unmet = scoring.unmet(row)
    if len(scoring.pool) and not unmet.any(axis=0).all():
        return ONE_MORE
    only = unmet[:, unmet.sum(axis=0) == 1].sum(axis=1)
    most = only if only.any() else unmet.sum(axis=1)
    return CONDITIONS[int(np.argmax(most))].code if most.any() else ONE_MORE


def wanted(wish: Wish, kind: str, names: Names) -> str:
    """What kind of volunteer would help, as it may stand on a poster: nothing about the citizen but the kind."""
    if kind == "language":
        return _("Somebody who speaks: %(languages)s.") % {
            "languages": in_turn(sorted(wish.languages), names.languages)
        }
    if kind in ("gender", "gender_not_said"):
        return _("Somebody who is: %(gender)s.") % {"gender": spoken(sorted(wish.genders), names.genders)}
    if kind == "volunteer_cannot":
        return _("Somebody who can be with: %(what)s.") % {"what": spoken(sorted(wish.has), names.limits)}
    if kind == "citizen_cannot":
        return _("Somebody without: %(what)s.") % {"what": spoken(sorted(wish.cannot), names.limits)}
    if kind == "times":
        return _("Somebody who has time: %(when)s.") % {"when": spoken(sorted(wish.slots), names.slots)}
    if liked := sorted(wish.wishes | wish.interests):
        return _("Somebody more who likes: %(what)s.") % {"what": spoken(liked, names.interests)}
    return _("Somebody more who has time for a friend.")


def poster(wanted: Iterable[str]) -> list[tuple[str, int]]:
    """What is missing most often first, with how many wait for it."""
    return Counter(wanted).most_common()
