"""Small numbers are hidden: a reader who knows the rule and tries everything cannot work one out."""

import random
from itertools import product

import pytest

from reports.suppression import Mark, hide, is_small, with_totals

SHOWN, SMALL, WITHHELD, NO_TOTAL = Mark.SHOWN, Mark.SMALL, Mark.WITHHELD, Mark.NO_TOTAL


@pytest.mark.parametrize(
    ("number", "mark"), [(0, SHOWN), (1, SMALL), (2, SMALL), (3, SMALL), (4, SMALL), (5, SHOWN), (120, SHOWN)]
)
def test_one_to_four_are_hidden_and_zero_is_shown(number, mark):
    assert hide([[number]], row_totals=False, column_totals=False)[0][0] is mark


@pytest.mark.parametrize(
    ("why", "values", "marks"),
    [
        ("nothing small, nothing hidden", [[7, 8]], [[SHOWN, SHOWN, SHOWN]]),
        ("one small month: the year would give it away", [[7, 3]], [[SHOWN, SMALL, WITHHELD]]),
        ("two small months hide each other", [[2, 3, 9]], [[SMALL, SMALL, SHOWN, SHOWN]]),
        ("but not where both must be one", [[1, 1, 9]], [[SMALL, SMALL, SHOWN, WITHHELD]]),
        ("nor where both must be four", [[4, 4, 9]], [[SMALL, SMALL, SHOWN, WITHHELD]]),
        ("a total may itself be small", [[0, 3]], [[SHOWN, SMALL, SMALL]]),
        ("a year of zeros is zero", [[0, 0]], [[SHOWN, SHOWN, SHOWN]]),
    ],
)
def test_a_total_of_the_year_does_not_give_a_month_away(why, values, marks):
    assert hide(values, column_totals=False)[:-1] == marks


def test_a_small_house_is_hidden_behind_another_house_of_the_same_month():
    marks = hide([[3], [8], [20]], row_totals=False)

    assert [line[0] for line in marks] == [SMALL, WITHHELD, SHOWN, SHOWN]


def test_two_houses_with_one_each_are_not_given_away_by_a_total_under_five():
    marks = hide([[1], [1], [0]], row_totals=False)

    assert [line[0] for line in marks] == [SMALL, SMALL, SHOWN, WITHHELD]


def random_tables():
    chance = random.Random(5)
    sizes = [(1, 2), (2, 2), (2, 3), (3, 2)] * 12
    return [
        [[chance.choice([0, 0, 1, 2, 3, 4, 5, 6, 7, 9]) for _ in range(width)] for _ in range(height)]
        for height, width in sizes
    ]


@pytest.mark.parametrize("values", random_tables(), ids=str)
@pytest.mark.parametrize(("row_totals", "column_totals"), [(True, True), (True, False), (False, True)])
def test_every_small_number_could_still_be_any_from_one_to_four(values, row_totals, column_totals):
    marks = hide(values, row_totals=row_totals, column_totals=column_totals)

    for place, possible in what_a_reader_knows(values, marks).items():
        assert possible >= {1, 2, 3, 4}, f"{place} can only be {possible}"


@pytest.mark.parametrize("values", random_tables()[:12], ids=str)
def test_no_small_number_is_ever_shown(values):
    for marked, numbers in zip(hide(values), with_totals(values), strict=True):
        assert not [number for number, mark in zip(numbers, marked, strict=True) if is_small(number) and mark is SHOWN]


def what_a_reader_knows(values, marks):
    """The small places of the table and what each could be: every table is tried that looks the same when hidden."""
    true = with_totals(values)
    height, width = len(values), len(values[0])
    hidden = [(row, column) for row in range(height) for column in range(width) if marks[row][column] is not SHOWN]
    possible = {place: set() for place in product(range(height), range(width)) if is_small(true[place[0]][place[1]])}
    for guess in product(*(guesses(values[r][c], marks[r][c]) for r, c in hidden)):
        table = [list(line) for line in values]
        for (row, column), number in zip(hidden, guess, strict=True):
            table[row][column] = number
        guessed = with_totals(table)
        if looks_the_same(guessed, true, marks):
            for row, column in possible:
                possible[row, column].add(guessed[row][column])
    return possible


def guesses(number, mark):
    """One to four; or, for what is withheld, enough around the true number to make room for that."""
    return range(1, 5) if mark is SMALL else range(max(1, number - 3), number + 4)


def looks_the_same(guessed, true, marks):
    """Would this table be published with the same numbers and the same signs?"""
    fits = {
        SHOWN: lambda guess, number: guess == number,
        SMALL: lambda guess, _number: is_small(guess),
        WITHHELD: lambda guess, _number: guess >= 1,
        NO_TOTAL: lambda _guess, _number: True,
    }
    return all(
        fits[mark](guess, number)
        for lines in zip(guessed, true, marks, strict=True)
        for guess, number, mark in zip(*lines, strict=True)
    )
