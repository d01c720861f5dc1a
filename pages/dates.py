"""Dates in forms."""

from django import forms


def day_input() -> forms.DateInput:
    """A date as the browser's own calendar writes it."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
