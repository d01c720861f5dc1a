"""A course or meeting is moved and called off by whoever makes courses; everybody who was told is told again, once."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from access.context import acting
from access.links import Purpose, issue_link
from courses import telling
from courses.due import remind_of_gatherings, tell_offers
from courses.models import Attendance, Gathering
from history.moves import NotPossible
from letters.models import Message
from volunteers.readiness import missing
from volunteers.tests import way
from weshelter.tests import people


def said(gathering, **changes) -> dict:
    """What the page shows of it, but for some changes."""
    begins, ends = (f"{timezone.localtime(at):%Y-%m-%dT%H:%M}" for at in (gathering.starts_at, gathering.ends_at))
    return {"starts_at": begins, "ends_at": ends, "place": gathering.place, "places": gathering.places, **changes}


def later(gathering, **by) -> dict:
    moved = {name: timezone.localtime(getattr(gathering, name)) + timedelta(**by) for name in ("starts_at", "ends_at")}
    return {name: f"{at:%Y-%m-%dT%H:%M}" for name, at in moved.items()}


def post(client, page: str, gathering, **values):
    return client.post(reverse(f"courses:{page}", args=[gathering.pk]), values)


def mails(cast, kind: str) -> list[str]:
    with acting(user=cast.sille):
        return sorted(Message.objects.filter(kind=kind).values_list("address", flat=True))


def states(cast, course) -> dict[str, str]:
    with acting(user=cast.sille):
        return {str(one.volunteer.first_name): one.state for one in course.attendances.select_related("volunteer")}


@pytest.fixture
def course(cast) -> Gathering:
    """A course of two places in ten days: Anna and Bea have one, Cleo waits; the secretariat is signed in."""
    with acting(user=cast.sille):
        course = people.create_course(days=10, places=2)
    cast.three = [way.in_training(cast, name) for name in ("Anna A", "Bea B", "Cleo C")]
    with acting(user=cast.karen):
        for one in cast.three:
            course.book(one)
    with acting(user=cast.sille):
        return Gathering.objects.get(pk=course.pk)


def addresses(cast) -> list[str]:
    return sorted(one.email for one in cast.three)


@pytest.mark.feature(94)
def test_whoever_has_a_place_or_waits_is_told_once_that_it_is_moved(client, cast, course):
    people.sign_in(client, cast.sille)

    for _time in range(2):
        response = post(client, "change", course, **said(course, **later(course, days=7), place="Caféen"))

    with acting(user=cast.sille):
        moved = Gathering.objects.get(pk=course.pk)
    assert response.url == reverse("courses:gathering", args=[course.pk])
    assert (said(moved)["starts_at"], moved.place) == (later(course, days=7)["starts_at"], "Caféen")
    assert mails(cast, "course_changed") == addresses(cast)


@pytest.mark.feature(94)
def test_in_the_administration_it_is_moved_and_told_too(client, cast, course):
    people.sign_in(client, cast.sille)
    page = reverse("admin:courses_gathering_change", args=[course.pk])
    form = client.get(page).context["adminform"].form
    typed = {form[name].html_name: form[name].value() for name in form.fields}
    begins = timezone.localtime(course.starts_at) - timedelta(days=1)
    typed |= {"starts_at_0": f"{begins:%Y-%m-%d}", "starts_at_1": f"{begins:%H:%M}", "institution": ""}
    ends = timezone.localtime(course.ends_at)
    typed |= {"ends_at_0": f"{ends:%Y-%m-%d}", "ends_at_1": f"{ends:%H:%M}"}

    client.post(page, typed)

    assert mails(cast, "course_changed") == addresses(cast)


@pytest.mark.feature(94)
def test_called_off_in_the_administration_it_is_told_too(client, cast, course):
    people.sign_in(client, cast.sille)
    page = reverse("admin:courses_gathering_changelist")

    for _time in range(2):
        client.post(page, {"action": "call_off", "_selected_action": [str(course.pk)]})

    assert mails(cast, "course_called_off") == addresses(cast)


@pytest.mark.feature(94)
def test_called_off_nobody_has_a_place_and_all_are_told_once(client, cast, course):
    people.sign_in(client, cast.sille)

    answers = [post(client, "call_off", course).status_code for _time in range(2)]

    assert answers == [302, 409]
    assert states(cast, course) == dict.fromkeys(("Anna", "Bea", "Cleo"), "called_off")
    assert mails(cast, "course_called_off") == addresses(cast)
    with acting(user=cast.sille):
        assert course not in Gathering.objects.upcoming()
        assert Gathering.objects.get(pk=course.pk).taken == 0


def test_who_was_offered_a_place_at_one_that_is_called_off_has_no_offer(cast, course):
    with acting(user=cast.karen):
        course.attendances.get(volunteer=cast.three[0]).give_back()
    before = states(cast, course)

    with acting(user=cast.sille):
        telling.call_off(course, by=cast.sille)

    assert (before["Cleo"], states(cast, course)["Cleo"]) == ("offered", "called_off")


def test_nobody_gets_a_place_at_one_that_is_called_off(cast, course):
    dora = way.in_training(cast, "Dora D")
    with acting(user=cast.sille):
        telling.call_off(course, by=cast.sille)

    with acting(user=cast.karen), pytest.raises(NotPossible, match="aflyst"):
        course.book(dora)
    with acting(user=cast.karen), pytest.raises(NotPossible, match="aflyst"):
        course.invite(dora)


@pytest.mark.feature(71)
@pytest.mark.feature(94)
def test_the_calendar_entry_follows_and_is_taken_out(client, cast, course):
    anna = cast.three[0]
    with acting(user=cast.karen):
        token = way.token_of(issue_link(Purpose.COURSES, anna, "courses:courses", about=course))
    entry = reverse("courses:calendar", args=[token, course.pk])
    files = [client.get(entry).content]
    with acting(user=cast.sille):
        course.change(by=cast.sille, place="Caféen")
    files.append(client.get(entry).content)
    with acting(user=cast.sille):
        course.call_off(by=cast.sille)
    files.append(client.get(entry).content)

    calendars = [Calendar.from_ical(file) for file in files]
    events = [calendar.walk("VEVENT")[0] for calendar in calendars]
    assert len({str(event["uid"]) for event in events}) == 1
    assert sorted({event["sequence"] for event in events}) == [event["sequence"] for event in events]
    assert [str(calendar["method"]) for calendar in calendars] == ["PUBLISH", "PUBLISH", "CANCEL"]
    assert [str(event["status"]) for event in events] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert str(events[1]["location"]) == "Caféen"


@pytest.mark.feature(94)
def test_who_was_reminded_of_the_first_day_is_reminded_of_the_next(committed_cast, as_login):
    cast = committed_cast
    with acting(user=cast.sille):
        course = people.create_course(days=2)
    anna = way.in_training(cast, "Anna A")
    with acting(user=cast.karen):
        course.book(anna)
    reminded = []
    for days in (0, 20):
        with acting(user=cast.sille):
            Gathering.objects.get(pk=course.pk).change(
                by=cast.sille, starts_at=course.starts_at + timedelta(days), ends_at=course.ends_at + timedelta(days)
            )
        as_login("owner")
        Gathering.objects.filter(pk=course.pk).update(starts_at=course.starts_at)  # the days have passed
        as_login("jobs")
        reminded.append(remind_of_gatherings(timezone.localdate()))
        as_login("app")

    assert reminded == [1, 1]


@pytest.mark.feature(94)
def test_places_added_to_a_full_course_are_offered_and_the_days_run_from_the_mail(committed_cast, as_login, mailbox):
    cast = committed_cast
    with acting(user=cast.sille):
        course = people.create_course(days=30, places=1)
    anna, bea = (way.in_training(cast, name) for name in ("Anna A", "Bea B"))
    with acting(user=cast.karen):
        for one in (anna, bea):
            course.book(one)
    with acting(user=cast.sille):
        telling.change(Gathering.objects.get(pk=course.pk), by=cast.sille, places=2)
    as_login("jobs")
    offered = Attendance.objects.get(volunteer=bea)
    Attendance.objects.filter(pk=offered.pk).update(offered_until=timezone.now() - timedelta(hours=1))  # it waited

    with transaction.atomic():
        tell_offers()

    kept = Attendance.objects.get(pk=offered.pk).offered_until - timezone.now()
    as_login("app")
    assert offered.state == "offered"
    assert timedelta(days=2, hours=23) < kept <= timedelta(days=3)
    assert [one.message.address for one in mailbox() if one.message.kind == "course_offered"] == [bea.email]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_at", "2020-01-01T17:30"),
        ("starts_at", "på tirsdag"),
        ("starts_at", "9999-12-31T22:30"),
        ("ends_at", "2020-01-01T17:30"),
        ("ends_at", "9999-12-31T22:30"),
        ("place", ""),
        ("place", "010190-1234"),
        ("places", 1),
        ("places", 99999),
        ("places", "mange"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, course, field, value):
    people.sign_in(client, cast.sille)

    page = post(client, "change", course, **said(course, **{field: value}))

    assert field in page.context["form"].errors
    assert mails(cast, "course_changed") == []


@pytest.mark.parametrize(("who", "status"), [("karen", 403), ("lars", 404)])
def test_nobody_else_moves_it(client, cast, course, who, status):
    people.sign_in(client, getattr(cast, who))
    pages = [reverse(f"courses:{page}", args=[course.pk]) for page in ("change", "call_off")]

    assert [client.get(page).status_code for page in pages] == [status, status]


def test_what_has_begun_is_neither_moved_nor_called_off(client, cast, course):
    with acting(user=cast.sille):
        Gathering.objects.filter(pk=course.pk).update(starts_at=timezone.now() - timedelta(minutes=5))
    people.sign_in(client, cast.sille)

    assert [post(client, page, course).status_code for page in ("change", "call_off")] == [409, 409]
    assert states(cast, course)["Anna"] == "booked"


@pytest.mark.feature(94)
def test_the_volunteer_sees_that_it_is_called_off_and_chooses_another(client, cast, course):
    anna = cast.three[0]
    with acting(user=cast.sille):
        other = people.create_course(days=20)
        telling.call_off(course, by=cast.sille)
        token = way.token_of(issue_link(Purpose.COURSES, anna, "courses:courses"))
    page = reverse("courses:courses", args=[token])

    shown = {one.gathering.pk: one for one in client.get(page).context["choices"]}
    client.post(page, {"gathering": other.pk, "answer": "yes"})

    assert (shown[course.pk].can_say_yes, shown[other.pk].can_say_yes) == (False, True)
    assert states(cast, other) == {"Anna": "booked"}


@pytest.mark.feature(12)
@pytest.mark.feature(94)
@pytest.mark.parametrize(("is_moved", "state"), [(True, "booked"), (False, "called_off")])
def test_who_was_ticked_beforehand_has_not_been_at_what_was_not_held(cast, is_moved, state):
    birgit = way.booked(cast)
    with acting(user=cast.sille):
        birgit.tick(came=True, by=cast.sille)
        if is_moved:
            later = timezone.localtime() + timedelta(days=7)
            told = telling.change(cast.course, by=cast.sille, starts_at=later, ends_at=later + timedelta(hours=4))
        else:
            told = telling.call_off(cast.course, by=cast.sille)

        birgit.refresh_from_db()
        assert (told, birgit.state) == (1, state)
        assert "course" in {step.code for step in missing(birgit.volunteer)}
