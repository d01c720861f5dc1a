"""The acts on the way to ready, each by whoever screens the volunteer and by nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from letters.models import Message
from screening.models import Interview
from volunteers.models import Volunteer
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.matrix import pages


def act(client, name, volunteer, **typed):
    return client.post(reverse(f"screening:{name}", args=[volunteer.pk]), typed)


def letters(cast) -> list[str]:
    with acting(user=cast.sille):
        return list(Message.objects.order_by("made_at").values_list("kind", flat=True))


def conversation(**changes) -> dict:
    sides = dict.fromkeys(Interview.SIDES, "good")
    return {"held_on": timezone.localdate().isoformat(), "outcome": "good", **sides} | changes


# Every address of one volunteer that something can be posted to, so that a new act takes part by itself.
POSTED = [page for page in pages() if page.access and "POST" in page.access.methods and page.names == ["volunteer_id"]]
ACTS = [name.removeprefix("screening:") for name in map(str, POSTED) if name.startswith("screening:")]


@pytest.mark.parametrize("name", ACTS)
def test_a_coordinator_elsewhere_can_do_nothing(client, cast, name):
    anna = way.applied(cast)
    people.sign_in(client, cast.nanna)

    assert act(client, name, anna).status_code == 404
    assert way.now(cast, anna).state == "applied"


@pytest.mark.parametrize("name", ACTS)
def test_a_lead_can_do_nothing(client, cast, name):
    tove = way.in_training(cast)
    people.sign_in(client, cast.lars)

    assert act(client, name, tove).status_code == 404


@pytest.mark.parametrize("name", ACTS)
def test_nobody_screens_herself(client, cast, name):
    karen = way.applied(cast, "Karen Koordinator")
    way.becomes_user(cast, karen, cast.karen)
    people.sign_in(client, cast.karen)

    assert act(client, name, karen, **conversation()).status_code == 403
    assert way.now(cast, karen).state == "applied"


@pytest.mark.feature(4)
def test_a_good_conversation_leads_on(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = act(client, "conversation", anna, **conversation())

    assert response.url == reverse("screening:detail", args=[anna.pk])
    assert way.now(cast, anna).state == "interviewed"
    with acting(user=cast.karen):
        assert [(one.by, one.outcome) for one in anna.interviews.all()] == [(cast.karen, "good")]


def test_talking_more_is_written_down_and_nothing_else_changes(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    act(client, "conversation", anna, **conversation(outcome="talk_more"))

    assert way.now(cast, anna).state == "applied"


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_on": (timezone.localdate() + timedelta(days=1)).isoformat()},
        {"held_on": "i går"},
        {"held_on": ""},
        {"outcome": ""},
        {"outcome": "wonderful"},
        {"time": ""},
        {"robustness": "no"},
    ],
    ids=str,
)
def test_a_conversation_that_is_written_wrongly_is_not_kept(client, cast, wrong):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = act(client, "conversation", anna, **conversation(**wrong))

    assert "error-summary" in response.content.decode()
    assert way.now(cast, anna).state == "applied"


@pytest.mark.feature(9)
def test_training_assigns_to_the_roles_project_and_sends_the_agreement_and_the_choice_of_courses(client, cast):
    ida = way.interviewed(cast)
    people.sign_in(client, cast.karen)

    act(client, "training", ida)

    assert way.now(cast, ida).state == "in_training"
    assert letters(cast) == ["agreement", "course_choice"]
    with acting(user=cast.karen):
        assert [one.project for one in ida.assignments.all()] == [cast.rg60.friends]


def test_training_before_the_conversation_is_not_possible(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = act(client, "training", anna)

    assert response.status_code == 409
    assert (way.now(cast, anna).state, letters(cast)) == ("applied", [])


def test_training_is_begun_by_who_holds_the_project_of_the_role(client, cast):
    ida = way.interviewed(cast)
    with acting(user=cast.sille):
        ida.assign(cast.nabo.food, by=cast.sille)
    people.sign_in(client, cast.nanna)

    assert client.get(reverse("screening:detail", args=[ida.pk])).status_code == 200
    assert act(client, "training", ida).status_code == 403


def test_the_agreement_is_sent_again(client, cast):
    tove = way.in_training(cast)
    people.sign_in(client, cast.sille)

    act(client, "agreement", tove)

    assert letters(cast) == ["agreement"]


def test_the_agreement_is_not_sent_to_an_applicant(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    assert act(client, "agreement", anna).status_code == 409
    assert letters(cast) == []


@pytest.mark.feature(11)
def test_a_place_is_booked_and_the_letter_says_when_and_where(client, cast):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)

    act(client, "book", tove, gathering=cast.course.pk)

    with acting(user=cast.karen):
        assert [(one.gathering, one.state) for one in tove.attendances.all()] == [(cast.course, "booked")]
    assert letters(cast) == ["course_booked"]


def test_the_same_place_is_booked_once(client, cast):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)
    act(client, "book", tove, gathering=cast.course.pk)

    response = act(client, "book", tove, gathering=cast.course.pk)

    assert "error-summary" in response.content.decode()
    assert letters(cast) == ["course_booked"]


def test_an_applicant_is_not_booked(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = act(client, "book", anna, gathering=cast.course.pk)

    assert "error-summary" in response.content.decode()
    assert letters(cast) == []


@pytest.mark.parametrize("course", ["held", "network meeting", "none"])
def test_only_coming_introductions_can_be_booked(client, cast, course):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        gathering = {
            "held": lambda: people.create_course(days=-3).pk,
            "network meeting": lambda: people.create_course(kind="network").pk,
            "none": uuid4,
        }[course]()
    people.sign_in(client, cast.karen)

    response = act(client, "book", tove, gathering=gathering)

    assert list(response.context["card"].booking_form.errors) == ["gathering"]


def test_a_full_course_gives_a_place_on_the_waiting_list_and_a_letter_about_it(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.sille):
        full = people.create_course(places=0)
    people.sign_in(client, cast.karen)

    act(client, "book", tove, gathering=full.pk)

    with acting(user=cast.karen):
        assert [one.state for one in full.attendances.all()] == ["waiting"]
    assert letters(cast) == ["course_waiting"]


def test_a_volunteer_gets_one_more_of_my_projects(client, cast):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)

    act(client, "assign", tove, role=cast.rg60.food_role.pk)

    assert set(way.now(cast, tove).project_ids) == {cast.rg60.friends.pk, cast.rg60.food.pk}


@pytest.mark.parametrize("whose", ["nabo", "rg60"])
def test_a_role_of_others_or_her_own_is_no_choice(client, cast, whose):
    tove = way.in_training(cast)
    people.sign_in(client, cast.karen)

    response = act(client, "assign", tove, role=getattr(cast, whose).friend_role.pk)

    assert list(response.context["card"].assignment_form.errors) == ["role"]
    assert way.now(cast, tove).project_ids == [cast.rg60.friends.pk]


NO = {"reason": "no_time", "letter": "Kære Anna"}


def test_declining_asks_first_and_says_what_happens(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    response = act(client, "decline", anna, choose="1", reason="no_time")

    assert "anna@example.net" in response.content.decode()
    assert (way.now(cast, anna).state, letters(cast)) == ("applied", [])


def test_a_declined_applicant_gets_a_kind_letter(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    act(client, "decline", anna, **NO)

    assert (way.now(cast, anna).state, letters(cast)) == ("declined", ["declined"])


def test_declining_twice_is_declining_once(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)
    act(client, "decline", anna, **NO)

    told = act(client, "decline", anna, **NO)

    assert "Det stod du selv for i dag kl." in told.context["form"].non_field_errors()[0]
    assert letters(cast) == ["declined"]


@pytest.mark.parametrize(
    ("name", "answer"), [("conversation", 200), ("training", 409), ("agreement", 409), ("decline", 200)]
)
def test_nothing_can_be_done_with_who_was_declined_and_a_form_keeps_what_was_typed(client, cast, name, answer):
    anna = way.applied(cast)
    with acting(user=cast.sille):
        anna.decline(reason="other", by=cast.sille)
    people.sign_in(client, cast.karen)

    assert act(client, name, anna, **conversation()).status_code == answer
    assert way.now(cast, anna).state == "declined"


def test_get_changes_nothing(client, cast):
    ida = way.interviewed(cast)
    people.sign_in(client, cast.karen)

    for name in ACTS:
        client.get(reverse(f"screening:{name}", args=[ida.pk]))

    assert (way.now(cast, ida).state, letters(cast)) == ("interviewed", [])
    with acting(user=cast.sille):
        assert Volunteer.objects.get(pk=ida.pk).interviews.count() == 1
