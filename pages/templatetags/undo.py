"""`{{ message|undo }}`: how what a message tells of is undone."""

from django import template

from pages.undo import undo_of

register = template.Library()
register.filter("undo", undo_of)
