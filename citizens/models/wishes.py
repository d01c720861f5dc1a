"""What the citizen wishes, and what matters to him in a friend. No diagnosis."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.text import LongText
from citizens.models.attachments import ChildQuerySet
from history.tracking import tracked
from institutions.models import Project
from institutions.vocabulary import Language, Slot


@tracked()
class Wishes(models.Model):
    """What the citizen wishes, needs and likes, in his own words and as choices."""

    PERSONAL = {
        "own_words": ("to find the right match", "6 months after the last match ended"),
        "interests": ("to find the right match", "6 months after the last match ended"),
        "languages": ("to find the right match", "6 months after the last match ended"),
        "slots": ("to find the right match", "6 months after the last match ended"),
    }

    citizen = models.OneToOneField("citizens.Citizen", models.CASCADE, primary_key=True, related_name="wishes")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    wants_friend = models.BooleanField(_("wishes a network friend"), default=True)
    own_words = LongText(_("in his or her own words"), blank=True, max_length=1000)
    interests = ArrayField(models.CharField(max_length=30), default=list, blank=True, verbose_name=_("interests"))
    languages = ArrayField(models.CharField(max_length=3, choices=Language), verbose_name=_("languages"))
    slots = ArrayField(models.CharField(max_length=20, choices=Slot), default=list, blank=True, verbose_name=_("times"))
    said_on = models.DateField(_("said on"), default=timezone.localdate)

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("wishes")
        verbose_name_plural = _("wishes")

    def __str__(self) -> str:
        return f"{self.said_on:%d.%m.%Y}"
