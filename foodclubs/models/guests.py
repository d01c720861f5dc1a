"""Guests, known by a nickname, and their places at the table."""

from uuid import UUID, uuid4

from django.db import connection, models
from django.db.models import Exists, OuterRef, Q, Sum
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from access.names import Name
from foodclubs.models.evenings import Evening, FoodClub, at_work
from history.moves import SENTENCES, NotPossible, gates, move, why_not
from history.tracking import events_of, tracked
from institutions.models import Project

SENTENCES["a_guest_still_waits"] = _("Somebody has answered this guest already. Look at the list.")
SENTENCES["one_place_per_guest"] = _("This name is on the list already. If it is somebody else, add a letter or two.")
SENTENCES["an_answer_is_taken_back"] = _("Somebody has changed this already. Look at the list.")


class GuestQuerySet(models.QuerySet):
    def visible_to(self, user) -> "GuestQuerySet":
        """The project's coordinators and the house's lead; not the secretariat, which knows the counts."""
        return self.filter(at_work(user))


class Guest(models.Model):
    """Somebody who eats with us, under the name he or she wants to be called. Not a citizen."""

    PERSONAL = {"nickname": ("the list of who comes to eat", "6 months after the last evening")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    food_club = models.ForeignKey(FoodClub, models.PROTECT, related_name="guests", verbose_name=_("food club"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    nickname = Name(_("what you want to be called"), max_length=40)

    objects = GuestQuerySet.as_manager()

    class Meta:
        verbose_name = _("guest")
        verbose_name_plural = _("guests")
        ordering = ["nickname"]
        constraints = [
            models.UniqueConstraint("food_club", Lower("nickname"), name="one_guest_per_nickname"),
            models.CheckConstraint(name="a_guest_is_called_something", condition=~Q(nickname="")),
        ]

    def __str__(self) -> str:
        return self.nickname


class SignupQuerySet(models.QuerySet):
    def visible_to(self, user) -> "SignupQuerySet":
        """As the guests."""
        return self.filter(at_work(user))

    def on_the_list(self) -> "SignupQuerySet":
        """Those who have a place or had one that evening, by nickname."""
        return self.filter(state__in=Signup.WITH_A_PLACE).by_nickname()

    def waiting(self) -> "SignupQuerySet":
        """Those whom the house has not answered yet, by nickname; they have no place."""
        return self.filter(state=Signup.State.WAITING).by_nickname()

    def on_the_list_or_waiting(self) -> "SignupQuerySet":
        """Both at once, by nickname, for a page that shows both."""
        return self.filter(state__in=[*Signup.WITH_A_PLACE, Signup.State.WAITING]).by_nickname()

    def who_know_it_otherwise(self, evening: Evening) -> set[UUID]:
        """Those who signed up before the evening was moved: nobody can write to them, so the house tells them."""
        if evening.moved_at is None or evening.is_over:
            return set()
        events: models.QuerySet = events_of(Signup)._default_manager.filter(pgh_created_at__lt=evening.moved_at)
        before = events.filter(pgh_obj__in=self, state=Signup.State.COMING)
        return set(before.values_list("pgh_obj_id", flat=True))

    def turn_down(self) -> None:
        """A no to all who still wait: who came all the same was put on the list before."""
        for signup in self.waiting():
            signup.answer(yes=False)

    def by_nickname(self) -> "SignupQuerySet":
        return self.select_related("guest").order_by(Lower("guest__nickname"))

    def unsettled(self) -> "SignupQuerySet":
        """On the list, and nobody has said yet whether they came."""
        return self.on_the_list().filter(state=Signup.State.COMING)

    def came(self) -> "SignupQuerySet":
        return self.filter(state=Signup.State.CAME)

    def first_times(self) -> "SignupQuerySet":
        """Of guests who had not come to an earlier evening of the food club."""
        earlier = Signup.objects.came().filter(
            guest=OuterRef("guest"), evening__starts_at__lt=OuterRef("evening__starts_at")
        )
        return self.exclude(Exists(earlier))

    def income(self) -> int:
        return self.aggregate(income=Sum("paid", default=0))["income"]


@tracked(quiet=("waits_since",))
class Signup(models.Model):
    """One guest's place at one evening, whether he or she came, and what was paid.

    The fourth from one browser on has no place until the house says yes.
    """

    PERSONAL = {
        "state": ("who comes to eat", "6 months after the evening"),
        "paid": ("the evening's accounts", "6 months after the evening"),
        "waits_since": ("who waits longest for the house is answered first", "6 months after the evening"),
    }

    class State(models.TextChoices):
        WAITING = "waiting", _("waits for the house")
        COMING = "coming", _("is coming")
        CAME = "came", _("came")
        MISSED = "missed", _("did not come")
        CANCELLED = "cancelled", _("has given the place back")
        DECLINED = "declined", _("got a no from the house")

    WITH_A_PLACE = (State.COMING, State.CAME, State.MISSED)
    OFF_THE_LIST = (State.CANCELLED, State.DECLINED)
    MOVES = {
        State.WAITING: {State.COMING, State.DECLINED},
        State.COMING: {State.CAME, State.MISSED, State.CANCELLED, State.WAITING},
        State.CAME: {State.MISSED},
        State.MISSED: {State.CAME},
        State.CANCELLED: {State.COMING, State.WAITING},
        State.DECLINED: {State.COMING, State.WAITING},
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    evening = models.ForeignKey(Evening, models.PROTECT, related_name="signups", verbose_name=_("evening"))
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    guest = models.ForeignKey(Guest, models.CASCADE, related_name="signups", verbose_name=_("guest"))
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.COMING, editable=False)
    waits_since = models.DateTimeField(null=True, editable=False)  # empty: had a place at once
    paid = models.PositiveSmallIntegerField(
        _("paid in kroner"), null=True, blank=True, help_text=_("Empty: not yet; 0: free.")
    )

    objects = SignupQuerySet.as_manager()

    class Meta:
        verbose_name = _("sign-up")
        verbose_name_plural = _("sign-ups")
        constraints = [
            models.UniqueConstraint(fields=["evening", "guest"], name="one_place_per_guest"),
            models.CheckConstraint(name="only_who_came_has_paid", condition=Q(paid__isnull=True) | Q(state="came")),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    def answer(self, *, yes: bool) -> None:
        """The house says yes, and a place is taken if there is one; or no. The database counts and says who may."""
        if self.state != self.State.WAITING:
            raise NotPossible(why_not(self, self.State.COMING if yes else self.State.DECLINED))
        with gates(), connection.cursor() as cursor:
            cursor.execute("SELECT app.answer_guest(%s, %s)", [self.pk, yes])

    def take_answer_back(self) -> None:
        """The house takes its yes or no back: the guest waits as before, and the place of a yes is free."""
        if self.state not in (self.State.COMING, self.State.DECLINED):
            raise NotPossible(why_not(self, self.State.WAITING))
        with gates(), connection.cursor() as cursor:
            cursor.execute("SELECT app.take_answer_back(%s)", [self.pk])

    def settle(self, *, came: bool, paid: int | None, by) -> None:
        """When the evening is closed, or corrected: came, and paid so much (0 is free, None is not yet); or missed."""
        state = self.State.CAME if came else self.State.MISSED
        if self.state != state:
            move(self, state, by=by, paid=paid if came else None)
        elif came and self.paid != paid:
            Signup.objects.filter(pk=self.pk).update(paid=paid)
            self.paid = paid
