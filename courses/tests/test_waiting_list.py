"""Waiting lists: whoever waits longest moves up by herself, and what nobody answers goes to the next."""

from threading import Barrier, Thread

import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction

from access.context import acting
from courses.due import lapse_offers, remind_of_gatherings, tell_offers
from courses.models import Attendance, Gathering
from courses.places import take_place
from history.moves import NotPossible
from letters.models import Message, MessageBody
from volunteers.tests import lines, way
from weshelter.tests.days import today


@pytest.fixture
def full(cast):
    return lines.full_course(cast)


def give_back(full, attendance) -> None:
    with acting(user=full.cast.karen):
        attendance.give_back()


def test_when_it_is_full_one_comes_on_the_waiting_list(full):
    assert lines.list_of(full.cast, full.course) == [("Anna", "booked"), ("Bodil", "waiting"), ("Carla", "waiting")]
    assert lines.taken(full.cast, full.course) == 1


@pytest.mark.feature(11)
def test_a_place_given_back_is_offered_to_whoever_waits_longest(full):
    give_back(full, full.anna)

    assert lines.list_of(full.cast, full.course) == [("Anna", "declined"), ("Bodil", "offered"), ("Carla", "waiting")]
    assert lines.taken(full.cast, full.course) == 1


def test_nobody_passes_the_line(full):
    give_back(full, full.anna)

    lines.book(full.cast, full.course, full.anna.volunteer)

    assert dict(lines.list_of(full.cast, full.course))["Anna"] == "waiting"


def test_more_places_are_offered_in_the_order_of_the_list(full):
    with acting(user=full.cast.sille):
        Gathering.objects.filter(pk=full.course.pk).update(places=3)

    assert lines.list_of(full.cast, full.course) == [("Anna", "booked"), ("Bodil", "offered"), ("Carla", "offered")]


def test_a_place_given_back_twice_is_given_back_once(full):
    give_back(full, full.anna)
    give_back(full, full.anna)

    assert dict(lines.list_of(full.cast, full.course))["Carla"] == "waiting"


def test_who_takes_what_was_offered_has_it(full):
    give_back(full, full.anna)

    lines.book(full.cast, full.course, full.bodil.volunteer)

    assert dict(lines.list_of(full.cast, full.course))["Bodil"] == "booked"
    assert lines.taken(full.cast, full.course) == 1


def test_an_offer_that_is_not_wanted_goes_to_the_next(full):
    give_back(full, full.anna)
    give_back(full, full.bodil)

    assert lines.list_of(full.cast, full.course) == [("Anna", "declined"), ("Bodil", "declined"), ("Carla", "offered")]


def test_who_is_declined_while_she_waits_stands_in_no_line(full):
    with acting(user=full.cast.karen):
        full.bodil.volunteer.decline(reason="other", by=full.cast.karen)

    assert lines.list_of(full.cast, full.course) == [("Anna", "booked"), ("Carla", "waiting")]


def test_who_is_declined_leaves_the_place_to_the_next(full):
    with acting(user=full.cast.karen):
        full.anna.volunteer.decline(reason="other", by=full.cast.karen)

    assert lines.list_of(full.cast, full.course) == [("Bodil", "offered"), ("Carla", "waiting")]


def test_a_coordinator_elsewhere_takes_nobody_off_the_list(full):
    with pytest.raises(ProgrammingError, match="outside the scope"), acting(user=full.cast.nanna):
        full.anna.give_back()

    assert dict(lines.list_of(full.cast, full.course))["Anna"] == "booked"


@pytest.mark.parametrize(("state", "refusal"), [("booked", "row-level security"), ("attended", "no such move")])
def test_a_state_is_not_set_past_the_list_in_sql(full, state, refusal):
    with pytest.raises(DatabaseError, match=refusal), acting(user=full.cast.karen):
        Attendance.objects.filter(pk=full.bodil.pk).update(state=state)


@pytest.fixture
def at_work(committed_cast, as_login):
    """A full course with real commits, and a way to do what the jobs do."""
    full = lines.full_course(committed_cast)

    def work(job, *arguments):
        as_login("jobs")
        with transaction.atomic():
            done = job(*arguments)
        as_login("app")
        return done

    full.work = work
    full.as_login = as_login
    return full


def move(full, table: str, change: str) -> None:
    """As time would."""
    full.as_login("owner")
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {change}")
    full.as_login("app")


def kinds_of_letters(full) -> list[str]:
    with acting(user=full.cast.sille):
        return sorted(Message.objects.values_list("kind", flat=True))


def test_an_offer_that_nobody_answers_goes_to_the_next_and_she_is_told(at_work):
    give_back(at_work, at_work.anna)
    move(at_work, "courses_attendance", "offered_until = now() - interval '1 minute' WHERE state = 'offered'")

    assert at_work.work(lapse_offers, today()) == 1

    assert lines.list_of(at_work.cast, at_work.course) == [
        ("Anna", "declined"),
        ("Bodil", "lapsed"),
        ("Carla", "offered"),
    ]
    assert kinds_of_letters(at_work).count("course_offered") == 1


def test_an_offer_is_written_of_once_with_a_link_that_takes_it(at_work, client):
    give_back(at_work, at_work.anna)

    at_work.work(tell_offers)
    at_work.work(tell_offers)

    at_work.as_login("jobs")
    (letter,) = MessageBody.objects.filter(message__kind="course_offered").values_list("text", flat=True)
    at_work.as_login("app")
    address = next(word for word in letter.split() if "/mine-kurser/" in word)
    client.post("/" + address.split("/", 3)[3], {"gathering": at_work.course.pk, "answer": "yes"})
    assert dict(lines.list_of(at_work.cast, at_work.course))["Bodil"] == "booked"


def test_an_offer_made_anew_is_written_of_anew(at_work):
    give_back(at_work, at_work.anna)
    at_work.work(tell_offers)
    give_back(at_work, at_work.bodil)
    at_work.work(tell_offers)
    lines.book(at_work.cast, at_work.course, at_work.bodil.volunteer)

    give_back(at_work, at_work.carla)
    at_work.work(tell_offers)

    assert dict(lines.list_of(at_work.cast, at_work.course))["Bodil"] == "offered"
    assert kinds_of_letters(at_work).count("course_offered") == 3


@pytest.mark.feature(11)
def test_who_has_a_place_is_reminded_once_two_days_before(at_work):
    move(at_work, "courses_gathering", "starts_at = now() + interval '2 days', ends_at = now() + interval '3 days'")

    reminded = [at_work.work(remind_of_gatherings, today()) for _ in range(2)]

    assert reminded == [1, 0]
    assert kinds_of_letters(at_work).count("course_reminder") == 1


def test_nobody_is_reminded_of_what_is_far_ahead(at_work):
    assert at_work.work(remind_of_gatherings, today()) == 0


@pytest.mark.feature(11)
def test_forty_who_answer_at_once_leave_twelve_places_taken_and_an_ordered_list(committed_cast):
    cast = committed_cast
    course = lines.course_ahead(cast, places=12)
    tokens = [lines.token(cast, way.in_training(cast, f"Nr{n} Nielsen")) for n in range(40)]
    volunteers = {}
    for one in tokens:
        with acting(link=one):
            volunteers[one] = way.Volunteer.objects.get()
    together, came_to = Barrier(40), []

    def answer(token):
        try:
            with acting(link=token):
                together.wait(timeout=60)
                take_place("gathering", course, volunteers[token])
                came_to.append(volunteers[token].name.split()[0])
        except NotPossible:
            came_to.append("refused")
        finally:
            connection.close()

    threads = [Thread(target=answer, args=[one]) for one in tokens]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)

    states = [state for _name, state in lines.list_of(cast, course)]
    assert states == ["booked"] * 12 + ["waiting"] * 28
    assert lines.taken(cast, course) == 12
    assert "refused" not in came_to
