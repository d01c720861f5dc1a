"""Filling in any form of the site: something that fits every field, by its kind, and values that should not."""

import inspect
import re
from collections.abc import Iterator
from datetime import timedelta

from django import forms
from django.contrib.admin.helpers import AdminForm
from django.http import HttpResponse
from django.template import Context
from django.test.utils import ContextList
from django.utils import timezone
from phonenumber_field.formfields import PhoneNumberField

from access.links import Purpose
from weshelter.tests.matrix import NOBODY, OPENS, ROLES, Page, ask, expected, pages
from weshelter.tests.rows import Rows

# More particular kinds come first.
FITTING = {
    PhoneNumberField: "20 30 40 50",
    forms.BooleanField: "on",
    forms.EmailField: "nogen@example.org",
    forms.SlugField: "et-ord",
    forms.RegexField: "2200",
    forms.IntegerField: "3",
    forms.CharField: "Et par ord, som nogen kunne have skrevet",
}
BAD = {
    "nothing": "",
    "far too much": "langt " * 2000,
    "a NUL": "for\0bi",
    "emoji": "👵🏽🎉",
    "right to left": "\u202eabc\u200f\u2066",
    "a script": "<script>alert(1)</script>",
    "a template": "{{7*7}}",
    "a formula": "=1+1",
    "a CPR number": "010203-1234",
    "a CPR number, whole": "0102031234",
    "a huge number": "9" * 40,
    "a negative number": "-1",
    "a list": "[1, 2]",
    "half a character": "\ud800".encode("utf-8", "surrogatepass").decode("latin-1"),
}
CPR = ("a CPR number", "a CPR number, whole")


def form_pages() -> list[Page]:
    """Every page that something can be posted to, those of libraries' logins left to their own tests."""
    return [
        page
        for page in pages()
        if page.access and "POST" in page.access.methods
        if not page.is_librarys or (page.is_admins and page.name.endswith("_add"))
    ]


def pages_of_libraries() -> list[Page]:
    """The logins' pages and the admin's change pages: whose fields are the libraries', not ours."""
    ours = set(form_pages())
    return [page for page in pages() if page.access and "POST" in page.access.methods and page not in ours]


def who_opens(page: Page, rows: Rows) -> tuple[str, str]:
    """Somebody whom the page opens for, and its address about a thing of RG60."""
    assert page.access is not None
    if page.access.purposes:
        token = rows.tokens["rg60", min(page.access.purposes, key=list(Purpose).index)]
        return NOBODY, page.address({**rows.values(page.names, "rg60"), "token": token})
    who = next((who for who in ROLES if expected(page, who, "rg60", "POST") is OPENS), NOBODY)
    return who, page.address(rows.values(page.names, "rg60"))


def post(rows: Rows, page: Page, values: dict) -> HttpResponse:
    who, address = who_opens(page, rows)
    return ask(rows, who, address, "POST", values)


def bound_form(response: HttpResponse) -> forms.BaseForm | None:
    """The form of an answer that was filled in by what was posted."""
    contexts = response.context if isinstance(response.context, ContextList) else [response.context or Context()]
    found = (value for context in contexts for scope in context.dicts for value in scope.values())
    shown = (value.form if isinstance(value, AdminForm) else value for value in found)
    return next((form for form in shown if isinstance(form, forms.BaseForm) and form.is_bound), None)


def form_of(rows: Rows, page: Page) -> forms.BaseForm | None:
    """The form of a page, asked from the page itself; None where a button is all."""
    key = ("form", page)
    if key not in rows.answers:
        rows.answers[key] = bound_form(post(rows, page, {"nothing": "known"}))
    return rows.answers[key]


def names_read_by_hand(page: Page) -> list[str]:
    """What the view itself reads from a post, without a form."""
    return re.findall(r'POST\.get\("(\w+)"', inspect.getsource(inspect.unwrap(page.view)))


def fitting(form: forms.BaseForm) -> dict[str, object]:
    """Values that fit every field."""
    return {key: value for name in form.fields for key, value in _fitting(form, name)}


def _fitting(form: forms.BaseForm, name: str) -> Iterator[tuple[str, object]]:
    field, key, soon = form.fields[name], form[name].html_name, timezone.localtime() + timedelta(days=2)
    initial = form.get_initial_for_field(field, name)
    if isinstance(field, forms.SplitDateTimeField):
        yield from ((f"{key}_0", f"{soon:%Y-%m-%d}"), (f"{key}_1", f"{soon:%H:%M}"))
    elif isinstance(field, forms.DateField):
        day = f"{initial or soon:%Y-%m-%d}"
        yield key, min(day, field.widget.attrs.get("max", day))
    elif isinstance(field, forms.DateTimeField):
        yield key, f"{timezone.localtime(initial) if initial else soon:%Y-%m-%dT%H:%M}"
    elif isinstance(field, forms.IntegerField) and initial is not None:
        yield key, initial
    elif isinstance(field, forms.ChoiceField):
        choices = [str(value) for value, _label in field.choices if value and not isinstance(value, list)]
        first = choices[0] if choices else ""
        yield key, [first] if isinstance(field, (forms.MultipleChoiceField, forms.ModelMultipleChoiceField)) else first
    elif any("[0-9]{4}" in getattr(getattr(one, "regex", None), "pattern", "") for one in field.validators):
        yield key, FITTING[forms.RegexField]
    else:
        fits = next(value for kind, value in FITTING.items() if isinstance(field, kind))
        long_enough = fits.ljust(getattr(field, "min_length", None) or 0, ".")
        yield key, long_enough[: getattr(field, "max_length", None)]


def filled_with(form: forms.BaseForm, bad: str, names) -> dict[str, object]:
    """What fits, but a bad value in the fields named."""
    values = fitting(form)
    for name in names:
        key = form[name].html_name
        for one in (key, f"{key}_0", f"{key}_1") if isinstance(form.fields[name], forms.SplitDateTimeField) else (key,):
            values[one] = [bad] if isinstance(values.get(one), list) else bad
    return values


def takes_text(field: forms.Field) -> bool:
    """Is what is typed kept as it stands? Not a tick, a number or a password."""
    counted = (forms.BooleanField, forms.IntegerField)
    return not isinstance(field, counted) and not isinstance(field.widget, forms.PasswordInput)


def free_texts(form: forms.BaseForm) -> list[str]:
    """The fields into which one may write what one likes."""
    particular = (forms.EmailField, forms.SlugField, forms.URLField, forms.RegexField, forms.UUIDField)
    return [
        name
        for name, field in form.fields.items()
        if isinstance(field, forms.CharField) and not isinstance(field, particular)
    ]
