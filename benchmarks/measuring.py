"""One measurement in a process of its own: its processor time and the peak of its memory."""

import json
import resource
import subprocess
import sys
import time
import venv
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
VENVS = Path("/tmp/weshelter-benchmarks")  # noqa: S108 - nothing secret, made anew when it is gone
PINS = {"mentor-match": "7.0.1", "matching": "1.4.3", "lapx": "0.11.1"}


def measure(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of this process, all threads, and what the work gave."""
    start = time.process_time()
    answer = work()
    return time.process_time() - start, answer


def report(**figures: Any) -> None:
    """What a measuring process says when it is done."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"mb": round(peak), **figures}))


def run(python: str, *argv: str) -> dict[str, Any]:
    """One measuring process."""
    done = subprocess.run([python, *argv], cwd=HERE.parent, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def python_with(package: str) -> str:
    """The Python of a virtual environment that has one package, made if there is none."""
    home = VENVS / package
    python = str(home / "bin" / "python")
    if not (home / "ready").exists():
        venv.create(home, with_pip=True, clear=True)
        subprocess.run([python, "-m", "pip", "install", "-q", f"{package}=={PINS[package]}"], check=True)
        (home / "ready").touch()
    return python
