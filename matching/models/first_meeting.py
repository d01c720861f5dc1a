"""The first meeting of a pair: when, where, and who of the house is there with them."""

from copy import copy
from datetime import date, timedelta

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.roles import projects_of
from access.text import ShortText
from citizens.models import attached_citizens
from history.moves import SENTENCES, NotPossible, gates
from history.tracking import tracked
from history.who import by_whom, last_change
from institutions.models import Project

SENTENCES["a_first_meeting_comes_after_two_yeses"] = _(
    "The first meeting is arranged when both have said yes, and before they have met."
)
SENTENCES["somebody_of_the_house_is_there"] = _("Choose somebody who is at the house today.")
SENTENCES["who_is_there_with_them_is_not_away"] = _("Choose somebody who is not away on that day.")
NOT_AHEAD = _("The first meeting is called off already, or has begun.")
LASTS = timedelta(hours=1)


class FirstMeetingQuerySet(models.QuerySet):
    def visible_to(self, user) -> "FirstMeetingQuerySet":
        """The project's coordinators, and the lead while the citizen is attached."""
        return self.filter(Q(project__in=projects_of(user)) | Q(match__citizen__in=attached_citizens(user)))

    def visible_through(self, link) -> "FirstMeetingQuerySet":
        """Through a link: one's own."""
        return self.filter(match__volunteer=link.volunteer_id)

    def in_the_feed(self, since) -> models.query.RawQuerySet:
        """Those later than a moment as the link of a feed may read them: the date, and since when it is called off."""
        return self.raw("SELECT * FROM app.first_meetings_in_feed(%s)", [since])

    def of(self, match) -> "FirstMeetingQuerySet":
        return self.filter(match=match)

    def with_hosts(self) -> "FirstMeetingQuerySet":
        """Each with who is there with them, in the same query."""
        return self.select_related("accompanied_by")

    def for_letters(self) -> "FirstMeetingQuerySet":
        """Each with whom a mail about it goes to, and the house."""
        return self.select_related("accompanied_by", "match__volunteer__role__project", "match__project__institution")

    def to_be_reminded(self, today: date) -> "FirstMeetingQuerySet":
        """Held tomorrow, and nobody has been reminded of it as it stands."""
        ahead = self.filter(called_off_at=None, reminded_at=None, match__state="accepted")
        return ahead.filter(starts_at__date=today + timedelta(days=1)).order_by("starts_at")

    def upcoming(self) -> "FirstMeetingQuerySet":
        """Not yet held and not called off, with who is there."""
        return self.with_hosts().filter(called_off_at=None, starts_at__gte=timezone.now()).order_by("starts_at")


@tracked(quiet=("reminded_at",))
class FirstMeeting(models.Model):
    """Arranged once both have said yes; arranged anew, also after it was called off, it is the same meeting."""

    PERSONAL = {"place": ("where they meet the first time", "6 months after the match ended")}

    match = models.OneToOneField("matching.Match", models.CASCADE, primary_key=True, related_name="first_meeting")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    starts_at = models.DateTimeField(_("when"))
    place = ShortText(_("where"), max_length=100)
    accompanied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who is there with them")
    )
    changes = models.PositiveSmallIntegerField(default=0, editable=False)
    called_off_at = models.DateTimeField(_("called off"), null=True, editable=False)
    reminded_at = models.DateTimeField(
        _("reminded"), null=True, editable=False
    )  # the jobs'; moved, it is reminded of anew

    objects = FirstMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("first meeting")
        verbose_name_plural = _("first meetings")

    def __str__(self) -> str:
        return f"{timezone.localtime(self.starts_at):%d.%m.%Y %H:%M}"

    @property
    def ends_at(self):
        return self.starts_at + LASTS

    @property
    def is_called_off(self) -> bool:
        return self.called_off_at is not None

    @property
    def has_begun(self) -> bool:
        return self.starts_at <= timezone.now()

    @property
    def is_ahead(self) -> bool:
        """Arranged, and not begun."""
        return not self.is_called_off and not self.has_begun

    def is_news_after(self, was: "FirstMeeting | None") -> bool:
        """Is it another time, place or host than was told; or did none stand?"""
        if was is None or was.is_called_off:
            return True
        now, before = ((one.starts_at, one.place, one.accompanied_by_id) for one in (self, was))
        return now != before

    @classmethod
    def arrange(cls, match, *, starts_at, place: str, accompanied_by) -> "FirstMeeting":
        """Arrange it, or arrange it anew; the calendars know it as the same one."""
        said = {"starts_at": starts_at, "place": place, "accompanied_by": accompanied_by, "called_off_at": None}
        with gates():
            meeting, made = cls.objects.get_or_create(match=match, defaults={"project_id": match.project_id, **said})
            if not made and any(getattr(meeting, name) != value for name, value in said.items()):
                cls.objects.filter(pk=meeting.pk).update(**said, changes=F("changes") + 1)
                meeting.refresh_from_db()
        return meeting

    def hand_to(self, host) -> "FirstMeeting":
        """Somebody else is there with them, at the same time and place; gives it as it is now."""
        meeting = copy(self)
        with gates():
            standing = FirstMeeting.objects.filter(pk=self.pk, called_off_at=None)
            if self.has_begun or not standing.update(accompanied_by=host, changes=F("changes") + 1):
                raise NotPossible(by_whom(NOT_AHEAD, last_change(self)))
        meeting.accompanied_by, meeting.changes = host, self.changes + 1
        return meeting

    def call_off(self, *, by) -> None:
        """It is not held as it was arranged; another can be. Of two the second is told who was first."""
        with gates():
            now = timezone.now()
            standing = FirstMeeting.objects.filter(pk=self.pk, called_off_at=None)
            if self.has_begun or not standing.update(called_off_at=now, changes=F("changes") + 1):
                raise NotPossible(by_whom(NOT_AHEAD, last_change(self)))
        self.refresh_from_db(fields=["called_off_at", "changes"])


def hosts_of(match):
    """Who of the house can be there: the project's coordinators, and the leads where the citizen is attached today."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app.hosts_of(%s)", [match.pk])
        ids = [pk for (pk,) in cursor.fetchall()]
    return get_user_model().objects.filter(pk__in=ids, is_active=True).order_by("name")
