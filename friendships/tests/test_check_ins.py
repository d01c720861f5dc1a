"""How it goes: each side says it with a tick, and whoever would like to talk is talked with."""

import pytest
from django.db import DatabaseError, models, transaction
from django.urls import reverse

from access.context import acting
from coordinators.asked_how_it_goes import AT_ONCE
from coordinators.attention import for_coordinator, for_lead
from friendships.models import CheckIn, CheckInAnswer, Closure, Pause
from friendships.tests.pairs import BEGUN, in_state, met_days_ago, today, token_of
from history.moves import NotPossible
from volunteers.models import Support
from weshelter.tests import databases, people
from weshelter.tests.undoing import press_undo


@pytest.fixture
def match(cast):
    return met_days_ago(in_state(cast, "active"), 14)


@pytest.fixture
def asked(cast, match):
    with acting(user=cast.karen):
        CheckIn.ask(match, today())
        return CheckIn.objects.get()


def said(cast, user=None) -> dict:
    user = user or cast.karen
    with acting(user=user):
        return dict(CheckInAnswer.objects.visible_to(user).values_list("side", "answer"))


def lines(user) -> list[tuple[str, str]]:
    with acting(user=user):
        found = (
            for_coordinator(user).mine if user.memberships.filter(project__isnull=False).exists() else for_lead(user)
        )
        return [(line.what, line.page) for line in found if line.page.startswith("friendships:check_in")]


def tick(client, token, match, answer):
    return client.post(reverse("friendships:own_answer", args=[token, match.pk]), {"answer": answer}, follow=True)


ASK = ("Spørg borgeren, hvordan det går", "friendships:check_in")


@pytest.mark.feature(64)
def test_it_has_no_column_for_a_text():
    free = [
        field.name
        for model in (CheckIn, CheckInAnswer)
        for field in model._meta.local_fields
        if isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices
    ]

    assert free == []


@pytest.mark.feature(72)
@pytest.mark.parametrize("answer", ["well", "talk", "pause", "stop"])
def test_one_tap_by_link_is_the_whole_answer(client, cast, match, asked, answer):
    page = tick(client, token_of(cast, match), match, answer)

    assert page.status_code == 200
    assert said(cast) == {"volunteer": answer}


def test_a_tap_can_be_undone_and_said_otherwise(client, cast, match, asked):
    token = token_of(cast, match)
    tick(client, token, match, "stop")
    page = tick(client, token, match, "well")
    assert said(cast) == {"volunteer": "well"}

    page = press_undo(client, page)
    assert said(cast) == {"volunteer": "stop"}

    tick(client, token, match, "mistake")
    assert said(cast) == {}


@pytest.mark.parametrize("answer", ["", "not_reached", "x" * 500, "<script>", "😀"])
def test_what_is_no_answer_is_none(client, cast, match, asked, answer):
    page = tick(client, token_of(cast, match), match, answer)

    assert "Intet er gemt" in page.text
    assert said(cast) == {}


def test_nobody_answers_for_a_friendship_of_somebody_else(client, cast, match, asked):
    other = in_state(
        cast,
        "active",
        citizen=people.create_citizen(cast, "Otto"),
        volunteer=people.ready_volunteer(cast, "Olga Olsen"),
    )

    assert tick(client, token_of(cast, other), match, "well").status_code == 404
    assert said(cast) == {}


@pytest.mark.feature(36)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_coordinator_or_lead_asks_the_citizen(client, cast, match, asked, who):
    people.sign_in(client, getattr(cast, who))
    page = client.get(reverse("friendships:check_in", args=[match.pk]))
    assert page.status_code == 200
    assert lines(cast.karen) == lines(cast.lars) == [ASK]

    client.post(reverse("friendships:citizen_says", args=[match.pk]), {"answer": "well"})

    assert said(cast) == {"citizen": "well"}
    assert lines(cast.karen) == lines(cast.lars) == []


def test_the_lead_never_reads_what_the_volunteer_says(client, cast, match, asked):
    tick(client, token_of(cast, match), match, "stop")
    people.sign_in(client, cast.lars)

    page = client.get(reverse("friendships:check_in", args=[match.pk]))

    assert said(cast, cast.lars) == {}
    assert [(side.side, side.answer) for side in page.context["page"].sides] == [("citizen", None)]
    assert "Den frivillige" not in page.text
    with acting(user=cast.lars):
        assert not CheckInAnswer.objects.exists()


def test_the_lead_cannot_write_the_volunteers_side(cast, match, asked):
    with acting(user=cast.lars), pytest.raises(DatabaseError), transaction.atomic():
        CheckInAnswer.say(asked, side="volunteer", answer="well", by=cast.lars)


def test_a_volunteer_cannot_write_the_citizens_side(cast, match, asked):
    token = token_of(cast, match)

    with acting(link=token), pytest.raises(DatabaseError), transaction.atomic():
        CheckInAnswer.say(asked, side="citizen", answer="well")


def test_whoever_was_not_reached_is_asked_again_after_a_week(client, cast, match, asked):
    people.sign_in(client, cast.karen)
    client.post(reverse("friendships:citizen_says", args=[match.pk]), {"answer": "not_reached"})
    assert lines(cast.karen) == []

    databases.as_owner("UPDATE friendships_checkinanswer SET answered_at = now() - interval '8 days'")
    assert lines(cast.karen) == [ASK]
    page = client.get(reverse("friendships:check_in", args=[match.pk])).content.decode()
    client.post(reverse("friendships:citizen_says", args=[match.pk]), {"answer": "well"})

    assert "Borgeren har svaret" in page
    assert said(cast) == {"citizen": "well"}
    assert "Borgeren har svaret" not in client.get(reverse("friendships:check_in", args=[match.pk])).content.decode()


def test_a_volunteer_who_is_silent_for_a_week_is_called(client, cast, match, asked):
    people.sign_in(client, cast.karen)
    client.post(reverse("friendships:citizen_says", args=[match.pk]), {"answer": "well"})
    databases.as_owner("UPDATE friendships_checkin SET due_on = %s", today(-7))

    assert lines(cast.karen) == [("Den frivillige har ikke svaret: Ring", "friendships:check_in")]
    assert lines(cast.lars) == []

    client.post(reverse("friendships:volunteer_says", args=[match.pk]), {"answer": "well"})
    assert lines(cast.karen) == []


@pytest.mark.feature(36)
@pytest.mark.parametrize("side", ["citizen", "volunteer"])
def test_a_wish_stands_first_until_somebody_has_talked_with_them(client, cast, match, asked, side):
    people.sign_in(client, cast.karen)
    for one in ("citizen", "volunteer"):
        answer = "stop" if one == side else "well"
        client.post(reverse(f"friendships:{one}_says", args=[match.pk]), {"answer": answer})
    who = {"citizen": "Borgeren", "volunteer": "Den frivillige"}[side]
    assert lines(cast.karen) == [(f"{who} siger »vil gerne stoppe«: Tal sammen", "friendships:check_in")]
    with acting(user=cast.karen):
        answer = CheckInAnswer.objects.get(side=side)
    address = reverse("friendships:talked_about", args=[match.pk, answer.pk])
    client.post(address)

    assert lines(cast.karen) == []
    with acting(user=cast.karen), pytest.raises(NotPossible):
        answer.has_been_talked_about()


@pytest.mark.parametrize("ending", ["rest", "end"])
def test_a_wish_is_over_when_they_rest_or_say_goodbye(client, cast, match, asked, ending):
    tick(client, token_of(cast, match), match, "stop")

    with acting(user=cast.karen):
        if ending == "rest":
            Pause.begin(match, why="volunteer_rests", back_on=today(30), by=cast.karen)
        else:
            Closure.begin(match, tell_on=today(), by=cast.karen, **BEGUN)

    assert lines(cast.karen) == []
    with acting(user=cast.karen), pytest.raises(NotPossible):
        CheckInAnswer.say(asked, side="citizen", answer="well", by=cast.karen)


def test_an_answer_is_put_right_and_taken_back(client, cast, match, asked):
    people.sign_in(client, cast.karen)
    address = reverse("friendships:citizen_says", args=[match.pk])
    client.post(address, {"answer": "well"})

    for answer, stands in (("talk", {"citizen": "talk"}), ("mistake", {})):
        page = client.get(address)
        client.post(address, {"answer": answer, "opened": page.context["form"].opened})
        assert said(cast) == stands


def test_who_comes_second_is_told_who_wrote_it(cast, match, asked):
    with acting(user=cast.karen):
        CheckInAnswer.say(asked, side="citizen", answer="well", by=cast.karen)
        with pytest.raises(NotPossible, match="allerede"):
            CheckInAnswer.say(asked, side="citizen", answer="stop", by=cast.karen)


@pytest.mark.feature(36)
def test_each_answer_counts_once_as_support_given_to_the_volunteer(client, cast, match, asked):
    def supports() -> list:
        with acting(user=cast.karen):
            return list(Support.objects.values_list("kind", "given_on", "by"))

    token = token_of(cast, match)
    for answer in ("well", "talk"):
        tick(client, token, match, answer)
        assert supports() == [("check_in", today(), None)]

    tick(client, token, match, "mistake")
    assert supports() == []

    people.sign_in(client, cast.karen)
    address = reverse("friendships:volunteer_says", args=[match.pk])
    client.post(address, {"answer": "not_reached"})
    assert supports() == []
    page = client.get(address)
    client.post(address, {"answer": "well", "opened": page.context["form"].opened})
    assert supports() == [("check_in", today(), cast.karen.pk)]


def test_a_mistake_with_one_friend_takes_nothing_of_what_was_answered_for_the_other(client, cast, match, asked):
    with acting(user=cast.karen):
        match.volunteer.make_room(2)
    other = people.create_match(cast, citizen=people.create_citizen(cast, "Kim"), volunteer=match.volunteer)
    with acting(user=cast.karen):
        CheckIn.ask(other, today())
    token = token_of(cast, match)
    for pair in (match, other):
        tick(client, token, pair, "well")

    left = []
    for pair in (match, other):
        tick(client, token, pair, "mistake")
        with acting(user=cast.karen):
            left.append(Support.objects.count())

    assert left == [1, 0]


def test_at_most_ten_stand_on_the_desk_and_the_rest_is_a_number_with_its_list(client, cast):
    for number in range(AT_ONCE + 2):
        name = f"Nr. {number}"
        pair = in_state(
            cast,
            "active",
            citizen=people.create_citizen(cast, name),
            volunteer=people.ready_volunteer(cast, f"Ven {number}"),
        )
        with acting(user=cast.karen):
            CheckIn.ask(pair, today(-(number % 3)))

    found = lines(cast.karen)
    assert found.count(ASK) == AT_ONCE
    assert [one for one in found if one != ASK] == [
        ("2 venskaber mere: Spørg, hvordan det går", "friendships:check_ins")
    ]

    people.sign_in(client, cast.karen)
    page = client.get(reverse("friendships:check_ins"))
    assert page.context["list"].count == AT_ONCE + 2
    sought = client.post(reverse("friendships:check_ins"), {"words": "Nr. 7"})
    assert sought.context["list"].rows[0].match.citizen.called_name == "Nr. 7"


def test_the_database_takes_answers_only_as_long_as_both_are_asked(cast, match, asked):
    """Whatever the page lets through, the database does not."""
    databases.as_owner("UPDATE friendships_checkin SET ended_on = due_on")

    with acting(user=cast.karen), pytest.raises(NotPossible):
        CheckInAnswer.say(asked, side="citizen", answer="well", by=cast.karen)
