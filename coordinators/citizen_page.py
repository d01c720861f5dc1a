"""All that stands on the page of one citizen, for those who know him by name."""

from functools import cached_property

from access.roles import Permission, may
from citizens.models import Citizen, Consent, Disclosure, Home, Spoken
from friendships.models import Relocation
from institutions.models import Institution
from matching.models import Match
from notes.overview import of_citizen
from pages.together import together
from volunteers.readiness import with_exemptions


class CitizenPage:
    """What he wishes, what he has consented to, his pair, and what was said in confidence."""

    def __init__(self, citizen: Citizen, user) -> None:
        self.citizen, self.user = citizen, user
        self.said = getattr(citizen, "wishes", None)
        self.houses = citizen.houses_today()
        self.notes = of_citizen(citizen, user, self.houses)

    @property
    def facts(self) -> list:
        return self.said.facts() if self.said else []

    @property
    def house(self) -> Institution | None:
        """Where he lives, else where he comes."""
        return self.houses[0] if self.houses else None

    @cached_property
    def _records(self) -> list[list]:
        of = self.citizen
        said = of.consents.for_page(), of.disclosures.told(), of.spoken.for_page()[:1]
        moves = Relocation.objects.visible_to(self.user).about(of).with_homes()[:1]
        return together(of.homes.in_force().with_houses()[:1], *said, moves)

    @property
    def home(self) -> Home | None:
        return next(iter(self._records[0]), None)

    @property
    def consents(self) -> list[Consent]:
        return self._records[1]

    @property
    def has_said_yes(self) -> bool:
        """To having a friend; it stands."""
        return any(one.purpose == Consent.Purpose.FRIEND and not one.withdrawn_at for one in self.consents)

    @property
    def disclosures(self) -> list[Disclosure]:
        return self._records[2]

    @property
    def talk(self) -> Spoken | None:
        """When somebody last spoke with him, or tried to."""
        return next(iter(self._records[3]), None)

    @property
    def relocation(self) -> Relocation | None:
        """The last one, while it lies ahead or something of it is to be talked about."""
        last: Relocation | None = next(iter(self._records[4]), None)
        return last if last and last.called_off_on is None and (last.is_ahead or last.is_unsettled) else None

    @property
    def may_put_talk_right(self) -> bool:
        return self.talk is not None and self.talk.may_be_put_right_by(self.user)

    @cached_property
    def match(self) -> Match | None:
        match = Match.objects.visible_to(self.user).open().of(self.citizen).for_list().first()
        if match:
            with_exemptions([match.volunteer])
        return match

    @property
    def may_propose(self) -> bool:
        """Is a friend to be found for him, by whoever looks?"""
        wished = bool(self.said and self.said.wants_friend) and self.has_said_yes
        return self.match is None and wished and may(self.user, Permission.PROPOSE_MATCH, self.citizen.project)
