"""Goals 1 to 4: the match round beside scipy, mentor-match, matching, lapx. `python -m benchmarks.rounds [sizes]`."""

import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

from benchmarks.measuring import measure, python_with, run
from benchmarks.scoring import main as scoring

SMALL = 200  # mentor-match solves in Python and takes hours at 1,000; matching copies deeper than Python allows


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main(sizes: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = str(Path(folder) / f"{size}.npy")
            ours = run(sys.executable, "-m", "benchmarks.ours", str(size), file)
            time = ours["scoring"] + ours["solving"]
            say(f"{size:,} × {size:,}: {time:.2f} s ({ours['scoring']:.2f} scoring), {ours['mb']} MB, {ours}")
            if size <= 2000:
                beside_scipy(file, ours)
            lapx = run(python_with("lapx"), "benchmarks/beside.py", "lapx", file)
            say(
                f"  lapx {lapx['seconds']:.2f} s, {lapx['mb']} MB, the same total: {lapx['total'] == ours['total']};"
                f" ours takes {time / lapx['seconds']:.2f} of its time, {ours['mb'] / lapx['mb']:.2f} of its memory"
            )
        beside_small(str(Path(folder) / "small.npy"))
    scoring(5000)


def beside_scipy(file: str, ours: dict[str, Any]) -> None:
    scores = np.load(file)
    seconds, (rows, columns) = measure(lambda: linear_sum_assignment(scores, maximize=True))
    best = int(scores[rows, columns].sum(dtype=np.int64))
    say(f"  scipy dense {seconds:.2f} s, the same total: {best == ours['total']}")
    say(f"  in turn {ours['in_turn'] / best:.3f}, stable {ours['stable'] / best:.3f} of it")


def beside_small(file: str) -> None:
    ours = run(sys.executable, "-m", "benchmarks.ours", str(SMALL), file)
    time = ours["scoring"] + ours["solving"]
    stable = run(python_with("matching"), "benchmarks/beside.py", "matching", file)
    say(
        f"at {SMALL}: matching (stable pairs) {stable['seconds']:.2f} s, {stable['total'] / ours['total']:.3f} of our total"
    )
    mentor = run(python_with("mentor-match"), "benchmarks/beside.py", "mentor-match", str(SMALL))
    say(
        f"at {SMALL}: mentor-match {mentor['seconds']:.2f} s = {mentor['seconds'] / time:.0f} × ours, {mentor['mb']} MB"
    )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1000, 5000, 20000])
