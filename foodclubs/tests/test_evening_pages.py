"""The pages of coordinator and lead: the list, one evening, planning, opening, calling off, closing."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from foodclubs.models import Duty, Evening, Signup
from foodclubs.tests.tables import create_club, create_evening, helper, sign_up
from history.moves import SENTENCES
from letters.models import Message
from volunteers.places import take_place
from weshelter.tests.people import apply, ready_volunteer, sign_in

GET_PAGES = ["evening", "cancel", "close"]
POST_PAGES = ["open", "cancel", "offer", "sign_up", "give_task", "close"]
ACTS = [page for page in POST_PAGES if page != "sign_up"]


def post(client, page: str, evening, **values):
    return client.post(reverse(f"foodclubs:{page}", args=[evening.pk]), values)


def get(client, page: str, evening):
    return client.get(reverse(f"foodclubs:{page}", args=[evening.pk]))


def state_of(evening, *, seen_by) -> str:
    with acting(user=seen_by):
        return Evening.objects.get(pk=evening.pk).state


def mails(kind: str, *, seen_by) -> set[str]:
    with acting(user=seen_by):
        return set(Message.objects.filter(kind=kind).values_list("address", flat=True))


# Who gets in


@pytest.mark.feature(87)
@pytest.mark.parametrize("who", ["nanna", "leif"])
@pytest.mark.parametrize("page", GET_PAGES)
def test_the_other_houses_people_get_the_same_page_as_for_a_missing_id(client, cast, who, page):
    evening = create_evening(cast.rg60)
    sign_in(client, getattr(cast, who))
    missing = client.get(reverse(f"foodclubs:{page}", args=[uuid4()]))

    response = get(client, page, evening)

    assert (response.status_code, response.content) == (404, missing.content)


@pytest.mark.feature(87)
@pytest.mark.parametrize("who", ["nanna", "leif"])
@pytest.mark.parametrize("page", POST_PAGES)
def test_the_other_houses_people_cannot_act_and_cannot_tell_why(client, cast, who, page):
    evening = create_evening(cast.rg60, opened=page != "open")
    sign_in(client, getattr(cast, who))
    missing = client.post(reverse(f"foodclubs:{page}", args=[uuid4()]), {"nickname": "Bo"})

    response = post(client, page, evening, nickname="Bo")

    assert (response.status_code, response.content) == (404, missing.content)
    assert state_of(evening, seen_by=cast.karen) == ("open" if page != "open" else "planned")


@pytest.mark.feature(87)
@pytest.mark.parametrize("who", ["nanna", "leif"])
def test_the_other_houses_people_take_nobody_off_the_list(client, cast, who):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    [bo] = sign_up(evening, "Bo")
    with acting(user=cast.karen):
        duty = take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, getattr(cast, who))

    guest = client.post(reverse("foodclubs:give_guest_back", args=[bo.pk]))
    task = client.post(reverse("foodclubs:give_task_back", args=[duty]))
    missing = client.post(reverse("foodclubs:give_guest_back", args=[uuid4()]))

    assert (guest.status_code, guest.content, task.content) == (404, missing.content, missing.content)


@pytest.mark.parametrize("page", ACTS)
def test_the_lead_sees_the_evening_but_does_not_run_it(client, cast, page):
    evening = create_evening(cast.rg60, opened=page != "open")
    sign_in(client, cast.lars)

    assert post(client, page, evening).status_code == 403


def test_the_lead_gives_no_task_back(client, cast):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    with acting(user=cast.karen):
        duty = take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, cast.lars)

    assert client.post(reverse("foodclubs:give_task_back", args=[duty])).status_code == 403


@pytest.mark.parametrize("page", ["list", "plan"])
def test_the_secretariat_has_no_page_of_guests(client, cast, page):
    sign_in(client, cast.sille)

    assert client.get(reverse(f"foodclubs:{page}")).status_code == 404


@pytest.mark.parametrize("page", ["list", "plan"])
def test_who_is_not_signed_in_is_asked_to(client, cast, page):
    assert client.get(reverse(f"foodclubs:{page}")).status_code == 302


# The list


@pytest.mark.parametrize(("who", "seen"), [("karen", 3), ("lars", 3), ("nanna", 1), ("leif", 1)])
def test_the_list_has_the_evenings_of_ones_own_food_clubs_or_house(client, cast, who, seen):
    for hours in (72, 24, 48):
        create_evening(cast.rg60, hours=hours)
    create_evening(cast.nabo)
    sign_in(client, getattr(cast, who))

    evenings = list(client.get(reverse("foodclubs:list")).context["to_come"])

    assert len(evenings) == seen
    assert evenings == sorted(evenings, key=lambda evening: evening.starts_at)


@pytest.mark.feature(48)
def test_the_list_says_how_many_places_and_tasks_are_taken(client, cast):
    evening, hanne = create_evening(cast.rg60, places=12), helper(cast)
    sign_up(evening, "Bo", "Kim")
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, cast.karen)

    [row] = client.get(reverse("foodclubs:list")).context["to_come"]

    assert (row.taken, row.places, row.open_tasks) == (2, 12, 2)


def test_the_list_asks_as_often_for_three_evenings_as_for_one(client, cast):
    counts = []
    sign_in(client, cast.karen)
    for number in range(3):
        create_evening(cast.rg60, hours=24 * (number + 1))
        past = create_evening(cast.rg60, hours=-0.01)
        with acting(user=cast.karen):
            past.hold(guests=[], duties=[], by=cast.karen)
        counts.append(queries(client, reverse("foodclubs:list")))

    assert counts[0] == counts[2] <= 12


def queries(client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("page", ["evening", "close"])
def test_one_evening_asks_as_often_for_three_guests_as_for_one(client, cast, page):
    evening = create_evening(cast.rg60, hours=-0.01)
    address = reverse(f"foodclubs:{page}", args=[evening.pk])
    sign_in(client, cast.karen)
    counts = []
    for nickname, helping in (("Bo", "Hanne Hjælper"), ("Kim", "Mads Mad"), ("Åse", "Sara Sludder")):
        sign_up(evening, nickname, by=cast.karen)
        volunteer = helper(cast, helping)
        with acting(user=cast.karen):
            take_place("task", evening.tasks.with_room().first(), volunteer)
        counts.append(queries(client, address))

    assert counts[0] == counts[1] <= 17
    assert counts[2] <= counts[0]


# Planning, opening, calling off


def planned(cast, club, **changes) -> dict:
    tomorrow = timezone.localtime() + timedelta(days=1)
    values = {"food_club": club.pk, "starts_at": f"{tomorrow:%Y-%m-%dT17:30}", "menu": "Suppe", "places": 8}
    return {**values, "task_cooking": 2, "task_talking": 1, **changes}


@pytest.mark.feature(49)
def test_a_coordinator_plans_an_evening_with_its_tasks(client, cast):
    club = create_club(cast.rg60)
    sign_in(client, cast.karen)

    response = client.post(reverse("foodclubs:plan"), planned(cast, club))

    with acting(user=cast.karen):
        evening = Evening.objects.get()
        assert {task.kind: task.needed for task in evening.tasks.all()} == {"cooking": 2, "talking": 1}
        assert (evening.state, evening.price, evening.places) == ("planned", 15, 8)
    assert timezone.localtime(evening.starts_at).strftime("%H:%M") == "17:30"
    assert response.url == reverse("foodclubs:evening", args=[evening.pk])


def test_the_form_begins_with_the_usual_number_of_volunteers(client, cast):
    create_club(cast.rg60)
    sign_in(client, cast.karen)

    form = client.get(reverse("foodclubs:plan")).context["form"]

    assert [field.initial for field in form.task_fields] == [1, 1, 2, 1, 1, 1, 2, 1, 1]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("starts_at", "2020-01-01T17:30"),
        ("starts_at", ""),
        ("starts_at", "på tirsdag"),
        ("places", 0),
        ("places", -1),
        ("places", 99999),
        ("menu", "x" * 201),
        ("menu", "Suppe 010190-1234"),
        ("place", "010190-1234"),
        ("task_cooking", 21),
        ("task_cooking", -1),
        ("food_club", str(uuid4())),
    ],
)
def test_a_plan_that_cannot_be_is_refused_next_to_its_field(client, cast, field, value):
    club = create_club(cast.rg60)
    sign_in(client, cast.karen)

    response = client.post(reverse("foodclubs:plan"), planned(cast, club, **{field: value}))

    assert response.context["form"].errors.keys() == {field}
    with acting(user=cast.karen):
        assert not Evening.objects.exists()


def test_nobody_plans_an_evening_for_another_houses_food_club(client, cast):
    create_club(cast.rg60)
    theirs = create_club(cast.nabo)
    sign_in(client, cast.karen)

    response = client.post(reverse("foodclubs:plan"), planned(cast, theirs))

    assert response.context["form"].errors.keys() == {"food_club"}


def test_the_plan_page_says_so_when_there_is_no_food_club(client, cast):
    sign_in(client, cast.karen)

    response = client.get(reverse("foodclubs:plan"))

    assert b'<form class="form"' not in response.content


def test_opening_is_one_button_and_works_once(client, cast):
    evening = create_evening(cast.rg60, opened=False)
    sign_in(client, cast.karen)

    first, second = post(client, "open", evening), post(client, "open", evening)

    assert (first.status_code, second.status_code) == (302, 409)
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_calling_off_says_first_what_happens_and_tells_the_volunteers(client, cast):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    helper(cast, "Mads Mad")
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    sign_in(client, cast.karen)

    before = get(client, "cancel", evening)
    assert (before.status_code, state_of(evening, seen_by=cast.karen)) == (200, "open")
    post(client, "cancel", evening)

    assert state_of(evening, seen_by=cast.karen) == "cancelled"
    assert mails("food_club_called_off", seen_by=cast.karen) == {hanne.email}


# Guests and tasks


@pytest.mark.feature(47)
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_coordinator_and_lead_sign_up_a_guest_at_the_house(client, cast, who):
    evening = create_evening(cast.rg60)
    sign_in(client, getattr(cast, who))

    post(client, "sign_up", evening, nickname="Bo")

    page = get(client, "evening", evening)
    assert [str(signup.guest) for signup in page.context["signups"]] == ["Bo"]


@pytest.mark.parametrize("nickname", ["", "x" * 41, "010190-1234"])
def test_a_bad_nickname_comes_back_with_its_error(client, cast, nickname):
    evening = create_evening(cast.rg60)
    sign_in(client, cast.lars)

    response = post(client, "sign_up", evening, nickname=nickname)

    assert response.context["guest_form"].errors.keys() == {"nickname"}


def test_a_full_evening_is_told_on_the_page(client, cast):
    evening = create_evening(cast.rg60, places=1)
    sign_up(evening, "Bo")
    sign_in(client, cast.lars)

    response = post(client, "sign_up", evening, nickname="Kim")

    assert response.context["guest_form"].non_field_errors() == [str(SENTENCES["evening_has_room"])]


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_a_guest_who_does_not_come_frees_the_place(client, cast, who):
    evening = create_evening(cast.rg60, places=1)
    [bo] = sign_up(evening, "Bo")
    sign_in(client, getattr(cast, who))

    client.post(reverse("foodclubs:give_guest_back", args=[bo.pk]))
    again = client.post(reverse("foodclubs:give_guest_back", args=[bo.pk]))

    with acting(user=cast.karen):
        assert (Evening.objects.get().taken, Signup.objects.get().state) == (0, "cancelled")
    assert again.status_code == 404


def test_a_guest_is_not_taken_off_by_a_get(client, cast):
    [bo] = sign_up(create_evening(cast.rg60), "Bo")
    sign_in(client, cast.karen)

    assert client.get(reverse("foodclubs:give_guest_back", args=[bo.pk])).status_code == 405


@pytest.mark.feature(12)
def test_only_ready_volunteers_of_the_food_club_without_a_task_can_be_chosen(client, cast):
    evening = create_evening(cast.rg60)
    hanne, busy = helper(cast), helper(cast, "Bente Busy")
    apply("Ann Ansøger", cast.rg60.food_role)
    ready_volunteer(cast, "Vera Ven")
    helper(cast, "Nils Nabo", house=cast.nabo)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), busy)
    sign_in(client, cast.karen)

    form = get(client, "evening", evening).context["task_form"]

    assert [value for value, _label in form.fields["volunteer"].choices] == ["", str(hanne.pk)]


@pytest.mark.feature(12)
@pytest.mark.parametrize("whom", ["applicant", "friend", "missing", ""])
def test_nobody_else_is_given_a_task_by_a_forged_form(client, cast, whom):
    evening = create_evening(cast.rg60)
    people = {"applicant": apply("Ann Ansøger", cast.rg60.food_role).pk, "friend": ready_volunteer(cast).pk}
    sign_in(client, cast.karen)
    with acting(user=cast.karen):
        cooking = evening.tasks.get(kind="cooking").pk

    response = post(client, "give_task", evening, task=cooking, volunteer=people.get(whom, uuid4() if whom else ""))

    assert response.context["task_form"].errors.keys() == {"volunteer"}
    with acting(user=cast.karen):
        assert not Duty.objects.exists()


def test_a_task_of_another_evening_cannot_be_given_here(client, cast):
    evening, other, hanne = create_evening(cast.rg60), create_evening(cast.rg60, hours=200), helper(cast)
    sign_in(client, cast.karen)
    with acting(user=cast.karen):
        elsewhere = other.tasks.get(kind="cooking").pk

    response = post(client, "give_task", evening, task=elsewhere, volunteer=hanne.pk)

    assert response.context["task_form"].errors.keys() == {"task"}


@pytest.mark.feature(49)
def test_a_coordinator_gives_a_task_and_takes_it_back(client, cast):
    evening, hanne = create_evening(cast.rg60), helper(cast)
    sign_in(client, cast.karen)
    with acting(user=cast.karen):
        cooking = evening.tasks.get(kind="cooking")

    post(client, "give_task", evening, task=cooking.pk, volunteer=hanne.pk)
    with acting(user=cast.karen):
        duty = Duty.objects.get()
        cooking.refresh_from_db()
        assert (duty.volunteer, duty.state, cooking.taken) == (hanne, "taken", 1)
    client.post(reverse("foodclubs:give_task_back", args=[duty.pk]))

    with acting(user=cast.karen):
        cooking.refresh_from_db()
        assert (Duty.objects.get().state, cooking.taken) == ("cancelled", 0)


@pytest.mark.feature(72)
def test_the_tasks_are_offered_to_ready_volunteers_without_one(client, cast):
    evening = create_evening(cast.rg60)
    hanne, busy = helper(cast), helper(cast, "Bente Busy")
    apply("Ann Ansøger", cast.rg60.food_role)
    helper(cast, "Nils Nabo", house=cast.nabo)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), busy)
    sign_in(client, cast.karen)

    post(client, "offer", evening)

    assert mails("food_club_tasks", seen_by=cast.karen) == {hanne.email}


def test_nothing_is_offered_when_every_task_is_taken(client, cast):
    evening = create_evening(cast.rg60, tasks={})
    helper(cast)
    sign_in(client, cast.karen)

    assert post(client, "offer", evening).status_code == 409


# Closing


def answers(evening, *, seen_by, guest: str = "paid", duty: str = "came") -> dict:
    with acting(user=seen_by):
        guests = {f"guest_{signup.pk}": guest for signup in evening.signups.on_the_list()}
        return guests | {f"duty_{row.pk}": duty for row in evening.duties.on_the_list()}


@pytest.mark.feature(50)
@pytest.mark.feature(56)
@pytest.mark.feature(57)
def test_the_coordinator_closes_the_evening_in_one_go(client, cast):
    evening, hanne = create_evening(cast.rg60, hours=-0.01), helper(cast)
    bo, kim, later, missed = sign_up(evening, "Bo", "Kim", "Lea", "Ole", by=cast.karen)
    with acting(user=cast.karen):
        take_place("task", evening.tasks.get(kind="cooking"), hanne)
    values = answers(evening, seen_by=cast.karen)
    values |= {f"guest_{kim.pk}": "free", f"guest_{later.pk}": "later", f"guest_{missed.pk}": "missed"}
    sign_in(client, cast.karen)

    post(client, "close", evening, **values)

    held = get(client, "evening", evening).context["evening"]
    assert (held.state, held.guests_came, held.new_faces, held.volunteers_came, held.income) == ("held", 3, 3, 1, 15)
    with acting(user=cast.karen):
        paid = {str(signup.guest): (signup.state, signup.paid) for signup in evening.signups.on_the_list()}
    assert bo.pk
    assert paid == {"Bo": ("came", 15), "Kim": ("came", 0), "Lea": ("came", None), "Ole": ("missed", None)}


@pytest.mark.parametrize("answer", ["", "gave a banknote"])
def test_a_guest_without_an_answer_keeps_the_evening_open(client, cast, answer):
    evening = create_evening(cast.rg60, hours=-0.01)
    [bo, kim] = sign_up(evening, "Bo", "Kim", by=cast.karen)
    sign_in(client, cast.karen)

    response = post(client, "close", evening, **{f"guest_{bo.pk}": "paid", f"guest_{kim.pk}": answer})

    assert response.context["form"].errors.keys() == {f"guest_{kim.pk}"}
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_an_evening_of_another_day_has_no_form_and_is_not_closed(client, cast):
    evening = create_evening(cast.rg60, hours=48)
    sign_in(client, cast.karen)

    page, tried = get(client, "close", evening), post(client, "close", evening)

    assert b"btn-check" not in page.content
    assert tried.context["form"].non_field_errors()
    assert state_of(evening, seen_by=cast.karen) == "open"


def test_closing_twice_changes_nothing(client, cast):
    evening = create_evening(cast.rg60, hours=-0.01)
    [bo] = sign_up(evening, "Bo", by=cast.karen)
    sign_in(client, cast.karen)
    values = answers(evening, seen_by=cast.karen)
    post(client, "close", evening, **values)

    post(client, "close", evening, **values | {f"guest_{bo.pk}": "missed"})

    with acting(user=cast.karen):
        assert (Signup.objects.get().state, Evening.objects.get().income) == ("came", 15)


@pytest.mark.parametrize("state", ["planned", "open", "held", "cancelled"])
@pytest.mark.parametrize("who", ["karen", "lars"])
def test_the_page_of_an_evening_opens_in_every_state(client, cast, who, state):
    evening = create_evening(cast.rg60, hours=-0.01, opened=state != "planned")
    sign_in(client, cast.karen)
    if state in {"held", "cancelled"}:
        post(client, {"held": "close", "cancelled": "cancel"}[state], evening)
    sign_in(client, getattr(cast, who))

    page = get(client, "evening", evening)

    assert (page.status_code, page.context["evening"].state) == (200, state)
    assert page.context["may_run"] is (who == "karen")
