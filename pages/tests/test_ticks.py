"""Of many things to tick one sees the first and those that are ticked; one tap opens the rest."""

from django import forms

from pages.templatetags.ticks import IN_SIGHT, MANY, folded, in_sight


def field(number: int, *ticked: str) -> forms.BoundField:
    choices = [(str(one), f"Nummer {one}") for one in range(number)]
    boxes = forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple)
    form = type("Form", (forms.Form,), {"boxes": boxes})
    return form({"boxes": list(ticked)})["boxes"]


def values(boxes) -> list[str]:
    return [box.data["value"] for box in boxes]


def test_a_list_that_is_not_long_is_seen_whole():
    assert len(in_sight(field(MANY))) == MANY
    assert folded(field(MANY)) == []


def test_of_a_long_one_the_first_are_seen_and_what_is_ticked():
    long = field(20, "3", "17")

    assert values(in_sight(long)) == [*map(str, range(IN_SIGHT)), "17"]
    assert len(folded(long)) == 20 - IN_SIGHT - 1


def test_nothing_is_lost_or_shown_twice():
    long = field(30, "29")

    assert sorted(values(in_sight(long) + folded(long)), key=int) == list(map(str, range(30)))
