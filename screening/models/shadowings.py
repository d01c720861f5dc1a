"""Being along first: a newcomer goes with somebody experienced before she has a friend or a task of her own."""

from datetime import date
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from history.moves import SENTENCES, gates
from history.tracking import tracked
from volunteers.models.records import RecordQuerySet
from volunteers.models.volunteer import Volunteer

SENTENCES["along_once_the_agreement_is_signed"] = _(
    "Nobody is along before the agreement is signed: the duty of confidentiality comes first."
)
SENTENCES["along_with_somebody_who_is_ready"] = _(
    "Along with whom? It is another volunteer, ready and at the same project."
)
SENTENCES["along_on_a_day_that_has_been"] = _("This is written down once she has been along, not before.")


class ShadowingQuerySet(RecordQuerySet):
    """Those of the volunteers whom one screens."""

    def with_people(self) -> "ShadowingQuerySet":
        """Each with whom she was along and who wrote it down, in the same query."""
        return self.select_related("experienced", "by")


@tracked()
class Shadowing(models.Model):
    """That a volunteer has been along with an experienced one. Which one that is, the coordinator knows best."""

    PERSONAL = {"went_on": ("that a newcomer was not left alone", "12 months after leaving")}

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    volunteer = models.ForeignKey(Volunteer, models.CASCADE, related_name="shadowings", verbose_name=_("volunteer"))
    # Nobody, once she who was along with her has been erased.
    experienced = models.ForeignKey(
        Volunteer, models.SET_NULL, null=True, related_name="+", verbose_name=_("along with")
    )
    went_on = models.DateField(_("on"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("written by"))

    objects = ShadowingQuerySet.as_manager()

    class Meta:
        verbose_name = _("being along")
        verbose_name_plural = _("times along")
        ordering = ["went_on"]
        constraints = [models.UniqueConstraint(fields=["volunteer", "experienced", "went_on"], name="along_once_a_day")]

    def __str__(self) -> str:
        return f"{self.went_on:%d.%m.%Y}"

    @classmethod
    def write(cls, volunteer: Volunteer, *, experienced: Volunteer, went_on: date, by) -> None:
        """Write down that she was along; the very same once more is none. The database knows who may."""
        volunteer.refuse_unless(volunteer.is_taken_in)
        with gates():
            cls.objects.write_down(volunteer=volunteer, experienced=experienced, went_on=went_on, by=by)
