"""An applicant on a phone, from the poster to “received” and on to the own page: with script, and without."""

import pytest
from django.urls import reverse

from access.context import acting
from volunteers.models import Answer, Volunteer
from volunteers.tests import asking
from weshelter.tests import people
from weshelter.tests.browsing import Person, Post, words


@pytest.fixture
def post(settings, tmp_path, site, browser, as_login):
    """The demo's letters, so that the links in them can be followed."""
    settings.DEMO = True
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    return Post(Person(browser, site), as_login)


@pytest.fixture(params=["with script", "without script"])
def applicant(request, site, browser):
    person = Person(browser, site)
    person.has_script = request.param == "with script"
    if not person.has_script:
        person.page.route("**/weshelter*.js", lambda route: route.abort())
        person.complain = lambda *_fault: None  # the browser says that the script did not come
    return person


def fill_in(page) -> None:
    page.fill("[name=name]", "Anna Ansøger")
    page.fill("[name=email]", "anna@example.net")
    page.fill("[name=postcode]", "2200")
    page.check("[name=limits][value=smoke]")
    page.check("[name=has_read]")
    page.wait_for_timeout(3100)  # nobody fills it in faster; a robot is asked to look once more


@pytest.mark.feature(1)
@pytest.mark.feature(8)
def test_from_the_poster_to_received(committed_cast, post, applicant):
    role, page = committed_cast.rg60.friend_role, applicant.page
    question = f"[name=question_{asking.question(committed_cast, role, is_mandatory=True).pk}]"
    applicant.go("/").follow(words("Become a volunteer"))
    page.check(f"[name=role][value='{role.pk}']")
    if applicant.has_script:
        page.wait_for_selector(question)
    fill_in(page)
    if not applicant.has_script:
        applicant.press("Send my application")
    page.fill(question, "Ja, meget")
    page.click("main button[type=submit]")
    page.wait_for_url("**/bliv-frivillig/tak/")
    applicant.look().go(post.link_to("anna@example.net", "/min-side/"))

    assert applicant.sees(words("Next: %(step)s", step=words("a time for the conversation")))
    assert applicant.sees("Karen Koordinator")
    with acting(user=committed_cast.karen):
        assert [(one.text, one.volunteer.limits) for one in Answer.objects.select_related("volunteer")] == [
            ("Ja, meget", ["smoke"])
        ]


@pytest.mark.feature(1)
@pytest.mark.feature(8)
def test_two_houses_are_one_application_and_what_was_answered_stays(committed_cast, post, applicant):
    """NABO has a volunteer and RG60 none, so RG60 writes first and asks its question."""
    rg60, nabo, page = committed_cast.rg60.friend_role, committed_cast.nabo.friend_role, applicant.page
    people.ready_volunteer(committed_cast, house=committed_cast.nabo)
    question = f"[name=question_{asking.question(committed_cast, rg60, is_mandatory=True).pk}]"
    applicant.go(reverse("volunteers:apply"))
    page.check(f"[name=role][value='{rg60.pk}']")
    if applicant.has_script:
        page.fill(question, "Ja, meget")
        with page.expect_response(f"**/*rolle={nabo.pk}*"):
            page.check(f"[name=role][value='{nabo.pk}']")
    else:
        page.check(f"[name=role][value='{nabo.pk}']")
    fill_in(page)
    if not applicant.has_script:
        applicant.press("Send my application")
        page.fill(question, "Ja, meget")
    applicant.press("Send my application")
    applicant.go(post.link_to("anna@example.net", "/min-side/"))

    assert applicant.sees("Du har også sat kryds ved: NABO. RG60 har din ansøgning")
    with acting(user=committed_cast.karen):
        assert [answer.text for answer in Answer.objects.all()] == ["Ja, meget"]


@pytest.mark.feature(72)
def test_a_lost_link_comes_again_and_the_application_is_taken_back(committed_cast, post, applicant):
    anna = people.apply("Anna Ansøger", committed_cast.rg60.friend_role)
    applicant.go("/min-side/intet-link/").follow(words("Get a new link to your page"))
    applicant.page.fill("[name=email]", "anna@example.net")
    applicant.press("Send me a new link")
    post.deliver()
    applicant.go(post.link_to("anna@example.net", "/min-side/"))
    applicant.follow(words("See my dates in my own calendar")).press("Make my address")
    own = applicant.page.input_value("#address")
    applicant.follow(words("My page")).follow(words("Take my application back")).press("Yes, take it back")

    assert own.endswith(".ics")
    assert applicant.page.url.endswith(reverse("volunteers:withdrawn"))
    with acting(user=committed_cast.karen):
        assert Volunteer.objects.get(pk=anna.pk).state == "withdrawn"
