"""What a page showed when it was opened, so that nobody overwrites, approves or signs what has changed since.

The page carries it in a hidden `opened` (`parts/_form.html` and the admin write it); it is no field, since nobody
types it.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from history.moves import in_turn
from history.tracking import kept_fields
from history.who import Change, by_whom, last_change, same_before


def fingerprint(value) -> str:
    """The same for the same text, ticks, minute or row, whatever its line breaks, its order or its time zone."""
    if isinstance(value, list | tuple | set):
        value = sorted(map(str, value))
    elif isinstance(value, datetime):
        value = value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M")
    elif isinstance(value, models.Model):
        value = value.pk
    return sha256(" ".join(str("" if value is None else value).split()).encode()).hexdigest()[:16]


class Opened:
    """What the parts of a form were when it was opened, and what they are now.

    `now` is what stands in the database as the request begins; a form that is opened shows exactly that.
    """

    def __init__(self, now: dict, posted: str = "") -> None:
        self.now = {name: fingerprint(value) for name, value in now.items()}
        pairs = (pair.partition(":") for pair in posted.split())
        self.shown = self.now | {name: mark for name, _colon, mark in pairs if name in self.now}

    def __str__(self) -> str:
        return " ".join(f"{name}:{mark}" for name, mark in self.shown.items())

    def is_changed_here(self, name: str, value) -> bool:
        """Does the form say something else than it showed?"""
        return fingerprint(value) != self.shown[name]

    def is_changed_elsewhere(self, name: str) -> bool:
        """Has somebody else changed it since it was shown?"""
        return self.now[name] != self.shown[name]

    def tell(self, name: str) -> None:
        """The person is told what it is now: what is sent next is said knowing it."""
        self.shown[name] = self.now[name]


class HavingSeen(forms.BaseForm):
    """For a form that is written beside what stands: what others wrote since it was opened is told before it is saved.

    `stands` are the rows beside which it will stand, all about one thing.
    """

    def __init__(self, *args, about: models.Model, stands: models.QuerySet, **kwargs) -> None:
        if args and args[0] is not None:
            in_turn(stands.model._meta.label, about.pk)
        super().__init__(*args, **kwargs)
        self.stands = {version_of(row): row for row in stands}
        self.opened = " ".join(sorted(self.stands)) or "nothing"

    def clean(self) -> dict | None:
        cleaned = super().clean() or {}
        shown = set(self.data.get("opened", self.opened).split())
        for mark in self.stands.keys() - shown:
            change = last_change(self.stands[mark])
            if change is None or not change.is_own:  # one knows what one did oneself, and thumbs are impatient
                raise forms.ValidationError(came_meanwhile(change, self.stands[mark]))
        return cleaned


def version_of(row: models.Model) -> str:
    """Another one as soon as the row has another state, choice, date or holder."""
    values = [row.serializable_value(name) for name in ("pk", *kept_fields(type(row)))]
    return fingerprint(" ".join(map(fingerprint, values)))


class OnlyChanges(forms.BaseForm):
    """For a form about a row that stands: two people's changes of different fields both stay.

    A field that was not changed on the page stays as others have left it. One that both have changed is not saved: the
    form says who was first and what stands now, keeps what was typed, and takes it when it is sent once more.
    """

    def __init__(self, *args, row: models.Model | None = None, **kwargs) -> None:
        self.row = row if row is not None else kwargs["instance"]
        if args and args[0] is not None:
            _look_again(self.row)
        super().__init__(*args, **kwargs)
        self.look_at({field.name for field in self.row._meta.fields} & set(self.fields))

    def look_at(self, names: Iterable[str]) -> None:
        """What others may have changed since the page was opened; a form with more than the row names that, too."""
        self.looked_at = [*getattr(self, "looked_at", ()), *names]
        now = {name: self.what_stands(name) for name in self.looked_at}
        self.opened = Opened(now, self.data.get("opened", ""))

    def what_stands(self, name: str):
        """What a field says in the database now."""
        return _what_stands(self.row, name)

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        for name in filter(self.opened.is_changed_elsewhere, self.opened.now):
            if name in cleaned and not self.opened.is_changed_here(name, cleaned[name]):
                cleaned[name] = self.what_stands(name)
                self._show_what_stands(name)
            elif name in cleaned and fingerprint(cleaned[name]) != self.opened.now[name]:
                self._tell(name)
        return cleaned

    def _show_what_stands(self, name: str) -> None:
        """If the form comes back, it has what others left, and not the old."""
        bound, value = self[name], self.what_stands(name)
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed.setlist(bound.html_name, [])
        for key, said in _as_posted(bound, bound.field.prepare_value(value)):
            typed.setlist(key, said if isinstance(said, list) else [said])
        self.data = typed
        self.opened.tell(name)

    def _tell(self, name: str) -> None:
        """Say beside the field who changed it and what it says now; sent once more, it is said knowing that."""
        self.add_error(name, changed_meanwhile(last_change(self.row)))
        bound = self[name]
        show_beside(bound, _in_words(bound.field, self.what_stands(name)))
        self.opened.tell(name)


def tell_who_chose(form: forms.BaseForm, name: str, sentence: object, rows: models.QuerySet) -> None:
    """What cannot be chosen any more, because a row says so since the page was opened, says who made that and when."""
    if form.is_bound and (change := same_before(rows, **{name: form.data.get(form.add_prefix(name))})):
        form.fields[name].error_messages["invalid_choice"] = by_whom(sentence, change)


def show_beside(field: forms.BoundField, now: str) -> None:
    """What stands now, above the hint of a field in which something else was typed."""
    label = _("It says now:")
    field.help_text = format_html('<span class="now-stands">{} <q>{}</q></span>{}', label, now, field.help_text)


def changed_meanwhile(change: Change | None) -> str:
    """Who saved a change since the page was opened, and what to do."""
    if change is None:
        return _("Somebody else has saved a change here meanwhile. Read it, and save again if yours is to stand.")
    if change.is_own:
        sentence = _("You saved a change here yourself %(when)s. Read it, and save again if this is to stand.")
    else:
        sentence = _("%(who)s saved a change here %(when)s. Read it, and save again if yours is to stand.")
    return sentence % {"who": capfirst(change.who), "when": change.when}


def came_meanwhile(change: Change | None, row: models.Model) -> str:
    """Who wrote down what beside which this would come, and what to do."""
    if change is None:
        return _("Somebody else has changed this meanwhile. Look at it, and send yours again if it is to stand.")
    sentence = _("%(who)s saved something here %(when)s: %(what)s. Send yours again if it is to stand too.")
    return sentence % {"who": capfirst(change.who), "when": change.when, "what": row}


def _look_again(row: models.Model) -> None:
    """Of two who send a form about a row at once, the later waits for the earlier, and so sees what it has saved."""
    in_turn(row._meta.label, row.pk)
    with suppress(ObjectDoesNotExist):  # nobody has made it yet
        row.refresh_from_db(from_queryset=type(row)._base_manager.select_for_update())


def _what_stands(row: models.Model, name: str):
    """A field's value, where nothing is nothing: also of a row that nobody has made yet."""
    return None if row.serializable_value(name) is None else getattr(row, name)


def _as_posted(bound: forms.BoundField, value) -> Iterator[tuple[str, Any]]:
    """What a browser would send for a value."""
    widget = bound.field.widget
    if isinstance(widget, forms.MultiWidget):
        for part in widget.get_context(bound.html_name, value, {})["widget"]["subwidgets"]:
            yield part["name"], part["value"] or ""
    elif isinstance(value, bool):
        yield bound.html_name, str(value)
    else:
        yield bound.html_name, widget.format_value(value) or ""


def _in_words(field: forms.Field, value) -> str:
    """A value as the page would say it."""
    if isinstance(field, forms.ModelChoiceField):
        return field.label_from_instance(value) if value else _("nothing")
    if isinstance(field, forms.ChoiceField):
        chosen = {str(one) for one in (value if isinstance(value, list) else [value])}
        choices: Any = field.choices  # the stubs fear a function here; Django has called it
        return ", ".join(str(label) for code, label in choices if str(code) in chosen) or _("nothing")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, datetime):
        return date_format(timezone.localtime(value), "DATETIME_FORMAT")
    return date_format(value, "DATE_FORMAT") if isinstance(value, date) else str(value or _("nothing"))
