"""The acts of a relocation: everything that begins and ends with it, at once, in one transaction."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import houses_of
from citizens.models import Attachment, Citizen, Consent
from friendships.models import JournalNotice, Relocation
from friendships.models.relocation import Journal
from history.moves import NotPossible, gates
from history.who import by_whom, first_change, last_change
from institutions.models import Institution
from matching.models import Match

ONE_AHEAD = _("A relocation stands already that has not happened. Put that right.")
CALLED_OFF = _("This relocation has been called off.")
A_DAY = timedelta(days=1)


def relocate(
    citizen: Citizen,
    *,
    to: dict,
    from_on: date,
    ends: Iterable[Attachment],
    knows: Institution | None,
    by,
    **said,
) -> Relocation:
    """He lives in a new home from a day on: what ends and begins there, in one transaction.

    `to` is a house or a municipality, `ends` the attachments that end the day before, `knows` the house there whose
    lead may know, on his yes. The friendship that runs stays with its project.
    """
    with gates():
        if standing := Relocation.objects.about(citizen).not_happened().first():
            raise NotPossible(by_whom(ONE_AHEAD, first_change(standing)))
        citizen.live_at(**to, from_on=from_on)
        letting_go = Attachment.objects.now(ends).longer_than(from_on)
        relocation = Relocation.objects.create(
            citizen=citizen,
            project_id=citizen.project_id,
            match=Match.objects.of(citizen).filter(state__in=Relocation.FOLLOWED).first(),
            home=citizen.homes.current().get(),
            from_on=from_on,
            ends=[one.pk for one in letting_go],
            ended_before=[one.until_on for one in letting_go],
            begins=_begin(citizen, knows, from_on, by) if knows else None,
            by=by,
            **said,
        )
        if relocation.journal == Journal.YES:
            _say_yes_to_the_journal(relocation, by)
        # One's own house last: with it goes what one sees of him.
        for one in sorted(letting_go, key=lambda one: one.institution_id in houses_of(by)):
            one.put_right(until_on=_last_day_of(relocation, one))
    return relocation


def settle(relocation: Relocation, *, by, **said) -> None:
    """What the two have said of it since, and he himself of the journal."""
    said_yes = relocation.journal == Journal.YES
    with gates():
        if not Relocation.objects.standing().filter(pk=relocation.pk).update(**said):
            raise NotPossible(by_whom(CALLED_OFF, last_change(relocation)))
        for name, value in said.items():
            setattr(relocation, name, value)
        says_yes = relocation.journal == Journal.YES
        if says_yes and not said_yes:
            _say_yes_to_the_journal(relocation, by)
        elif said_yes and not says_yes and relocation.notice and relocation.notice.ended_on is None:
            relocation.notice.end()


def put_off(relocation: Relocation, from_on: date) -> None:
    """It is another day: home and houses follow, but for what somebody has put right by hand since."""
    with gates():
        ours = _set_by_it(relocation)
        if not Relocation.objects.standing().filter(pk=relocation.pk).update(from_on=from_on):
            raise NotPossible(by_whom(CALLED_OFF, last_change(relocation)))
        relocation.from_on = from_on
        if home := relocation.home:
            home.put_right(institution=home.institution, municipality=home.municipality, from_on=from_on)
        if relocation.begins and relocation.begins.until_on is None:
            relocation.begins.put_right(from_on=from_on)
        for one, before in ours:
            last_day = _last_day_of(relocation, one)
            one.put_right(until_on=min(last_day, before) if before else last_day)


def call_off(relocation: Relocation) -> None:
    """He does not move after all: home and houses are as they were, but for what was put right by hand since."""
    with gates():
        ours, begins, home = _set_by_it(relocation), relocation.begins, relocation.home
        still = Relocation.objects.standing().filter(pk=relocation.pk, from_on__gte=timezone.localdate())
        if not still.update(called_off_on=timezone.localdate(), begins=None, home=None):
            raise NotPossible(by_whom(_("It has happened, or was called off already."), last_change(relocation)))
        for one, before in ours:
            if before or not Attachment.objects.open_at(one).exists():
                one.put_right(until_on=before)
        if home:
            home.call_off()
        if begins:
            begins.call_off()


def _say_yes_to_the_journal(relocation: Relocation, by) -> None:
    """A yes to the journal of the new house waits there to be written in."""
    house = relocation.home.institution if relocation.home else None
    if (
        relocation.match
        and house
        and not JournalNotice.objects.open().of(relocation.match).filter(institution=house).exists()
    ):
        relocation.notice = JournalNotice.say_yes(relocation.match, house, given=Consent.Given.SPOKEN, by=by)
        Relocation.objects.filter(pk=relocation.pk).update(notice=relocation.notice)


def _last_day_of(relocation: Relocation, one: Attachment) -> date:
    """Of a house that he leaves: the day before; of one that has just begun, that day."""
    return max(relocation.from_on - A_DAY, one.from_on)


def _set_by_it(relocation: Relocation) -> list[tuple[Attachment, date | None]]:
    """The attachments whose last day this relocation has set, each with the one that stood there before."""
    before = dict(zip(relocation.ends, relocation.ended_before, strict=True))
    found = Attachment.objects.now(Attachment.objects.filter(pk__in=relocation.ends))
    return [(one, before[one.pk]) for one in found if one.until_on == _last_day_of(relocation, one)]


def _begin(citizen: Citizen, house: Institution, from_on: date, by) -> Attachment | None:
    """From that day on the house knows him; one that knows him already, or was to know him later, does so by then."""
    standing = citizen.attachments.filter(institution=house, until_on=None).first()
    if standing is None:
        return citizen.attach(house, kind="lives_here", from_on=from_on, heard_by=by)
    if standing.from_on > from_on:
        standing.put_right(from_on=from_on)
    return None
