"""What is to be seen in the demo, each said as the rows that show it."""

from datetime import timedelta

from django.db.models import Count, F, Q
from django.utils import timezone

from accounts.models import AccessChange
from citizens.models import Attachment, Citizen, Consent, Spoken
from courses.models import Gathering
from foodclubs.models import Duty, Evening, Signup
from friendships.models import (
    Activity,
    Asked,
    CheckIn,
    CheckInAnswer,
    Contact,
    JournalNotice,
    Outing,
    PairAgreement,
    PlannedRest,
    Relocation,
    StandIn,
)
from history.failures import Failure
from institutions.models import Absence, Alignment
from matching.models import Match
from notes.models import Confidence, Guidance
from screening.models import Shadowing
from volunteers.models import Assignment, Exemption, Requirement, Support, Volunteer

TODAY = timezone.localdate
SHOWN = {
    "an evening that was moved after guests had signed up": lambda: Evening.objects.exclude(moved_at=None),
    "an evening that was corrected": lambda: Evening.objects.exclude(corrected_at=None),
    "a coordinator who is away next week, with a deputy": lambda: Absence.objects.soon().exclude(deputy=None),
    "a coordinator who leaves": lambda: Absence.objects.for_good(),
    "an activity with tickets": lambda: Activity.objects.exclude(tickets=None),
    "two friends who have used something of the budget": lambda: Outing.objects.filter(kroner__gt=0),
    "two friends who will rest": lambda: PlannedRest.objects.filter(from_on__gt=TODAY()),
    "a page that failed": lambda: Failure.objects.unsettled(),
    "a change of access that waits for a second person": lambda: AccessChange.objects.undecided(),
    "a citizen who has waited for more than three months": lambda: Citizen.objects.waiting().filter(
        wishes__waits_since__lt=timezone.localtime() - timedelta(days=92)
    ),
    "a citizen who has not heard from us for six weeks": lambda: Citizen.objects.unheard(),
    "a citizen who may be asked again": lambda: Citizen.objects.to_be_asked_again(),
    "a citizen whom nobody reached": lambda: Spoken.objects.filter(outcome="not_reached"),
    "a citizen who would rather not be asked": lambda: Citizen.objects.waiting().exclude(
        pk__in=Citizen.objects.may_be_asked()
    ),
    "a citizen who wishes no friend just now": lambda: Citizen.objects.filter(wishes__wants_friend=False),
    "a citizen who has not said yes to a friend": lambda: Citizen.objects.exclude(consents__purpose="friend"),
    "a consent taken back": lambda: Consent.objects.exclude(withdrawn_at=None),
    "a citizen of two houses": lambda: Citizen.objects.filter(
        attachments__in=Attachment.objects.in_force().filter(kind="comes_here"), project__institution__kind="shelter"
    ),
    "a citizen who comes to the drop-in centre": lambda: Attachment.objects.filter(
        kind="comes_here", institution__slug="nabo"
    ),
    "a citizen who moves next week and whose friendship nobody has settled": lambda: (
        Relocation.objects.not_happened() & Relocation.objects.to_talk_about()
    ),
    "a friendship that has moved to another house": lambda: Relocation.objects.filter(
        goes_on="yes", from_on__lt=TODAY(), begins__institution__slug="kollegiet"
    ),
    "a yes to a journal that the house is to write in": lambda: JournalNotice.objects.filter(
        written_on=None, institution__slug__in=["kollegiet", "nabo"]
    ),
    "a journal that says that there is a friend": lambda: JournalNotice.objects.exclude(written_on=None),
    "a citizen in an own home": lambda: Citizen.objects.exclude(attachments__in=Attachment.objects.in_force()),
    "a ready volunteer without a friend": lambda: Volunteer.objects.ready().exclude(matches__in=Match.objects.open()),
    "a volunteer with two friends": lambda: Volunteer.objects.annotate(
        friends=Count("matches", filter=Q(matches__in=Match.objects.open()))
    ).filter(friends=2),
    "a volunteer who has not said her gender": lambda: Volunteer.objects.ready().filter(gender=""),
    "a citizen who waits for a woman": lambda: Citizen.objects.waiting().filter(wishes__friend_gender="woman"),
    "a citizen who waits for somebody of the own age": lambda: Citizen.objects.waiting().filter(
        wishes__friend_age="same"
    ),
    "an application of today": lambda: Volunteer.objects.filter(state="applied", applied_at__date=TODAY()),
    "an applicant who could be at several houses": lambda: Volunteer.objects.exclude(also_role_ids=[]),
    "an application of five weeks ago": lambda: Volunteer.objects.filter(
        state="applied", applied_at__date__lt=TODAY() - timedelta(days=34)
    ),
    "a conversation whose time is chosen": lambda: Volunteer.objects.filter(appointments__chosen__gt=timezone.now()),
    "an exemption of somebody who may get a friend": lambda: Exemption.objects.live().exclude(
        requirement__assignment__volunteer__matches__in=Match.objects.open()
    ),
    "an exemption of somebody who helps at an evening": lambda: Exemption.objects.live().filter(
        requirement__assignment__volunteer__duties__in=Duty.objects.upcoming()
    ),
    "a newcomer who was along with somebody experienced": lambda: Shadowing.objects.exclude(experienced=None),
    "a newcomer who has not been along yet": lambda: Requirement.objects.filter(
        kind="shadowing", assignment__volunteer__state="ready"
    ).exclude(
        Q(assignment__volunteer__shadowings__isnull=False)
        | Q(assignment__volunteer__matches__started_on__isnull=False)
        | Q(assignment__volunteer__duties__state="came")
    ),
    "an agreement that is not signed": lambda: Volunteer.objects.filter(state="in_training", signatures=None),
    "a proposal that soon expires": lambda: Match.objects.filter(
        state="proposed", proposed_at__date__lte=TODAY() - timedelta(days=12)
    ),
    "an alignment whose review is overdue": lambda: Alignment.objects.filter(
        project__state="open", review_on__lt=TODAY()
    ),
    "a guidance whose review is overdue": lambda: Guidance.objects.filter(state="approved", review_on__lt=TODAY()),
    "a confidence taken back": lambda: Confidence.objects.exclude(withdrawn_at=None),
    "a pair that has met this week": lambda: Contact.objects.filter(
        kind="met", happened_on__gt=TODAY() - timedelta(days=7)
    ),
    "an agreement of a pair that is to be looked at again": lambda: PairAgreement.objects.filter(review_on__lt=TODAY()),
    "a friendship of which the citizen is to be asked": lambda: CheckIn.objects.open().exclude(answers__side="citizen"),
    "somebody who would like to talk about the friendship": lambda: CheckInAnswer.objects.unheeded(),
    "a citizen who was not reached": lambda: CheckInAnswer.objects.filter(
        answer="not_reached", check_in__ended_on=None
    ),
    "a volunteer who would like to rest": lambda: Contact.objects.asking_for_a_rest(),
    "a quiet pair that was asked": lambda: Asked.objects.filter(match__state="active"),
    "somebody who stands in for a friend": lambda: StandIn.objects.filter(state="agreed"),
    "a role that ended alone": lambda: Assignment.objects.filter(why_ended="time", volunteer__state="ready"),
    "a volunteer who was talked with": lambda: Support.objects.filter(kind="talk"),
    "an evening that is full": lambda: Evening.objects.filter(state="open", taken=F("places")),
    "an evening with too few helpers": lambda: Evening.objects.upcoming().for_list().filter(open_tasks__gte=4),
    "an evening that nobody has closed": lambda: Evening.objects.awaiting_the_house().filter(waiting=0),
    "guests who wait for the house": lambda: Evening.objects.awaiting_the_house().filter(waiting__gt=0),
    "an evening with a new face": lambda: Evening.objects.filter(new_faces=1),
    "a guest who ate for nothing": lambda: Signup.objects.filter(paid=0),
    "a guest who pays next time": lambda: Signup.objects.filter(state="came", paid=None),
    "a course that is to come": lambda: Gathering.objects.upcoming().filter(kind="introduction", taken__gt=0),
    "a network meeting of the past": lambda: Gathering.objects.past().filter(kind="network"),
    "an after-work meeting to come": lambda: Gathering.objects.upcoming().filter(kind="after_work"),
}
