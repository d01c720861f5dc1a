"""Every page for everybody: at three widths, light and dark, nothing that axe finds, nothing to push sideways."""

import pytest
from django.template.loader import render_to_string
from django.test import override_settings

from weshelter.tests.browsing import Person
from weshelter.tests.faces import ERRORS, Face, create_all, faces

pytestmark = pytest.mark.feature(92)
WIDTHS = (1280, 768, 320)


@pytest.fixture(scope="module")
def visitors(site_for_all, browser, tmp_path_factory):
    """Everybody with a browser. It is the demo, whose banner and Postkasse are seen as well, asking for factors."""
    mail = {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(tmp_path_factory.mktemp("mail")),
    }
    with override_settings(DEMO=True, DEMO_ASKS_FACTOR=True, **mail):
        rows = create_all()
        yield rows, {who: visitor(browser, site_for_all, cookies) for who, cookies in rows.cookies.items()}


def visitor(browser, site: str, cookies) -> Person:
    """Somebody who is signed in already; what moves stands still, since axe looks at once."""
    person = Person(browser, site, reduced_motion="reduce")
    person.context.add_cookies([{"name": name, "value": one.value, "url": site} for name, one in cookies.items()])
    return person


@pytest.mark.parametrize("face", faces(), ids=str)
def test_a_page_is_for_everybody(visitors, face: Face):
    rows, people = visitors
    person, address = people[face.who], face.address(rows)

    response = person.page.goto(person.site + address)

    assert (response.status, person.page.url) == (200, person.site + address)
    assert person.faults_from_all_sides(WIDTHS) == {}


@pytest.mark.parametrize("template", ERRORS)
def test_a_page_that_says_no_is_for_everybody(visitors, template):
    person, content = visitors[1]["nobody"], render_to_string(template)
    person.page.route("**/fejl/", lambda route: route.fulfill(body=content, content_type="text/html"))

    person.page.goto(f"{person.site}/fejl/")

    assert person.faults_from_all_sides(WIDTHS) == {}
