"""Tasks: work that agents share, with what has to be done before what."""

from __future__ import annotations

from typing import Any

from ..document.refusal import conflict, not_found
from ..state.clock import milliseconds
from ..state.kinds import TASK
from ..state.request_context import RequestContext

KEPT = 30 * 24 * 60 * 60 * 1000  # milliseconds that a completed task stays
SUMMARY = (
    "taskId", "orgId", "taskListId", "title", "description", "status", "assignedAgentId", "progress",
    "blockedReason", "blockedByTaskIds", "createdAt", "updatedAt",
)  # fmt: skip
NODE = ("taskId", "title", "status", "assignedAgentId", "progress")
BLOCKED = ("blockedReason", "blockedByTaskIds", "blockedAt")


def tasks_list(context: RequestContext) -> dict[str, Any]:
    query = context.query
    tasks = [
        task
        for task in reversed(_living(context))
        if all(task.get(name) == query[name] for name in ("taskListId", "status", "assignedAgentId") if name in query)
        and ("dependsOn" not in query or query["dependsOn"] in task["dependsOn"])
    ][: query["limit"]]
    details = [_part(task, SUMMARY) for task in tasks]
    if "dependsOn" not in query:
        return {"tasks": details, "count": len(tasks)}
    found = {"taskIds": [task["taskId"] for task in tasks], "count": len(tasks), "dependsOn": query["dependsOn"]}
    return found | ({"tasks": details} if query["includeDetails"] else {})


def tasks_create(context: RequestContext) -> dict[str, Any]:
    now = milliseconds(context.now)
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
        **context.body,
        "status": "pending",
        "taskId": context.new_uuid("task"),
        "orgId": context.organisation,
        "createdAt": now,
        "updatedAt": now,
    }
    _enter(task, context.body["status"], now)
    context.store.put(TASK, task["taskId"], task)
    return {name: task[name] for name in ("taskId", "orgId", "title", "status", "createdAt")}


def tasks_get(context: RequestContext) -> dict[str, Any]:
    return _find(context)


def tasks_update(context: RequestContext) -> dict[str, Any]:
    task = _find(context)
    now = milliseconds(context.now)
    changes = {name: value for name, value in context.sent.items() if name not in _FIXED}
    status = changes.pop("status", task["status"])
    task |= changes | {"updatedAt": now}
    if status != task["status"]:
        _enter(task, status, now)
    context.store.put(TASK, task["taskId"], task)
    return {"taskId": task["taskId"], "status": task["status"], "updatedAt": now}


def tasks_delete(context: RequestContext) -> dict[str, Any]:
    task = _find(context)
    doomed = [task["taskId"]]
    tasks = _living(context)
    for own_id in doomed:  # grows while it is read: dependants of dependants go too
        doomed += [other["taskId"] for other in tasks if own_id in other["dependsOn"] and other["taskId"] not in doomed]
        if not context.query["cascade"]:
            break
    if len(doomed) > 1 and not context.query["cascade"]:
        count = len(doomed) - 1
        raise conflict(
            "TASK_HAS_DEPENDENTS",
            f"Cannot delete task with {count} dependent task(s). Use cascade=true to delete all.",
            dependentTaskIds=doomed[1:],
        )
    for own_id in doomed:
        context.store.delete(TASK, own_id)
    return {"deleted": True, "deletedCount": len(doomed), "deletedTaskIds": doomed}


def tasks_get_dependency_graph(context: RequestContext) -> dict[str, Any]:
    list_id = context.path["taskListId"]
    tasks = {task["taskId"]: task for task in _living(context) if task["taskListId"] == list_id}
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


def _living(context: RequestContext) -> list[dict[str, Any]]:
    now = milliseconds(context.now)
    return [task for task in context.store.all(TASK) if not (task["expiresAt"] and task["expiresAt"] <= now)]


def _find(context: RequestContext) -> dict[str, Any]:
    own_id = context.path["taskId"]
    task = context.store.get(TASK, own_id)
    if task is None or (task["expiresAt"] and task["expiresAt"] <= milliseconds(context.now)):
        raise not_found("Task", taskId=own_id)
    return task


def _part(task: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: task[name] for name in names}
