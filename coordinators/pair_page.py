"""All that stands on the page of one pair, for those who know the citizen by name."""

from functools import cached_property

from django.utils import timezone

from access.roles import Permission, Role, may, roles_of
from citizens.acting import acting_place
from citizens.models import Consent
from friendships.models import Asked, Closure, Contact, PairAgreement, Pause, PlannedRest, StandIn
from friendships.quiet import is_quiet
from friendships.rhythm import asked_again_from
from matching.forms.meetings import StartForm
from matching.models import ChoiceNote, FirstMeeting, Match
from matching.steps import way_of
from notes.friend import friend_view
from pages.steps import Step


class PairPage:
    """Whose yes is there, what comes next, and exactly what the friend sees."""

    def __init__(self, match: Match, user) -> None:
        self.match, self.user = match, user
        self.view = friend_view(match)
        self.start_form = StartForm(match=match)

    @property
    def steps(self) -> list[Step]:
        return way_of(self.match)

    @property
    def sees_list(self) -> bool:
        """Has whoever looks a list of pairs to go back to?"""
        return Role.COORDINATOR in roles_of(self.user)

    @cached_property
    def note(self) -> ChoiceNote | None:
        return ChoiceNote.objects.visible_to(self.user).of(self.match).first()

    @cached_property
    def meeting(self) -> FirstMeeting | None:
        return FirstMeeting.objects.visible_to(self.user).of(self.match).with_hosts().first()

    @property
    def may_answer(self) -> bool:
        """May whoever looks write down the citizen's answer?"""
        is_asked = self.match.state == Match.State.PROPOSED and not self.match.is_out_of_time
        place = acting_place(self.match.citizen, self.user)
        return is_asked and may(self.user, Permission.RECORD_CITIZENS_ANSWER, place)

    @property
    def may_start(self) -> bool:
        is_agreed = self.match.state == Match.State.ACCEPTED
        return is_agreed and may(self.user, Permission.START_MATCH, self.match.project)

    @property
    def may_come_to_nothing(self) -> bool:
        """They have not met: it can be called back, or become a no."""
        is_before = self.match.state in {Match.State.PROPOSED, Match.State.ACCEPTED}
        return is_before and may(self.user, Permission.PROPOSE_MATCH, self.match.project)

    @property
    def may_say_no_for_the_citizen(self) -> bool:
        """After both have said yes: what whoever is no coordinator can write down, too."""
        is_agreed = self.match.state == Match.State.ACCEPTED
        place = acting_place(self.match.citizen, self.user)
        return is_agreed and may(self.user, Permission.RECORD_CITIZENS_ANSWER, place)

    @property
    def may_follow(self) -> bool:
        """They have met: how the trial goes, rests, the farewell."""
        has_begun = self.match.state in Match.BEGUN
        return has_begun and may(self.user, Permission.FOLLOW_MATCH, self.match.project)

    @cached_property
    def pause(self) -> Pause | None:
        """The rest that they have, for whoever may know why."""
        if self.match.state != Match.State.PAUSED:
            return None
        return Pause.objects.open().visible_to(self.user).of(self.match).first()

    @cached_property
    def planned_rest(self) -> PlannedRest | None:
        """The rest that lies ahead, for whoever may know of it."""
        return PlannedRest.objects.visible_to(self.user).of(self.match).first() if self.match.is_alive else None

    @cached_property
    def rests_on_consent(self) -> bool:
        """The citizen's consent to a friend lives: without it they cannot go on, and nobody stands in."""
        live = Consent.objects.live().visible_to(self.user)
        return live.filter(citizen=self.match.citizen_id, purpose=Consent.Purpose.FRIEND).exists()

    @cached_property
    def stand_in(self) -> StandIn | None:
        """Who is proposed or stands in while they rest."""
        return StandIn.objects.open().during(self.pause).visible_to(self.user).first() if self.pause else None

    @cached_property
    def is_quiet(self) -> bool | None:
        """Does nobody hear of them? None where they have not met, rest or end."""
        return is_quiet(self.match) if self.match.state in Match.BEGUN else None

    @cached_property
    def asked_last(self) -> Asked | None:
        """When somebody has asked last how it goes."""
        return Asked.objects.visible_to(self.user).of(self.match).first()

    @property
    def may_say_asked(self) -> bool:
        """Nobody has asked, or they have had the time to meet since."""
        how_often = self.agreement.how_often if self.agreement else ""
        last = self.asked_last
        return last is None or asked_again_from(how_often, asked_on=last.asked_on) <= timezone.localdate()

    @cached_property
    def agreement(self) -> PairAgreement | None:
        return PairAgreement.objects.visible_to(self.user).of(self.match).first()

    @cached_property
    def last_contact(self) -> Contact | None:
        """The last day of which something is noted."""
        return Contact.objects.visible_to(self.user).of(self.match).first()

    @cached_property
    def closure(self) -> Closure | None:
        """How it ends or has ended, for whoever may know."""
        if self.match.state not in {Match.State.ENDING, Match.State.ENDED}:
            return None
        return Closure.objects.visible_to(self.user).of(self.match).first()

    @property
    def may_propose_again(self) -> bool:
        is_over = self.match.state in {Match.State.ENDED, Match.State.DECLINED, Match.State.WITHDRAWN}
        return is_over and may(self.user, Permission.PROPOSE_MATCH, self.match.project)
