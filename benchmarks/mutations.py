"""Faults put in on purpose, one at a time, and whether a test sees each: not a measure of time, but of the suite.

    python -m benchmarks.mutations [kind ...] [--every N]

It works in a copy of the tree. Kinds: guard (a `require` taken out), boundary (`<` and `<=` exchanged in a rule),
certificate (a clause of the proof taken out or turned), retention (a time ten times as long), no (a no or an ending that
keeps its words), policy (one that lets everything through). Survivors are listed, each with its reason, where there is
one. How the faults are made is in `faults.py`, who is to see them in `seen_by.py`; the policies are opened in one
database, by `open_policies.py`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from benchmarks.faults import KINDS, ROOT, Fault
from benchmarks.seen_by import REASONS, TESTS
from weshelter.postgres import Cluster

LONGEST = 180  # seconds


def tests_for(kind: str, fault: Fault) -> list[str]:
    """The smallest set that should see it."""
    found = (tests for begins, tests in TESTS[kind].items() if fault.path.startswith(begins))
    return next(found, [f"{fault.path.split('/')[0]}/tests"])


def is_seen(tree: Path, fault: Fault, tests: list[str]) -> bool:
    """Does a test fail with the fault in? One that leaves a loop without an end is seen, too, and named."""
    target = tree / fault.path
    before = target.read_text()
    target.write_text(fault.text)
    try:
        return pytest(tree, "-x", *tests, timeout=LONGEST).returncode != 0
    except subprocess.TimeoutExpired:
        print(f"  never ended: {fault.path} {fault.name}", flush=True)
        return True
    finally:
        target.write_text(before)


def pytest(tree: Path, *asked: str, **how) -> subprocess.CompletedProcess:
    """Without a way to Chromium: the tests of what a browser shows are skipped."""
    python = tree / ".venv/bin/python"
    path = os.environ | {"PATH": str(python.parent)}
    return subprocess.run(
        [python, "-m", "pytest", "-q", *asked], cwd=tree, env=path, capture_output=True, text=True, **how
    )


@contextmanager
def copied() -> Iterator[Path]:
    """A copy of the tree, in which faults can be planted; the tests' server runs all the while."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".venv", ".pgdata", ".git", ".static", ".mail"))
        (tree / ".venv").symlink_to((ROOT / ".venv").resolve())
        try:
            with Cluster("tests", tree).used():
                yield tree
        finally:
            subprocess.run([tree / ".venv/bin/python", "-m", "weshelter.postgres", "remove", "tests"], cwd=tree)


def plant(tree: Path, kind: str, every: int) -> None:
    """Print each survivor of a kind as it is found, and then how many were seen."""
    began, faults, seen = monotonic(), list(KINDS[kind]())[::every], 0
    files = {part for fault in faults for part in tests_for(kind, fault) if "/" in part}
    if pytest(tree, *sorted(files)).returncode:
        sys.exit(f"{kind}: its tests are red without a fault, so they would see anything")
    for number, fault in enumerate(faults, 1):
        if is_seen(tree, fault, tests_for(kind, fault)):
            seen += 1
        else:
            name = f"{fault.path} {fault.name}"
            reason = next((why for begins, why in REASONS.items() if name.startswith(begins)), "NO REASON")
            print(f"  {number}. {name}: {reason}", flush=True)
    print(f"{kind}: {seen} of {len(faults)} seen, {monotonic() - began:.0f} s", flush=True)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("kinds", nargs="*", default=[*KINDS, "policy"])
    asked.add_argument("--every", type=int, default=1, help="of each kind but policy only every so manieth fault")
    said = asked.parse_args()
    with copied() as tree:
        for kind in said.kinds:
            if kind == "policy":
                print(pytest(tree, "-s", "benchmarks/open_policies.py").stdout, flush=True)
            else:
                plant(tree, kind, said.every)


if __name__ == "__main__":
    main()
