"""A list of the admin answers what its own filters ask, and tells nothing of any other column, however it is asked."""

import pytest
from django.contrib import admin
from django.contrib.admin.exceptions import DisallowedModelAdminLookup
from django.contrib.admin.filters import SimpleListFilter
from django.test import RequestFactory
from django.urls import reverse

from access.context import acting
from weshelter.tests import people

PAGES = admin.site._registry
LOOKUPS = ["", "exact", "startswith", "gt", "in", "isnull", "regex"]
KINDS_OF_MAILS = {"letters.Message": {"kind"}}  # a filter of all values there are is called by the column alone
every_model = pytest.mark.parametrize("model", PAGES, ids=lambda model: model._meta.label)
# What a click on a column of another model sorts by: that model's own order, looked at for what it tells.
SORTED_BY = {
    "accounts.User": (),
    "foodclubs.FoodClub": ("name",),
    "institutions.Institution": ("name",),
    "institutions.Project": ("institution__name", "name"),
    "volunteers.RoleProfile": ("project__institution__name", "title"),
}


def paths(model) -> list[str]:
    """Every column of the model and, across each relation, of the next one."""
    own = model._meta.get_fields()
    related = [
        f"{field.name}__{other.name}"
        for field in own
        if field.related_model
        for other in field.related_model._meta.fields
    ]
    return [field.name for field in own] + [field.attname for field in own if hasattr(field, "attname")] + related


def asked(model) -> set[str]:
    """Each of these with each lookup, as one would write them into an address."""
    return {"__".join([path, lookup]).removesuffix("__") for path in paths(model) for lookup in LOOKUPS}


def declared(model) -> set[str]:
    """What the list's own filters and its days may be called."""
    named = {
        one[0] if isinstance(one, tuple) else one for one in PAGES[model].list_filter if isinstance(one, (str, tuple))
    }
    columns = {f"{name}__{ask}" for name in named for ask in ("exact", "id__exact", "isnull")}
    return columns | KINDS_OF_MAILS.get(model._meta.label, set())


def refused(model, names, guess: str, user) -> set[str]:
    """Which of the names the list does not take."""
    request = RequestFactory().get("/", dict.fromkeys(names, guess))
    request.user = user
    with acting(user=user), pytest.raises(DisallowedModelAdminLookup) as refusal:
        PAGES[model].get_changelist_instance(request)
    return {name for name in names if f"'{name}'" in str(refusal.value)}


@every_model
@pytest.mark.parametrize("guess", ["a", "1"])
def test_no_column_can_be_asked_that_no_filter_declares(cast, settings, model, guess):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = None  # all at once
    names = asked(model) - declared(model)

    assert refused(model, names, guess, cast.sille) == names


@pytest.mark.parametrize("lookup", ["password__startswith", "password__regex", "last_login__gt", "memberships__role"])
def test_a_right_guess_and_a_wrong_one_are_answered_alike(client, cast, lookup):
    people.sign_in(client, cast.sille)
    right, wrong = [
        client.get(reverse("admin:accounts_user_changelist"), {lookup: guess}) for guess in (cast.karen.password, "x")
    ]

    assert (right.status_code, right.content) == (400, wrong.content)


@every_model
def test_only_columns_that_are_shown_can_be_sorted_by(cast, model):
    request = RequestFactory().get("/")
    request.user = cast.sille
    with acting(user=cast.sille):
        shown = PAGES[model].get_changelist_instance(request)
    columns = {column: shown.get_ordering_field(column) for column in shown.list_display}
    fields = {field.name: field for field in model._meta.fields}

    for column, sorts_by in columns.items():
        assert sorts_by in (None, column, getattr(getattr(PAGES[model], column, None), "admin_order_field", column))
        if sorts_by in fields and fields[sorts_by].related_model:
            other = fields[sorts_by].related_model._meta
            assert SORTED_BY[other.label] == tuple(other.ordering)


@every_model
def test_a_filter_is_declared_by_what_the_page_shows_or_by_named_choices(model):
    """A filter of our own offers words; one of a column offers that column's choices, and tells nothing beside them."""
    own = [one for one in PAGES[model].list_filter if isinstance(one, type)]

    assert all(issubclass(one, SimpleListFilter) and one.ways for one in own)
    assert PAGES[model].search_fields == ()
