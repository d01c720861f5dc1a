"""What a volunteer tells of herself, so that the right match is found. Only the languages must be said."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from institutions.vocabulary import AgeGroup, Gender, Language, Limit, Need, Slot, interest_names

FOR_MATCHING = ("to find the right match", "12 months after leaving")


class AboutOneself(models.Model):
    """In the same codes as the citizens' wishes, so that the two can meet.

    Experience is what she has given others before, wherever that was: nothing is asked about her own health or past.
    Her age is a group, never a date.
    """

    TOLD = ("languages", "interests", "slots", "limits", "gender", "age_group", "experience", "around")

    languages = ArrayField(models.CharField(max_length=3, choices=Language), verbose_name=_("languages"))
    interests = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("interests"))
    slots = ArrayField(models.CharField(max_length=20, choices=Slot), default=list, blank=True, verbose_name=_("times"))
    limits = ArrayField(
        models.CharField(max_length=20, choices=Limit), default=list, blank=True, verbose_name=_("cannot")
    )
    gender = models.CharField(_("gender"), max_length=5, choices=Gender, blank=True)
    age_group = models.CharField(_("age"), max_length=5, choices=AgeGroup, blank=True)
    experience = ArrayField(
        models.CharField(max_length=20, choices=Need), default=list, blank=True, verbose_name=_("experience")
    )
    around = ArrayField(
        models.CharField(max_length=20, choices=Limit), default=list, blank=True, verbose_name=_("comes along")
    )

    class Meta:
        abstract = True

    def told(self) -> list[tuple[str, str]]:
        """What was told, label by label, in the words of the form; a dash where nothing was."""
        said: list[tuple] = [
            (_("Speaks"), [Language(code).label for code in self.languages]),
            (_("Likes"), interest_names(self.interests)),
            (_("Has time"), [Slot(code).label for code in self.slots]),
            (_("Cannot or will not"), [Limit(code).label for code in self.limits]),
            (_("Woman or man"), [self.get_gender_display()]),
            (_("Age"), [self.get_age_group_display()]),
            (_("Has experience in giving"), [Need(code).label for code in self.experience]),
            (_("Comes along"), [Limit(code).label for code in self.around]),
        ]
        return [(str(label), ", ".join(map(str, words)) or "–") for label, words in said]

    def tell(self, **told) -> None:
        """Say anew what is said of oneself, or put right what was written down wrong."""
        for name, value in told.items():
            setattr(self, name, value)
        self.save(update_fields=list(told))
