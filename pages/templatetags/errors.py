"""`{% shows_errors as has_errors %}`: for the title of a page, which is read out before anything else on it."""

from typing import Any

from django import template
from django.forms import BaseForm

from pages.lists import Listing

register = template.Library()


@register.simple_tag(takes_context=True)
def shows_errors(context: template.Context) -> bool:
    """Was a form of the page filled in wrongly, or the search of its list? Asked by type: a lazy user stays lazy."""
    values: list[Any] = list(context.flatten().values())
    forms = [one for one in values if issubclass(type(one), BaseForm)]
    searches = [one.form for one in values if type(one) is Listing]
    return any(one.is_bound and one.errors for one in [*forms, *searches])
