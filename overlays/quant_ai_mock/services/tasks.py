"""Tasks: work that agents share, with dependencies between tasks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..document.refusal import conflict, not_found
from ..state.clock import milliseconds
from ..state.database import FOREVER
from ..state.kinds import TASK
from ..state.listing import Listing
from ..state.marks import field_marks, fits_fields, mark
from ..state.request_context import RequestContext

COMPLETED_LIFETIME = 30 * 24 * 60 * 60 * 1000  # milliseconds
SUMMARY_FIELDS = (
    "taskId", "orgId", "taskListId", "title", "description", "status", "assignedAgentId", "progress",
    "blockedReason", "blockedByTaskIds", "createdAt", "updatedAt",
)  # fmt: skip
FILTERS = ("taskListId", "status", "assignedAgentId")
GRAPH_FIELDS = ("taskId", "title", "status", "assignedAgentId", "progress")
BLOCKED_FIELDS = ("blockedReason", "blockedByTaskIds", "blockedAt")


def tasks_list(context: RequestContext) -> dict[str, Any]:
    query = context.query
    wanted = {name: query[name] for name in FILTERS if name in query}
    marks = [[one] for one in field_marks(wanted, *wanted)]
    if "dependsOn" in query:
        marks.append([mark("dependsOn", query["dependsOn"])])
    tasks = replace(_live_tasks(context, *marks), fits=fits_fields(wanted)).records(query["limit"])
    details = [_select(task, SUMMARY_FIELDS) for task in tasks]
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
    _set_status(task, context.body["status"], now)
    _save(context, task)
    return {name: task[name] for name in ("taskId", "orgId", "title", "status", "createdAt")}


def tasks_get(context: RequestContext) -> dict[str, Any]:
    return _find(context)


def tasks_update(context: RequestContext) -> dict[str, Any]:
    task = _find(context)
    now = milliseconds(context.now)
    changes = {name: value for name, value in context.sent.items() if name not in _READ_ONLY}
    status = changes.pop("status", task["status"])
    task |= changes | {"updatedAt": now}
    if status != task["status"]:
        _set_status(task, status, now)
    _save(context, task)
    return {"taskId": task["taskId"], "status": task["status"], "updatedAt": now}


def tasks_delete(context: RequestContext) -> dict[str, Any]:
    task = _find(context)
    found = {task["taskId"]: None}
    to_delete = list(found)
    for task_id in to_delete:  # grows during the loop: dependants of dependants are deleted too
        dependants = replace(_live_tasks(context, [mark("dependsOn", task_id)]), newest_first=False)
        new = [other["taskId"] for other in dependants.records() if other["taskId"] not in found]
        found |= dict.fromkeys(new)
        to_delete += new
        if not context.query["cascade"]:
            break
    if len(to_delete) > 1 and not context.query["cascade"]:
        count = len(to_delete) - 1
        raise conflict(
            "TASK_HAS_DEPENDENTS",
            f"Cannot delete task with {count} dependent task(s). Use cascade=true to delete all.",
            dependentTaskIds=to_delete[1:],
        )
    for task_id in to_delete:
        context.store.delete(TASK, task_id)
    return {"deleted": True, "deletedCount": len(to_delete), "deletedTaskIds": to_delete}


def tasks_get_dependency_graph(context: RequestContext) -> dict[str, Any]:
    list_id = context.path["taskListId"]
    listing = replace(_live_tasks(context, [mark("taskListId", list_id)]), newest_first=False)
    tasks = {task["taskId"]: task for task in listing.records() if task["taskListId"] == list_id}
    graph = {
        task_id: _select(task, GRAPH_FIELDS) | {"dependsOn": task["dependsOn"], "dependents": []}
        for task_id, task in tasks.items()
    }
    for task_id, task in tasks.items():
        for other in dict.fromkeys(task["dependsOn"]):
            if other in graph:
                graph[other]["dependents"].append(task_id)
    return {
        "taskListId": list_id,
        "taskCount": len(tasks),
        "roots": [task_id for task_id, node in graph.items() if not any(other in tasks for other in node["dependsOn"])],
        "leaves": [task_id for task_id, node in graph.items() if not node["dependents"]],
        "graph": graph,
    }


_READ_ONLY = ("taskId", "orgId", "createdAt", "updatedAt", "startedAt", "completedAt", "expiresAt", "blockedAt")


def _set_status(task: dict[str, Any], status: str, now: int) -> None:
    """Change the status of a task, and the fields that depend on it."""
    before, task["status"] = task["status"], status
    if status == "in_progress" and before in ("pending", "blocked"):
        task["startedAt"] = task["startedAt"] or now
    if status in ("completed", "failed", "cancelled"):
        task["completedAt"] = now
    if status == "blocked":
        task["blockedAt"] = now
    if before == "blocked" and status in ("pending", "in_progress"):
        task |= dict.fromkeys(BLOCKED_FIELDS)
    task["expiresAt"] = now + COMPLETED_LIFETIME if status == "completed" else None


def _live_tasks(context: RequestContext, *marks: list[str]) -> Listing:
    """The tasks that have not expired and have these marks, newest first."""
    return Listing(context.store, TASK, marks, live_at=milliseconds(context.now))


def _save(context: RequestContext, task: dict[str, Any]) -> None:
    marks = [*field_marks(task, *FILTERS), *(mark("dependsOn", other) for other in task["dependsOn"])]
    context.store.put(TASK, task["taskId"], task, marks=marks, until=task["expiresAt"] or FOREVER)


def _find(context: RequestContext) -> dict[str, Any]:
    task_id = context.path["taskId"]
    task = context.store.get(TASK, task_id)
    if task is None or (task["expiresAt"] and task["expiresAt"] <= milliseconds(context.now)):
        raise not_found("Task", taskId=task_id)
    return task


def _select(task: dict[str, Any], names: tuple[str, ...]) -> dict[str, Any]:
    return {name: task[name] for name in names}
