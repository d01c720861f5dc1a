"""The site's own source, as the tests about the code read it."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import Model

from history.tracking import RowEvent

ROOT = Path(settings.BASE_DIR)

# Who may import whom: an app imports those on the lines above its own, and none on its own line.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("access",),
    ("history",),
    ("pages",),
    ("letters",),
    ("accounts",),
    ("institutions",),
    ("citizens", "volunteers"),
    ("courses",),
    ("screening",),
    ("matching", "foodclubs"),
    ("friendships",),
    ("notes",),
    ("coordinators", "reports", "rights", "transfer"),
    ("weshelter",),
)
OUR_APPS = [app for layer in LAYERS for app in layer if (ROOT / app / "__init__.py").exists()]


def modules(*, tests: bool = False, migrations: bool = True) -> list[Path]:
    """Our modules, app by app."""
    found = [path for app in OUR_APPS for path in sorted((ROOT / app).rglob("*.py"))]
    return [
        path
        for path in found
        if (tests or "tests" not in path.parts) and (migrations or "migrations" not in path.parts)
    ]


def name_of(path: Path) -> str:
    """The path as a person reads it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The module's syntax."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> set[str]:
    """The first part of every module that is imported here, wherever it stands."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(path.relative_to(ROOT).parts[0] if node.level else (node.module or "").split(".")[0])
    return found


def circles(leans_on: dict[str, set[str]]) -> list[set[str]]:
    """Those that lean on each other in a round, of a graph of names (Tarjan's strongly connected components)."""
    found: list[set[str]] = []
    number: dict[str, int] = {}
    lowest: dict[str, int] = {}
    open_ones: list[str] = []

    def visit(name: str) -> None:
        number[name] = lowest[name] = len(number)
        open_ones.append(name)
        for other in leans_on[name]:
            if other not in number:
                visit(other)
                lowest[name] = min(lowest[name], lowest[other])
            elif other in open_ones:
                lowest[name] = min(lowest[name], number[other])
        if lowest[name] == number[name]:
            at = open_ones.index(name)
            circle, open_ones[at:] = set(open_ones[at:]), []
            found.extend([circle] if len(circle) > 1 else [])

    for name in leans_on:
        if name not in number:
            visit(name)
    return found


def leans_on() -> dict[str, set[str]]:
    """Which of our modules imports which, wherever in the file the import stands."""
    dotted = {name_of(path).removesuffix(".py").replace("/", ".").removesuffix(".__init__"): path for path in modules()}
    return {name: _imports_of(path, dotted) - {name} for name, path in dotted.items()}


def _imports_of(path: Path, known: dict[str, Path]) -> set[str]:
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (names & known.keys()) | ({node.module or ""} if names - known.keys() else set())
    return found & known.keys()


def views() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Every function that declares its access, with the module it stands in."""
    for path in modules(migrations=False):
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef) and any(_is_access(each) for each in node.decorator_list):
                yield f"{name_of(path)}:{node.name}", node


def _is_access(decorator: ast.expr) -> bool:
    return isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Name) and (decorator.func.id == "access")


def length(node: ast.FunctionDef | ast.ClassDef) -> int:
    """Lines from `def` or `class` to the last one."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def our_models() -> list[type[Model]]:
    """The models of our apps; not those of their events, which `history.tracking` makes."""
    models = [model for model in apps.get_models() if model._meta.app_label in OUR_APPS]
    return [model for model in models if not issubclass(model, RowEvent)]
