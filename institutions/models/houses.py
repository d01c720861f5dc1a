"""A house: a shelter, a drop-in centre or supported housing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from access.names import Name
from access.text import LongText, ShortText


class Institution(models.Model):
    """A house: a shelter, a drop-in centre or supported housing. An own home is no institution."""

    PERSONAL: dict = {}

    class Kind(models.TextChoices):
        SHELTER = "shelter", _("shelter")
        DROP_IN_CENTRE = "drop_in_centre", _("drop-in centre")
        SUPPORTED_HOUSING = "supported_housing", _("supported housing")

    name = Name(_("name"), max_length=80)
    slug = models.SlugField(_("address on the site"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    address = ShortText(_("address"), max_length=120)
    postcode = models.CharField(_("postcode"), max_length=4)
    city = ShortText(_("town"), max_length=60)
    about = LongText(_("about the house"), blank=True, help_text=_("A few lines that anybody may read."))
    presence = LongText(
        _("when one meets us"), blank=True, help_text=_("Fixed days, such as: Tuesdays 14–16 in the café.")
    )

    reply_to = models.EmailField(
        _("answers to mails go to"), blank=True, help_text=_("An address that the house reads, not somebody's own.")
    )

    class Meta:
        verbose_name = _("house")
        verbose_name_plural = _("houses")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
