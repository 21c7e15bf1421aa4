"""`make bench` measures the figures and writes docs/benchmarks/; `make bench-quick` only checks their ratios."""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from typing import Any

from . import environment, gate, report
from .figure import Figure
from .imports import RIVALS

FIGURES = (
    "imports",
    "command_line",
    "calls",
    "concurrency",
    "streams",
    "big_event",
    "embeddings",
    "models",
    "parsing",
    "many_streams",
    "mock",
    "recorder",
    "growth",
    "tasks",
)
# The figures that changes of the code have spoilt; `make bench` has the others.
QUICK = ("imports", "calls", "streams", "models", "mock")
_AT_MOST = 1800
"""Seconds for one figure; one that takes longer hangs."""


def main() -> int:
    """Measure the requested figures. If one fails, its last result stays."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("figures", nargs="*", metavar="FIGURE", help=f"of {', '.join(FIGURES)}; all by default")
    parser.add_argument("--quick", action="store_true", help="fail if a ratio is far off; write nothing")
    parser.add_argument("--prepare", action="store_true", help="only create the environments that the figures need")
    parser.add_argument("--report", action="store_true", help="only rewrite docs/benchmarks/ from the last results")
    arguments = parser.parse_args()
    signal.signal(signal.SIGTERM, _stopped)
    unknown = set(arguments.figures) - set(FIGURES)
    if unknown:
        parser.error(f"no figure {', '.join(sorted(unknown))}: there are {', '.join(FIGURES)}")
    if arguments.report:
        report.write(report.load())
        return 0
    figures = arguments.figures or list(QUICK if arguments.quick else FIGURES)

    alone = [name for name in environment.ALONE if not (arguments.quick and name in RIVALS)]
    environment.prepare(alone=alone if "imports" in figures else (), prism="mock" in figures and not arguments.quick)
    if arguments.prepare:
        return 0
    about = {"machine": environment.machine(), "versions": environment.versions()}
    print("  " + ", ".join(f"{name} {value}" for part in about.values() for name, value in part.items()), flush=True)

    found: dict[str, Figure] = {}
    failed: list[str] = []
    for name in figures:
        began = time.monotonic()
        try:
            found[name] = _measure(name, quick=arguments.quick)
        except (subprocess.SubprocessError, OSError) as error:
            failed.append(name)
            print(f"{name}: {error}", file=sys.stderr)
            continue
        print(f"\n{found[name].title} ({name}, {time.monotonic() - began:.0f} s)")
        print(gate.text(found[name], quick=arguments.quick), flush=True)
        if not arguments.quick:
            _keep(name, found[name], about)
    if arguments.quick:
        # measure again before failing, since the machine may have been busy
        for name in [name for name in found if not gate.passed(found[name])]:
            print(f"\n{name} once more")
            found[name] = _measure(name, quick=True)
            print(gate.text(found[name], quick=True), flush=True)
        failed += [name for name in found if not gate.passed(found[name])]
    else:
        for what in report.unexplained(found):
            print(f"missed, and no reason is given: {what}", file=sys.stderr)
            failed.append(what.partition(":")[0])
    if failed:
        print(f"\nFailed: {', '.join(dict.fromkeys(failed))}", file=sys.stderr)
    return 1 if failed else 0


def _measure(name: str, *, quick: bool) -> Figure:
    """Measure one figure in an interpreter that has all contenders."""
    out = environment.BUILD / f"{name}{'-quick' if quick else ''}.json"
    out.unlink(missing_ok=True)
    command = [str(environment.python("all")), "-m", f"tests.benchmarks.{name}", "--out", str(out)]
    settings = {
        key: value
        for key, value in os.environ.items()
        if not key.startswith(("QUANT_", "PYTHON")) and not key.lower().endswith("_proxy")
    }
    words = [*command, *(["--quick"] if quick else [])]
    with subprocess.Popen(
        words, cwd=environment.ROOT, env={**settings, "PYTHONHASHSEED": "0"}, start_new_session=True
    ) as process:
        try:
            status = process.wait(_AT_MOST)
        finally:  # end everything that the figure started
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    if status != 0:
        raise subprocess.CalledProcessError(status, words)
    return Figure.from_dict(json.loads(out.read_text(encoding="utf-8")))


def _keep(name: str, figure: Figure, about: dict[str, Any]) -> None:
    """Save the result of one figure, so that an interrupted run is not lost."""
    results = report.load()
    results[name] = {"date": datetime.now(UTC).date().isoformat(), **about, **figure.to_dict()}
    report.write({name: results[name] for name in FIGURES if name in results})


def _stopped(*_: object) -> None:
    raise SystemExit(143)


if __name__ == "__main__":
    sys.exit(main())
