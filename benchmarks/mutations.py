"""Faults put in on purpose, one at a time, and whether a test sees each: not a measure of time, but of the suite.

    python -m benchmarks.mutations [kind ...] [--every N]

It works in a copy of the tree. Kinds: guard (a `require` taken out of a view), boundary (`<` and `<=` exchanged in a
rule of suggesting), certificate (a clause of the proof taken out or turned), retention (a time ten times as long), no
(a no that keeps its words), policy (a policy that lets everything through). Survivors are listed, each with its
reason, where there is one.
"""

import argparse
import ast
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
TESTS = {
    "guard": ["weshelter/tests/test_docs.py"],
    "boundary": ["matching/tests/test_boundaries.py", "matching/tests/test_scoring.py"],
    "certificate": ["matching/tests/test_boundaries.py", "matching/tests/test_rounds.py"],
    "retention": ["weshelter/tests/test_retention.py"],
    "no": ["citizens/tests/test_pages.py"],
    "policy": ["weshelter/tests/test_second_lock.py", "weshelter/tests/test_row_security.py"],
}
# What survives and may: the name of a fault (or how it begins), and why.
REASONS: dict[str, str] = {}
LONGEST = 600  # seconds: a loop that a fault leaves without an end is noticed, too
TURNED = {ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">"}


class Fault(NamedTuple):
    """Where it is, what it is called, the text of the file with it, and what else the tests are run with."""

    path: str
    name: str
    text: str
    environment: dict[str, str] = {}


def guards() -> Iterator[Fault]:
    """Each view without one of the lines by which it requires something."""
    for path in sorted([*ROOT.glob("*/views.py"), *ROOT.glob("*/views/*.py"), ROOT / "coordinators/emergency.py"]):
        text = path.read_text()
        for node in ast.walk(ast.parse(text)):
            call = getattr(node, "value", None) if isinstance(node, ast.Expr) else None
            if isinstance(call, ast.Call) and ast.unparse(call.func).startswith("require"):
                yield changed(path, text, node, "pass", ast.unparse(call))


def boundaries(*files: str) -> Iterator[Fault]:
    """Each comparison turned: what lies on the line belongs to the other side."""
    for path in (ROOT / file for file in files):
        text = path.read_text()
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Compare) and type(node.ops[0]) in TURNED:
                left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
                turned = f"({left} {TURNED[type(node.ops[0])]} {right})"
                yield changed(path, text, node, turned, f"{ast.unparse(node)} becomes {turned}")


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
    """Each time that something is kept, ten times as long; each that a model promises, ten years."""
    for path in sorted(ROOT.glob("*/**/*.py")):
        if {"tests", "migrations", ".venv"} & set(path.parts) or "benchmarks" in path.parts:
            continue
        text = path.read_text()
        for kept in re.finditer(r"^(?:\w*KEPT\w*) = (?:timedelta\(days=)?(\d+)", text, re.M):
            longer = text[: kept.start(1)] + str(int(kept[1]) * 10) + text[kept.end(1) :]
            yield Fault(str(path.relative_to(ROOT)), kept[0], longer)
        for kept in re.finditer(r'"(\d+ (?:months|days)) ?[^"]*"\)', text):
            if "PERSONAL" in text[: kept.start()]:
                longer = text[: kept.start(1)] + "10 years" + text[kept.end(1) :]
                yield Fault(str(path.relative_to(ROOT)), f"{kept[0]} at {kept.start()}", longer)


def a_no() -> Iterator[Fault]:
    """A no that keeps what was said with it."""
    path = ROOT / "citizens/models/citizen.py"
    text = path.read_text()
    keeping = text.replace('words = "" if answer == Disclosure.Answer.NO else words', "words = words")
    yield Fault(str(path.relative_to(ROOT)), "a no keeps its words", keeping)


def policies() -> Iterator[Fault]:
    """Each policy of the app's login as if it said `true`."""
    path = ROOT / "access/security.py"
    text = path.read_text()
    begins = "    before, after = rule if isinstance(rule, tuple) else (rule, rule)\n"
    open_ = (
        '    if f"{name}_{command.lower()} on {table}" == os.environ.get("OPENED"):\n        before = after = "true"\n'
    )
    opened = text.replace(begins, begins + open_).replace('"""\n\n', '"""\n\nimport os\n\n', 1)
    for named in sorted(set(said_policies())):
        yield Fault("access/security.py", named, opened, {"OPENED": named})


def said_policies() -> list[str]:
    """The names of all policies, as the files say them."""
    code = (
        "import re; from access.installation import policies\n"
        "print('\\n'.join(' on '.join(m) for one in policies() for m in"
        " re.findall(r'CREATE POLICY (\\w+) ON (\\w+) FOR \\w+ TO weshelter_app', one)))"
    )
    ran = subprocess.run(
        [sys.executable, "manage.py", "shell", "-v0", "-c", code], cwd=ROOT, capture_output=True, text=True
    )
    return [line for line in ran.stdout.splitlines() if " on " in line]


KINDS = {
    "guard": guards,
    "boundary": lambda: boundaries("matching/suggesting/rules.py", "access/dates.py"),
    "certificate": lambda: [
        *boundaries("matching/rounds/certificate.py"),
        *clauses("matching/rounds/certificate.py", "proves"),
    ],
    "retention": retentions,
    "no": a_no,
    "policy": policies,
}


def changed(path: Path, text: str, node, by: str, name: str) -> Fault:
    """The text with one node written otherwise."""
    lines = text.splitlines(keepends=True)
    first, last = lines[node.lineno - 1].encode(), lines[node.end_lineno - 1].encode()
    before = "".join(lines[: node.lineno - 1]) + first[: node.col_offset].decode()
    after = last[node.end_col_offset :].decode() + "".join(lines[node.end_lineno :])
    return Fault(str(path.relative_to(ROOT)), f"line {node.lineno}: {name}", before + by + after)


def is_seen(tree: Path, fault: Fault, tests: list[str]) -> bool:
    """Does a test fail with the fault in, or never end?"""
    target = tree / fault.path
    before = target.read_text()
    target.write_text(fault.text)
    try:
        ran = subprocess.run(
            [tree / ".venv/bin/python", "-m", "pytest", "-x", "-q", *tests],
            cwd=tree,
            env=os.environ | fault.environment,
            capture_output=True,
            timeout=LONGEST,
        )
        return ran.returncode != 0
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_text(before)


def main() -> None:
    """Print each survivor, and how many faults of each kind were seen."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kinds", nargs="*", default=list(KINDS))
    asked.add_argument("--every", type=int, default=1, help="of each kind only every so manieth fault")
    said = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".venv", ".pgdata", ".git", ".static", ".mail"))
        (tree / ".venv").symlink_to((ROOT / ".venv").resolve())
        for kind in said.kinds:
            faults = list(KINDS[kind]())[:: said.every]
            unseen = [fault for fault in faults if not is_seen(tree, fault, TESTS[kind])]
            print(f"{kind}: {len(faults) - len(unseen)} of {len(faults)} seen", flush=True)
            for fault in unseen:
                reason = next((why for name, why in REASONS.items() if fault.name.startswith(name)), "NO REASON")
                print(f"  {fault.path} {fault.name}: {reason}", flush=True)
        subprocess.run([tree / ".venv/bin/python", "-m", "weshelter.postgres", "remove", "tests"], cwd=tree)


if __name__ == "__main__":
    main()
