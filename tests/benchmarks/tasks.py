"""How long a contributor waits for the project's own tasks."""

from __future__ import annotations

import shutil
import subprocess
import time

from . import environment
from .figure import Bar, Figure, Row, run
from .harness import Spread

TASKS = {"generate": 10.0, "test": 300.0, "contract": 60.0}
"""Targets of the Makefile, and the seconds that each of them may take."""
WHY = {
    "contract": "its 10,000 tests and the five programs beside them keep two cores busy for about 115 s of CPU time "
    "in all, so this is the speed of the machine"
}


def measure(quick: bool) -> Figure:
    """Measure the wall time of `make` for each target. A target that fails raises."""
    figure = Figure("The project's own tasks", "Wall time of each make target, once everything is set up.", 1)
    make = shutil.which("make") or "make"
    for task, limit in {"generate": TASKS["generate"]}.items() if quick else TASKS.items():
        runs = 3 if task == "generate" else 1
        seconds = Spread.of([_timed([make, "--silent", task]) for _ in range(runs)])
        figure.rows.append(Row.of("wall time", f"make {task}", seconds, "s"))
        figure.bars.append(Bar.most(f"make {task}", seconds, limit, quick=3 * limit, unit="s", why=WHY.get(task, "")))
    return figure


def _timed(command: list[str]) -> float:
    began = time.perf_counter()
    done = subprocess.run(command, cwd=environment.ROOT, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return time.perf_counter() - began


if __name__ == "__main__":
    run(measure)
