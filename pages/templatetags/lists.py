"""`{% list_url 'volunteers:list' as url %}`: a list as it was left, for the way back from one of its rows."""

from django import template
from django.urls import reverse

from pages.lists import as_it_was_left

register = template.Library()


@register.simple_tag(takes_context=True)
def list_url(context: template.Context, name: str) -> str:
    """With the choices and the page of before."""
    return as_it_was_left(context["request"], reverse(name))
