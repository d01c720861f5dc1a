"""A no is an act like any other: a reason for ourselves, a kind letter that is read first, and a day to be erased."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from screening.models import Decline
from volunteers.tests import way
from weshelter.tests import people

LETTER = "Hej Anna\n\nTak for snakken. Vi kan ikke tilbyde dig en plads denne gang."
SENT = f"{LETTER}\n\nVenlig hilsen\nWeShelter"


def choose(client, anna, reason: str):
    return client.post(reverse("screening:decline", args=[anna.pk]), {"choose": "1", "reason": reason})


def say_no(client, anna, **changes):
    typed = {"reason": "no_time", "letter": LETTER, "offered": ""} | changes
    return client.post(reverse("screening:decline", args=[anna.pk]), typed)


def declines(cast, who: str = "sille") -> list[tuple]:
    with acting(user=getattr(cast, who)):
        return [(one.reason, one.offered, one.by) for one in Decline.objects.visible_to(getattr(cast, who))]


@pytest.mark.feature(3)
@pytest.mark.parametrize("reason", Decline.Reason.values)
def test_each_reason_brings_a_letter_that_does_not_say_it(client, cast, reason):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    form = choose(client, anna, reason).context["form"]

    assert form.initial["letter"].startswith("Hej Anna")
    assert str(Decline.Reason(reason).label) not in form.initial["letter"]


def test_a_reason_that_is_none_brings_the_reasons_again(client, cast):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    page = choose(client, anna, "<script>")

    assert list(page.context["form"].errors) == ["reason"]


@pytest.mark.feature(3)
def test_the_letter_goes_as_it_was_edited_and_the_clock_is_started(client, committed_cast, mailbox):
    cast = committed_cast
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    say_no(client, anna)

    [letter] = mailbox()
    assert (letter.message.address, letter.text.partition("\n\nHvis du svarer")[0]) == ("anna@example.net", SENT)
    assert declines(cast) == [("no_time", None, cast.karen)]
    assert way.now(cast, anna).forget_on == timezone.localdate() + timedelta(days=183)


@pytest.mark.feature(3)
def test_another_role_is_offered_with_the_way_to_apply_for_it(client, committed_cast, mailbox):
    cast = committed_cast
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)

    say_no(client, anna, offered=str(cast.rg60.food_role.pk))

    assert f"/bliv-frivillig/?rolle={cast.rg60.food_role.pk}" in mailbox()[0].text
    assert declines(cast) == [("no_time", cast.rg60.food_role, cast.karen)]


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("letter", ""),
        ("letter", "x" * 3001),
        ("letter", "Dit nummer er 010190-1234"),
        ("letter", "Det er, fordi du har for lidt tid"),
        ("reason", "x"),
        ("offered", "x"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_has_happened(client, cast, field, given):
    anna = way.applied(cast)
    people.sign_in(client, cast.karen)
    given = given.replace("har for lidt tid", str(Decline.Reason.NO_TIME.label))

    page = say_no(client, anna, **{field: given})

    assert list(page.context["form"].errors) == [field]
    assert (way.now(cast, anna).state, declines(cast)) == ("applied", [])


def test_a_role_of_others_is_not_offered(client, cast):
    people.sign_in(client, cast.karen)

    page = say_no(client, way.applied(cast), offered=str(cast.nabo.food_role.pk))

    assert list(page.context["form"].errors) == ["offered"]


@pytest.mark.parametrize(("who", "seen"), [("sille", 1), ("karen", 1), ("lars", 0), ("nanna", 0)])
def test_the_no_is_seen_by_who_screens_and_by_the_secretariat(cast, who, seen):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        anna.decline(reason="not_now", by=cast.karen)

    assert len(declines(cast, who)) == seen


@pytest.mark.feature(62)
def test_nobody_sees_the_no_about_herself(cast):
    anna = way.applied(cast)
    with acting(user=cast.sille):
        anna.decline(reason="not_now", by=cast.sille)
    way.becomes_user(cast, anna, cast.karen)

    assert (len(declines(cast, "karen")), len(declines(cast, "sille"))) == (0, 1)


def test_the_page_of_who_was_declined_says_why_and_when_it_is_erased(client, cast):
    anna = way.applied(cast)
    with acting(user=cast.karen):
        anna.decline(reason="not_now", by=cast.karen)
    people.sign_in(client, cast.karen)

    page = client.get(reverse("screening:detail", args=[anna.pk])).content.decode()

    assert str(Decline.Reason.NOT_NOW.label) in page
    assert "Slettes" in page
