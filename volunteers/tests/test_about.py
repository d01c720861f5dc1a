"""What a volunteer tells of herself for the match: in the application, and written down when she says it later."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains

from access.context import acting
from history.tracking import events_of
from volunteers.models import Volunteer
from volunteers.tests import way
from volunteers.tests.test_application import THANKS, answers, applications, send
from weshelter.tests import people

APPLY = "volunteers:apply"
TOLD = {"gender": "woman", "age_group": "45-59", "experience": ["listening", "quiet"], "around": ["pets"]}


def told(volunteer) -> dict:
    return {name: getattr(volunteer, name) for name in TOLD}


def tell(client, volunteer, **changes):
    """Send what stands on the page, with some changes."""
    url = reverse("screening:tell", args=[volunteer.pk])
    page = client.get(url)
    return client.post(url, said_on(page) | changes, follow=True)


def said_on(page) -> dict:
    form = page.context["form"]
    return {"opened": str(form.opened), **{field.html_name: field.value() for field in form if field.value()}}


@pytest.mark.feature(21)
def test_who_tells_of_herself_is_known_by_it(client, cast):
    send(client, cast.rg60.friend_role, **TOLD)

    [anna] = applications(cast)
    assert told(anna) == TOLD


def test_none_of_it_must_be_told(client, cast):
    response = send(client, cast.rg60.friend_role)

    [anna] = applications(cast)
    assert response.url == THANKS
    assert told(anna) == {"gender": "", "age_group": "", "experience": [], "around": []}


def test_it_is_folded_until_there_is_something_in_it(client, cast):
    empty = client.get(reverse(APPLY)).context["form"]
    typed = send(client, cast.rg60.friend_role, **TOLD, name="").context["form"]

    assert (empty.is_folded, typed.is_folded) == (True, False)


@pytest.mark.parametrize(
    "wrong", [{"gender": "x"}, {"age_group": "1970-01-01"}, {"experience": ["x"]}, {"around": "x"}]
)
def test_what_is_wrong_in_it_is_said_and_shown(client, cast, wrong):
    page = send(client, cast.rg60.friend_role, **TOLD | wrong)

    assert list(page.context["form"].errors) == list(wrong)
    assert not page.context["form"].is_folded
    assert "Jeg vil gerne lytte" in page.content.decode()
    assert applications(cast) == []


def test_everything_told_stays_when_something_else_is_wrong(client, cast):
    form = client.post(reverse(APPLY), answers(cast.rg60.friend_role, **TOLD, name="")).context["form"]

    assert {name: form[name].value() for name in TOLD} == TOLD


def test_the_coordinator_reads_it_in_words(client, cast):
    anna = way.applied(cast, **TOLD)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:detail", args=[anna.pk]))

    assert page.context["card"].told[-4:] == [
        ("Kvinde eller mand", "en kvinde"),
        ("Alder", "45 til 59"),
        ("Har erfaring med", "en, der lytter, stille selskab"),
        ("Følger med", "hunde og andre dyr"),
    ]


def test_the_administration_says_it_in_words_too(client, cast):
    vera = people.ready_volunteer(cast, **TOLD)
    people.sign_in(client, cast.sille)

    page = client.get(reverse("admin:volunteers_volunteer_change", args=[vera.pk]))

    assertContains(page, "Har erfaring med: en, der lytter, stille selskab")


@pytest.mark.parametrize("who", ["karen", "sille"])
def test_who_screens_writes_down_what_is_said_later(client, cast, who):
    vera = people.ready_volunteer(cast, interests=["chess"])
    people.sign_in(client, getattr(cast, who))

    page = tell(client, vera, **TOLD)

    assert [str(message) for message in page.context["messages"]] == ["Det, Vera fortæller, er gemt."]
    with acting(user=cast.sille):
        vera.refresh_from_db()
    assert told(vera) == TOLD
    assert (vera.state, vera.interests) == ("ready", ["chess"])


def test_what_is_told_can_be_taken_back(client, cast):
    vera = people.ready_volunteer(cast, **TOLD)
    people.sign_in(client, cast.karen)

    tell(client, vera, gender="", age_group="", experience=[], around=[])

    with acting(user=cast.karen):
        vera.refresh_from_db()
    assert told(vera) == {"gender": "", "age_group": "", "experience": [], "around": []}


def test_what_a_colleague_wrote_meanwhile_stays(client, cast):
    vera = people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)
    url = reverse("screening:tell", args=[vera.pk])
    page = client.get(url)
    with acting(user=cast.sille):
        vera.tell(gender="woman")

    client.post(url, said_on(page) | {"around": ["pets"]})

    with acting(user=cast.karen):
        vera.refresh_from_db()
    assert (vera.gender, vera.around) == ("woman", ["pets"])


def test_a_volunteer_without_a_language_is_not_saved(client, cast):
    vera = people.ready_volunteer(cast)
    people.sign_in(client, cast.karen)

    page = tell(client, vera, languages=[])

    assert list(page.context["form"].errors) == ["languages"]


@pytest.mark.parametrize("who", ["lars", "nanna", "leif"])
def test_nobody_else_writes_it_down(client, cast, who):
    vera = people.ready_volunteer(cast)
    people.sign_in(client, getattr(cast, who))

    assert client.get(reverse("screening:tell", args=[vera.pk])).status_code == 404


def test_of_who_has_gone_nothing_is_written_down_any_more(client, cast):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        anna.decline(reason="other", by=cast.karen)
    people.sign_in(client, cast.karen)

    page = client.post(reverse("screening:tell", args=[anna.pk]), {"languages": ["da"], **TOLD})

    assert page.status_code == 409
    with acting(user=cast.sille):
        assert Volunteer.objects.get(pk=anna.pk).gender == ""


def test_the_history_keeps_that_it_was_told_and_by_whom_it_was_written_down(cast):
    vera = people.ready_volunteer(cast)
    with acting(user=cast.karen):
        vera.tell(**TOLD)

        last = events_of(Volunteer).objects.filter(pgh_obj=vera.pk).order_by("pgh_id").last()
        by = last.pgh_context.metadata

    assert (last.pgh_label, last.gender, last.age_group) == ("update", "woman", "45-59")
    assert str(cast.karen.pk) in str(by)
