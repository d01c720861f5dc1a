"""An applicant may type anybody's address as that of a referee: little is sent there, and nothing that was typed."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from screening.due import remind_referees
from screening.models import Reference
from screening.tests.test_references import NAMED
from volunteers.tests import way
from weshelter.tests import people

FIVE = ["Der er allerede nævnt fem personer, og vi skriver ikke til flere end fem."]
THREE = ["Vi har skrevet til adressen tre gange i dag. Prøv igen i morgen."]


@pytest.fixture
def anna(cast):
    return way.applied(cast)


@pytest.fixture
def page(cast, anna):
    """Anna's page for naming them."""
    return page_of(cast, anna)


def page_of(cast, volunteer) -> str:
    with acting(user=cast.karen):
        link = issue_link(Purpose.REFEREES, volunteer, "screening:name_referee")
    return reverse("screening:name_referee", args=[way.token_of(link)])


def name(client, page: str, email: str):
    return client.post(page, NAMED | {"email": email})


def asked(cast) -> list[str]:
    with acting(user=cast.karen):
        return list(Reference.objects.order_by("asked_at").values_list("email", flat=True))


@pytest.mark.feature(6)
def test_the_letter_repeats_no_name_that_was_typed(client, committed_cast, mailbox):
    page = page_of(committed_cast, way.applied(committed_cast))

    client.post(page, NAMED | {"name": "Vind en million nu"})

    (letter,) = mailbox()
    assert letter.text.splitlines()[0] == "Hej"
    assert "Vind" not in letter.text + letter.subject


def test_an_application_writes_to_five_addresses_and_loses_nothing_of_the_sixth(client, cast, anna, page):
    for number in range(5):
        assert name(client, page, f"r{number}@example.org").status_code == 302

    form = name(client, page, "r5@example.org").context["form"]

    assert form.errors == {"email": FIVE}
    assert (form["name"].value(), form["email"].value()) == (NAMED["name"], "r5@example.org")
    assert asked(cast) == [f"r{number}@example.org" for number in range(5)]


def test_whoever_screens_is_told_the_same(client, cast, anna, page):
    for number in range(5):
        name(client, page, f"r{number}@example.org")
    people.sign_in(client, cast.karen)

    response = client.post(reverse("screening:ask_reference", args=[anna.pk]), NAMED)

    assert response.context["form"].errors == {"email": FIVE}


def test_one_of_the_five_who_was_asked_no_more_may_be_asked_anew(client, cast, anna, page):
    for number in range(5):
        name(client, page, f"r{number}@example.org")
    with acting(user=cast.karen):
        Reference.objects.get(email="r0@example.org").take_back(by=cast.karen)

    assert name(client, page, "r0@example.org").status_code == 302


def test_what_is_refused_does_not_count(client, cast, page):
    name(client, page, "r0@example.org")
    for _again in range(6):
        assert "email" in name(client, page, "r0@example.org").context["form"].errors

    assert [name(client, page, f"r{number}@example.org").status_code for number in range(1, 5)] == [302] * 4


def test_an_address_gets_three_letters_a_day_whoever_names_it(client, cast):
    pages = [page_of(cast, way.applied(cast, f"Anna{number} Ansøger")) for number in range(4)]

    answers = [
        name(client, page, email)
        for page, email in zip(pages, ["rita@example.org", "RITA@example.org"] * 2, strict=True)
    ]

    assert [answer.status_code for answer in answers] == [302, 302, 302, 200]
    assert answers[3].context["form"].errors == {"email": THREE}
    assert asked(cast) == ["rita@example.org"] * 3


def test_reminders_count_and_wait_for_another_day(client, committed_cast, as_login):
    pages = [page_of(committed_cast, way.applied(committed_cast, f"Anna{number} Ansøger")) for number in range(3)]
    for page in pages[:2]:
        name(client, page, "rita@example.org")
    as_login("jobs")
    Reference.objects.update(asked_at=timezone.localtime() - timedelta(days=8))

    assert [remind_referees(timezone.localdate()) for _run in range(2)] == [1, 0]
    as_login("app")
    assert name(client, pages[2], "rita@example.org").context["form"].errors == {"email": THREE}
