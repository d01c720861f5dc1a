"""Which houses know a citizen, and where he lives: begun, put right, ended, called off, on a page."""

from datetime import timedelta

import pytest
from django.urls import reverse

from access.context import acting
from citizens.models import Attachment, Citizen, Home
from weshelter.tests import databases, people
from weshelter.tests.days import today

DAY = timedelta(days=1)
pytestmark = pytest.mark.feature(94)


@pytest.fixture
def bo(cast):
    return people.create_citizen(cast)


@pytest.fixture
def here(cast, bo):
    """That he belongs to RG60."""
    with acting(user=cast.karen):
        return bo.attachments.get()


def seen_by(user) -> bool:
    with acting(user=user):
        return Citizen.objects.exists() and Citizen.objects.known_to(user).exists()


def further(cast, **typed) -> dict:
    return {
        "institution": cast.nabo.institution.pk,
        "kind": "comes_here",
        "from_on": f"{today()}",
        "heard": "on",
    } | typed


def address(name: str, *rows) -> str:
    return reverse(f"citizens:{name}", args=[row.pk for row in rows])


@pytest.mark.parametrize("who", ["karen", "lars"])
def test_a_further_house_knows_him_on_his_yes(client, cast, bo, who):
    people.sign_in(client, getattr(cast, who))

    response = client.post(address("attach", bo), further(cast), follow=True)

    assert {one.institution for one in response.context["attachments"]} == {
        cast.rg60.institution,
        cast.nabo.institution,
    }
    assert f"{getattr(cast, who).name} hørte samtykket" in response.content.decode()
    assert seen_by(cast.leif)


def test_without_his_yes_it_does_not(client, cast, bo):
    people.sign_in(client, cast.karen)

    response = client.post(address("attach", bo), further(cast, heard=""))

    assert response.context["form"].errors["heard"] == ["Uden samtykke må huset ikke få det at vide. Spørg først."]
    assert not seen_by(cast.leif)


def test_a_house_that_knows_him_is_none_to_choose(client, cast, bo):
    people.sign_in(client, cast.karen)

    response = client.post(address("attach", bo), further(cast, institution=cast.rg60.institution.pk))

    assert list(response.context["form"].errors) == ["institution"]


def test_a_further_house_can_begin_next_week_and_is_called_off_as_if_nothing_had_been_said(client, cast, bo):
    people.sign_in(client, cast.karen)
    client.post(address("attach", bo), further(cast, from_on=f"{today() + 7 * DAY}"))
    with acting(user=cast.karen):
        ahead = Attachment.objects.get(institution=cast.nabo.institution)

    assert not seen_by(cast.leif)
    assert "Tag det tilbage" in client.get(address("attachment", bo, ahead)).content.decode()
    client.post(address("call_attachment_off", bo, ahead))

    with acting(user=cast.karen):
        assert [one.institution for one in bo.attachments.all()] == [cast.rg60.institution]


def test_what_began_before_today_is_not_called_off_but_ended(client, cast, bo, here):
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", today() - DAY)
    people.sign_in(client, cast.karen)

    response = client.post(address("call_attachment_off", bo, here), follow=True)

    assert "Notér i stedet, hvornår det sluttede." in response.content.decode()
    with acting(user=cast.karen):
        assert bo.attachments.count() == 1


@pytest.mark.parametrize(("until", "sees"), [(-1, False), (0, True), (7, True)])
def test_the_lead_sees_him_to_the_last_day_and_not_a_day_longer(client, cast, bo, here, until, sees):
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s", today() - 9 * DAY)
    people.sign_in(client, cast.lars)
    typed = {"kind": "lives_here", "from_on": f"{today() - 9 * DAY}", "until_on": f"{today() + until * DAY}"}

    response = client.post(address("attachment", bo, here), typed)

    assert response["Location"] == (address("places", bo) if sees else reverse("coordinators:my_house"))
    assert seen_by(cast.lars) is sees
    assert seen_by(cast.karen)


def test_an_end_that_was_a_slip_is_taken_back_by_the_coordinator(client, cast, bo, here):
    databases.as_owner("UPDATE citizens_attachment SET from_on = %s, until_on = %s", today() - 9 * DAY, today() - DAY)
    people.sign_in(client, cast.karen)

    typed = {"kind": "lives_here", "from_on": f"{today() - 9 * DAY}", "until_on": ""}

    refused = client.post(address("attachment", bo, here), typed)

    assert refused.context["form"].errors["heard"] == ["Uden samtykke må huset ikke få det at vide. Spørg først."]
    client.post(address("attachment", bo, here), typed | {"heard": "on"})
    assert seen_by(cast.lars)


def test_no_attachment_ends_before_it_began(client, cast, bo, here):
    people.sign_in(client, cast.karen)

    response = client.post(
        address("attachment", bo, here),
        {"kind": "lives_here", "from_on": f"{today()}", "until_on": f"{today() - DAY}"},
    )

    assert response.context["form"].errors["until_on"] == ["Det er før, det begyndte. Se på datoerne."]


@pytest.mark.parametrize("name", ["places", "attach", "home"])
def test_another_house_finds_nobody(client, cast, bo, name):
    people.sign_in(client, cast.nanna)

    assert client.get(address(name, bo)).status_code == 404


def test_a_home_that_was_written_wrong_is_put_right_and_the_former_ends_the_day_before(client, cast, bo):
    with acting(user=cast.karen):
        bo.live_at(municipality="0101", from_on=today())
    databases.as_owner("UPDATE citizens_home SET from_on = %s WHERE municipality = ''", today() - 30 * DAY)
    people.sign_in(client, cast.karen)

    client.post(address("home", bo), {"institution": "", "municipality": "0151", "from_on": f"{today() - 5 * DAY}"})

    with acting(user=cast.karen):
        homes = [(one.municipality, one.from_on, one.until_on) for one in Home.objects.order_by("from_on")]
    assert homes == [("", today() - 30 * DAY, today() - 6 * DAY), ("0151", today() - 5 * DAY, None)]


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"municipality": "", "from_on": "2026-01-01"}, "municipality"),
        ({"municipality": "0151", "from_on": "2999-01-01"}, "from_on"),
        ({"municipality": "0151", "from_on": "1899-01-01"}, "from_on"),
        ({"municipality": "0151", "from_on": ""}, "from_on"),
    ],
    ids=str,
)
def test_a_home_that_cannot_be_is_not_written(client, cast, bo, typed, field):
    people.sign_in(client, cast.karen)

    response = client.post(address("home", bo), {"institution": ""} | typed)

    assert list(response.context["form"].errors) == [field]
    with acting(user=cast.karen):
        assert bo.homes.get().institution == cast.rg60.institution
