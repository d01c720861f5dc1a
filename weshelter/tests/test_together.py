"""What is asked in one statement is the same as what is asked one by one."""

from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from access.context import acting
from citizens.models import Citizen
from pages.together import together
from screening.models import Reference
from volunteers.models import Volunteer
from weshelter.tests.code import our_models


def values(row: models.Model) -> dict:
    """What a row was read with, and what those that it points at were read with."""
    pointing = [field for field in row._meta.concrete_fields if field.is_relation and field.is_cached(row)]
    beside = {field.name: values(one) for field in pointing if (one := field.get_cached_value(row))}
    return {name: value for name, value in vars(row).items() if not name.startswith("_")} | beside


def kinds_seen_by(user) -> list:
    """Every kind of row that the pages ask for, each with what it must point at."""
    managers = [model._default_manager for model in our_models() if hasattr(model._default_manager, "visible_to")]
    return [manager.visible_to(user).select_related().order_by("-pk") for manager in managers]


def test_every_kind_of_row_is_read_as_alone(rows):
    with acting(user=rows.cast.karen):
        alone = [[values(row) for row in queryset] for queryset in kinds_seen_by(rows.cast.karen)]
        beside = [[values(row) for row in found] for found in together(*kinds_seen_by(rows.cast.karen))]

    assert sum(map(bool, alone)) > 20
    assert beside == alone


def test_one_statement_asks_for_what_is_there_and_for_what_cannot_be(rows):
    citizens = Citizen.objects.order_by("pk").prefetch_related("homes")
    with acting(user=rows.cast.karen):
        alone = [one.pk for one in citizens]
        with CaptureQueriesContext(connection) as caught:
            nobody, known, nothing = together(Volunteer.objects.none(), citizens, Reference.objects.filter(name="?"))
        with CaptureQueriesContext(connection) as after:
            homes = [list(one.homes.all()) for one in known]

    assert (nobody, [one.pk for one in known], nothing) == ([], alone, [])
    assert len(homes) == len(alone) > 0
    assert [len(caught), len(after)] == [2, 0], "one for all three, and one for what is fetched beside them"
