"""Runs of tools in the background, each as far as it is due when somebody looks.

A run fails if its input says so: `{"fail": true}`.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..state.request_context import Call
from ..synthetic.tool_results import result_of

KIND = "tool_execution"
LIVES = 24 * 60 * 60  # seconds
Run: TypeAlias = dict[str, Any]


def start(call: Call, name: str, input: dict[str, Any]) -> str:
    """Begin to run a tool; returns the id of its execution."""
    own_id = f"exec_{call.new_hex(KIND)}"
    call.shelf.put(KIND, own_id, {"id": own_id, "name": name, "input": input, "created": call.now, "polls": 0})
    return own_id


def find(call: Call, own_id: str) -> Run | None:
    """A run as it is now that somebody reads it; None where there is none, or none any more."""
    run = call.shelf.get(KIND, own_id)
    if run is None or call.now >= run["created"] + LIVES:
        return None
    return _moved(call, run, polls=1)


def every(call: Call) -> list[Run]:
    """All runs, newest first. To look through them is no poll of any."""
    runs = call.shelf.all(KIND, newest_first=True)
    return [_moved(call, run, polls=0) for run in runs if call.now < run["created"] + LIVES]


def status(call: Call, run: Run) -> str:
    """The state of a run, in the words of the service."""
    if "completed" in run:
        return "failed" if _fails(run) else call.settings.done_word
    return "running" if "started" in run else "pending"


def outcome(run: Run) -> dict[str, Any]:
    """The result or the error of a run that has ended; nothing before."""
    if "completed" not in run:
        return {}
    if _fails(run):
        return {"error": f"{run['name']} failed, as its input asked it to."}
    return {"result": result_of(run["name"], run["input"])}


def _moved(call: Call, run: Run, polls: int) -> Run:
    if "completed" in run:
        return run
    transition = call.settings.transitions[KIND]
    stage = transition.stage(call.now - run["created"], run["polls"])
    if stage != "pending":
        run.setdefault("started", call.now)
    if stage == "over":
        run["completed"] = max(run["created"], transition.moment(run["created"], call.now))
    run["polls"] += polls
    if polls:
        call.shelf.put(KIND, run["id"], run)
    return run


def _fails(run: Run) -> bool:
    return run["input"].get("fail") is True
