"""The pages of emergency access: begin, read, open, end, look at."""

import pytest
from django.urls import reverse

from access.context import acting
from citizens.breakglass import BreakGlass
from history.models import AccessLog
from letters.models import Message
from notes.tests.telling import TOLD, consenting_citizen, tell
from weshelter.tests import people

WHY = "Bo er ikke set i tre dage, og Karen er på ferie"
CANARY = "Kanariefugl"


@pytest.fixture
def secretariat(cast):
    """The cast with a second person of the secretariat, and a citizen with something told about him."""
    cast.sofie = people.create_user("Sofie Sekretær", is_secretariat=True)
    cast.bo = consenting_citizen(cast, CANARY)
    cast.told = tell(cast.bo, cast.rg60)
    return cast


def begin(client, cast, **said):
    with acting(user=cast.sille):
        number = cast.bo.number
    return client.post(reverse("coordinators:begin_emergency"), {"number": number, "reason": WHY, **said})


@pytest.fixture
def glass(client, secretariat):
    """Sille has broken the glass and is signed in."""
    people.sign_in(client, secretariat.sille)
    begin(client, secretariat)
    with acting(user=secretariat.sille):
        return BreakGlass.objects.get()


def page(name, *ids):
    return reverse(f"coordinators:{name}", args=ids)


@pytest.mark.feature(86)
def test_the_citizen_is_shown_by_name_and_every_page_says_so(client, secretariat, glass):
    shown = client.get(page("emergency", glass.pk))

    assert CANARY in shown.content.decode()
    for address in (reverse("reports:figures"), reverse("admin:index"), "/findes-ikke/"):
        banner = client.get(address).content.decode()
        assert page("end_emergency", glass.pk) in banner
        assert CANARY not in banner


def test_nobody_else_gets_the_page(client, secretariat, glass):
    for who, status in (("sofie", 409), ("karen", 404), ("lars", 404), ("nanna", 404)):
        people.sign_in(client, getattr(secretariat, who))

        response = client.get(page("emergency", glass.pk))

        assert response.status_code == status
        assert CANARY not in response.content.decode()


def test_a_confidence_is_opened_and_the_log_calls_it_an_emergency(client, secretariat, glass):
    response = client.post(page("open_in_emergency", glass.pk, secretariat.told.pk))

    assert TOLD in response.content.decode()
    with acting(user=secretariat.sille):
        newest = AccessLog.objects.order_by("seq").last()
    assert (newest.action, newest.object_id) == ("breakglass", secretariat.told.pk)


def test_what_was_told_about_somebody_else_stays_shut(client, secretariat, glass):
    other = tell(consenting_citizen(secretariat, "Ib", house=secretariat.nabo), secretariat.nabo)

    assert client.post(page("open_in_emergency", glass.pk, other.pk)).status_code == 404


def test_ended_it_shows_nothing_any_more(client, secretariat, glass):
    client.post(page("end_emergency", glass.pk))

    for response in (
        client.get(page("emergency", glass.pk)),
        client.post(page("open_in_emergency", glass.pk, secretariat.told.pk)),
    ):
        assert response.status_code == 409
        assert CANARY not in response.content.decode()
        assert TOLD not in response.content.decode()


def test_the_colleague_finds_the_task_on_every_page_and_closes_it(client, secretariat, glass):
    client.post(page("end_emergency", glass.pk))
    people.sign_in(client, secretariat.sofie)
    review = page("review_emergency", glass.pk)
    assert review in client.get(reverse("reports:figures")).content.decode()

    client.post(review, {"outcome": "right"})

    assert review not in client.get(reverse("reports:figures")).content.decode()
    with acting(user=secretariat.sofie):
        assert BreakGlass.objects.get().reviewed_by == secretariat.sofie


def test_the_one_who_used_it_cannot_close_the_task(client, secretariat, glass):
    client.post(page("end_emergency", glass.pk))

    assert client.post(page("review_emergency", glass.pk), {"outcome": "right"}).status_code == 409


@pytest.mark.parametrize(
    "said",
    [
        {"number": ""},
        {"number": "999999"},
        {"number": "9" * 30},
        {"number": "<script>"},
        {"reason": ""},
        {"reason": "kort"},
        {"reason": "x" * 501},
        {"reason": "Han hedder Bo og har 010203-1234"},
    ],
)
def test_what_is_missing_is_said_beside_the_field_and_nothing_is_opened(client, secretariat, said):
    people.sign_in(client, secretariat.sille)

    response = begin(client, secretariat, **said)

    assert response.status_code == 200
    assert response.context["form"].errors
    with acting(user=secretariat.sille):
        assert not BreakGlass.objects.exists()
        assert not Message.objects.filter(kind="emergency").exists()


@pytest.mark.parametrize("why", ["Det brænder 🔥 på hos ham lige nu", "<script>alert(1)</script> hos ham"])
def test_any_reason_is_shown_as_it_was_written(client, secretariat, why):
    people.sign_in(client, secretariat.sille)
    begin(client, secretariat, reason=why)
    with acting(user=secretariat.sille):
        glass = BreakGlass.objects.get()
    people.sign_in(client, secretariat.sofie)

    shown = client.get(page("review_emergency", glass.pk))

    assert shown.context["glass"].reason == why
    assert "<script>alert" not in shown.content.decode()


def test_without_a_second_person_the_page_says_so(client, cast):
    cast.bo = people.create_citizen(cast)
    people.sign_in(client, cast.sille)

    response = begin(client, cast)

    assert response.context["form"].non_field_errors()
    with acting(user=cast.sille):
        assert not Message.objects.filter(kind="emergency").exists()


def test_it_wants_a_fresh_login(client, secretariat):
    people.sign_in(client, secretariat.sille)
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": record["at"] - 3600} for record in session["account_authentication_methods"]
    ]
    session.save()

    assert client.get(reverse("coordinators:begin_emergency")).status_code == 302
    begin(client, secretariat)
    with acting(user=secretariat.sille):
        assert not BreakGlass.objects.exists()


def test_the_list_shows_what_was_used(client, secretariat, glass):
    shown = client.get(reverse("coordinators:emergencies"))

    assert [row.pk for row in shown.context["used"]] == [glass.pk]
    assert CANARY not in shown.content.decode()
