"""All municipalities of Denmark, each once."""

from institutions.municipalities import Municipality


def test_there_are_ninety_eight_each_with_its_four_digits():
    codes = [one.value for one in Municipality if one is not Municipality.ELSEWHERE]

    assert len(set(codes)) == len({one.label for one in Municipality}) - 1 == 98
    assert all(len(code) == 4 and code.isdigit() for code in codes)


def test_the_capital_comes_first_and_aabenraa_at_the_end():
    names = [one.label for one in Municipality]

    assert names[:2] == ["København", "Frederiksberg"]
    assert names[-4:-1] == ["Aabenraa", "Aalborg", "Aarhus"]
