"""What the tests must have run: 95 % of the site, and every line and branch of what decides who sees and who is asked.

Reads what `coverage json` wrote and says what is missing.
"""

import json
import sys
from fnmatch import fnmatch
from pathlib import Path

IN_ALL = 95
# Patterns of paths; `*` stands for folders, too. One that fits no file is a fault of this list.
WHOLLY = [
    "access/roles.py",
    "history/moves.py",
    "notes/reading.py",
    *(f"matching/*{name}.py" for name in ("rules", "values", "scoring", "sentences", "candidates")),
]
FUNCTIONS = ["visible_to"]


def main(measured: dict) -> list[str]:
    """What is not as it shall be, a line for each."""
    files, total = measured["files"], measured["totals"]["percent_covered"]
    faults = [f"{total:.2f} % is covered in all, and it must be {IN_ALL} %"] if total < IN_ALL else []
    faults += [f"{pattern} fits no file" for pattern in WHOLLY if not any(fnmatch(path, pattern) for path in files)]
    for path, file in files.items():
        if any(fnmatch(path, pattern) for pattern in WHOLLY):
            faults += missing(path, file)
        for name, function in file["functions"].items():
            if name.rpartition(".")[2] in FUNCTIONS:
                faults += missing(f"{path} {name}", function)
    return faults


def missing(where: str, part: dict) -> list[str]:
    lines = ", ".join(map(str, part["missing_lines"]))
    branches = ", ".join(f"{before} to {after}" for before, after in part.get("missing_branches", []))
    return [f"{where}: never run: {'; '.join(filter(None, [lines, branches]))}"] if lines or branches else []


if __name__ == "__main__":
    found = json.loads(Path(sys.argv[1]).read_text())
    if wrong := main(found):
        sys.exit("\n".join(wrong))
    print(f"{found['totals']['percent_covered']:.2f} % is covered in all, and wholly what must be.")
