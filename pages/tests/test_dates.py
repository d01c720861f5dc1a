"""What is printed is read back as the same moment, and so is what Danes write."""

import re
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format, get_format, time_format
from django.utils.translation import override
from hypothesis import assume, given
from hypothesis import strategies as st

from pages.dates import DayField, HourField, MomentField, MomentInTwoField

LANGUAGES = st.sampled_from(["da", "en"])
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
HOURS = st.times().map(lambda hour: hour.replace(second=0, microsecond=0))
DAY_FORMATS = ["DATE_FORMAT", "SHORT_DATE_FORMAT"]
MOMENT_FORMATS = ["DATETIME_FORMAT", "SHORT_DATETIME_FORMAT"]
A_NIGHT = datetime(2026, 12, 29, 16, 30)


def here(moment: datetime) -> datetime:
    """The moment on the clocks of Copenhagen; an hour that is there twice, or never, is nobody's to read."""
    local = timezone.make_aware(moment)
    assume(local.utcoffset() == local.replace(fold=1).utcoffset())
    return local


@given(LANGUAGES, DAYS, st.sampled_from(DAY_FORMATS))
def test_a_day_that_is_printed_is_read_back(language, day, form):
    with override(language):
        assert DayField().clean(date_format(day, form)) == day


@given(LANGUAGES, HOURS)
def test_an_hour_that_is_printed_is_read_back(language, hour):
    with override(language):
        assert HourField().clean(time_format(hour, "TIME_FORMAT")) == hour


@given(LANGUAGES, DAYS, HOURS, st.sampled_from(MOMENT_FORMATS))
def test_a_moment_that_is_printed_is_read_back(language, day, hour, form):
    moment = here(datetime.combine(day, hour))

    with override(language):
        assert MomentField().clean(date_format(moment, form)) == moment


@given(LANGUAGES, DAYS, HOURS, st.sampled_from(DAY_FORMATS))
def test_a_moment_in_two_fields_is_read_back_as_both_are_printed(language, day, hour, form):
    moment = here(datetime.combine(day, hour))

    with override(language):
        parts = [date_format(day, form), time_format(hour, "TIME_FORMAT")]
        assert MomentInTwoField().clean(parts) == moment


@given(LANGUAGES, DAYS, HOURS, st.data())
def test_whatever_way_of_writing_is_known_is_read_as_the_same(language, day, hour, data):
    moment = here(datetime.combine(day, hour))
    assume(1969 <= day.year < 2069)  # of which two digits are enough

    with override(language):
        writes = [way for way in get_format("DATETIME_INPUT_FORMATS") if "%M" in way]
        assert MomentField().clean(moment.strftime(data.draw(st.sampled_from(writes)))) == moment


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "written",
    [
        "29-12-2026", "29-12-26", "29.12.2026", "29.12.26", "29/12/2026", "29/12/26", "29/12-2026", "29/12-26",
        "29/12 2026", "29/12 26", "29. 12. 2026", " 29.12.26 ", "2026-12-29",
    ],
)  # fmt: skip
def test_a_day_as_danes_write_it_is_read(language, written):
    with override(language):
        assert DayField().clean(written) == A_NIGHT.date()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(
    "written", ["16.30", "16:30", "kl. 16.30", "kl. 16:30", "kl 16.30", "Kl. 16.30", "kl.16.30", "16,30"]
)
def test_an_hour_as_danes_write_it_is_read_alone_and_after_a_day(language, written):
    with override(language):
        assert HourField().clean(written) == A_NIGHT.time()
        assert MomentField().clean(f"29/12 2026 {written}") == timezone.make_aware(A_NIGHT)
        assert MomentInTwoField().clean(["29.12.26", written]) == timezone.make_aware(A_NIGHT)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("written", ["kl. 16", "kl 16", "kl.16", "klokken 16", "16", "16.00"])
def test_a_full_hour_needs_no_minutes(language, written):
    with override(language):
        assert HourField().clean(written) == time(16)


def named(written: str, language: str) -> Callable[[date], str]:
    """A day as somebody writes it whose language this is, whatever the page's is."""

    def write(day: date) -> str:
        with override(language):
            return date_format(day, written)

    return write


# Danish as Danes write it, and English as the site prints it.
WAYS_TO_WRITE_A_DAY = [
    *(
        named(written, "da")
        for written in ("j. F Y", "j F Y", "j. M Y", "j.F Y", r"\d\e\n j. F Y", "j. n. Y", "j\u2013n\u2013Y")
    ),
    *(named(written, "en") for written in ("j F Y", "j M Y", "j F, Y")),
]
WAYS_TO_WRITE_AN_HOUR = ["%H.%M", "%H:%M", "%H,%M", "kl.%H.%M", "kl. %H,%M", "Kl %H:%M", "klokken %H.%M"]


@pytest.mark.feature(94)
@given(LANGUAGES, DAYS, HOURS, st.sampled_from(WAYS_TO_WRITE_A_DAY), st.sampled_from(WAYS_TO_WRITE_AN_HOUR))
def test_what_a_dane_writes_is_read_as_the_same_whatever_language_the_page_has(language, day, hour, write, way):
    moment = here(datetime.combine(day, hour))

    with override(language):
        assert DayField().clean(write(day)) == day
        assert HourField().clean(hour.strftime(way)) == hour
        assert MomentField().clean(f"{write(day)} {hour.strftime(way)}") == moment
        assert MomentField().clean(f"{write(day)}, {hour.strftime(way)}") == moment
        assert MomentInTwoField().clean([write(day), hour.strftime(way)]) == moment


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("written", ["24.00", "16.60", "1630", "4 pm", "16.30 17.30", "halv fem", "-16"])
def test_what_is_no_hour_is_answered_with_an_example(language, written):
    with override(language):
        with pytest.raises(ValidationError) as refused:
            HourField().clean(written)

        assert re.search(r"16[.:]30\.$", refused.value.messages[0])


@pytest.mark.parametrize(
    "written", ["12/29/2026", "31-02-2026", "29-12-206", "i morgen", "29-12", "29. maj", "29 May", "16.30", "1" * 5000]
)
@pytest.mark.parametrize(
    ("language", "example"), [("da", "Skriv en dag, der findes, for eksempel 29-12-2026."), ("en", "29/12/2026.")]
)
def test_what_is_no_day_is_answered_with_an_example_that_can_be_copied(language, example, written):
    with override(language):
        with pytest.raises(ValidationError) as refused:
            DayField().clean(written)

        assert refused.value.messages[0].endswith(example)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("field", [DayField, HourField, MomentField])
def test_the_example_of_a_sentence_is_read_itself(language, field):
    with override(language):
        example = re.search(r"\d.*\d", str(field.default_error_messages["invalid"]))
        assert field().clean(example[0])
