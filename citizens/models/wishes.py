"""What the citizen wishes, and what matters to him in a friend. No diagnosis."""

from datetime import timedelta
from functools import cache

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import LongText, ShortText
from citizens.models.attachments import ChildQuerySet
from history.moves import SENTENCES
from history.tracking import tracked
from institutions.models import Project
from institutions.vocabulary import AgeGroup, Gender, Language, Limit, Need, Slot, interest_names_of

FOR_THE_MATCH = ("to find the right match", "6 months after the last match ended")
IS_POSTCODE = RegexValidator("^[0-9]{4}$", _("A postcode has four digits, such as 2200."))
AGE_TOO = _("Say roughly the own age too, or choose that it does not matter.")
STILL_FRESH = timedelta(days=90)  # the database's gate to a match knows it too
HEARS_WITHIN = timedelta(weeks=6)  # whoever waits; and when a friendship ends, in the database
TRIED_AGAIN_AFTER = timedelta(weeks=1)  # whoever was not reached

SENTENCES["the_wish_is_still_alive"] = _("The wish is older than three months. Ask first whether it is still alive.")
SENTENCES["the_citizen_wishes_a_friend"] = _("The citizen wishes no network friend just now.")


@tracked(quiet=("waits_since", "speak_on"))
class Wishes(models.Model):
    """What the citizen wishes, needs and likes, and what matters in a friend: in his own words and as choices."""

    PERSONAL = {
        "own_words": FOR_THE_MATCH,
        "together": FOR_THE_MATCH,
        "interests": FOR_THE_MATCH,
        "needs": FOR_THE_MATCH,
        "languages": FOR_THE_MATCH,
        "slots": FOR_THE_MATCH,
        "area": FOR_THE_MATCH,
        "age_group": FOR_THE_MATCH,
        "friend_gender": FOR_THE_MATCH,
        "friend_age": FOR_THE_MATCH,
        "limits": FOR_THE_MATCH,
        "around": FOR_THE_MATCH,
    }

    class FriendAge(models.TextChoices):
        SAME = "same", _("about my age")
        YOUNGER = "younger", _("younger than me")
        OLDER = "older", _("older than me")

    citizen = models.OneToOneField("citizens.Citizen", models.CASCADE, primary_key=True, related_name="wishes")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    wants_friend = models.BooleanField(_("wishes a network friend"), default=True)
    own_words = LongText(_("in his or her own words"), blank=True, max_length=1000)
    together = ArrayField(
        models.CharField(max_length=30), default=list, blank=True, verbose_name=_("would like to do together")
    )
    interests = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("interests"))
    needs = ArrayField(models.CharField(max_length=20, choices=Need), default=list, blank=True, verbose_name=_("needs"))
    languages = ArrayField(
        models.CharField(max_length=3, choices=Language), default=list, blank=True, verbose_name=_("languages")
    )
    slots = ArrayField(models.CharField(max_length=20, choices=Slot), default=list, blank=True, verbose_name=_("times"))
    area = ShortText(
        _("postcode where he or she would like to meet"),
        max_length=4,
        blank=True,
        validators=[IS_POSTCODE],
    )
    age_group = models.CharField(_("own age"), max_length=5, choices=AgeGroup, blank=True)
    friend_gender = models.CharField(_("the friend is"), max_length=5, choices=Gender, blank=True)
    friend_age = models.CharField(_("the friend's age"), max_length=7, choices=FriendAge, blank=True)
    limits = ArrayField(
        models.CharField(max_length=20, choices=Limit), default=list, blank=True, verbose_name=_("cannot be with")
    )
    around = ArrayField(
        models.CharField(max_length=20, choices=Limit), default=list, blank=True, verbose_name=_("comes with me")
    )
    said_on = models.DateField(_("said on"), default=timezone.localdate)
    # Since the wish that lives now was first said, or the last friendship ended; kept by the database (waiting.sql).
    waits_since = models.DateTimeField(_("waits since"), default=timezone.now, null=True, editable=False)
    # The day by which somebody speaks with him again: none if he wishes no friend, or would rather not be asked.
    speak_on = models.DateField(_("to be spoken with by"), null=True, editable=False)

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("wishes")
        verbose_name_plural = _("wishes")
        constraints = [
            models.CheckConstraint(
                name="a_friends_age_is_beside_ones_own",
                condition=Q(friend_age="") | ~Q(age_group=""),
                violation_error_message=AGE_TOO,
            ),
            models.CheckConstraint(
                name="whoever_wishes_a_friend_waits",
                condition=Q(wants_friend=True, waits_since__isnull=False) | Q(wants_friend=False, waits_since=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said_on:%d.%m.%Y}"

    @property
    def is_old(self) -> bool:
        """Said more than three months ago: asked about again before anybody is proposed."""
        return self.said_on < timezone.localdate() - STILL_FRESH

    @property
    def answer(self) -> str:
        """What was last said about the wish, and when: another one as soon as it is said again."""
        return f"{self.wants_friend:d}-{self.said_on}-{self.speak_on}"

    @property
    def is_unheard(self) -> bool:
        """Waits, and the day has passed by which somebody was to speak with him."""
        return self.wants_friend and self.speak_on is not None and self.speak_on <= timezone.localdate()

    @property
    def is_left_alone(self) -> bool:
        """Wishes a friend, and would rather not be asked about it."""
        return self.wants_friend and self.speak_on is None

    def facts(self) -> list[tuple[str, str]]:
        """What was said, label by label, as it is spoken; what was not said is left out."""
        together, likes = interest_names_of(self.together, self.interests)
        said: list[tuple] = [
            (_("Would like to do together"), together),
            (_("Likes"), likes),
            (_("It would be good with"), [Need(code).label for code in self.needs]),
            (_("Speaks"), [Language(code).label for code in self.languages]),
            (_("Has time"), [Slot(code).label for code in self.slots]),
            (_("Good to meet in"), [self.area]),
            (_("The friend is"), [self.get_friend_gender_display()]),
            (_("Own age"), [self.get_age_group_display()]),
            (_("The friend's age"), [self.get_friend_age_display()]),
            (_("Cannot be with"), [Limit(code).label for code in self.limits]),
            (_("Comes along"), [Limit(code).label for code in self.around]),
        ]
        return [(str(label), ", ".join(map(str, words))) for label, words in said if any(words)]

    def friend_ages(self) -> frozenset[str]:
        """The age groups that the friend may be of; none where it does not matter."""
        return ages_wished(self.age_group, self.friend_age)

    def tell_anew(self, *, wished_before: bool) -> None:
        """They are told today: whoever wishes a friend is asked again, also one who would rather not be."""
        self.said_on = timezone.localdate()
        if self.wants_friend:
            self.speak_on = self.said_on + HEARS_WITHIN
        elif wished_before:
            self.speak_on = None


@cache
def ages_wished(own: str, of_friend: str) -> frozenset[str]:
    """The age groups of a friend who is as old, younger or older than somebody of one's own."""
    groups = AgeGroup.values
    at = groups.index(own) if own else 0
    wished: dict[str, list[str]] = {
        Wishes.FriendAge.SAME: groups[at : at + 1],
        Wishes.FriendAge.YOUNGER: groups[:at],
        Wishes.FriendAge.OLDER: groups[at + 1 :],
    }
    return frozenset(wished.get(of_friend, []))
