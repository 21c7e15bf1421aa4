"""Tools that the service runs in the background, and what has become of them."""

from __future__ import annotations

from typing import Any

from ..refusal import Refusal
from ..toolbox import EXECUTION, result_of
from ..world import Call

LIVES = 24 * 60 * 60  # seconds


def tools_get_execution(call: Call) -> dict[str, Any]:
    own_id = call.path["executionId"]
    execution = call.shelf.get(EXECUTION, own_id)
    if execution is None or call.now >= execution["created"] + LIVES:
        raise Refusal(404, {"error": "Execution not found", "executionId": own_id})
    transition = call.settings.transitions["tool_execution"]
    stage = transition.stage(call.now - execution["created"], execution["polls"])
    if "completed" not in execution:
        execution["polls"] += 1
        if stage != "pending":
            execution.setdefault("started", call.now)
        if stage == "over":
            due = execution["created"] + transition.seconds if transition.progression == "time" else call.now
            execution["completed"] = max(execution["created"], min(due, call.now))
        call.shelf.put(EXECUTION, own_id, execution)
    return _shown(call, execution)


def _shown(call: Call, execution: dict[str, Any]) -> dict[str, Any]:
    """The execution in whole seconds since 1970, as this operation writes its times."""
    found: dict[str, Any] = {
        "executionId": execution["id"],
        "toolName": execution["name"],
        "status": "running" if "started" in execution else "pending",
        "createdAt": int(execution["created"]),
    }
    if "started" in execution:
        found["startedAt"] = int(min(execution["started"], execution.get("completed", execution["started"])))
    if "completed" in execution:
        found["status"] = call.settings.done_word
        found["completedAt"] = int(execution["completed"])
        found["duration"] = round(execution["completed"] - execution["created"], 3)
        found["result"] = result_of(execution["name"], execution["input"])
    return found
