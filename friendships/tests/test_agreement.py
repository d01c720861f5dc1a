"""What the two have agreed, and what follows from it: a review on its day, and since when it is quiet about them."""

from datetime import date

import pytest
from django.urls import reverse

from access.context import acting
from coordinators.attention import for_coordinator, for_lead
from friendships.models import Contact, PairAgreement, Pause
from friendships.quiet import is_quiet
from friendships.rhythm import HowOften
from friendships.tests.pairs import by_hand, in_state, met_days_ago, today, token_of
from weshelter.tests import databases, people

SAID = {
    "how_often": "weekly",
    "place": "Ved søerne",
    "reach": "På sms",
    "limits": "Ingen penge",
    "own_words": "Vi tager det, som det kommer",
}


def lines(user) -> list[str]:
    with acting(user=user):
        return [line.what for line in for_coordinator(user).mine]


def is_on_the_desk(cast) -> bool:
    return any(what.startswith("Stille siden") for what in lines(cast.karen))


@pytest.mark.feature(35)
def test_the_coordinator_types_it_and_both_can_read_and_print_it(client, cast):
    match = in_state(cast, "trial")
    people.sign_in(client, cast.karen)
    form = {**SAID, "review_on": str(today(60))}

    saved = client.post(reverse("friendships:agreement", args=[match.pk]), form)
    paper = client.get(reverse("friendships:agreement_on_paper", args=[match.pk])).content.decode()
    own = client.get(reverse("coordinators:own_page", args=[token_of(cast, match)])).content.decode()

    assert saved.status_code == 302
    for said in list(SAID.values())[1:]:
        assert said in paper
        assert said in own


def test_how_often_is_chosen_among_answers_alone_and_none_is_ticked_beforehand(client, cast):
    people.sign_in(client, cast.karen)

    page = client.get(reverse("friendships:agreement", args=[in_state(cast, "trial").pk]))

    ticks = page.context["form"]["how_often"].subwidgets
    assert [tick.data["value"] for tick in ticks] == list(HowOften.values)
    assert not any(tick.data["selected"] for tick in ticks)


@pytest.mark.feature(35)
@pytest.mark.parametrize(("days", "stands"), [(1, False), (0, True), (-5, True)])
def test_it_is_looked_at_again_on_its_day(cast, days, stands):
    match = in_state(cast, "active")
    with acting(user=cast.karen):
        PairAgreement.write(match, how_often="weekly", review_on=today(days))

    assert ("Se på aftalen igen sammen med dem begge" in lines(cast.karen)) is stands


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"place": "Hos 010190-1234"}, "place"),
        ({"own_words": "010190-1234"}, "own_words"),
        ({"how_often": ""}, "how_often"),
        ({"review_on": "2020-01-01"}, "review_on"),
        ({"review_on": ""}, "review_on"),
    ],
)
def test_what_cannot_be_gets_a_sentence_beside_its_field(client, cast, said, field):
    match = in_state(cast, "active")
    people.sign_in(client, cast.karen)

    answer = client.post(
        reverse("friendships:agreement", args=[match.pk]), {**SAID, "review_on": str(today(9)), **said}
    )

    assert list(answer.context["form"].errors) == [field]
    with acting(user=cast.karen):
        assert not PairAgreement.objects.exists()


@pytest.mark.parametrize("who", ["lars", "nanna", "leif", "sille"])
def test_nobody_else_reads_it(client, cast, who):
    match = in_state(cast, "active")
    with acting(user=cast.karen):
        PairAgreement.write(match, **SAID)
    people.sign_in(client, getattr(cast, who))

    assert client.get(reverse("friendships:agreement", args=[match.pk])).status_code == 404
    with acting(user=getattr(cast, who)):
        assert not PairAgreement.objects.exists()


QUIET = [
    # how often they meet, days since they began, days since they met, quiet?
    ("weekly", 90, 20, False),
    ("weekly", 90, 21, True),
    ("fortnightly", 90, 41, False),
    ("fortnightly", 90, 42, True),
    ("monthly", 120, 89, False),
    ("monthly", 120, 90, True),
    ("", 90, 41, False),
    ("", 90, 42, True),
    ("", 41, None, False),
    ("", 42, None, True),
    ("weekly", 20, None, False),
]


@pytest.mark.feature(37)
@pytest.mark.feature(93)
@pytest.mark.parametrize(("how_often", "began", "met", "quiet"), QUIET)
def test_quiet_is_measured_by_their_own_rhythm_on_the_desk_as_for_the_lead(cast, how_often, began, met, quiet):
    match = met_days_ago(in_state(cast, "active"), began)
    with acting(user=cast.karen):
        if how_often:
            PairAgreement.write(match, how_often=how_often)
        if met is not None:
            Contact.tick(match, happened_on=today(-met), kind="met")

    with acting(user=cast.lars):
        said_to_the_lead = is_quiet(match)

    assert is_on_the_desk(cast) is quiet
    assert said_to_the_lead is quiet


@pytest.mark.feature(37)
@pytest.mark.parametrize("state", ["paused", "ending"])
def test_nobody_is_quiet_who_rests_or_says_goodbye(cast, state):
    match = met_days_ago(in_state(cast, state), 400)

    assert not is_on_the_desk(cast)
    with acting(user=cast.lars):
        assert is_quiet(match) is None


def test_after_a_rest_the_days_are_counted_from_its_end(cast):
    match = met_days_ago(in_state(cast, "paused"), 400)
    with acting(user=cast.karen):
        match.come_back(by=cast.karen)

    fresh = is_on_the_desk(cast)
    databases.as_owner("UPDATE friendships_pause SET began_on = began_on - 90, ended_on = ended_on - 60")

    assert not fresh
    assert is_on_the_desk(cast)
    with acting(user=cast.karen):
        assert Pause.objects.get().ended_on == today(-60)


@pytest.mark.parametrize(("days", "quiet"), [(0, False), (41, False), (42, True)])
def test_friends_of_long_ago_are_quiet_from_the_day_on_which_they_were_entered(cast, days, quiet):
    match = by_hand(cast, date(1999, 1, 1))
    databases.as_owner("UPDATE matching_match SET proposed_at = now() - make_interval(days => %s)", days)

    with acting(user=cast.lars):
        said_to_the_lead = is_quiet(match)

    assert is_on_the_desk(cast) is quiet
    assert said_to_the_lead is quiet


@pytest.mark.parametrize("kind", ["not", "moved", "pause"])
def test_only_a_meeting_ends_the_quiet(cast, kind):
    match = met_days_ago(in_state(cast, "active"), 90)
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=today(), kind=kind)

    assert is_on_the_desk(cast)


@pytest.mark.parametrize(("days", "word"), [(5, "i gang"), (90, "stille")])
def test_the_lead_sees_one_word_and_no_task(client, cast, days, word):
    match = met_days_ago(in_state(cast, "active"), 90)
    with acting(user=cast.karen):
        Contact.tick(match, happened_on=today(-days), kind="met", activity="walk")
    people.sign_in(client, cast.lars)

    page = client.get(reverse("coordinators:pair", args=[match.pk])).content.decode()

    assert word in page
    assert "gåtur" not in page
    with acting(user=cast.lars):
        assert for_lead(cast.lars) == []


@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_whoever_may_not_know_hears_nothing_either(cast, who):
    match = met_days_ago(in_state(cast, "active"), 90)

    with acting(user=getattr(cast, who)):
        assert is_quiet(match) is None
