"""Tools that run in the background. How far one has come is computed when it is read.

A run fails if its input says so: `{"fail": true}`. So the store can tell how and when a run will end, and a list of
those with a status reads no others: each run has a mark that says in which stage it was last seen, how it ends, and
when it began.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias

from ..state.listing import Listing
from ..state.marks import time_mark
from ..state.organisation_store import MarkPosition
from ..state.request_context import RequestContext
from ..state.settings import Transition
from ..synthetic.tool_results import result_of

KIND = "tool_execution"
LIFETIME = 24 * 60 * 60  # seconds
ToolRun: TypeAlias = dict[str, Any]

_NEW, _POLLED, _STARTED, _ENDED = "new", "polled", "started", "ended"  # how a run was last seen
_AT_ONCE = 20  # runs that are read at once


def start(context: RequestContext, name: str, input: dict[str, Any]) -> str:
    """Start a tool; returns the id of its execution."""
    execution_id = f"exec_{context.new_hex(KIND)}"
    _save(context, {"id": execution_id, "name": name, "input": input, "created": context.now, "polls": 0})
    return execution_id


def find(context: RequestContext, execution_id: str) -> ToolRun | None:
    """A run in its present state; None if there is none, or its lifetime is over. It counts as a poll."""
    run = context.store.get(KIND, execution_id)
    if run is None or context.now >= run["created"] + LIFETIME:
        return None
    return _advance(context, run, polls=1)


def list_runs(context: RequestContext, wanted: str | None, limit: int) -> list[ToolRun]:
    """The newest runs, or those with a status. It does not count as a poll of any."""
    if wanted is None:
        runs = Listing(context.store, KIND, live_at=context.now).records(limit)
    else:
        windows = [_newest(context, *window) for window in _windows(context, wanted)]
        merged = (run for _, run in heapq.merge(*windows, key=lambda found: found[0], reverse=True))
        runs = list(islice((run for run in merged if _is_live(context, run, wanted)), limit))
    return [_advance(context, run, polls=0) for run in runs]


def status(context: RequestContext, run: ToolRun) -> str:
    """The status of a run, in the words of the service."""
    if "completed" in run:
        return "failed" if _fails(run) else context.settings.completed_word
    return "running" if "started" in run else "pending"


def outcome(run: ToolRun) -> dict[str, Any]:
    """The result or the error of a run that has ended; empty before."""
    if "completed" not in run:
        return {}
    if _fails(run):
        return {"error": f"{run['name']} failed, as requested by its input."}
    return {"result": result_of(run["name"], run["input"])}


def _advance(context: RequestContext, run: ToolRun, polls: int) -> ToolRun:
    """Store what has become of a run, and count a poll."""
    if "completed" not in run:
        run = _now(context, run)
        run["polls"] += polls
        if polls or "completed" in run:
            _save(context, run)
    return run


def _now(context: RequestContext, run: ToolRun) -> ToolRun:
    """A run in its present state."""
    if "completed" in run:
        return run
    transition, created = context.settings.transitions[KIND], run["created"]
    stage = transition.stage(context.now - created, run["polls"])
    moments = {}
    if stage != "pending" and "started" not in run:
        moments["started"] = max(created, transition.moment(created, context.now, part=0.25))
    if stage == "over":
        moments["completed"] = max(created, transition.moment(created, context.now))
    return run | moments


def _is_live(context: RequestContext, run: ToolRun, wanted: str) -> bool:
    return bool(context.now < run["created"] + LIFETIME) and status(context, _now(context, run)) == wanted


def _windows(context: RequestContext, wanted: str) -> Iterator[tuple[str, float, float]]:
    """Where to look for runs with a status: names of marks, each with the times between which they began."""
    is_end = wanted in ("failed", context.settings.completed_word)
    transition = context.settings.transitions[KIND]
    for fails in [wanted == "failed"] if is_end else [False, True]:
        if is_end:
            yield _mark_name(_ENDED, fails), context.now - LIFETIME, math.inf
        for seen in (_NEW, _POLLED, _STARTED):
            window = _window(transition, seen, "over" if is_end else wanted, context.now)
            if window is not None:
                yield _mark_name(seen, fails), *window


def _window(transition: Transition, seen: str, stage: str, now: float) -> tuple[float, float] | None:
    """Between which times the runs of a stage began that were last seen so; None if there are none."""
    oldest = now - LIFETIME
    if transition.progression == "immediate":
        return (oldest, math.inf) if stage == "over" else None
    if transition.progression == "polls":
        open_stages = ("running", "over") if seen != _NEW else ("pending",) if transition.times else ("over",)
        return (oldest, math.inf) if stage in open_stages else None
    ended, started = now - transition.seconds, now - transition.seconds / 4
    if stage == "pending":
        return None if seen == _STARTED else (started, math.inf)
    return (oldest, ended) if stage == "over" else (ended, math.inf if seen == _STARTED else started)


def _newest(context: RequestContext, name: str, first: float, last: float) -> Iterator[tuple[tuple[str, int], ToolRun]]:
    """The runs with a mark, those that began last first, each with its place in that order."""
    after: MarkPosition | None = None
    window = time_mark(name, first), time_mark(name, last)
    while found := context.store.between(KIND, *window, newest_first=True, after=after, limit=_AT_ONCE):
        for (text, number), run in found:
            yield (text.removeprefix(name), number), run
        after = found[-1][0]


def _save(context: RequestContext, run: ToolRun) -> None:
    started = _STARTED if "started" in run else _POLLED if run["polls"] else _NEW
    name = _mark_name(_ENDED if "completed" in run else started, _fails(run))
    marks = [time_mark(name, run["created"])]
    context.store.put(KIND, run["id"], run, marks=marks, until=run["created"] + LIFETIME)


def _mark_name(seen: str, fails: bool) -> str:
    return f"{seen}, {'fails' if fails else 'succeeds'}"


def _fails(run: ToolRun) -> bool:
    return run["input"].get("fail") is True
