"""What stands between a citizen and a proposal: the page says it before the gate does, with the way to it."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from citizens.models import Citizen
from history.moves import SENTENCES
from history.who import by_whom, first_change
from matching.models import Match


class Lacking(NamedTuple):
    """One sentence of the gate, and the page where it is put right."""

    sentence: str | Promise
    label: str | Promise
    url: str


def lacking(citizen: Citizen, user, *, are_friends: bool = False) -> Lacking | None:
    """What is missing first, of a citizen as `for_list` brings him; nothing where somebody can be proposed.

    An old wish is not here: it is asked about on a page of its own. Who are friends already need not wish for one.
    """
    said = getattr(citizen, "wishes", None)
    has_match, has_said_yes = citizen.match_state, citizen.has_said_yes
    match = Match.objects.known_to(user).open().filter(citizen=citizen).first() if has_match else None
    if match and not match.is_out_of_time:
        pair = reverse("coordinators:pair", args=[match.pk])
        told = by_whom(SENTENCES["one_open_match_per_citizen"], first_change(match))
        return Lacking(told, _("See the pair"), pair)
    if not are_friends and (said is None or not said.wants_friend):
        wishes = reverse("citizens:wishes", args=[citizen.pk])
        return Lacking(SENTENCES["the_citizen_wishes_a_friend"], _("Change the wishes"), wishes)
    if not has_said_yes:
        consent = reverse("citizens:consent", args=[citizen.pk])
        return Lacking(SENTENCES["a_match_rests_on_consent"], _("Ask, and write down a yes"), consent)
    return None
