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
    called = [
        (row, field.name, getattr(row, field.name)) for model, field in NAMES for row in model._base_manager.all()
    ]
    for number, (row, name, _was) in enumerate(called):
        endless = f"{number}{'Ingenmellemrum' * 8}"[: row._meta.get_field(name).max_length]
        type(row)._base_manager.filter(pk=row.pk).update(**{name: endless})
    committed_for_all("app")
    people = {who: visitor(browser, site_for_all, cookies) for who, cookies in rows.cookies.items()}
    for person in people.values():
        person.page.set_viewport_size({"width": 320, "height": 800})
    yield rows, people
    committed_for_all("owner")  # what migrations have filled stays for the other tests
    for row, name, was in called:
        type(row)._base_manager.filter(pk=row.pk).update(**{name: was})
    committed_for_all("app")


@pytest.mark.parametrize("face", [face for face in faces() if str(face) != "letters:postbox"], ids=str)
def test_a_name_breaks_where_the_phone_ends(visitors, face: Face):
    rows, people = visitors
    person = people[face.who]

    response = person.page.goto(person.site + face.address(rows))

    assert response.status == 200
    assert not person.is_too_wide()
