"""What a citizen is called, and how to reach him: apart from the citizen, for whoever may know neither sees neither."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.names import Name
from access.text import ShortText
from citizens.models.attachments import ChildQuerySet
from history.tracking import tracked
from institutions.alphabet import in_danish_order
from institutions.models import Project


@tracked()
class KnownAs(models.Model):
    """One row a citizen, made together with him; Frivilligindsatsen knows him by his number alone."""

    PERSONAL = {
        "called_name": ("what we call each other", "6 months after the last match ended"),
        "sorted_as": ("the order of lists", "as long as the name, of which it is made"),
        "reach": ("to make an appointment", "6 months after the last match ended"),
    }

    citizen = models.OneToOneField("citizens.Citizen", models.CASCADE, primary_key=True, related_name="known_as")
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    called_name = Name(_("what he or she is called"), max_length=60)
    sorted_as = in_danish_order("called_name")
    reach = ShortText(
        _("how to reach"),
        max_length=160,
        blank=True,
        help_text=_("Such as: in the café before noon, or a phone."),
    )

    objects = ChildQuerySet.as_manager()

    class Meta:
        verbose_name = _("what a citizen is called")
        verbose_name_plural = _("what citizens are called")
        indexes = [models.Index(fields=["sorted_as", "citizen"], name="citizens_by_name")]

    def __str__(self) -> str:
        return f"of citizen {self.citizen_id}"

    def put_right(self, **said) -> None:
        """Say anew what he is called or how to reach him."""
        for name, value in said.items():
            setattr(self, name, value)
        self.save(update_fields=list(said))
