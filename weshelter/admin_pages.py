"""What every page of the admin has: what it is for, what belongs to the row beside it, and the verbs that change it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib.admin import ModelAdmin, ShowFacets
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Model
from django.http import Http404
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst

from pages.dates import DayField, HourField, MomentInTwoField
from weshelter.admin_lists import DeclaredList


@dataclass(frozen=True)
class Group:
    """Rows that belong to the one on the page, each as a text and the address of its own page."""

    label: str
    rows: list[tuple[str, str]]


class SecretariatPages(ModelAdmin):
    """Mixed into each model's pages, which say `about` and, where it helps, `beside(row)` and `verbs(row)`.

    Beside a row stand others, or the address of a page of ours that shows them.
    """

    about: str | Promise
    show_facets = ShowFacets.NEVER
    formfield_overrides = {
        models.DateField: {"form_class": DayField},
        models.DateTimeField: {"form_class": MomentInTwoField},
        models.TimeField: {"form_class": HourField},
    }

    def get_changelist(self, request, **kwargs):
        return DeclaredList

    def lookup_allowed(self, lookup, value, request) -> bool:
        """Judged in one place, the list itself: by what its filters have taken, not by what Django guesses."""
        return True

    def _refuse_other_kinds(self, key: str) -> None:
        """A key of another kind than this model's is not there."""
        try:
            self.opts.pk.to_python(key)
        except ValidationError as error:
            raise Http404("no such key") from error

    def _get_obj_does_not_exist_redirect(self, request, opts, object_id):
        """What is not there is 404 as everywhere, and its address is not said again on a page."""
        raise Http404("no such row")

    def changelist_view(self, request, extra_context=None):
        for key in request.POST.getlist(ACTION_CHECKBOX_NAME):
            self._refuse_other_kinds(key)
        title = capfirst(self.opts.verbose_name_plural)
        context = {"title": title, "about": self.about} | (extra_context or {})
        return super().changelist_view(request, context)

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context |= {
            "about": self.about,
            "beside": list(self._groups(obj)) if obj else [],
            "verbs": self.verbs(obj) if obj and hasattr(self, "verbs") else [],
            "verbs_title": getattr(self, "verbs_title", ""),
        }
        return super().render_change_form(request, context, add, change, form_url, obj)

    def _groups(self, row: Model) -> Iterator[Group]:
        """What stands beside a row, without the kinds of which there is nothing."""
        for label, rows in self.beside(row).items() if hasattr(self, "beside") else ():
            if found := [(text, one if isinstance(one, str) else address_of(one)) for text, one in rows]:
                yield Group(label, found)


def address_of(row: Model) -> str:
    """The row's own page in the admin."""
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
