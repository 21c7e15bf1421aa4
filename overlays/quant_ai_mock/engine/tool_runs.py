"""Runs of tools in the background, each as far as it is due when somebody looks.

A run fails if its input says so: `{"fail": true}`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..state.request_context import RequestContext
from ..synthetic.tool_results import result_of

KIND = "tool_execution"
LIVES = 24 * 60 * 60  # seconds
Run: TypeAlias = dict[str, Any]


def start(context: RequestContext, name: str, input: dict[str, Any]) -> str:
    """Begin to run a tool; returns the id of its execution."""
    own_id = f"exec_{context.new_hex(KIND)}"
    context.store.put(KIND, own_id, {"id": own_id, "name": name, "input": input, "created": context.now, "polls": 0})
    return own_id


def find(context: RequestContext, own_id: str) -> Run | None:
    """A run as it is now that somebody reads it; None where there is none, or none any more."""
    run = context.store.get(KIND, own_id)
    if run is None or context.now >= run["created"] + LIVES:
        return None
    return _moved(context, run, polls=1)


def every(context: RequestContext) -> list[Run]:
    """All runs, newest first. To look through them is no poll of any."""
    runs = context.store.all(KIND, newest_first=True)
    return [_moved(context, run, polls=0) for run in runs if context.now < run["created"] + LIVES]


def status(context: RequestContext, run: Run) -> str:
    """The state of a run, in the words of the service."""
    if "completed" in run:
        return "failed" if _fails(run) else context.settings.completed_word
    return "running" if "started" in run else "pending"


def outcome(run: Run) -> dict[str, Any]:
    """The result or the error of a run that has ended; nothing before."""
    if "completed" not in run:
        return {}
    if _fails(run):
        return {"error": f"{run['name']} failed, as its input asked it to."}
    return {"result": result_of(run["name"], run["input"])}


def _moved(context: RequestContext, run: Run, polls: int) -> Run:
    if "completed" in run:
        return run
    transition = context.settings.transitions[KIND]
    stage = transition.stage(context.now - run["created"], run["polls"])
    if stage != "pending":
        run.setdefault("started", context.now)
    if stage == "over":
        run["completed"] = max(run["created"], transition.moment(run["created"], context.now))
    run["polls"] += polls
    if polls:
        context.store.put(KIND, run["id"], run)
    return run


def _fails(run: Run) -> bool:
    return run["input"].get("fail") is True
