"""What fits whom: hard conditions first, then reasons that are true."""

import pytest
from django.utils.translation import override

from matching.suggesting.ranking import rank
from matching.suggesting.values import Candidate, Names, Weights, Wish

NAMES = Names(
    interests={"walks": "Gåture", "chess": "Skak", "music": "Musik", "quiet": "Bare være sammen"},
    languages={"da": "dansk", "en": "engelsk"},
    slots={"evening": "aften"},
    needs={"quiet": "Stille selskab", "patience": "Tålmodighed"},
    genders={"f": "en kvinde", "m": "en mand"},
    limits={"pets": "Kæledyr"},
)


def candidate(name="Vera", interests="walks", languages="da", slots="evening", area="2200", **more) -> Candidate:
    """A volunteer as values."""
    interests, languages, slots = (frozenset(codes.split()) for codes in (interests, languages, slots))
    return Candidate(name, name, area, interests, languages, slots, **more)


def wish(interests="walks", languages="da", slots="evening", area="2200", **more) -> Wish:
    interests, languages, slots = (frozenset(codes.split()) for codes in (interests, languages, slots))
    return Wish(interests=interests, languages=languages, slots=slots, area=area, **more)


def ranked(asked, *candidates):
    return rank(asked, candidates, NAMES, Weights())


def names(ranking) -> list[str]:
    return [one.candidate.first_name for one in ranking.suggestions]


@pytest.mark.feature(22)
@pytest.mark.feature(26)
def test_each_suggestion_says_why():
    asked = wish("walks", wishes=frozenset({"chess"}), ages=frozenset({"old"}), needs=frozenset({"patience"}))
    vera = candidate(interests="walks chess", age="old", experience=frozenset({"patience"}))

    with override("en"):
        best = ranked(asked, vera).suggestions[0]

    assert best.reasons == (
        "Vera would like to join in: skak.",
        "Vera also likes: gåture.",
        "Both usually have time: aften.",
        "Vera lives close by.",
        "Vera speaks: dansk.",
        "Vera is of the age that is wished for.",
        "Vera has experience with what is needed: tålmodighed.",
    )
    assert best.against == ()


def test_what_speaks_against_is_said_too():
    asked = wish("chess", wishes=frozenset({"music"}), ages=frozenset({"old"}), needs=frozenset({"patience"}))

    with override("en"):
        suggestion = ranked(asked, candidate(slots="morning", area="4000")).suggestions[0]

    assert suggestion.against == (
        "Vera has ticked nothing of what is wished for.",
        "No interest in common has been ticked.",
        "They have ticked different times.",
        "Vera is not of the age that is wished for, or has not said.",
        "Vera has not told of experience with what is needed.",
        "It is about 31 km to Vera.",
    )


@pytest.mark.feature(23)
@pytest.mark.parametrize(
    ("code", "asked", "one"),
    [
        ("project", {"project": 7}, {}),
        ("ready", {}, {"ready": False}),
        ("asked", {}, {"kept_from": frozenset({0})}),
        ("room", {}, {"room": 0}),
        ("gender_not_said", {"genders": frozenset({"f"})}, {"gender": ""}),
        ("gender", {"genders": frozenset({"f"})}, {"gender": "m"}),
        ("language", {}, {"languages": "en"}),
        ("never_again", {"never": frozenset({"Out"})}, {}),
        ("volunteer_cannot", {"has": frozenset({"pets"})}, {"cannot": frozenset({"pets"})}),
        ("citizen_cannot", {"cannot": frozenset({"pets"})}, {"has": frozenset({"pets"})}),
    ],
)
def test_a_hard_condition_leaves_out_and_is_counted(code, asked, one):
    fits = candidate("Fits", gender="f", projects=frozenset({0, 7}))

    ranking = ranked(wish(**asked), candidate("Out", **one), fits)

    assert names(ranking) == ["Fits"]
    assert ranking.left_out == {code: 1}
    assert len(ranking.left_out_sentences) == 1


@pytest.mark.feature(23)
def test_the_exclusions_are_told_with_their_number():
    foreign = [candidate(f"Foreign{n}", languages="en") for n in range(4)]

    with override("en"):
        sentences = ranked(wish(), candidate("Full", room=0), *foreign).left_out_sentences

    assert sentences == [
        "1 volunteer has no room for one more just now.",
        "4 volunteers share no language with the citizen.",
    ]


@pytest.mark.feature(23)
def test_who_has_not_said_her_gender_is_told_apart_from_who_is_of_another():
    silent, men = [candidate(f"Silent{n}") for n in range(4)], [candidate(f"Man{n}", gender="m") for n in range(2)]

    with override("en"):
        sentences = ranked(wish(genders=frozenset({"f"})), *silent, *men).left_out_sentences

    assert sentences == [
        "4 volunteers have not said whether they are women or men.",
        "2 volunteers are not of the gender that is wished for.",
    ]


@pytest.mark.feature(22)
def test_a_code_of_two_lists_is_called_by_the_name_of_its_own():
    asked = wish("quiet", needs=frozenset({"quiet"}))

    with override("en"):
        reasons = ranked(asked, candidate(interests="quiet", experience=frozenset({"quiet"}))).suggestions[0].reasons

    assert reasons[0] == "Vera also likes: bare være sammen."
    assert reasons[-1] == "Vera has experience with what is needed: stille selskab."


def test_a_rare_interest_says_more_than_one_that_everybody_has():
    common = [candidate(f"Common{n}", interests="walks") for n in range(10)]

    ranking = ranked(wish("walks chess"), *common, candidate("Rare", interests="chess"))

    assert names(ranking)[0] == "Rare"


@pytest.mark.feature(33)
def test_the_nearer_of_two_comes_first():
    far, near = candidate("Roskilde", area="4000"), candidate("Nørrebro", area="2200")

    assert names(ranked(wish(area="2200"), far, near)) == ["Nørrebro", "Roskilde"]


@pytest.mark.feature(33)
@pytest.mark.parametrize(
    ("here", "there"), [("2200", ""), ("", "2200"), ("2200", "8000"), ("2200", "211 20"), ("2200", "N-0150")]
)
def test_an_unknown_distance_counts_nothing_and_is_said(here, there):
    with override("en"):
        suggestion = ranked(wish(area=here), candidate(area=there)).suggestions[0]

    assert suggestion.against == ("How far it is to Vera is not known.",)


@pytest.mark.feature(24)
def test_the_waiting_time_is_shown():
    with override("en"):
        assert ranked(wish(months=3), candidate()).waited == "Has waited for 3 months."


def test_equal_scores_keep_the_order_of_those_who_waited_longest():
    assert names(ranked(wish(), candidate("First"), candidate("Second"))) == ["First", "Second"]


def test_the_best_ten_are_shown_and_the_others_counted():
    ranking = ranked(wish(), *(candidate(f"Nr{n}") for n in range(12)))

    assert (len(ranking.suggestions), ranking.more) == (10, 2)


def test_without_any_wish_everybody_with_room_is_shown():
    assert names(ranked(Wish(), candidate("Anybody"))) == ["Anybody"]


def test_without_any_volunteer_nobody_is_shown():
    assert ranked(wish()).suggestions == ()
