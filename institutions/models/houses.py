"""A house: a shelter, a drop-in centre or supported housing."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from access.names import Name
from access.text import LongText, ShortText
from history.moves import SENTENCES, NotPossible, gates

SENTENCES["a_house_closes_with_nothing_open"] = _("Something is open at the house. It is settled first.")
SENTENCES["nothing_begins_at_a_closed_house"] = _("The house is closed: nothing begins there.")


class InstitutionQuerySet(models.QuerySet):
    def open(self) -> "InstitutionQuerySet":
        """Those that have not closed."""
        return self.filter(closed_on=None)


class Institution(models.Model):
    """A house: a shelter, a drop-in centre or supported housing. An own home is no institution.

    A house that has closed stands in what has been; nobody chooses it any more.
    """

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

    closed_on = models.DateField(_("closed on"), null=True, blank=True, editable=False)

    objects = InstitutionQuerySet.as_manager()

    class Meta:
        verbose_name = _("house")
        verbose_name_plural = _("houses")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def close(self) -> None:
        """The house is no more; the database asks that nothing is open there, and lets go of those nobody follows."""
        with gates():
            if not Institution.objects.open().filter(pk=self.pk).update(closed_on=timezone.localdate()):
                raise NotPossible(_("The house is closed already."))
        self.closed_on = timezone.localdate()

    def open_again(self) -> None:
        """It was a mistake, or it opens anew: projects and roles are made anew, too."""
        if not Institution.objects.filter(pk=self.pk, closed_on__isnull=False).update(closed_on=None):
            raise NotPossible(_("The house is open already."))
        self.closed_on = None
