"""The card of a house: how the day goes, its rules, whom to call. For those who work and help there."""

from uuid import uuid4

from django.db import models
from django.utils.translation import gettext_lazy as _
from phonenumber_field.modelfields import PhoneNumberField

from access.dates import in_force
from access.roles import houses_of, projects_of
from access.text import LongText
from history.tracking import tracked
from institutions.models.houses import Institution


class HouseCardQuerySet(models.QuerySet):
    def visible_to(self, user) -> "HouseCardQuerySet":
        """The house's lead, the coordinators of its projects, the secretariat."""
        if user.is_secretariat:
            return self
        here = models.Q(institution__projects__in=projects_of(user)) | models.Q(institution__in=houses_of(user))
        return self.filter(pk__in=self.filter(here).values("pk"))

    def with_houses(self) -> "HouseCardQuerySet":
        """Each with its house, in the same query."""
        return self.select_related("institution")

    def visible_through(self, link, today=None) -> "HouseCardQuerySet":
        """Through a link: of the houses where one is assigned today."""
        assigned = "institution__projects__assignments"
        own = {f"{assigned}__volunteer": link.volunteer_id}
        return self.filter(in_force(today, of=assigned), **own).select_related("institution").distinct()


@tracked()
class HouseCard(models.Model):
    """What one must know to come to a house, and the numbers to call; kept by the secretariat."""

    PERSONAL = {
        "coordinator_phone": ("whom to call", "while somebody has the role"),
        "lead_phone": ("whom to call", "while somebody has the role"),
    }

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    institution = models.OneToOneField(Institution, models.PROTECT, related_name="card", verbose_name=_("house"))
    daily_life = LongText(
        _("daily life"), blank=True, help_text=_("When one eats, when it is quiet, where one hangs one's coat.")
    )
    rules = LongText(_("rules of the house"), blank=True)
    coordinator_phone = PhoneNumberField(_("the coordinators' phone"), blank=True)
    lead_phone = PhoneNumberField(_("the lead's phone"), blank=True)
    secretariat_phone = PhoneNumberField(_("the secretariat's phone"), blank=True)
    out_of_hours_phone = PhoneNumberField(_("phone out of hours"), blank=True)

    objects = HouseCardQuerySet.as_manager()

    class Meta:
        verbose_name = _("house card")
        verbose_name_plural = _("house cards")
        ordering = ["institution__name"]

    def __str__(self) -> str:
        return str(self.institution)
