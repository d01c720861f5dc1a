"""For every state of a model with MOVES a way on and a way out, each app's in a module of its own."""

from django.db.models import Model

from weshelter.tests.ways import matching
from weshelter.tests.ways.walking import Ways

WAYS: dict[type[Model], dict[str, Ways]] = {**matching.WAYS}
