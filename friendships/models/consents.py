"""What a consent that is taken back calls off, as whoever writes it down sees it beforehand."""

from datetime import timedelta

from citizens.models import Citizen, Consent
from matching.models import Match

# Within these a farewell is offered; then he is erased in any case.
FORGOTTEN_WITHIN = timedelta(days=14)
RESTS_ON_IT = {Consent.Purpose.FRIEND, Consent.Purpose.REGISTRATION}


def match_resting_on(consent: Consent, user) -> Match | None:
    """The proposal or friendship that the consent carries, if there is one."""
    if consent.purpose not in RESTS_ON_IT:
        return None
    return Match.objects.known_to(user).open().of(consent.citizen).for_list().first()


def is_seen_no_more(citizen: Citizen, user) -> bool:
    """Has he just gone out of the sight of whoever wrote it down?"""
    return not Citizen.objects.known_to(user).filter(pk=citizen.pk).exists()
