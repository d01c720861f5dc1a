"""The page where a volunteer chooses a course by link, and says whether she comes."""

import pytest
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from letters.models import Message
from volunteers.tests import lines, way
from weshelter.tests import people


@pytest.fixture
def tove(cast):
    """Tove in training, a course in a week, and her link."""
    cast.tove = way.in_training(cast)
    cast.ahead = lines.course_ahead(cast, places=1)
    cast.page = reverse("courses:courses", args=[lines.token(cast, cast.tove)])
    return cast


def say(client, cast, answer: str, gathering=None):
    said = {"gathering": (gathering or cast.ahead).pk, "answer": answer}
    return client.post(cast.page, said, follow=True)


def states(cast, volunteer) -> list[str]:
    with acting(user=cast.sille):
        return list(volunteer.attendances.values_list("state", flat=True))


@pytest.mark.feature(11)
@pytest.mark.feature(72)
def test_the_page_shows_the_courses_ahead_that_are_still_needed(client, tove):
    response = client.get(tove.page)

    assert [choice.gathering.pk for choice in response.context["choices"]] == [tove.course.pk, tove.ahead.pk]
    assert states(tove, tove.tove) == []


def test_from_the_own_page_there_is_a_way_back_and_from_a_letter_none(client, tove):
    with acting(user=tove.karen):
        own = way.token_of(issue_link(Purpose.OWN_PAGE, tove.tove, "coordinators:own_page"))
    back = f'href="{reverse("coordinators:own_page", args=[own])}"'

    from_own_page = client.get(reverse("courses:courses", args=[own])).content.decode()

    assert back in from_own_page
    assert "/min-side/" not in client.get(tove.page).content.decode()


def test_a_yes_gives_a_place_and_a_letter_and_twice_is_once(client, tove):
    say(client, tove, "yes")
    say(client, tove, "yes")

    assert states(tove, tove.tove) == ["booked"]
    with acting(user=tove.sille):
        assert list(Message.objects.values_list("kind", flat=True)) == ["course_booked"]


def test_a_yes_to_what_is_full_is_a_number_on_the_waiting_list(client, tove):
    lines.book(tove, tove.ahead, way.in_training(tove, "Birgit Booket"))

    response = say(client, tove, "yes")

    lines_of_it = {choice.gathering.pk: choice.place_in_line for choice in response.context["choices"]}
    assert (states(tove, tove.tove), lines_of_it[tove.ahead.pk]) == (["waiting"], 1)


def test_she_gives_the_place_back_and_changes_her_mind(client, tove):
    say(client, tove, "yes")
    say(client, tove, "no")
    given_back = states(tove, tove.tove)

    say(client, tove, "yes")

    assert (given_back, states(tove, tove.tove)) == (["declined"], ["booked"])


def test_what_was_missed_is_taken_up_in_the_next_course(client, tove):
    first_half = lines.course_ahead(tove, places=5, days=0, modules=["target_group", "dilemmas", "staff"])
    with acting(user=tove.sille):
        first_half.book(tove.tove).tick(came=True, by=tove.sille)
    lines.course_ahead(tove, places=5, days=9, modules=["target_group", "staff"])
    second_half = lines.course_ahead(tove, places=5, days=12, modules=["role", "confidentiality", "duty_to_notify"])

    response = client.get(tove.page)

    shown = [choice.gathering.pk for choice in response.context["choices"]]
    assert sorted(shown) == sorted([tove.course.pk, first_half.pk, tove.ahead.pk, second_half.pk])


@pytest.mark.feature(12)
def test_only_all_modules_together_are_the_course(client, tove):
    halves = (["target_group", "dilemmas", "staff"], ["role", "confidentiality", "duty_to_notify"])
    with acting(user=tove.sille):
        tove.tove.sign(tove.agreement, how="paper", by=tove.sille)
    seen = []

    for modules in halves:
        half = lines.course_ahead(tove, places=5, days=0, modules=modules)
        with acting(user=tove.sille):
            half.book(tove.tove).tick(came=True, by=tove.sille)
        seen.append(way.now(tove, tove.tove).state)

    assert seen == ["in_training", "ready"]


@pytest.mark.parametrize(
    "said", [{}, {"gathering": "x", "answer": "yes"}, {"gathering": "", "answer": "yes"}, {"answer": "måske"}]
)
def test_what_is_no_answer_is_said_and_nothing_is_written(client, tove, said):
    response = client.post(tove.page, said)

    assert response.status_code == 200
    assert [message.level_tag for message in response.context["messages"]] == ["error"]
    assert states(tove, tove.tove) == []


def test_a_meeting_she_is_not_asked_to_cannot_be_chosen(client, tove):
    meeting = lines.course_ahead(tove, kind="network")

    say(client, tove, "yes", meeting)

    assert states(tove, tove.tove) == []


@pytest.mark.feature(15)
def test_those_whom_a_meeting_is_for_are_asked_once_and_answer_by_link(client, tove):
    vera = people.ready_volunteer(tove)
    meeting = lines.course_ahead(tove, places=5, kind="network")
    people.sign_in(client, tove.karen)
    for _ in range(2):
        client.post(reverse("courses:invite", args=[meeting.pk]))
    asked = lines.list_of(tove, meeting)
    client.logout()

    tove.page = reverse("courses:courses", args=[lines.token(tove, vera)])
    say(client, tove, "yes", meeting)

    assert (asked, lines.list_of(tove, meeting)) == ([("Vera", "invited")], [("Vera", "booked")])
    with acting(user=tove.sille):
        assert sorted(Message.objects.values_list("kind", flat=True)) == ["course_booked", "course_invited"]


def test_nobody_but_oneself_is_on_the_page(client, tove):
    lines.book(tove, tove.ahead, way.in_training(tove, "Birgit Booket"))

    assert "Birgit" not in client.get(tove.page).content.decode()
