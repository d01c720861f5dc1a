"""What a page requires is required: whoever sees the row and lacks the permission is refused.

What a page asks is said by docs/access.md and not by its code, so that a `require` taken out is seen here. Each of its
permissions is taken from every role: the page that opened is then forbidden, by every method.
"""

import ast

import pytest

from access.roles import PERMISSIONS, Permission
from weshelter.tests.code import ROOT, modules, tree
from weshelter.tests.matrix import FORBIDDEN, METHODS, OPENS, ROLES, Page, ask, expected, is_oneself, outcome, pages
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
SAID = [line.split(" | ") for line in (ROOT / "docs/access.md").read_text().splitlines() if line.startswith("| `/")]
ASKED = [
    (page, permission)
    for page in pages()
    for _address, name, _who, asks, _methods in SAID
    for permission in Permission
    if page.name and page.name == name and permission in asks
]
CASES = [(page, permission) for page, permission in ASKED if NAMED_IN_THE_FORM.get(page.name) != permission.name]


def who_opens(page: Page) -> list[tuple[str, str, str]]:
    """Who opens it, about whose thing, by which method; not whoever it is about, who needs no permission."""
    return [
        (who, whose, method)
        for who in ROLES
        for whose in HOUSES
        for method in METHODS
        if expected(page, who, whose, method) is OPENS and not is_oneself(page, who)
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


def test_what_requires_for_pages_of_other_modules_is_called_so():
    """By its name docs/access.md knows that those pages ask (`weshelter/asked.py`), and the cases above try them."""
    nodes = [node for path in modules(migrations=False) for node in ast.walk(tree(path))]
    imported = {one.name for node in nodes if isinstance(node, ast.ImportFrom) for one in node.names}
    requiring = {
        node.name
        for node in nodes
        if isinstance(node, ast.FunctionDef) and not node.decorator_list  # a page is decorated
        if "require(request.user, Permission." in ast.unparse(node)
    }

    assert {name for name in requiring & imported if not name.startswith("require_")} == set()
