"""On a phone, in a browser: a mistyped address is put right by the applicant, and by whoever screens her."""

import pytest
from django.urls import reverse

from access.context import acting
from letters.models import Message
from volunteers.models import Volunteer
from weshelter.tests.browsing import Person, Post, words
from weshelter.tests.test_path import PASSWORD

WRONG, RIGHT = "anna@example.ent", "anna@example.net"


@pytest.fixture
def post(settings, tmp_path, site, browser, as_login):
    """As in the demo: mails go into a folder, and no second factor is asked for."""
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return Post(Person(browser, site), as_login)


@pytest.fixture
def anna(site, browser, post, committed_cast):
    """She has applied, and typed a wrong address."""
    anna = Person(browser, site).go(reverse("volunteers:apply"))
    anna.page.check(f"[name=role][value='{committed_cast.rg60.friend_role.pk}']")
    for name, value in (("name", "Anna Ansøger"), ("email", WRONG), ("postcode", "2200")):
        anna.page.fill(f"[name={name}]", value)
    anna.page.check("[name=has_read]")
    anna.page.wait_for_timeout(3100)  # nobody fills it in faster; a robot is asked to look once more
    return anna.press("Send my application")


def sent_to(cast) -> list[tuple[str, str]]:
    """Which mails have left for whom, the first first."""
    with acting(user=cast.sille):
        return list(Message.objects.filter(state="sent").order_by("made_at").values_list("kind", "address"))


def opens_her_page(anna: Person, link: str) -> bool:
    """Does the link open her own page? A dead one leads to where she gets a new one."""
    answer = anna.page.goto(link)
    return answer.status == 200 and anna.sees(words("Next: %(step)s", step=words("a time for the conversation")))


@pytest.mark.feature(72)
@pytest.mark.feature(94)
def test_the_applicant_puts_it_right_on_the_thank_you_page(anna, post, committed_cast):
    assert anna.sees(WRONG)
    wrong = post.link_to(WRONG, "/min-side/")

    anna.page.get_by_text(words("Is the address wrong? Put it right")).click()
    anna.page.fill("[name=email]", RIGHT)
    anna.press("Send it to this address")
    right = post.link_to(RIGHT, "/min-side/")

    assert anna.sees(words("From now on we write to %(address)s alone.", address=RIGHT))
    assert [opens_her_page(anna, link) for link in (right, wrong)] == [True, False]
    assert sent_to(committed_cast) == [("application_received", WRONG), ("application_received", RIGHT)]
    with acting(user=committed_cast.karen):
        assert [(one.name, one.email) for one in Volunteer.objects.all()] == [("Anna Ansøger", RIGHT)]


@pytest.mark.feature(94)
def test_the_coordinator_puts_it_right_on_the_volunteers_page(anna, post, committed_cast, site, browser):
    wrong = post.link_to(WRONG, "/min-side/")
    karen = Person(browser, site).sign_in(committed_cast.karen, PASSWORD)

    karen.go(reverse("volunteers:list")).follow("Anna Ansøger")
    karen.follow(words("Put name or address right"))
    karen.page.fill("[name=email]", RIGHT)
    karen.press("Save")
    right = post.link_to(RIGHT, "/min-side/")

    assert karen.sees(RIGHT)
    assert [opens_her_page(anna, link) for link in (right, wrong)] == [True, False]
    assert sent_to(committed_cast) == [("application_received", WRONG), ("new_address_here", RIGHT)]
