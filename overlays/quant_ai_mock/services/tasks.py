"""Tasks: work that agents share, with what has to be done before what."""

from __future__ import annotations

from typing import Any

from ..document.refusal import conflict, not_found
from ..state.clock import milliseconds
from ..state.kinds import TASK
from ..state.request_context import Call

KEPT = 30 * 24 * 60 * 60 * 1000  # milliseconds that a completed task stays
SUMMARY = (
    "taskId", "orgId", "taskListId", "title", "description", "status", "assignedAgentId", "progress",
    "blockedReason", "blockedByTaskIds", "createdAt", "updatedAt",
)  # fmt: skip
NODE = ("taskId", "title", "status", "assignedAgentId", "progress")
BLOCKED = ("blockedReason", "blockedByTaskIds", "blockedAt")


def tasks_list(call: Call) -> dict[str, Any]:
    query = call.query
    tasks = [
        task
        for task in reversed(_living(call))
        if all(task.get(name) == query[name] for name in ("taskListId", "status", "assignedAgentId") if name in query)
        and ("dependsOn" not in query or query["dependsOn"] in task["dependsOn"])
    ][: query["limit"]]
    details = [_part(task, SUMMARY) for task in tasks]
    if "dependsOn" not in query:
        return {"tasks": details, "count": len(tasks)}
    found = {"taskIds": [task["taskId"] for task in tasks], "count": len(tasks), "dependsOn": query["dependsOn"]}
    return found | ({"tasks": details} if query["includeDetails"] else {})


def tasks_create(call: Call) -> dict[str, Any]:
    now = milliseconds(call.now)
    task = {
        "taskListId": None,
        "description": "",
        "assignedAgentId": None,
        "createdByAgentId": None,
        "dependsOn": [],
        "metadata": {},
        "progress": 0,
        "result": None,
        "error": None,
        "retryCount": 0,
        "startedAt": None,
        "completedAt": None,
        "expiresAt": None,
        "blockedReason": None,
        "blockedByTaskIds": None,
        "blockedAt": None,
        **call.body,
        "status": "pending",
        "taskId": call.new_uuid("task"),
        "orgId": call.organisation,
        "createdAt": now,
        "updatedAt": now,
    }
    _enter(task, call.body["status"], now)
    call.shelf.put(TASK, task["taskId"], task)
    return {name: task[name] for name in ("taskId", "orgId", "title", "status", "createdAt")}


def tasks_get(call: Call) -> dict[str, Any]:
    return _find(call)


def tasks_update(call: Call) -> dict[str, Any]:
    task = _find(call)
    now = milliseconds(call.now)
    changes = {name: value for name, value in call.sent.items() if name not in _FIXED}
    status = changes.pop("status", task["status"])
    task |= changes | {"updatedAt": now}
    if status != task["status"]:
        _enter(task, status, now)
    call.shelf.put(TASK, task["taskId"], task)
    return {"taskId": task["taskId"], "status": task["status"], "updatedAt": now}


def tasks_delete(call: Call) -> dict[str, Any]:
    task = _find(call)
    doomed = [task["taskId"]]
    tasks = _living(call)
    for own_id in doomed:  # grows while it is read: dependants of dependants go too
        doomed += [other["taskId"] for other in tasks if own_id in other["dependsOn"] and other["taskId"] not in doomed]
        if not call.query["cascade"]:
            break
    if len(doomed) > 1 and not call.query["cascade"]:
        count = len(doomed) - 1
        raise conflict(
            "TASK_HAS_DEPENDENTS",
            f"Cannot delete task with {count} dependent task(s). Use cascade=true to delete all.",
            dependentTaskIds=doomed[1:],
        )
    for own_id in doomed:
        call.shelf.delete(TASK, own_id)
    return {"deleted": True, "deletedCount": len(doomed), "deletedTaskIds": doomed}


def tasks_get_dependency_graph(call: Call) -> dict[str, Any]:
    list_id = call.path["taskListId"]
    tasks = {task["taskId"]: task for task in _living(call) if task["taskListId"] == list_id}
    graph = {
        own_id: _part(task, NODE)
        | {
            "dependsOn": task["dependsOn"],
            "dependents": [other for other, there in tasks.items() if own_id in there["dependsOn"]],
        }
        for own_id, task in tasks.items()
    }
    return {
        "taskListId": list_id,
        "taskCount": len(tasks),
        "roots": [own_id for own_id, node in graph.items() if not any(other in tasks for other in node["dependsOn"])],
        "leaves": [own_id for own_id, node in graph.items() if not node["dependents"]],
        "graph": graph,
    }


_FIXED = ("taskId", "orgId", "createdAt", "updatedAt", "startedAt", "completedAt", "expiresAt", "blockedAt")


def _enter(task: dict[str, Any], status: str, now: int) -> None:
    """What else changes when a task comes into a status."""
    before, task["status"] = task["status"], status
    if status == "in_progress" and before in ("pending", "blocked"):
        task["startedAt"] = task["startedAt"] or now
    if status in ("completed", "failed", "cancelled"):
        task["completedAt"] = now
    if status == "blocked":
        task["blockedAt"] = now
    if before == "blocked" and status in ("pending", "in_progress"):
        task |= dict.fromkeys(BLOCKED)
    task["expiresAt"] = now + KEPT if status == "completed" else None


def _living(call: Call) -> list[dict[str, Any]]:
    now = milliseconds(call.now)
    return [task for task in call.shelf.all(TASK) if not (task["expiresAt"] and task["expiresAt"] <= now)]


def _find(call: Call) -> dict[str, Any]:
    own_id = call.path["taskId"]
    task = call.shelf.get(TASK, own_id)
    if task is None or (task["expiresAt"] and task["expiresAt"] <= milliseconds(call.now)):
        raise not_found("Task", taskId=own_id)
    return task


def _part(task: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: task[name] for name in names}
