"""What the citizen wishes and what matters in a friend; where he lives; whether the wish is still alive."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from access.context import acting
from citizens.models import Citizen, Home, Wishes
from citizens.models.wishes import AGE_TOO
from citizens.tests.test_pages import registration
from citizens.tests.test_two_at_once import page_as_opened
from weshelter.tests import people


def said(cast, citizen) -> Wishes:
    with acting(user=cast.karen):
        return Wishes.objects.get(citizen=citizen)


def registered(cast) -> Citizen:
    with acting(user=cast.karen):
        return Citizen.objects.get()


@pytest.mark.feature(20)
def test_nothing_must_be_said_but_what_he_is_called(client, cast):
    people.sign_in(client, cast.karen)

    client.post(
        reverse("citizens:register"),
        {"project": cast.rg60.friends.pk, "called_name": "Bo", "attachment": "comes_here"}
        | {"purposes": ["registration"], "given": "spoken"},
    )

    assert said(cast, registered(cast)).facts() == []


@pytest.mark.feature(20)
def test_needs_and_what_matters_in_a_friend_are_kept_and_shown(client, cast):
    people.sign_in(client, cast.lars)
    more = {"needs": ["courage", "quiet"], "friend_gender": "woman", "age_group": "45-59", "friend_age": "same"}
    liked = {"together": ["chess"], "interests": ["walks"]}

    client.post(
        reverse("citizens:register"),
        registration(cast.rg60.friends, **more, **liked, limits=["pets"], around=["smoke"], area="2300"),
    )

    shown = dict(client.get(reverse("coordinators:citizen", args=[registered(cast).pk])).context["page"].facts)
    assert (shown[gettext("Would like to do together")], shown[gettext("Likes")]) == ("Skak", "Gåture")
    assert shown[gettext("Cannot be with")] == gettext("dogs and other animals")
    assert shown[gettext("Comes along")] == gettext("smoke indoors")
    assert (shown[gettext("The friend is")], shown[gettext("Good to meet in")]) == (gettext("a woman"), "2300")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"area": "Valby"}, "area"),
        ({"area": "230"}, "area"),
        ({"needs": ["diagnosis"]}, "needs"),
        ({"limits": ["smoke", "<script>"]}, "limits"),
        ({"friend_gender": "nogen"}, "friend_gender"),
        ({"friend_age": "older"}, "friend_age"),
        ({"municipality": "999"}, "municipality"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_beside_its_field(client, cast, changes, field):
    people.sign_in(client, cast.karen)

    response = client.post(reverse("citizens:register"), registration(cast.rg60.friends, **changes))

    assert list(response.context["form"].errors) == [field]


@pytest.mark.parametrize(
    ("own", "wished", "groups"),
    [
        ("30-44", "same", {"30-44"}),
        ("30-44", "younger", {"18-29"}),
        ("30-44", "older", {"45-59", "60+"}),
        ("18-29", "younger", set()),
        ("30-44", "", set()),
        ("", "", set()),
    ],
)
def test_a_friends_age_is_told_as_age_groups(own, wished, groups):
    assert Wishes(age_group=own, friend_age=wished).friend_ages() == groups


@pytest.mark.parametrize(
    ("changes", "home"),
    [
        ({}, "RG60"),
        ({"attachment": "comes_here"}, None),
        ({"attachment": "comes_here", "municipality": "0151"}, "egen bolig, Ballerup"),
    ],
    ids=str,
)
def test_registering_writes_down_where_he_lives(client, cast, changes, home):
    people.sign_in(client, cast.karen)

    client.post(reverse("citizens:register"), registration(cast.rg60.friends, **changes))

    with acting(user=cast.karen):
        assert [str(one) for one in Home.objects.all()] == ([home] if home else [])


@pytest.mark.parametrize(("days", "is_old"), [(90, False), (91, True)])
def test_a_wish_lives_ninety_days(cast, days, is_old):
    people.create_citizen(cast)
    with acting(user=cast.karen):
        Wishes.objects.update(said_on=timezone.localdate() - timedelta(days=days))

        old, living = Citizen.objects.with_an_old_wish().count(), Citizen.objects.with_a_living_wish().count()
        assert (old, living, Wishes.objects.get().is_old) == (is_old, not is_old, is_old)
        Wishes.objects.update(speak_on=None)  # would rather not be asked: an old wish is out of reach
        assert Citizen.objects.within_reach().exists() is not is_old


@pytest.fixture
def old_wish(cast) -> Citizen:
    """Bo said what he wishes four months ago."""
    bo = people.create_citizen(cast)
    with acting(user=cast.karen):
        Wishes.objects.update(said_on=timezone.localdate() - timedelta(days=120))
    return bo


@pytest.mark.feature(31)
def test_an_old_wish_is_asked_about_before_anybody_is_suggested(client, cast, old_wish):
    people.sign_in(client, cast.karen)

    page = client.get(reverse("coordinators:citizen", args=[old_wish.pk])).content.decode()

    assert reverse("citizens:still_wished", args=[old_wish.pk]) in page
    assert reverse("matching:propose", args=[old_wish.pk]) not in page


@pytest.mark.feature(31)
@pytest.mark.parametrize(
    ("who", "answer", "still", "goes_to"),
    [
        ("karen", "still", True, "matching:propose"),
        ("lars", "still", True, "coordinators:citizen"),
        ("karen", "not_now", False, "coordinators:citizen"),
    ],
)
def test_one_tap_says_whether_the_wish_is_still_alive(client, cast, old_wish, who, answer, still, goes_to):
    people.sign_in(client, getattr(cast, who))

    response = client.post(reverse("citizens:still_wished", args=[old_wish.pk]), {"outcome": answer})

    assert response.url == reverse(goes_to, args=[old_wish.pk])
    now = said(cast, old_wish)
    assert (now.wants_friend, now.said_on) == (still, timezone.localdate())


@pytest.mark.parametrize("posted", [{"on": ""}, {"outcome": "måske"}], ids=str)
def test_what_is_neither_is_asked_again(client, cast, old_wish, posted):
    people.sign_in(client, cast.karen)

    page = client.post(reverse("citizens:still_wished", args=[old_wish.pk]), posted)

    assert list(page.context["form"].errors) == ["outcome"]
    assert said(cast, old_wish).is_old


def test_changed_wishes_are_said_today(client, cast, old_wish):
    people.sign_in(client, cast.karen)

    client.post(
        reverse("citizens:wishes", args=[old_wish.pk]),
        page_as_opened(client, "wishes", old_wish) | {"needs": ["quiet"]},
    )

    assert (said(cast, old_wish).said_on, said(cast, old_wish).needs) == (timezone.localdate(), ["quiet"])


def test_an_own_age_taken_back_meanwhile_is_told_and_breaks_nothing(client, cast):
    bo = people.create_citizen(cast, age_group="30-44")
    people.sign_in(client, cast.karen)
    url = reverse("citizens:wishes", args=[bo.pk])
    sent = page_as_opened(client, "wishes", bo) | {"friend_age": "same"}
    with acting(user=cast.lars):
        Wishes.objects.update(age_group="")

    page = client.post(url, sent)

    assert page.context["form"].non_field_errors() == [gettext(str(AGE_TOO))]
    assert said(cast, bo).friend_age == ""


@pytest.mark.parametrize("name", ["still_wished", "home", "paper_of"])
@pytest.mark.parametrize("who", ["nanna", "leif", "sille"])
def test_the_page_of_somebody_elsewhere_is_the_page_of_nobody(client, cast, name, who):
    bo = people.create_citizen(cast)
    people.sign_in(client, getattr(cast, who))

    hidden = client.get(reverse(f"citizens:{name}", args=[bo.pk]))
    missing = client.get(reverse(f"citizens:{name}", args=["00000000-0000-0000-0000-000000000000"]))

    assert (hidden.status_code, hidden.content) == (404, missing.content)
