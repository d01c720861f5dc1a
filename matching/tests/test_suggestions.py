"""What fits whom: hard conditions first, then reasons that are true."""

import pytest
from django.utils.translation import override

from matching.suggesting.ranking import Look, rank
from matching.suggesting.rules import OPENED
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
        silent, early = candidate(slots="", area="4000"), candidate("Eva", slots="morning", area="4000")
        suggestion, opened = (
            rank(asked, [one], NAMES, Weights(), Look(opened=OPENED)).suggestions[0] for one in (silent, early)
        )

    assert suggestion.against == (
        "Vera has ticked nothing of what is wished for.",
        "No interest in common has been ticked.",
        "Vera has not told when there is time.",
        "Vera is not of the age that is wished for, or has not said.",
        "Vera has not told of experience with what is needed.",
        "It is about 31 km to Vera, in a straight line.",
    )
    assert "They have ticked different times." in opened.against


@pytest.mark.feature(23)
def test_whoever_shares_no_time_is_left_out_and_counted_unless_it_is_opened_on_purpose():
    early, silent = candidate("Eva", slots="morning"), candidate("Sif", slots="")

    left_out = ranked(wish(), early, silent)
    opened = rank(wish(), [early, silent], NAMES, Weights(), Look(opened=OPENED))

    assert (names(left_out), left_out.left_out, left_out.may_open_times) == (["Sif"], {"times": 1}, True)
    assert (set(names(opened)), dict(opened.left_out), opened.may_open_times) == ({"Eva", "Sif"}, {}, False)


@pytest.mark.feature(33)
def test_whoever_lives_nobody_knows_where_never_comes_before_whoever_is_known_to_live_far_away():
    unknown, far = candidate("Una", area="SE-211 20"), candidate("Fie", area="8000")

    assert names(ranked(wish(area="2500"), unknown, far)) == ["Fie", "Una"]


def test_what_both_wish_for_is_an_interest_in_common():
    """“No interest in common” once stood under a wish that both shared."""
    asked = wish("walks", wishes=frozenset({"chess"}))

    with override("en"):
        suggestion = ranked(asked, candidate(interests="chess")).suggestions[0]

    assert "No interest in common has been ticked." not in suggestion.against


def test_a_language_that_everybody_speaks_is_no_reason():
    both = candidate("Eva"), candidate("Ela", languages="da en")

    with override("en"):
        eva, ela = ranked(wish(languages="da en"), *both).suggestions[::-1]

    assert not any("speaks" in reason for reason in eva.reasons)
    assert "Ela speaks: engelsk." in ela.reasons


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
@pytest.mark.parametrize(("here", "there"), [("2200", ""), ("", "2200"), ("2200", "211 20"), ("2200", "N-0150")])
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


@pytest.mark.parametrize(
    ("typed", "found", "guessed"),
    [("Vera", ["Vera"], False), ("vera", ["Vera"], False), ("Ve", ["Vera"], True), ("Vera Ven", ["Vera"], True)],
)
def test_a_search_for_somebody_one_knows_says_when_it_guesses(typed, found, guessed):
    ranking = rank(wish(), [candidate("Vera"), candidate("Anna")], NAMES, Weights(), Look(named=typed))

    assert (names(ranking), ranking.is_guessed) == (found, guessed)
