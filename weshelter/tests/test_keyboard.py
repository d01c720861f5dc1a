"""The path with the keyboard alone: Tab, Enter, Space and the arrows; one sees at every step where one is."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from access.context import acting
from citizens.models import Citizen
from foodclubs.models import Evening
from foodclubs.tests import tables
from matching.models import Match
from screening.models import Interview
from volunteers.models import Volunteer
from weshelter.tests import people
from weshelter.tests.browsing import Person, Post, words

pytestmark = pytest.mark.feature(92)
PASSWORD = "en lang adgangskode"


@pytest.fixture
def visit(settings, tmp_path, site, committed_cast, browser):
    """A browser in which nothing moves; as in the demo, letters go into a folder and no second factor is asked for."""
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return lambda **context: Person(browser, site, reduced_motion="reduce", **context)


def test_the_path_with_the_keyboard_alone(visit, committed_cast, as_login):
    cast, visitor, karen = committed_cast, visit(), visit()
    anna = people.ready_volunteer(cast, "Anna Aftale", interests=["chess"])
    evening = tables.create_evening(cast.rg60, tasks={})

    apply(visitor, cast.rg60.friend_role)
    log_in(karen, cast.karen)
    hold_the_conversation(karen)
    bo = register_and_propose(karen, cast.karen)
    visitor.go(Post(visit(), as_login).link_to(anna.email, "/forslag/"))
    visitor.enter("main button", words("Yes, I would like to"))
    join(visitor, evening)
    close(karen, evening, as_login)

    with acting(user=cast.karen):
        assert set(Volunteer.objects.values_list("name", "state")) >= {("Asta Ansøger", "interviewed")}
        assert Match.objects.get(citizen=bo).volunteer_yes_at is not None
        evening.refresh_from_db()
        assert (evening.state, evening.guests_came) == ("held", 1)


def apply(visitor: Person, role) -> None:
    """Past the menu by the skip link; a form with mistakes says so first."""
    visitor.go("/").tab_to("a.skip").page.keyboard.press("Enter")
    assert visitor.focus() == "content"
    visitor.enter("main a", words("Become a volunteer"))
    visitor.enter("main button[type=submit]")
    assert visitor.focus() == "error-summary"
    visitor.tick(f"[name=role][value='{role.pk}']")
    visitor.type_into("[name=name]", "Asta Ansøger").type_into("[name=email]", "asta@example.net")
    visitor.type_into("[name=postcode]", "2200")
    visitor.unfold_by_key("interests").tick("[name=interests][value=chess]").tick("[name=has_read]")
    visitor.page.wait_for_timeout(3100)  # nobody fills it in faster; a robot is asked to look once more
    visitor.enter("main button[type=submit]")
    assert visitor.page.url.endswith("/tak/")


def log_in(person: Person, user) -> None:
    person.go(reverse("account_login"))
    person.type_into("[name=login]", user.email).type_into("[name=password]", PASSWORD).enter()


def hold_the_conversation(karen: Person) -> None:
    karen.go(reverse("coordinators:desk")).enter("main a", "Ny ansøgning")
    karen.enter("main a", words("We have met already"))
    for field in (*Interview.SIDES, "outcome"):
        karen.tick(f"[name={field}]")
    karen.enter("main button", words("Write down the conversation"))


def register_and_propose(karen: Person, user) -> Citizen:
    karen.go(reverse("citizens:register"))
    karen.type_into("[name=called_name]", "Bo").type_into("[name=own_words]", "Skak")
    karen.unfold_by_key("together").tick("[name=together][value=chess]")
    karen.tick("[name=purposes][value=registration]").tick("[name=purposes][value=friend]")
    karen.enter("main button", words("Register"))
    karen.enter("main a", words("Find a friend"))
    karen.tick("[name=volunteer]").enter("main button", words("Propose the one chosen"))
    with acting(user=user):
        return Citizen.objects.get(known_as__called_name="Bo")


def join(guest: Person, evening: Evening) -> None:
    guest.go(reverse("foodclubs:join", args=[evening.pk])).type_into("[name=nickname]", "Kaptajnen").enter()
    assert guest.page.url.endswith("/tak/")


def close(karen: Person, evening: Evening, as_login) -> None:
    """The evening has just begun: a policy's clock cannot be moved, so the row is. The arrows choose who came."""
    as_login("owner")
    Evening.objects.update(starts_at=timezone.now() - timedelta(minutes=5))
    as_login("app")
    karen.go(reverse("foodclubs:close", args=[evening.pk]))
    karen.choose("main input[type=radio]", "[type=radio]", words("Paid %(price)s kr.", price=15))
    karen.enter("main button", words("Close the evening"))


def test_at_200_percent_nothing_runs_over_the_edge(visit):
    """A window of 1280 at 200 % is one of 640 with twice the dots."""
    reader = visit(viewport={"width": 640, "height": 480}, device_scale_factor=2)

    for page in ("front", "volunteers:apply", "account_login"):
        reader.go(reverse(page))


def test_who_wants_no_motion_gets_none(visit):
    reader = visit()
    moving = """() => [...document.querySelectorAll("*")].filter((one) => {
      const { animationDuration, transitionDuration } = getComputedStyle(one);
      return [animationDuration, transitionDuration].join().split(",").some((time) => parseFloat(time) > 0.01);
    }).map((one) => one.outerHTML.slice(0, 80))"""

    for page in ("front", "volunteers:apply", "account_login"):
        assert reader.go(reverse(page)).page.evaluate(moving) == []


def test_without_script_one_applies_and_logs_in(visit, committed_cast):
    visitor = visit(java_script_enabled=False)
    page, site = visitor.page, visitor.site

    page.goto(site + reverse("volunteers:apply"))
    page.locator("[name=role]").first.check()
    page.fill("[name=name]", "Asta Ansøger")
    page.fill("[name=email]", "asta@example.net")
    page.fill("[name=postcode]", "2200")
    visitor.unfold("[name=interests][value=chess]")
    page.check("[name=interests][value=chess]")
    page.check("[name=has_read]")
    page.wait_for_timeout(3100)
    page.click("main button[type=submit]")
    page.wait_for_url("**/bliv-frivillig/tak/")
    page.goto(site + reverse("account_login"))
    page.fill("[name=login]", committed_cast.karen.email)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(site + reverse("coordinators:desk"))
