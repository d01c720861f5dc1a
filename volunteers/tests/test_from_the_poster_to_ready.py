"""From the poster to “you are ready”: an applicant on a phone, by the links of her letters, with script and without.

Those who screen her do their part on a phone, too. At each step her own page says whose turn it is.
"""

from dataclasses import dataclass
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from courses.models import Gathering
from institutions.models import Project
from screening.models import Interview
from volunteers.models import Answer, RoleProfile, Volunteer
from volunteers.tests import asking, way
from weshelter.tests.browsing import Person, Post, words
from weshelter.tests.test_path import PASSWORD, demo, let_time_pass  # noqa: F401 - as in the demo

ANNA, RITA = "anna@example.net", "rita@example.org"


@dataclass
class People:
    """Everybody with a phone of her own; `own` is the address of Anna's own page."""

    anna: Person
    rita: Person
    karen: Person
    sille: Person
    post: Post
    cast: SimpleNamespace
    role: RoleProfile
    own: str = ""

    def anna_reads(self, *sentences: str, **values) -> None:
        """What Anna's own page says now."""
        self.anna.go(self.own)
        for sentence in sentences:
            assert self.anna.sees(words(sentence, **values)), sentence


@pytest.fixture(params=["with script", "without script"])
def people(request, site, demo, committed_cast, browser, as_login):  # noqa: F811
    """A role that asks for all that a role can ask; Anna and Rita have a browser with script, or one without."""
    cast, role = committed_cast, committed_cast.rg60.friend_role
    way.asks(cast, role, references_asked=1, record_asked="criminal_record", asks_two=True)
    asking.question(cast, role, is_mandatory=True)
    script = {"java_script_enabled": request.param == "with script"}
    return People(
        anna=Person(browser, site, **script),
        rita=Person(browser, site, **script),
        karen=Person(browser, site).sign_in(cast.karen, PASSWORD),
        sille=Person(browser, site).sign_in(cast.sille, PASSWORD),
        post=Post(Person(browser, site), as_login),
        cast=cast,
        role=role,
    )


@pytest.mark.feature(1, 2, 4, 5, 6, 7, 9, 11, 72)
def test_from_the_poster_to_ready(people, as_login):
    anna_applies(people)
    karen_offers_times(people)
    anna_chooses_a_time(people)
    karen_writes_down_the_conversation(people)
    sille_says_yes_too(people)
    anna_names_a_referee(people)
    rita_answers(people)
    karen_sees_the_record_check(people)
    karen_takes_her_into_training(people)
    anna_signs(people)
    anna_answers_the_invitation(people)
    karen_ticks_that_she_came(people, as_login)

    people.anna_reads("You are ready. Thank you for being there.")
    with acting(user=people.cast.karen):
        assert Volunteer.objects.get().state == "ready"
        assert Answer.objects.get().text == "Ja, meget"
        assert [project.pk for project in Project.objects.filter(assignments__volunteer__email=ANNA)] == [
            people.cast.rg60.friends.pk
        ]


def anna_applies(people: People) -> None:
    """The role brings its question: with script as soon as it is chosen, without when the form is sent."""
    anna, page = people.anna, people.anna.page
    anna.go("/").follow(words("Become a volunteer"))
    page.check(f"[name=role][value='{people.role.pk}']")
    for name, value in (("name", "Anna Ansøger"), ("email", ANNA), ("postcode", "2200")):
        page.fill(f"[name={name}]", value)
    anna.unfold("[name=interests][value=chess]")
    page.check("[name=interests][value=chess]")
    page.check("[name=has_read]")
    page.wait_for_timeout(3100)  # nobody fills it in faster; a robot is asked to look once more
    if not anna.has_script:
        anna.press("Send my application")
        assert anna.focus() == "error-summary", "what is missing is in sight"
    page.fill("[name^=question_]", "Ja, meget")
    anna.press("Send my application")
    assert page.url.endswith(reverse("volunteers:applied"))
    people.own = people.post.link_to(ANNA, "/min-side/")
    people.anna_reads("The coordinator has it, and writes or calls you. You need not do anything.")
    assert anna.sees(words("Next: %(step)s", step=words("a time for the conversation")))


def karen_offers_times(people: People) -> None:
    karen, in_two_days = people.karen, timezone.localdate() + timedelta(days=2)
    karen.go(reverse("coordinators:desk")).follow(words("New application: invite to a talk"))
    karen.follow(words("Offer times"))
    karen.page.fill("[name=time_1]", f"{in_two_days}T17:00")
    karen.page.fill("[name=time_2]", f"{in_two_days}T19:30")
    karen.press("Send the times")
    people.anna_reads(
        "It is your turn: you have a letter with times for the conversation. Choose the one that suits you."
    )


def anna_chooses_a_time(people: People) -> None:
    anna = people.anna
    anna.go(people.post.link_to(ANNA, "/samtale/"))
    anna.page.locator("[name=time]").last.check()
    anna.press("Choose this time")
    assert anna.sees("kl. 19.30")
    people.anna_reads("The time is chosen. It stands among your dates below.")
    assert anna.sees("kl. 19.30")


def karen_writes_down_the_conversation(people: People) -> None:
    karen = people.karen
    karen.page.reload()
    karen.follow(words("Write down the conversation"))
    for side in (*Interview.SIDES, "outcome"):
        karen.page.check(f"[name={side}][value=good]")
    karen.press("Write down the conversation")
    people.anna_reads("Your role asks that two say yes. The second looks at it now, and you need do nothing.")
    assert people.anna.sees(words("Next: %(step)s", step=words("second yes")))


def sille_says_yes_too(people: People) -> None:
    """The role asks that two decide, and Karen held the conversation: the secretariat is the second."""
    people.sille.go(reverse("volunteers:list")).follow("Anna Ansøger")
    people.sille.press("I say yes too")


def anna_names_a_referee(people: People) -> None:
    karen, anna = people.karen, people.anna
    karen.page.reload()
    karen.follow(words("Ask for a reference")).press("Let %(name)s name them by letter", name="Anna")
    anna.go(people.post.link_to(ANNA, "/referencer/"))
    anna.page.fill("[name=name]", "Rita Referent")
    anna.page.fill("[name=email]", RITA)
    anna.page.check("[name=relation][value=work]")
    anna.page.check("[name=has_said_yes]")
    anna.press("Send the letter")
    assert anna.sees(words("Thank you. We have written to %(name)s.", name="Rita"))


def rita_answers(people: People) -> None:
    """Of Anna she reads the first name alone."""
    rita = people.rita
    rita.go(people.post.link_to(RITA, "/reference/"))
    assert "Ansøger" not in rita.page.content()
    rita.page.check("[name=known_for][value=years]")
    rita.page.check("[name=trusts][value=yes]")
    rita.press("Send the answer")
    assert rita.page.url.endswith(reverse("screening:reference_answered"))


def karen_sees_the_record_check(people: People) -> None:
    """Asked for and seen: the day and what came of it, and nothing more."""
    karen = people.karen
    karen.page.reload()
    karen.follow(words("Ask for a record check")).press("It has been asked for")
    karen.follow(words("I have seen it"), exact=False)
    karen.page.check("[name=outcome][value=ok]")
    karen.press("Write it down")


def karen_takes_her_into_training(people: People) -> None:
    people.karen.press("Take into training")
    people.anna_reads("It is your turn: you have a letter with the agreement, to read and sign.")


def anna_signs(people: People) -> None:
    anna = people.anna
    anna.go(people.post.link_to(ANNA, "/aftale/"))
    anna.page.check("[name=has_read]")
    anna.press("Sign the agreement")
    assert anna.page.url.endswith(reverse("screening:signed"))
    people.anna_reads("It is your turn: choose the introduction course that suits you.")


def anna_answers_the_invitation(people: People) -> None:
    course = reverse("courses:gathering", args=[people.cast.course.pk])
    people.karen.go(course).press("Send the invitation")
    people.anna.go(people.post.link_to(ANNA, "/mine-kurser/")).press("I come")
    people.anna_reads("You have a place. We look forward to seeing you.")


def karen_ticks_that_she_came(people: People, as_login) -> None:
    let_time_pass(as_login, Gathering)
    people.karen.page.reload()
    people.karen.page.locator("[name=kom][value=ja]").click()
    people.karen.page.wait_for_load_state()
    assert people.karen.look().sees(words("%(name)s is ready now.", name="Anna Ansøger"))
