"""What waits for the secretariat: one line for each kind of thing, with the page where it is done."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, Max, Min, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext_lazy

from accounts.models import AccessChange
from citizens.breakglass import BreakGlass
from courses.models import Gathering
from history.failures import Failure
from institutions.models import Absence, Alignment, Membership, Project
from letters.models import Message
from screening.models import Agreement
from volunteers.models import Volunteer


@dataclass(frozen=True)
class Waiting:
    """One line: what waits, the oldest or first date of it where it has one, where to go, and since when the newest."""

    what: str
    on: date | None
    url: str
    newest: datetime | None = None

    @property
    def is_past(self) -> bool:
        """Has it waited since then, or is it still to come?"""
        return self.on is not None and self.on < timezone.localdate()


def waiting_for(user) -> list[Waiting]:
    """What asks for a second person first, then by date; what has no date comes last."""
    others = [*_people(user), *_roles(user), *_alignments(user), *_houses(user), *_courses(user), *_site(user)]
    return [*_colleagues(user), *sorted(others, key=lambda line: line.on or date.max)]


def _colleagues(user) -> Iterator[Waiting]:
    """What asks for a second person of the secretariat."""
    yield from _line(
        BreakGlass.objects.visible_to(user).to_be_reviewed_by(user),
        "opened_at",
        ngettext_lazy(
            "%(count)s emergency access that you must look at",
            "%(count)s emergency accesses that you must look at",
            "count",
        ),
        reverse("coordinators:emergencies"),
    )
    yield from _line(
        AccessChange.objects.visible_to(user).to_be_confirmed_by(user),
        "asked_at",
        ngettext_lazy(
            "%(count)s change of access that you can confirm",
            "%(count)s changes of access that you can confirm",
            "count",
        ),
        reverse("accounts:changes"),
    )
    yield from _line(
        AccessChange.objects.visible_to(user).confirmed(),
        "confirmed_at",
        ngettext_lazy(
            "%(count)s change of access that takes effect within a day, unless one of you stops it",
            "%(count)s changes of access that take effect within a day, unless one of you stops them",
            "count",
        ),
        reverse("accounts:changes"),
    )


def _people(user) -> Iterator[Waiting]:
    """Those who have applied, those who must sign, and those whom no project has."""
    volunteers = Volunteer.objects.screened_by(user)
    yield from _line(
        volunteers.in_state(Volunteer.State.APPLIED),
        "applied_at",
        ngettext_lazy(
            "%(count)s application nobody has begun on", "%(count)s applications nobody has begun on", "count"
        ),
        reverse("volunteers:list") + "?tilstand=applied",
    )
    yield from _line(
        volunteers.awaiting_second_yes(user),
        "interviews__held_on",
        ngettext_lazy(
            "%(count)s applicant who waits for a second yes: yours",
            "%(count)s applicants who wait for a second yes: yours",
            "count",
        ),
        reverse("volunteers:list") + "?tilstand=andet-ja",
    )
    yield from _line(
        volunteers.without_project(),
        None,
        ngettext_lazy(
            "%(count)s volunteer whose project has closed", "%(count)s volunteers whose project has closed", "count"
        ),
        reverse("volunteers:list") + "?tilstand=uden-projekt",
    )
    if agreement := Agreement.objects.current():
        yield from _line(
            volunteers.to_sign(agreement),
            None,
            ngettext_lazy(
                "%(count)s volunteer who has not signed the agreement",
                "%(count)s volunteers who have not signed the agreement",
                "count",
            ),
            reverse("admin:volunteers_volunteer_changelist") + "?aftale=mangler",
        )
    else:
        yield Waiting(_("No volunteer agreement is in force"), None, reverse("admin:screening_agreement_add"))


def _roles(user) -> Iterator[Waiting]:
    """Roles that nobody has just now, that are left, whose holder is not seen, or that end."""
    for absences, sentence in (
        (
            Absence.objects.visible_to(user).without_anybody(),
            ngettext_lazy(
                "%(count)s role that nobody has while somebody is away",
                "%(count)s roles that nobody has while somebody is away",
                "count",
            ),
        ),
        (
            Absence.objects.visible_to(user).for_good(),
            ngettext_lazy("%(count)s who leaves a role: end it", "%(count)s who leave a role: end it", "count"),
        ),
    ):
        page = reverse("coordinators:who_is_away")
        yield from _line(absences, "from_on", sentence, page, newest="noted_at")
    yield from _line(
        Membership.objects.visible_to(user).not_seen(timezone.localdate()),
        None,
        ngettext_lazy(
            "%(count)s role whose holder has not logged in for a month",
            "%(count)s roles whose holder has not logged in for a month",
            "count",
        ),
        reverse("coordinators:who_is_away"),
    )
    yield from _line(
        Membership.objects.visible_to(user).ending_soon(),
        "until_on",
        ngettext_lazy("%(count)s role that ends within a month", "%(count)s roles that end within a month", "count"),
        reverse("admin:institutions_membership_changelist") + "?gaelder=slutter",
    )


def _alignments(user) -> Iterator[Waiting]:
    """Alignments to review, and those whose lead has left."""
    alignments = Alignment.objects.visible_to(user)
    reviews = reverse("admin:institutions_alignment_changelist") + "?gennemgang="
    yield from _line(
        alignments.overdue(),
        "review_on",
        ngettext_lazy(
            "%(count)s alignment whose review is overdue", "%(count)s alignments whose review is overdue", "count"
        ),
        reviews + "overskredet",
    )
    yield from _line(
        alignments.without_their_lead(),
        None,
        ngettext_lazy(
            "%(count)s alignment whose lead leads the house no more",
            "%(count)s alignments whose lead leads the house no more",
            "count",
        ),
        reviews + "ingen",
    )
    yield from _line(
        alignments.to_review_soon(),
        "review_on",
        ngettext_lazy(
            "%(count)s alignment to review within a month", "%(count)s alignments to review within a month", "count"
        ),
        reviews + "snart",
    )


def _houses(user) -> Iterator[Waiting]:
    """Projects where somebody or something is missing."""
    projects = Project.objects.visible_to(user)
    missing = reverse("admin:institutions_project_changelist") + "?mangler="
    for rows, sentence, which in (
        (
            projects.without(Membership.Role.COORDINATOR),
            ngettext_lazy(
                "%(count)s project without a coordinator", "%(count)s projects without a coordinator", "count"
            ),
            "koordinator",
        ),
        (
            projects.without(Membership.Role.LEAD),
            ngettext_lazy(
                "%(count)s project without a lead at the house",
                "%(count)s projects without a lead at the house",
                "count",
            ),
            "ansvarlig",
        ),
        (
            projects.open_without_role(),
            ngettext_lazy(
                "%(count)s open project that nobody can apply for",
                "%(count)s open projects that nobody can apply for",
                "count",
            ),
            "rolle",
        ),
        (
            projects.planned(),
            ngettext_lazy(
                "%(count)s project that is not open yet", "%(count)s projects that are not open yet", "count"
            ),
            "aabning",
        ),
    ):
        yield from _line(rows, None, sentence, missing + which)


def _courses(user) -> Iterator[Waiting]:
    """Courses where nobody was ticked, that are nearly full, or that are missing altogether."""
    gatherings, page = Gathering.objects.visible_to(user), reverse("courses:gatherings")
    yield from _line(
        gatherings.not_ticked(),
        "starts_at",
        ngettext_lazy(
            "%(count)s course or meeting where it is not ticked who came",
            "%(count)s courses or meetings where it is not ticked who came",
            "count",
        ),
        page,
    )
    introductions = gatherings.introductions().upcoming()
    yield from _line(
        introductions.nearly_full(),
        "starts_at",
        ngettext_lazy(
            "%(count)s introduction course with few or no places left",
            "%(count)s introduction courses with few or no places left",
            "count",
        ),
        page,
    )
    if not introductions.with_room().exists():
        add = reverse("admin:courses_gathering_add")
        yield Waiting(_("No introduction course with places left is planned"), None, add)


def _site(user) -> Iterator[Waiting]:
    """Mails that somebody must decide about, and what failed on the site and nobody has seen to."""
    yield from _line(
        Message.objects.visible_to(user).to_be_decided(),
        "made_at",
        ngettext_lazy("%(count)s mail that did not arrive", "%(count)s mails that did not arrive", "count"),
        reverse("operation"),
    )
    yield from _line(
        Failure.objects.visible_to(user).unsettled(),
        "first_at",
        ngettext_lazy(
            "%(count)s failure on the site that nobody has seen to",
            "%(count)s failures on the site that nobody has seen to",
            "count",
        ),
        reverse("operation"),
    )


def _line(
    rows: QuerySet, field: str | None, sentence: Promise, url: str, *, newest: str | None = None
) -> Iterator[Waiting]:
    """The line for some rows, if there are any: counted and dated in one query; `newest` if another field says it."""
    dates = {"on": Min(field), "newest": Max(newest or field)} if field else {}
    found = rows.order_by().aggregate(count=Count("pk", distinct=True), **dates)
    if found["count"]:
        said = sentence % {"count": found["count"]}
        yield Waiting(said, _day(found.get("on")), url, _moment(found.get("newest")))


def _moment(on: date | datetime | None) -> datetime | None:
    """A day as the moment at which it begins."""
    if on is None or isinstance(on, datetime):
        return on
    return timezone.make_aware(datetime.combine(on, time.min))


def _day(moment: date | datetime | None) -> date | None:
    return timezone.localdate(moment) if isinstance(moment, datetime) else moment
