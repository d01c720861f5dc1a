"""A form that is sent twice, by an impatient thumb or the back button, is done once, and a sentence says so."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from letters.models import Message
from volunteers.models import Exemption, Interview, RecordCheck, Reference, Signature
from volunteers.tests import way
from weshelter.tests import people
from weshelter.tests.at_once import at_once
from weshelter.tests.days import today, typed

HELD = {"held_on": timedelta(), **dict.fromkeys([*Interview.SIDES, "outcome"], "good")}
NAMED = {"name": "Rita Referent", "email": "rita@example.org", "relation": "work", "has_said_yes": "on"}
SAID_NO = {"reason": "other", "letter": "Kære Anna, tak for din ansøgning."}


def twice(client, name: str, /, *args, **data) -> list[int]:
    """The same form twice; what each answered."""
    url = reverse(f"volunteers:{name}", args=args)
    return [client.post(url, data).status_code for _time in range(2)]


def count(cast, model) -> int:
    with acting(user=cast.sille):
        return model.objects.count()


@pytest.fixture
def sille(client, cast):
    people.sign_in(client, cast.sille)
    return client


@pytest.mark.parametrize(
    ("name", "data", "model", "answers"),
    [
        ("conversation", HELD, Interview, [302, 302]),
        ("ask_reference", NAMED, Reference, [302, 200]),
        ("ask_check", {"kind": "criminal_record"}, RecordCheck, [302, 200]),
        ("decline", SAID_NO, Message, [302, 200]),
    ],
)
def test_what_is_written_down_of_an_applicant_twice_stands_once(sille, cast, name, data, model, answers):
    anna = way.applied(cast)

    assert (twice(sille, name, anna.pk, **typed(data)), count(cast, model)) == (answers, 1)


def test_a_signature_on_paper_twice_is_one(sille, cast):
    tove = way.in_training(cast)

    assert twice(sille, "paper", tove.pk, signed_on=today().isoformat(), has_paper="on") == [302, 302]
    assert count(cast, Signature) == 1


def test_an_exemption_is_given_once_and_taken_back_once(sille, cast):
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    tove = way.in_training(cast)
    asked = way.requirement(cast, tove, "criminal_record")

    given = twice(sille, "exempt", tove.pk, asked.pk, why="Den er på vej", until_on=today().isoformat())
    with acting(user=cast.sille):
        exemption = Exemption.objects.get()
    ended = twice(sille, "end_exemption", tove.pk, exemption.pk)

    assert (given, ended) == ([302, 302], [302, 409])  # the second is told who ended it


def test_a_check_that_was_decided_is_not_decided_again(sille, cast):
    anna = way.applied(cast)
    check = way.checked(cast, anna)
    page = reverse("volunteers:see_check", args=[anna.pk, check.pk])

    again = sille.post(
        page, {"seen_on": today().isoformat(), "outcome": "not_ok"}, headers={"referer": f"http://testserver{page}"}
    )

    assert (again.status_code, again.context["back"]) == (409, reverse("volunteers:ask_check", args=[anna.pk]))
    with acting(user=cast.sille):
        assert RecordCheck.objects.get().outcome == "ok"


def test_after_a_no_the_way_back_is_the_page_of_the_volunteer_and_not_the_form_again(sille, cast):
    anna = way.applied(cast)
    page = reverse("volunteers:training", args=[anna.pk])
    twice(sille, "decline", anna.pk, **SAID_NO)

    again = sille.post(page, headers={"referer": f"http://testserver{page}"})

    assert (again.status_code, again.context["back"]) == (409, reverse("volunteers:detail", args=[anna.pk]))


def test_an_agreement_that_was_signed_by_link_says_the_second_time_that_we_have_it(client, cast):
    tove = way.in_training(cast)
    with acting(user=cast.karen):
        token = way.token_of(issue_link(Purpose.AGREEMENT, tove, "volunteers:sign"))
    page = reverse("volunteers:sign", args=[token])
    answers = [client.post(page, {"has_read": "on", "opened": cast.agreement.pk}) for _time in range(2)]

    assert [answer.status_code for answer in answers] == [302, 404]
    assert "Har du lige svaret eller skrevet under?" in answers[1].content.decode()
    assert count(cast, Signature) == 1


def sille_at_once(cast, act) -> list[str]:
    """Two taps of Sille's at the same moment; what the later was told."""

    def act_too():
        with acting(user=cast.sille):
            act()

    with acting(user=cast.sille):
        thread, met = at_once(act, act_too)
    thread.join(timeout=20)
    return met


def test_two_taps_at_once_write_down_one_conversation(committed_cast):
    cast = committed_cast
    anna = way.applied(cast)

    met = sille_at_once(
        cast, lambda: anna.hold_conversation(held_on=timezone.localdate(), outcome="talk_more", by=cast.sille)
    )

    assert (met, count(cast, Interview)) == ([], 1)


def test_two_taps_at_once_give_one_exemption(committed_cast):
    cast = committed_cast
    way.asks(cast, cast.rg60.friend_role, record_asked="criminal_record")
    asked = way.requirement(cast, way.in_training(cast), "criminal_record")

    met = sille_at_once(cast, lambda: asked.exempt(why="På vej", until_on=timezone.localdate(), by=cast.sille))

    assert (met, count(cast, Exemption)) == ([], 1)
