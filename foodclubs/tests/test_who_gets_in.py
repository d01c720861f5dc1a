"""The other house gets 404 byte for byte as for a missing id; the lead sees and does not run; 403."""

from uuid import uuid4

import pytest
from django.urls import reverse

from access.context import acting
from courses.places import take_place
from foodclubs.tests.tables import create_evening, get, helper, post, sign_up, state_of
from weshelter.tests.people import sign_in

GET_PAGES = ["evening", "cancel", "close"]
POST_PAGES = ["open", "cancel", "offer", "sign_up", "give_task", "close"]
ACTS = [page for page in POST_PAGES if page != "sign_up"]


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
