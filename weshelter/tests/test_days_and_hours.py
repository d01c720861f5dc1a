"""A day is read as people write it in every form of the site, and carried as it is here by the name of every thing."""

import re
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import models
from django.utils.translation import override

from pages.dates import DayField, HourField, MomentField, MomentInTwoField
from weshelter.tests.code import our_models
from weshelter.tests.filling import form_of, form_pages

READS = {
    forms.SplitDateTimeField: (MomentInTwoField, ["29/12-2026", "kl. 16.30"]),
    forms.DateTimeField: (MomentField, "29. december 2026 kl. 16.30"),
    forms.DateField: (DayField, "29.12.26"),
    forms.TimeField: (HourField, "16.30"),
}
LATE = datetime(2026, 7, 24, 23, 30, tzinfo=UTC)  # 1.30 on the 25th in Copenhagen
TIMES = (forms.SplitDateTimeField, forms.DateField, forms.DateTimeField, forms.TimeField)


def fields_with_a_day(rows, page):
    """The fields of a page that ask for a day or an hour."""
    form = form_of(rows, page)
    return [field for field in (form.fields.values() if form else ()) if isinstance(field, TIMES)]


@pytest.mark.parametrize("filled", form_pages(), ids=str)
def test_every_field_reads_a_day_as_danes_write_it_and_says_how(rows, filled):
    for field in fields_with_a_day(rows, filled):
        ours, written = next(reads for kind, reads in READS.items() if isinstance(field, kind))
        assert isinstance(field, ours)
        assert field.clean(written)
        with override("da"), pytest.raises(ValidationError) as refused:
            field.clean(["x", "x"] if ours is MomentInTwoField else "x")
        assert all(re.search(r"29-12-2026|16\.30", sentence) for sentence in refused.value.messages)


def test_the_fields_with_a_day_are_found(rows):
    found = {type(field) for page in form_pages() for field in fields_with_a_day(rows, page)}

    assert {DayField, MomentField, MomentInTwoField} <= found


def imagined(model: type[models.Model], depth: int = 3) -> models.Model:
    """A row that is nowhere, all of whose moments are late in the evening by the clocks of London, its numbers one."""
    row = model()
    for field in model._meta.concrete_fields:
        if isinstance(field, models.DateField):
            setattr(row, field.attname, LATE if isinstance(field, models.DateTimeField) else date(2026, 1, 1))
        elif isinstance(field, models.ForeignKey) and depth:
            setattr(row, field.name, imagined(field.related_model, depth - 1))
        elif isinstance(field, models.IntegerField) and not field.primary_key and not field.has_default():
            setattr(row, field.attname, 1)
    return row


def name_of(model: type[models.Model]) -> str:
    """Empty where it is called after what stands in a row of its own, which is no moment."""
    try:
        return str(imagined(model))
    except ObjectDoesNotExist:
        return ""


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("model", our_models(), ids=lambda model: model._meta.label)
def test_the_name_of_a_thing_carries_the_day_and_hour_of_its_moment_here(model, language):
    with override(language):
        assert not re.search(r"\b24\b|\b23\b", name_of(model))


def test_the_things_that_are_called_after_a_moment_are_found():
    with override("da"):
        found = {model._meta.label for model in our_models() if re.search(r"\b25\.0?7", name_of(model))}

    assert {"foodclubs.Evening", "matching.Match", "letters.Message", "notes.Confidence"} <= found


@pytest.mark.parametrize(("day", "hour"), [("0001-01-01", "00:00"), ("9999-12-31", "23:59")])
def test_a_moment_that_lies_outside_the_calendar_elsewhere_is_refused_and_no_failure(day, hour):
    for field, written in ((MomentField(), f"{day}T{hour}"), (MomentInTwoField(), [day, hour])):
        with pytest.raises(ValidationError):
            field.clean(written)


def test_no_page_or_mail_writes_a_day_in_a_way_of_its_own():
    """Each language says how a day is written; a file's name and a year alone have no language."""
    texts = [
        path.read_text() for kind in ("html", "txt") for path in (settings.BASE_DIR / "templates").rglob(f"*.{kind}")
    ]

    ways = {way for text in texts for way in re.findall(r'\|date:"([^"]*)"', text)}

    assert {way for way in ways if not way.endswith("_FORMAT")} == {"Y", "Ymd"}
