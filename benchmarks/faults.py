"""Faults to plant, kind by kind: wherever the code has what the kind is about, one fault at each place."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
NOT_OURS = {"tests", "migrations", "benchmarks", "demo", "filling", ".venv"}
TURNED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
TURNED_IN_PYTHON: dict[type, type] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
# A moment is not met to the tick; days and numbers are.
OF_MOMENTS = re.compile(r"now\(\)|_at\b|\.at\b|\bsince\b|expires|_until\b|until\b|chosen|::time|expire_date")
OF_DAYS = re.compile(r"\btoday\b|localdate\(|\bday\b|_on\b|_on__")
# Beside an F(…) it is a constraint's, or of numbers.
LOOKUP = re.compile(r'(\w*)__(lt|gt)(e?)(?=[="])(?!.*F\()')


class Fault(NamedTuple):
    """Where it is, what it is called, and the text of the file with it."""

    path: str
    name: str
    text: str


def modules() -> list[Path]:
    """Our own, without tests and made-up people."""
    return [path for path in sorted(ROOT.glob("*/**/*.py")) if not NOT_OURS & set(path.relative_to(ROOT).parts)]


def guards() -> Iterator[Fault]:
    """Each line that requires a permission, gone."""
    for path, text, node in nodes(ast.Expr):
        if isinstance(node.value, ast.Call) and re.match(r"require\w*\(", ast.unparse(node.value)):
            yield changed(path, text, node, "pass", ast.unparse(node.value))


def boundaries(path: Path) -> Iterator[Fault]:
    """Each comparison of a module turned: what lies on the line belongs to the other side."""
    text = path.read_text()
    for node in (one for one in ast.walk(ast.parse(text)) if isinstance(one, ast.Compare)):
        for n, operator in enumerate(node.ops):
            if type(operator) in TURNED_IN_PYTHON:
                operators = [*node.ops[:n], TURNED_IN_PYTHON[type(operator)](), *node.ops[n + 1 :]]
                turned = f"({ast.unparse(ast.Compare(node.left, operators, node.comparators))})"
                yield changed(path, text, node, turned, f"{ast.unparse(node)} becomes {turned}")
    for found in LOOKUP.finditer(text):
        yield at(path, text, found, f"{found[1]}__{found[2]}{'' if found[3] else 'e'}")


def boundaries_of_days() -> Iterator[Fault]:
    """The same of days, in every other module."""
    for path in modules():
        yield from (fault for fault in boundaries(path) if OF_DAYS.search(fault.name))


def boundaries_in_the_database() -> Iterator[Fault]:
    """Each comparison of days or numbers turned, in what the database asks itself."""
    for path, text in sql_files():
        for found in re.finditer(r"(\S+) ([<>]=?) (\S+)", text):
            sides = f"{found[1]} {found[3]}"
            if OF_DAYS.search(sides) or not OF_MOMENTS.search(sides):
                yield at(path, text, found, f"{found[1]} {TURNED[found[2]]} {found[3]}")


def clauses(file: str, function: str) -> Iterator[Fault]:
    """Each clause of what a function asks, taken for granted."""
    path = ROOT / file
    text = path.read_text()
    (found,) = (one for one in ast.parse(text).body if isinstance(one, ast.FunctionDef) and one.name == function)
    for node in ast.walk(found):
        if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            for clause in node.values:
                yield changed(path, text, clause, "True", f"without: {ast.unparse(clause)}")


def retentions() -> Iterator[Fault]:
    """Each time that something is kept, ten times as long; each that a model promises of a field, ten years."""
    for path in modules():
        text = path.read_text()
        for found in re.finditer(r"^(?:\w*KEPT\w*) = (?:timedelta\(days=)?(\d+)", text, re.M):
            yield at(path, text, found, found[0] + "0")
    for path, text, node in nodes(ast.ClassDef):
        for said in node.body:
            targets = [ast.unparse(one) for one in getattr(said, "targets", [])]
            if targets == ["PERSONAL"] and isinstance(said.value, ast.Dict):
                for field, why in zip(said.value.keys, said.value.values, strict=True):
                    if isinstance(why, ast.Tuple):
                        yield changed(path, text, why.elts[1], '"10 years"', f"{node.name}.{ast.unparse(field)}")


def emptied() -> Iterator[Fault]:
    """A no or an ending that keeps its words: each place that empties a field or takes a row away, leaving it."""
    for path, text, node in nodes(ast.Call):
        name = ast.unparse(node.func)
        if name.endswith(".delete") and not node.args:
            yield changed(path, text, node, "(0, {})", ast.unparse(node))
        if name.endswith(("move", ".update")):
            yield from kept_by_a_verb(path, text, node)
    for path, text, node in nodes(ast.IfExp):
        if is_nothing(node.body) and ast.unparse(node.test).endswith(".NO"):
            yield changed(path, text, node, ast.unparse(node.orelse), ast.unparse(node))


def emptied_in_the_database() -> Iterator[Fault]:
    """The same of what the database empties or takes away itself."""
    for path, text in sql_files():
        for found in re.finditer(r"\b(?<!IF )(\w+) = (NULL|'')(?=[,\s;])", text):
            yield at(path, text, found, f"{found[1]} = {found[1]}")
        for found in re.finditer(r"DELETE FROM [^;]*?WHERE ", text):
            yield at(path, text, found, f"{found[0]}false AND ")


def kept_by_a_verb(path: Path, text: str, call: ast.Call) -> Iterator[Fault]:
    """What a verb sets to nothing, left as it was."""
    for keyword in call.keywords:
        if is_nothing(keyword.value):
            yield changed(path, text, keyword, "**{}", f"{ast.unparse(call.func)}: {ast.unparse(keyword)}")
        elif isinstance(keyword.value, ast.IfExp) and is_nothing(keyword.value.orelse):
            yield changed(path, text, keyword.value, ast.unparse(keyword.value.body), ast.unparse(keyword))


def is_nothing(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in (None, "")


def nodes(kind: type) -> Iterator[tuple[Path, str, ast.AST]]:
    """Every node of a kind in our modules, with the module and its text."""
    for path in modules():
        text = path.read_text()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, kind):
                yield path, text, node


def sql_files() -> Iterator[tuple[Path, str]]:
    """What stands in the database beside the tables, as it is written."""
    for path in sorted(ROOT.glob("*/database/*.sql")):
        yield path, path.read_text()


def changed(path: Path, text: str, node, by: str, name: str) -> Fault:
    """The text with one node written otherwise."""
    lines = text.splitlines(keepends=True)
    first, last = lines[node.lineno - 1].encode(), lines[node.end_lineno - 1].encode()
    before = "".join(lines[: node.lineno - 1]) + first[: node.col_offset].decode()
    after = last[node.end_col_offset :].decode() + "".join(lines[node.end_lineno :])
    return Fault(str(path.relative_to(ROOT)), f"{name}, line {node.lineno}", before + by + after)


def at(path: Path, text: str, found: re.Match, by: str) -> Fault:
    """The text with one place written otherwise."""
    line, said = text.count("\n", 0, found.start()) + 1, " ".join(found[0].split())
    return Fault(
        str(path.relative_to(ROOT)),
        f"{said} becomes {' '.join(by.split())}, line {line}",
        text[: found.start()] + by + text[found.end() :],
    )


KINDS: dict[str, Callable[[], Iterable[Fault]]] = {
    "guard": guards,
    "boundary": lambda: [
        *boundaries(ROOT / "matching/suggesting/rules.py"),
        *boundaries_of_days(),
        *boundaries_in_the_database(),
    ],
    "certificate": lambda: [
        *boundaries(ROOT / "matching/rounds/certificate.py"),
        *clauses("matching/rounds/certificate.py", "proves"),
    ],
    "retention": retentions,
    "no": lambda: [*emptied(), *emptied_in_the_database()],
}
