"""For every state of every model with MOVES a way on and a way out, each app's in a module of its own."""

from django.db.models import Model

from weshelter.tests.ways import (
    accounts,
    courses,
    foodclubs,
    friendships,
    institutions,
    letters,
    matching,
    notes,
    screening,
    volunteers,
)
from weshelter.tests.ways.walking import Ways

APPS = (accounts, letters, institutions, volunteers, courses, screening, matching, friendships, foodclubs, notes)
WAYS: dict[type[Model], dict[str, Ways]] = {model: states for app in APPS for model, states in app.WAYS.items()}
