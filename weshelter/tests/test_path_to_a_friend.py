"""From a wish to two yeses and the first meeting, in a real browser on a phone's width, by those who do it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen
from matching.models import Match
from weshelter.tests import people
from weshelter.tests.browsing import Person, Post, words
from weshelter.tests.test_path import PASSWORD, demo  # noqa: F401 - as in the demo

ANNA = "anna@example.net"


@pytest.fixture
def post(demo, site, browser, as_login):  # noqa: F811
    return Post(Person(browser, site), as_login)


@pytest.mark.feature(20)
@pytest.mark.feature(27)
@pytest.mark.feature(28)
@pytest.mark.feature(31)
def test_from_a_wish_to_the_first_meeting(site, post, committed_cast, browser, as_login):
    cast = committed_cast
    people.ready_volunteer(cast, "Anna Ansøger", interests=["chess"], postcode="2200")
    lars = Person(browser, site).sign_in(cast.lars, PASSWORD)
    karen = Person(browser, site).sign_in(cast.karen, PASSWORD)
    anna = Person(browser, site)

    bo = write_down_a_wish(lars, cast)
    look_at_paper_and_preview(lars, bo)
    ask_whether_it_is_still_alive(karen, bo, as_login)
    propose(karen, anna, post)
    hear_the_citizen(lars, bo)
    arrange_the_first_meeting(karen, anna, post, cast)


def write_down_a_wish(lars: Person, cast) -> Citizen:
    """Only the name must be there; Bo says some more, and what matters in a friend."""
    lars.go(reverse("citizens:list")).follow(words("Register a citizen"))
    page = lars.page
    page.fill("[name=called_name]", "Bo")
    page.fill("[name=own_words]", "Skak, og en der kan holde pauser.")
    page.get_by_text(words("What matters in a friend")).click()
    lars.unfold("[name=together][value=chess]")
    for name, value in (("together", "chess"), ("needs", "quiet"), ("limits", "pets"), ("friend_gender", "")):
        page.check(f"[name={name}][value='{value}']")
    for purpose in ("registration", "friend"):
        page.check(f"[name=purposes][value={purpose}]")
    lars.press("Register")
    assert lars.sees("stille selskab")
    with acting(user=cast.lars):
        return Citizen.objects.get()


def look_at_paper_and_preview(lars: Person, bo: Citizen) -> None:
    """The same questions on paper, with what was said; and exactly what a friend would see."""
    lars.follow(words("The form on paper"))
    assert lars.sees("Skak, og en der kan holde pauser.")
    lars.go(reverse("citizens:disclose", args=[bo.pk]))
    lars.page.check("[name=uneasy_answer][value=yes]")
    lars.page.fill("[name=uneasy_words]", "Mange mennesker på én gang.")
    lars.press("Save")
    lars.follow(words("Exactly what the friend sees"))
    assert lars.sees("Mange mennesker på én gang.")
    assert not lars.sees("Skak")


def ask_whether_it_is_still_alive(karen: Person, bo: Citizen, as_login) -> None:
    """Four months later nobody is proposed before Bo has been asked again."""
    as_login("owner")
    type(bo.wishes).objects.update(said_on=timezone.localdate() - timedelta(days=120))
    as_login("app")
    karen.go(reverse("coordinators:citizen", args=[bo.pk]))
    assert not karen.sees(words("Find a friend"))
    karen.follow(words("Is the wish still alive?")).press("Yes, still")


def propose(karen: Person, anna: Person, post: Post) -> None:
    """The first suggestion is chosen; Anna answers by link."""
    karen.page.locator("[name=volunteer]").first.check()
    karen.press("Propose the one chosen")
    anna.go(post.link_to(ANNA, "/forslag/")).press("Yes, I would like to")


def hear_the_citizen(lars: Person, bo: Citizen) -> None:
    """Lars asks Bo and writes down the yes."""
    lars.go(reverse("coordinators:my_house")).follow(bo.called_name)
    lars.press("The citizen says yes")


def arrange_the_first_meeting(karen: Person, anna: Person, post: Post, cast) -> None:
    """Karen is there with them; Anna has the time, the place and what Bo said yes to."""
    post.deliver()  # the letter about both yeses, before the one about the meeting
    karen.page.reload()
    karen.follow(words("Arrange the first meeting"))
    karen.page.fill("[name=starts_at]", f"{timezone.localdate() + timedelta(days=2)}T15:00")
    karen.page.fill("[name=place]", "Caféen")
    karen.press("Arrange it")
    anna.go(post.link_to(ANNA, "/min-side/"))
    assert anna.sees("Caféen")
    assert anna.sees("Mange mennesker på én gang.")
    karen.press("They have met")
    with acting(user=cast.karen):
        assert Match.objects.get().state == "trial"
