"""What the pages of the administration share: nothing is deleted, and filters are named."""

from collections.abc import Callable

from django.contrib import admin
from django.db import models
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from access.text import refuse_cpr
from institutions.models import Alignment, Institution, Membership


class NoDelete(admin.ModelAdmin):
    """Nothing is deleted here: what ended has an end date or a state."""

    def has_delete_permission(self, request, obj=None) -> bool:
        return False

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        """Nothing new begins at a house that has closed."""
        if db_field.related_model is Institution and request.resolver_match.url_name.endswith("_add"):
            kwargs.setdefault("queryset", Institution.objects.open())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """A word in an address would take a CPR number; a date and its time have a name each."""
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(db_field, models.SlugField):
            field.validators.append(refuse_cpr)
        if field and isinstance(db_field, models.DateTimeField):
            for part, name in zip(field.widget.widgets, (_("date"), _("time")), strict=True):
                part.attrs["aria-label"] = f"{capfirst(db_field.verbose_name)}: {name}"
        return field


class NamedFilter(admin.SimpleListFilter):
    """A filter whose choices are named methods of the queryset: what it shows is counted elsewhere by the same."""

    ways: dict[str, tuple[Promise, Callable]]

    def lookups(self, request, model_admin) -> list:
        return [(word, label) for word, (label, _way) in self.ways.items()]

    def queryset(self, request, rows):
        word = self.value()
        return self.ways[word][1](rows) if word in self.ways else rows


class FilledFilter(admin.RelatedFieldListFilter):
    """Without the choice of those that have none, which would be called “-”."""

    include_empty_choice = False


def in_words(membership: Membership) -> str:
    """Who, and until when if there is an end."""
    until = membership.until_on
    return f"{membership.user}" + (f" · {_('until')} {date_format(until)}" if until else "")


def reviewed_on(alignment: Alignment) -> str:
    return _("to be reviewed on %(day)s") % {"day": date_format(alignment.review_on)}
