"""Tools that run in the background. How far one has come is computed when it is read.

A run fails if its input says so: `{"fail": true}`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..state.listing import Listing
from ..state.request_context import RequestContext
from ..synthetic.tool_results import result_of

KIND = "tool_execution"
LIFETIME = 24 * 60 * 60  # seconds
OPEN, FAILS, SUCCEEDS = "has not ended", "fails", "succeeds"  # marks; how a run will end is known from its input
ToolRun: TypeAlias = dict[str, Any]


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
    ended = wanted in ("failed", context.settings.completed_word)
    marks = [] if wanted is None else [FAILS if wanted == "failed" else SUCCEEDS] if ended else [OPEN]
    listing = Listing(
        context.store,
        KIND,
        [[mark] for mark in marks],
        live_at=context.now,
        fits=lambda run: wanted in (None, status(context, _advance(context, run, polls=0))),
    )
    return [_advance(context, run, polls=0) for run in listing.records(limit)]


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
    if "completed" in run:
        return run
    transition = context.settings.transitions[KIND]
    stage = transition.stage(context.now - run["created"], run["polls"])
    if stage != "pending":
        run.setdefault("started", context.now)
    if stage == "over":
        run["completed"] = max(run["created"], transition.moment(run["created"], context.now))
    run["polls"] += polls
    if polls or "completed" in run:
        _save(context, run)
    return run


def _save(context: RequestContext, run: ToolRun) -> None:
    marks = [FAILS if _fails(run) else SUCCEEDS, *([] if "completed" in run else [OPEN])]
    context.store.put(KIND, run["id"], run, marks=marks, until=run["created"] + LIFETIME)


def _fails(run: ToolRun) -> bool:
    return run["input"].get("fail") is True
