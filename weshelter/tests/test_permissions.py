"""What a page requires is required: whoever sees the row and lacks the permission is refused.

The permissions are read from the code of each view and stand in docs/access.md, so that one taken out is seen there.
Here each is taken from a role that has it: the page that opened is then forbidden, by every method.
"""

import pytest

from access.roles import PERMISSIONS, Permission
from weshelter.asked import permissions_asked
from weshelter.tests.matrix import FORBIDDEN, METHODS, OPENS, ROLES, Page, ask, expected, outcome, pages
from weshelter.tests.rows import HOUSES

# These ask once the form has named the project or the person: posted in test_permissions_in_forms.py.
NAMED_IN_THE_FORM = {
    "courses:gathering": "SCREEN_VOLUNTEER",
    "matching:rounds": "MAKE_ROUND",
    "matching:round": "PROPOSE_MATCH",
    "citizens:register": "REGISTER_CITIZEN",
    "foodclubs:plan": "RUN_EVENING",
    "volunteers:enter": "SCREEN_VOLUNTEER",
}
ASKING = [page for page in pages() if page.access and permissions_asked(page.view)]
ASKED = [(page, permission) for page in ASKING for permission in sorted(permissions_asked(page.view))]
CASES = [(page, permission) for page, permission in ASKED if NAMED_IN_THE_FORM.get(page.name) != permission.name]


def who_opens(page: Page) -> list[tuple[str, str, str]]:
    """Who opens it, about whose thing, by which method."""
    return [
        (who, whose, method)
        for who in ROLES
        for whose in HOUSES
        for method in METHODS
        if expected(page, who, whose, method) is OPENS
    ]


def take_away(monkeypatch, permission: Permission) -> None:
    """Nobody has the permission any more."""
    for role in set(ROLES.values()):
        monkeypatch.setitem(PERMISSIONS, role, PERMISSIONS[role] - {permission})


@pytest.mark.parametrize(("page", "permission"), CASES, ids=lambda one: str(getattr(one, "name", one)))
def test_who_lacks_the_permission_is_refused(rows, monkeypatch, page, permission):
    opened = who_opens(page)
    take_away(monkeypatch, permission)

    found = {
        (who, whose, method): outcome(ask(rows, who, page.address(rows.values(page.names, whose)), method))
        for who, whose, method in opened
    }

    assert found
    assert set(found.values()) == {FORBIDDEN}
