"""A name without a single place to break, on the narrowest phone: it breaks, and no page is pushed sideways."""

import pytest

from weshelter.tests.faces import Face, create_all, faces
from weshelter.tests.test_faces import visitor
from weshelter.tests.test_names import NAMES

pytestmark = pytest.mark.feature(92)


@pytest.fixture(scope="module")
def visitors(committed_for_all, site_for_all, browser):
    """Everybody with a phone of 320 pixels, where everybody and everything is called something endless."""
    rows = create_all()
    committed_for_all("owner")
    for model, field in NAMES:
        for number, row in enumerate(model._base_manager.all()):
            name = f"{number}{'Ingenmellemrum' * 8}"[: field.max_length]
            model._base_manager.filter(pk=row.pk).update(**{field.name: name})
    committed_for_all("app")
    people = {who: visitor(browser, site_for_all, cookies) for who, cookies in rows.cookies.items()}
    for person in people.values():
        person.page.set_viewport_size({"width": 320, "height": 800})
    return rows, people


@pytest.mark.parametrize("face", [face for face in faces() if str(face) != "letters:postbox"], ids=str)
def test_a_name_breaks_where_the_phone_ends(visitors, face: Face):
    rows, people = visitors
    person = people[face.who]

    response = person.page.goto(person.site + face.address(rows))

    assert response.status == 200
    assert not person.is_too_wide()
