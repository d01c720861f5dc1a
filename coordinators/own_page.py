"""What a volunteer finds on her own page; all of it asked through her link, under the database's own rules."""

from dataclasses import dataclass, replace

from django.utils import timezone

from coordinators.whom_to_call import Contacts, contacts_through
from courses.models import Attendance, Gathering
from foodclubs.models import Duty
from friendships.forms.contacts import TickForm
from friendships.models import Activity, CheckIn, CheckInAnswer, Contact, PairAgreement, StandIn
from friendships.models.check_in import TICKS
from friendships.models.outing import tickets_used
from matching.models import FirstMeeting, Match
from notes.friend import FriendView, friend_view, stand_in_view
from pages.steps import Owner, Step
from screening.models import Appointment
from volunteers.models import Support
from volunteers.readiness import pipeline_of

SUPPORTS = 5  # the latest
# Her dates are those that she has, is asked to or waits for; what she gave back is none.
SHOWN = [*Attendance.ON_THE_LIST, Attendance.State.INVITED]


@dataclass(frozen=True)
class OwnFriend:
    """One friendship as she sees it: what she may know of the friend, what they agreed, what she ticked lately."""

    match: Match
    view: FriendView
    agreement: PairAgreement | None
    contacts: list[Contact]
    is_asked: bool = False  # how it goes
    answer: CheckInAnswer | None = None  # to that

    @property
    def ticks(self) -> list:
        """What can be said to how it goes."""
        return TICKS

    @property
    def have_met(self) -> bool:
        return self.match.state in Match.BEGUN

    @property
    def rests(self) -> bool:
        """They take a break: nobody asks whether they have met."""
        return self.match.state == Match.State.PAUSED

    @property
    def tick_form(self) -> TickForm:
        return TickForm(match=self.match, auto_id=f"{self.match.pk}_%s")


@dataclass(frozen=True)
class OwnPage:
    """Her way to ready, her friends and for whom she stands in, her dates, what waits for an answer, whom she calls."""

    steps: list[Step]
    friends: list[OwnFriend]
    standing_in: list[FriendView]
    agreed: list[Match]
    talk: Appointment | None
    attendances: list[Attendance]
    duties: list[Duty]
    meetings: list[FirstMeeting]
    unanswered: int
    contacts: list[Contacts]
    supports: list[Support]
    activities: list[Activity]

    @property
    def next_step(self) -> Step | None:
        """The step whose turn it is, unless she is there."""
        return next((step for step in self.steps if step.current), None)

    @property
    def others_open(self) -> list[Step]:
        """What else her role asks and is not done, whoever has it."""
        return [step for step in self.steps if not step.done and not step.current and step.code != "ready"]

    @property
    def talk_ahead(self) -> Appointment | None:
        """The conversation whose time she has chosen, until it is over."""
        return self.talk if self.talk and self.talk.is_ahead else None

    @property
    def may_choose(self) -> bool:
        """Times for the conversation wait for her choice."""
        return bool(self.talk and self.talk.state == Appointment.State.OFFERED)

    @property
    def course(self) -> Attendance | None:
        """The introduction course at which she has a place, or waits for one."""
        kept = [one for one in self.attendances if one.gathering.kind == Gathering.Kind.INTRODUCTION]
        states = (Attendance.State.BOOKED, Attendance.State.WAITING)
        return next((one for state in states for one in kept if one.state == state), None)

    @property
    def to_answer(self) -> int:
        """How many courses and meetings wait for her yes or no."""
        return sum(one.state in {Attendance.State.INVITED, Attendance.State.OFFERED} for one in self.attendances)


def own_page_of(volunteer, link) -> OwnPage:
    """Gather the page from volunteers, matching, food clubs and notes."""
    matches = list(Match.objects.visible_through(link).open())
    return OwnPage(
        steps=hers_first(volunteer, pipeline_of([volunteer])[volunteer.pk]),
        friends=_friends(matches, link),
        standing_in=[view for one in StandIn.objects.visible_through(link) if (view := stand_in_view(one))],
        agreed=[match for match in matches if match.state == Match.State.ACCEPTED],
        talk=Appointment.objects.visible_through(link).open().with_people().first(),
        attendances=list(
            Attendance.objects.visible_through(link)
            .filter(gathering__ends_at__gte=timezone.now(), state__in=SHOWN)
            .select_related("gathering")
            .order_by("gathering__starts_at")
        ),
        duties=list(Duty.objects.visible_through(link).upcoming()),
        meetings=list(FirstMeeting.objects.visible_through(link).upcoming()),
        unanswered=sum(
            one.state == Match.State.PROPOSED and not one.volunteer_yes_at and not one.is_out_of_time for one in matches
        ),
        contacts=contacts_through(link),
        activities=_activities(matches, link),
        supports=list(Support.objects.visible_through(link)[:SUPPORTS]),
    )


def _activities(matches: list[Match], link) -> list[Activity]:
    """What two friends can do together, for whoever has one."""
    if not any(match.state in Match.BEGUN for match in matches):
        return []
    offered = list(Activity.objects.visible_through(link).offered().for_page())
    tickets_used(offered)
    return offered


def _friends(matches: list[Match], link) -> list[OwnFriend]:
    """Those with whom both have said yes."""
    running = [match for match in matches if match.is_running]
    if not running:
        return []
    agreed = {one.match_id: one for one in PairAgreement.objects.visible_through(link)}
    ticked = list(Contact.objects.ticked_by_link(link))
    asked = {one.match_id: one.pk for one in CheckIn.objects.visible_through(link).open()}
    said = {one.check_in_id: one for one in CheckInAnswer.objects.visible_through(link).filter(check_in__ended_on=None)}
    return [
        OwnFriend(
            match,
            view,
            agreed.get(match.pk),
            [one for one in ticked if one.match_id == match.pk],
            is_asked=match.pk in asked,
            answer=said.get(asked.get(match.pk)),
        )
        for match in running
        if (view := friend_view(match))
    ]


def hers_first(volunteer, way: list[Step]) -> list[Step]:
    """Her way with the step that she can take now as the next one; where none lies with her, the first that is open."""
    waits = [step for step in way if not step.done]
    hers = (one for one in waits if one.owner is Owner.VOLUNTEER or (one.code == "course" and volunteer.is_taken_in))
    following = next(hers, next(iter(waits), None))
    return [replace(step, current=step is following) for step in way]
