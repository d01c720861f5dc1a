"""How long something is kept: what a model promises of its fields, and what the daily work keeps, are the same."""

import re
from datetime import timedelta

import pytest

from accounts import devices
from history import due as history_due
from history import failures
from letters import models as letters
from matching.models import match_round
from volunteers.models import breaks_and_leaving, interest
from weshelter import models as weshelter
from weshelter.tests.code import our_models

# Every sentence that a model may say, and the longest time in it, in days. Another one is agreed on first: it is what
# the notice says to the person.
SENTENCES = {
    "6 months after the last match ended": 183,
    "6 months after the match ended": 183,
    "6 months after the decision": 183,
    "6 months after the evening": 183,
    "6 months after the last evening": 183,
    "6 months after it ended": 183,
    "12 months": 365,
    "12 months after leaving": 365,
    "12 months after leaving, 6 months after an application not taken": 365,
    "12 months after it ended": 365,
    "12 months after the last membership ended": 365,
    "24 months": 730,
    "24 months after it ended": 730,
    "14 days": 14,
    "90 days": 90,
    "until it is sent or put aside, at most 7 days": 7,
    "until the letter is sent, 12 months at the most": 365,
    "outlives the role: 5 years": 1825,
    "a day, or until it is used": 0,
    "as long as the log names the user": 0,
    "as long as the name, of which it is made": 0,
    "as long as the user": 0,
    "while somebody has the role": 0,
    "while the project exists": 0,
    "until the citizen is erased": 0,
    "until she is": 0,
}
KEPT = {
    "12 months after leaving": breaks_and_leaving.KEPT_AFTER_LEAVING,
    "6 months after the decision": breaks_and_leaving.KEPT,
    "until the letter is sent, 12 months at the most": interest.KEPT,
    "14 days": match_round.KEPT_FOR,
    "until it is sent or put aside, at most 7 days": letters.TEXT_KEPT_FOR,
    "90 days": failures.KEPT_FOR,
}
DAYS = {"day": 1, "week": 7, "month": 365 / 12, "year": 365}


def promised() -> set[str]:
    return {kept for model in our_models() for _why, kept in getattr(model, "PERSONAL", {}).values()}


def test_a_model_promises_no_other_time_than_was_agreed():
    assert promised() - set(SENTENCES) == set()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_sentence_says_the_time_that_it_stands_for(sentence):
    times = [int(n) * DAYS[unit] for n, unit in re.findall(r"(\d+) (day|week|month|year)s?", sentence)]

    assert round(max(times, default=0)) == pytest.approx(SENTENCES[sentence], abs=1)


@pytest.mark.parametrize("sentence", KEPT)
def test_what_is_kept_is_kept_as_long_as_is_said(sentence):
    assert KEPT[sentence] == timedelta(days=SENTENCES[sentence])


def test_logs_runs_and_devices_are_kept_as_long_as_the_documents_say():
    assert history_due.LOGS_KEPT == 24
    assert (timedelta(days=90), timedelta(days=180)) == (weshelter.KEPT_FOR, devices.KEPT)
