"""`{{ volunteer.phone|as_dialled }}`: the number as one dials it from Denmark."""

from django import template

from pages import phones

register = template.Library()
register.filter(phones.as_dialled)
