"""Whoever mistyped the address puts it right on the thank-you page, and writes nothing else again."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.db.models import F
from django.urls import reverse

from access.context import acting
from access.links import Purpose, issue_link
from coordinators.timeline import timeline_of
from volunteers.limits import PER_ADDRESS, PER_APPLICATION, count_attempt
from volunteers.models import Volunteer
from volunteers.tests import way
from volunteers.tests.test_application import THANKS, applications, send
from weshelter.tests import people

WRONG, RIGHT = "anna@example.ent", "anna@example.net"
TOO_LATE = "Adressen kan ikke længere rettes her"


def put_right(client, email: str = RIGHT, **more):
    return client.post(reverse("volunteers:applied"), {"email": email} | more)


@pytest.fixture
def written(as_login, mailoutbox):
    """What has left since the last time, once the worker has worked: to whom, the subject, and the first link in it."""

    def work() -> list[tuple]:
        as_login("jobs")
        call_command("work", once=True)
        as_login("app")
        found = [(mail.to[0], mail.subject, re.findall(r"https?://[^/]+(/\S+)", mail.body)[0]) for mail in mailoutbox]
        mailoutbox.clear()
        return found

    return work


@pytest.fixture
def mistyped(client, committed_cast):
    """Anna has just applied with a wrong address; nothing has left yet."""
    send(client, committed_cast.rg60.friend_role, email=WRONG)
    return committed_cast


@pytest.mark.feature(94)
def test_the_mail_goes_anew_to_the_right_address_and_the_former_link_is_dead(client, mistyped, written):
    [(_to, _subject, former)] = written()

    page = client.get(put_right(client).url)

    [(to, subject, link)] = written()
    [anna] = applications(mistyped)
    assert (to, subject, anna.email) == (RIGHT, "Tak – vi har fået din ansøgning", RIGHT)
    assert [client.get(path).status_code for path in (former, link)] == [404, 200]
    assert RIGHT in page.content.decode()
    assert WRONG not in page.content.decode()


def test_what_has_not_left_yet_does_not_go_to_the_wrong_address(client, mistyped, written):
    put_right(client)

    assert [to for to, *_rest in written()] == [RIGHT]


def test_pressed_twice_it_is_sent_once(client, mistyped, written):
    for _time in range(2):
        assert put_right(client).url == THANKS

    assert [to for to, *_rest in written()] == [RIGHT]


def test_in_english_the_mail_comes_anew_in_english(client, mistyped, written):
    client.cookies["django_language"] = "en"

    put_right(client)

    assert [subject for _to, subject, _link in written()] == ["Thank you – we have your application"]


def test_mistyped_once_more_it_is_put_right_once_more(client, mistyped, written):
    for email in ("anna@example.nte", RIGHT):
        put_right(client, email)

    assert [to for to, *_rest in written()] == [RIGHT]


@pytest.mark.feature(94)
def test_once_a_link_was_opened_whoever_screens_her_does_it(client, mistyped, written):
    """Somebody reads there: it may be she herself, and then her own page says so."""
    [(_to, _subject, link)] = written()
    client.get(link)

    page = put_right(client)

    assert TOO_LATE in str(page.context["form"].errors)
    assert (written(), [anna.email for anna in applications(mistyped)]) == ([], [WRONG])


def test_after_an_hour_whoever_screens_her_does_it(client, mistyped, as_login):
    as_login("owner")
    Volunteer.objects.update(applied_at=F("applied_at") - timedelta(minutes=61))
    as_login("app")

    page = put_right(client)

    assert TOO_LATE in str(page.context["form"].errors)
    assert [anna.email for anna in applications(mistyped)] == [WRONG]


def test_an_application_that_somebody_has_begun_with_is_changed_no_more(client, mistyped):
    [anna] = applications(mistyped)
    with acting(user=mistyped.karen):
        anna.decline(reason="other", by=mistyped.karen)

    assert TOO_LATE in str(put_right(client).context["form"].errors)


@pytest.mark.feature(94)
def test_whoever_has_been_offered_times_meanwhile_is_put_right_by_the_house(client, mistyped, written):
    """With the address the link to choose by would end, and the receipt does not bring it anew."""
    [anna] = applications(mistyped)
    talk = way.offered(mistyped, anna)
    with acting(user=mistyped.karen):
        issue_link(Purpose.CONVERSATION, anna, "screening:choose", about=talk)

    page = put_right(client)

    assert TOO_LATE in str(page.context["form"].errors)
    assert [one.email for one in applications(mistyped)] == [WRONG]


def test_in_another_browser_nothing_is_put_right(client, cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role, email=WRONG)

    page = put_right(client)

    assert TOO_LATE in page.content.decode()
    assert way.now(cast, anna).email == WRONG


def test_the_answer_does_not_tell_whether_the_address_is_known(client, cast):
    people.apply("Bent Ansøger", cast.rg60.friend_role, email="bent@example.net")
    answers = []
    for email in ("bent@example.net", "ukendt@example.net"):
        send(client, cast.rg60.friend_role, email=WRONG)
        answers.append(put_right(client, email))

    assert [(answer.status_code, answer.url, answer.content) for answer in answers] == [(302, THANKS, b"")] * 2


@pytest.mark.parametrize("typed", ["", "anna", "0101901234@example.net", "a" * 250 + "@example.net", "<script>"])
def test_what_is_no_address_is_said_beside_the_field_and_stays(client, cast, typed):
    send(client, cast.rg60.friend_role, email=WRONG)

    page = put_right(client, typed)

    assert list(page.context["form"].errors) == ["email"]
    assert page.context["form"]["email"].value() == typed
    assert '<details class="narrow" open>' in page.content.decode()


def test_a_robot_is_thanked_and_nothing_is_changed(client, cast):
    send(client, cast.rg60.friend_role, email=WRONG)

    answer = put_right(client, website="https://spam.example")

    assert (answer.url, [anna.email for anna in applications(cast)]) == (THANKS, [WRONG])


def test_whom_the_trap_caught_has_nothing_to_put_right(client, cast):
    send(client, cast.rg60.friend_role, website="https://spam.example")

    assert TOO_LATE in str(put_right(client).context["form"].errors)


@pytest.mark.feature(1)
def test_of_one_application_at_most_five_mails_go_anew(client, mistyped, written):
    written()

    answers = [put_right(client, f"a{number}@example.net").status_code for number in range(7)]

    assert answers == [302] * PER_APPLICATION.at_most + [200] * 2
    assert [to for to, *_rest in written()] == ["a4@example.net"]


def test_a_mail_that_goes_anew_counts_as_one_more_application_of_that_address(client, cast):
    send(client, cast.rg60.friend_role, email=WRONG)
    for _one in range(PER_ADDRESS.at_most):
        count_attempt(PER_ADDRESS, RIGHT)

    assert put_right(client).status_code == 200


def test_the_session_keeps_the_key_and_the_address_alone(client, cast):
    send(client, cast.rg60.friend_role, email=WRONG)

    [anna] = applications(cast)
    assert dict(client.session) == {"just_made": str(anna.pk), "written_to": WRONG}


def test_the_timeline_says_that_it_was_she(client, cast):
    send(client, cast.rg60.friend_role, email=WRONG)
    put_right(client)

    [anna] = applications(cast)
    with acting(user=cast.karen):
        assert [line.sentence for line in timeline_of(anna).lines] == [
            "Den frivillige ændrede oplysningerne",
            "Ansøgningen kom ind",
        ]


@pytest.mark.parametrize("column", ["name", "phone", "motivation", "postcode"])
def test_the_database_lets_the_address_alone_be_changed(cast, column):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    with (
        acting(new_id=anna.pk),
        pytest.raises(DatabaseError, match="nothing right but the address"),
        transaction.atomic(),
    ):
        Volunteer.objects.filter(pk=anna.pk).update(**{column: "2300"})


def test_under_another_key_the_database_changes_nothing(cast):
    anna = people.apply("Anna Ansøger", cast.rg60.friend_role)

    with acting(new_id=uuid4()):
        assert Volunteer.objects.filter(pk=anna.pk).update(email=RIGHT) == 0
