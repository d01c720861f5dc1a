"""A friendship from the first meeting to the farewell and another friend, in a real browser on a phone's width."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from access.links import Purpose, issue_link
from friendships.models import CheckInAnswer, Contact
from friendships.tests.pairs import token_of
from matching.models import Match
from volunteers.models import Volunteer
from weshelter.tests import people
from weshelter.tests.browsing import Person, words
from weshelter.tests.test_path import PASSWORD, demo  # noqa: F401 - as in the demo


def day(ahead: int) -> str:
    return (timezone.localdate() + timedelta(days=ahead)).isoformat()


@pytest.mark.feature(29)
@pytest.mark.feature(36)
@pytest.mark.feature(38)
@pytest.mark.feature(39)
@pytest.mark.feature(41)
@pytest.mark.feature(43)
def test_from_the_first_meeting_to_a_farewell_and_another_friend(demo, site, committed_cast, browser):  # noqa: F811
    cast = committed_cast
    match = both_said_yes(cast)
    karen = Person(browser, site).sign_in(cast.karen, PASSWORD)
    lars = Person(browser, site).sign_in(cast.lars, PASSWORD)
    vera, own_page = Person(browser, site), reverse("coordinators:own_page", args=[token_of(cast, match)])

    they_have_met(karen, match)
    tick_that_they_met(vera, own_page, cast)
    say_how_it_goes(karen, lars, vera, own_page, match, cast)
    rest(karen, vera, own_page, match)
    somebody_stands_in_until_they_go_on(karen, Person(browser, site), match, cast)
    look_back_at_the_trial(karen, match)
    say_goodbye(karen, match)
    find_another_friend(karen, match, cast)


def both_said_yes(cast) -> Match:
    match = people.create_match(cast, started=False)
    people.ready_volunteer(cast, "Sofie Skov")
    with acting(user=cast.karen):
        match.volunteer_says_yes()
        match.citizen_says_yes(heard_by=cast.karen)
    return match


def they_have_met(karen: Person, match: Match) -> None:
    karen.go(reverse("coordinators:pair", args=[match.pk]))
    karen.press("They have met")
    assert karen.sees(words("The trial"))


def tick_that_they_met(vera: Person, own_page: str, cast) -> None:
    """Two taps: that they met, and what they did."""
    vera.go(own_page).press("We met")
    vera.page.get_by_role("button", name=words("a walk").capitalize()).click()
    vera.page.wait_for_load_state()
    vera.look()
    with acting(user=cast.karen):
        assert list(Contact.objects.values_list("kind", "activity")) == [("met", "walk")]


def say_how_it_goes(karen: Person, lars: Person, vera: Person, own_page: str, match: Match, cast) -> None:
    """Karen asks today; Vera answers in one tap, and Lars asks Bo at the house."""
    karen.go(reverse("friendships:check_in", args=[match.pk])).press("Ask both today")
    vera.go(own_page)
    vera.page.get_by_role("button", name=words("going well").capitalize()).click()
    vera.page.wait_for_load_state()
    vera.look()
    lars.go(reverse("coordinators:my_house")).follow(words("ask the citizen how it goes").capitalize())
    lars.page.check("[name=answer][value=well]")
    lars.press("Save")
    with acting(user=cast.karen):
        assert set(CheckInAnswer.objects.values_list("side", "answer")) == {("citizen", "well"), ("volunteer", "well")}


def rest(karen: Person, vera: Person, own_page: str, match: Match) -> None:
    """While they rest nobody ticks or is asked."""
    karen.go(reverse("coordinators:pair", args=[match.pk])).follow(words("They rest for a while"))
    karen.page.check("[name=why][value=volunteer_away]")
    karen.page.fill("[name=back_on]", day(20))
    karen.press("Save")
    assert karen.sees(words("They rest"))
    assert not vera.go(own_page).sees(words("How is it going?"))


def somebody_stands_in_until_they_go_on(karen: Person, sofie: Person, match: Match, cast) -> None:
    """Sofie sees what Bo has said yes to from his own yes on, and nothing once the two go on where they were."""
    with acting(user=cast.karen):
        match.citizen.disclose("past", "yes", "Har sejlet i mange år")
        volunteer = Volunteer.objects.get(name="Sofie Skov")
        link = issue_link(Purpose.OWN_PAGE, volunteer, "coordinators:own_page")
    own_page = f"/{link.split('/', 3)[3]}"
    karen.follow(words("Somebody else could meet the citizen meanwhile"))
    karen.page.get_by_label("Sofie").check()
    karen.press("Save")
    assert not sofie.go(own_page).sees("Har sejlet i mange år")
    karen.follow(words("The citizen has answered"))
    karen.page.check("[name=answer][value=yes]")
    karen.page.check("[name=asked_by][value=coordinator]")
    karen.press("Save")
    assert sofie.go(own_page).sees("Har sejlet i mange år")
    karen.press("They go on")
    assert not sofie.go(own_page).sees("Har sejlet i mange år")


def look_back_at_the_trial(karen: Person, match: Match) -> None:
    karen.follow(words("Look back now"))
    karen.page.check("[name=answer][value=goes_on]")
    karen.press("Save")
    assert karen.sees(words("The friendship"))


def say_goodbye(karen: Person, match: Match) -> None:
    """It cannot end before somebody has told Bo, and each has had a talk."""
    karen.follow(words("It comes to an end"))
    for name, value in (("how", "planned"), ("told_by", "coordinator")):
        karen.page.check(f"[name={name}][value={value}]")
    for side in ("citizens_reason", "volunteers_reason"):
        karen.page.select_option(f"[name={side}]", "moved")
    karen.page.fill("[name=tell_on]", day(0))
    karen.press("Save").go(reverse("friendships:farewell", args=[match.pk]))
    assert not karen.page.get_by_role("button", name=words("The friendship has ended")).count()
    for name in ("told_on", "citizen_talk_on", "volunteer_talk_on"):
        karen.page.fill(f"[name={name}]", day(0))
    for name, value in (("farewell", "met"), ("contact", "greeting"), ("citizen_next", "friend")):
        karen.page.select_option(f"[name={name}]", value)
    karen.press("Save").go(reverse("friendships:farewell", args=[match.pk])).press("The friendship has ended")


def find_another_friend(karen: Person, match: Match, cast) -> None:
    """Bo waits from today on; the same friend is not proposed, another one is."""
    karen.go(reverse("coordinators:citizen", args=[match.citizen_id])).follow(words("Find a friend"))
    assert karen.sees("Sofie")
    karen.page.locator("[name=volunteer]").first.check()
    karen.press("Propose the one chosen")
    with acting(user=cast.karen):
        other = Match.objects.open().get()
        assert (other.citizen_id, other.volunteer.name) == (match.citizen_id, "Sofie Skov")
        assert Match.objects.get(pk=match.pk).closure.ended_on == timezone.localdate()
