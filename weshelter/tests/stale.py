"""Two people open a page, and both send it: what a browser sends of a page as it was opened, and something else."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django import forms
from django.http import HttpResponse, SimpleCookie
from django.utils import timezone
from justhtml import JustHTML
from phonenumber_field.formfields import PhoneNumberField

from weshelter.tests.filling import bound_form
from weshelter.tests.rows import Rows

# Two more things that fit a field, by its kind; more particular kinds come first.
OTHERS = {
    PhoneNumberField: ("20 30 40 51", "20 30 40 52"),
    forms.EmailField: ("en@example.org", "to@example.org"),
    forms.SlugField: ("det-ene", "det-andet"),
    forms.RegexField: ("2300", "2400"),
    forms.CharField: ("Det ene", "Det andet"),
}


@dataclass
class Case:
    """What stands in the address, and what each of the two sends."""

    named: dict = field(default_factory=dict)
    first: dict = field(default_factory=dict)
    then: dict | None = None

    @property
    def second(self) -> dict:
        return self.first if self.then is None else self.then


@dataclass
class Sheet:
    """A form as it stands on a page: where it is sent, what a browser sends of it, and the buttons it has."""

    action: str
    leads_to: set[str]  # there, and where single buttons of it lead
    values: dict[str, list[str]]
    names: set[str]
    buttons: list[dict[str, list[str]]]


def sheets_of(html: str) -> list[Sheet]:
    """The forms of a page that post something."""
    posting = [form for form in JustHTML(html, sanitize=False).query("form") if form.attrs.get("method") == "post"]
    return [
        Sheet(
            action=form.attrs.get("action") or "",
            leads_to={form.attrs.get("action") or "", *(one.attrs["formaction"] for one in form.query("[formaction]"))},
            values={name: said for name, said in _values(form) if name != "csrfmiddlewaretoken"},
            names={one.attrs["name"] for one in form.query("[name]")},
            buttons=[
                {button.attrs["name"]: [button.attrs.get("value") or ""]} for button in form.query("button[name]")
            ],
        )
        for form in posting
    ]


def sheet_with(response: HttpResponse, name: str) -> Sheet:
    """The form of an answer that asks this."""
    return next(sheet for sheet in sheets_of(response.content.decode()) if name in sheet.names)


def _values(form) -> Iterator[tuple[str, list[str]]]:
    found: dict[str, list[str]] = {}
    for one in form.query("input[name]"):
        kind = one.attrs.get("type", "text")
        if kind not in ("submit", "button") and (kind not in ("checkbox", "radio") or "checked" in one.attrs):
            found.setdefault(one.attrs["name"], []).append(
                one.attrs.get("value") or ("on" if kind == "checkbox" else "")
            )
    for one in form.query("textarea[name]"):
        found[one.attrs["name"]] = ["".join(text.data for text in one.children)]
    for one in form.query("select[name]"):
        chosen = [option for option in one.query("option") if "selected" in option.attrs]
        found[one.attrs["name"]] = [option.attrs.get("value") or "" for option in chosen]
    return iter(found.items())


def others(form: forms.BaseForm, name: str) -> list[dict[str, list[str]]]:
    """Other values for a field than the one it shows, as they are sent."""
    field, key, now = form.fields[name], form[name].html_name, form[name].initial
    if isinstance(field, forms.SplitDateTimeField):
        days = [now + timedelta(days=days) for days in (1, 2)]
        return [{f"{key}_0": [f"{day:%Y-%m-%d}"]} for day in days]
    if isinstance(field, forms.DateField | forms.DateTimeField):
        shape = "%Y-%m-%dT%H:%M" if isinstance(field, forms.DateTimeField) else "%Y-%m-%d"
        day = now or timezone.localtime()
        return [{key: [(day + timedelta(days=days)).strftime(shape)]} for days in (1, 2)]
    if isinstance(field, forms.BooleanField):
        return [{key: [] if now else ["on"]}]
    if isinstance(field, forms.ChoiceField):
        standing = [str(getattr(one, "pk", one)) for one in (now if isinstance(now, list) else [now])]
        codes = [str(code) for code, _label in field.choices]
        return [{key: [code]} for code in codes if code and [code] != standing][:2]
    if isinstance(field, forms.IntegerField):
        return [{key: [str((now or 0) + more)]} for more in (1, 2)]
    if any("[0-9]{4}" in getattr(getattr(one, "regex", None), "pattern", "") for one in field.validators):
        return [{key: [said]} for said in OTHERS[forms.RegexField]]
    return [{key: [said]} for said in next(said for kind, said in OTHERS.items() if isinstance(field, kind))]


def ask_as(rows: Rows, who: str, method: str, address: str, values: dict | None = None) -> HttpResponse:
    """One request as somebody; what it changes stands until the test takes it back."""
    rows.client.cookies = SimpleCookie(rows.cookies[who])
    return getattr(rows.client, method)(address, values or {})


def errors_of(response: HttpResponse) -> dict:
    """The sentences beside the fields of an answer."""
    form = bound_form(response) if response.status_code == 200 else None
    return dict(form.errors) if form else {}
