"""Changes of somebody's access that take two people and a day.

One of the secretariat asks, a second person confirms, and 24 hours later it happens; until then the person whom it is
about can stop it by a link. Who holds one account alone holds no other by it. The database keeps all of this itself.
"""

from datetime import datetime, timedelta
from uuid import uuid4

from django.conf import settings
from django.db import connection, models
from django.db.models import Exists, F, OuterRef, Q, UUIDField, Value
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from access.links import LIFETIME, OpenLink, Purpose, hashed
from accounts.models.users import MayBeSecond, User
from history.moves import SENTENCES, NotPossible, gates, move
from history.tracking import tracked

SENTENCES |= {
    "a_change_needs_somebody_to_confirm": _(
        "Nobody could confirm it: there is no second person of the secretariat. It is done on the server; "
        "see “Two people” in docs/operations.md."
    ),
    "a_change_is_confirmed_by_a_second_person": _(
        "A second person of the secretariat must confirm this: there for 30 days or made on the server, neither the one"
        " whom it is about nor somebody whom the one who asked has made."
    ),
    "a_change_is_confirmed_within_a_week": _("It has waited for more than a week. Ask again if it is still needed."),
    "a_change_waits_a_day": _("It takes effect 24 hours after it was confirmed, so that it can be stopped."),
    "a_change_of_those_who_are_here": _(
        "Somebody who asked, who confirmed or whom it is about is no longer here, so it does not happen."
    ),
    "a_change_is_refused_by_somebody_else": _("You have asked for it yourself. Withdraw it instead."),
    "one_open_change_of_a_kind": _("The same has been asked for already; it waits."),
    "a_change_is_not_ones_own": _("Somebody else of the secretariat must ask for you."),
}


class AccessChangeQuerySet(models.QuerySet):
    def visible_to(self, user) -> "AccessChangeQuerySet":
        """The secretariat, which asks and confirms; and whom it is about."""
        return self if user.is_secretariat else self.filter(user_id=user.pk)

    def of_link(self, link: OpenLink) -> "AccessChangeQuerySet":
        """The one that the link may stop."""
        return self.filter(pk=link.object_id)

    def open(self) -> "AccessChangeQuerySet":
        """What has neither happened nor been stopped."""
        return self.filter(state__in=AccessChange.OPEN)

    def settled(self) -> "AccessChangeQuerySet":
        return self.exclude(state__in=AccessChange.OPEN).order_by("-settled_at")

    def of_address(self) -> "AccessChangeQuerySet":
        """Those that give somebody another address."""
        return self.filter(kind=AccessChange.Kind.ADDRESS)

    def about(self, user) -> "AccessChangeQuerySet":
        """Whose login it is."""
        return self.filter(user=user)

    def touching(self, user) -> "AccessChangeQuerySet":
        """Whom it is about, who has asked, who has confirmed."""
        return self.filter(Q(user=user) | Q(asked_by=user) | Q(confirmed_by=user))

    def undecided(self) -> "AccessChangeQuerySet":
        return self.filter(state=AccessChange.State.ASKED)

    def lapsing(self) -> "AccessChangeQuerySet":
        """Asked for more than a week ago, and nobody has confirmed."""
        return self.undecided().filter(asked_at__lte=timezone.now() - AccessChange.CONFIRMED_WITHIN)

    def confirmed(self) -> "AccessChangeQuerySet":
        """Two have agreed, and its day is not over, or the worker is late."""
        return self.filter(state=AccessChange.State.CONFIRMED)

    def due(self) -> "AccessChangeQuerySet":
        """Confirmed more than a day ago."""
        waited = timezone.now() - AccessChange.WAITS
        return self.confirmed().filter(confirmed_at__lte=waited)

    def standing(self) -> "AccessChangeQuerySet":
        """The two may still do it together, and the person is still here; the database asks the same."""
        taken = Exists(User.objects.filter(email__iexact=OuterRef("address")))
        two = MayBeSecond("confirmed_by", "asked_by", "user")
        return self.filter(two, ~taken, user__is_active=True)

    def to_be_confirmed_by(self, user) -> "AccessChangeQuerySet":
        """What waits for the user's yes."""
        return self.undecided().filter(_may_be_second(user))

    def for_letters(self) -> "AccessChangeQuerySet":
        return self.select_related("user", "asked_by", "confirmed_by")

    def claimed(self) -> "AccessChangeQuerySet":
        """For letters, and this transaction's alone: what another one is at is left to it."""
        return self.for_letters().select_for_update(of=("self",), skip_locked=True)

    def with_who_stopped(self) -> "AccessChangeQuerySet":
        """Neither a colleague stopped it nor the site at the end of its day: so it was the person, by the link."""
        in_time = Q(confirmed_at=None) | Q(settled_at__lt=F("confirmed_at") + AccessChange.WAITS)
        return self.annotate(was_stopped_by_link=Q(state=AccessChange.State.STOPPED, settled_by=None) & in_time)

    def for_page(self, user) -> "AccessChangeQuerySet":
        """With what the page shows, the oldest first."""
        people = self.select_related("user", "asked_by", "confirmed_by", "settled_by").with_who_stopped()
        return people.annotate(may_confirm=_may_be_second(user)).order_by("asked_at")


def _may_be_second(user) -> MayBeSecond:
    return MayBeSecond(Value(user.pk, UUIDField()), F("asked_by"), F("user"))


@tracked()
class AccessChange(models.Model):
    """One change; the row is the record of who asked for it, confirmed it and stopped it, and when. It stays."""

    PERSONAL = {
        "user": ("whose access was changed", "24 months"),
        "address": ("the new address, and proof of who asked for it", "24 months"),
        "asked_by": ("who asked for it", "24 months"),
        "confirmed_by": ("who confirmed it", "24 months"),
        "settled_by": ("who stopped it", "24 months"),
    }
    CONFIRMED_WITHIN = timedelta(days=7)  # the database knows both
    WAITS = timedelta(hours=24)

    class Kind(models.TextChoices):
        ADDRESS = "address", _("another e-mail address")
        SECRETARIAT = "secretariat", _("becomes one of the secretariat")
        WAY_BACK = "way_back", _("the login is reset")

    class State(models.TextChoices):
        ASKED = "asked", _("waits for a second person")
        CONFIRMED = "confirmed", _("confirmed")
        DONE = "done", _("done")
        STOPPED = "stopped", _("stopped")
        REFUSED = "refused", _("refused")
        LAPSED = "lapsed", _("not confirmed in time")

    OPEN = (State.ASKED, State.CONFIRMED)
    MOVES = {
        State.ASKED: {State.CONFIRMED, State.STOPPED, State.REFUSED, State.LAPSED},
        State.CONFIRMED: {State.DONE, State.STOPPED},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.ASKED)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="access_changes")
    address = models.EmailField(_("new address"), max_length=254, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    settled_at = models.DateTimeField(null=True)

    objects = AccessChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of somebody's access")
        verbose_name_plural = _("changes of somebody's access")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "kind"],
                condition=Q(state__in=("asked", "confirmed")),
                name="one_open_change_of_a_kind",
            ),
            models.CheckConstraint(condition=~Q(user=F("asked_by")), name="a_change_is_not_ones_own"),
            models.CheckConstraint(
                condition=Q(kind="address") & ~Q(address="") | ~Q(kind="address") & Q(address=""),
                name="a_change_of_address_has_one",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by=None, confirmed_at=None)
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False)
                & ~Q(confirmed_by=F("asked_by"))
                & ~Q(confirmed_by=F("user")),
                name="a_change_is_confirmed_by_two",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("asked", "confirmed"), settled_at=None)
                | ~Q(state__in=("asked", "confirmed")) & Q(settled_at__isnull=False),
                name="a_change_is_settled_at_its_end",
            ),
        ]

    def __str__(self) -> str:
        return f"{timezone.localdate(self.asked_at):%d.%m.%Y}"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def takes_effect_at(self) -> datetime | None:
        """When it happens, once it is confirmed."""
        return self.confirmed_at + self.WAITS if self.confirmed_at else None

    @property
    def token(self) -> str:
        """What the link to stop it holds: the same in each letter about it, and kept nowhere but as its hash."""
        return salted_hmac("accounts.stop_change", str(self.pk), algorithm="sha256").hexdigest()[:32]

    @classmethod
    def ask(cls, kind: str, user: User, *, by, address: str = "") -> "AccessChange":
        """Ask for a change; the person and the others of the secretariat are told. What has lapsed makes room."""
        from accounts.emails import send_change_asked

        for lapsed in cls.objects.visible_to(by).lapsing().filter(kind=kind, user=user):
            lapsed.lapse(by=by)
        if address and User.objects.filter(email__iexact=address).exists():
            raise NotPossible(SENTENCES["one_user_per_email"])
        change = cls(kind=kind, user=user, address=address, asked_by=by)
        with gates(), connection.cursor() as cursor:
            change.save(force_insert=True)
            until = change.asked_at + LIFETIME[Purpose.STOP_CHANGE]
            cursor.execute("SELECT app.issue_stop_link(%s, %s, %s)", [change.pk, hashed(change.token), until])
        send_change_asked(change)
        return change

    def confirm(self, *, by) -> None:
        """The second person's yes: from now on a day passes, in which it can be stopped."""
        from accounts.emails import send_change_confirmed

        move(self, self.State.CONFIRMED, by=by, confirmed_by=by, confirmed_at=timezone.now())
        send_change_confirmed(self)

    def refuse(self, *, by) -> None:
        """A second person's no."""
        self._end(self.State.REFUSED, by=by)

    def stop(self, *, by=None) -> None:
        """Whoever asked calls it off, another one of the secretariat stops it, or by link the person it is about."""
        self._end(self.State.STOPPED, by=by)

    def lapse(self, *, by) -> None:
        """Nobody has confirmed within a week."""
        self._end(self.State.LAPSED, by=by)

    def bring_about(self, *, by) -> None:
        """Now it happens: the database changes the login once the day is over, and not before.

        If one of them has left meanwhile, or the address is somebody's by now, it is stopped instead.
        """
        from accounts.emails import send_change_done

        if not AccessChange.objects.standing().filter(pk=self.pk).exists():
            return self.stop(by=by)
        before = self.user.email
        move(self, self.State.DONE, by=by, settled_at=timezone.now())
        send_change_done(self, before)

    def _end(self, state: str, *, by) -> None:
        """It does not happen; whoever heard of it hears that too."""
        from accounts.emails import send_change_ended

        who = by if isinstance(by, User) else None
        move(self, state, by=by, settled_by=who, settled_at=timezone.now())
        send_change_ended(self, who)


def change_on_the_server(kind: str, user: User, *, address: str = "") -> AccessChange:
    """What whoever runs the server does at once and alone (`manage.py change_login`); the same people are told."""
    from accounts.emails import send_change_done

    before = user.email
    with gates():
        change = AccessChange.objects.create(
            kind=kind, user=user, address=address, state=AccessChange.State.DONE, settled_at=timezone.now()
        )
    send_change_done(change, before)
    return change
