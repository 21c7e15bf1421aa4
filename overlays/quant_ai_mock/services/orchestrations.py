"""Orchestrations: one agent, tool or workflow run over many items, batch after batch."""

from __future__ import annotations

from typing import Any

from ..document.refusal import bad_request, not_found
from ..engine import agent_records
from ..engine.batches import ENDED, Run, batches_of, move_on, settle
from ..state.clock import iso
from ..state.kinds import TASK
from ..state.paging import paginate
from ..state.request_context import Reply, RequestContext

KIND = "orchestration"
GENERATED = 5  # items that a generator makes


def orchestrations_list(context: RequestContext) -> Any:
    runs = [_moved(context, run) for run in context.store.all(KIND, newest_first=True)]
    wanted = context.query.get("status")
    shown = [_shown(run) for run in runs if wanted in (None, run["status"])]
    return paginate(context, shown, lambda found: str(found["orchestrationId"]))


def orchestrations_create(context: RequestContext) -> dict[str, Any]:
    body = context.body
    if body.get("agentId"):
        agent_records.find(context, body["agentId"])
    own_id = f"orch_{int(context.now)}_{context.new_hex('orchestration')[:9]}"
    run: Run = {
        "id": own_id,
        "body": body,
        "items": _items(context),
        "status": "pending",
        "batches": [],
        "polls": 0,
        "since": context.now,
        "created": context.now,
        "updated": context.now,
        "started": None,
        "completed": None,
    }
    if body["autoStart"]:
        _begin(context, run)
    context.store.put(KIND, own_id, run)
    return _shown(run)


def orchestrations_get(context: RequestContext) -> dict[str, Any]:
    return _shown(_find(context))


def orchestrations_delete(context: RequestContext) -> Reply:
    run = _find(context)
    if run["status"] not in ENDED:
        raise _wrong_state(run, "delete")
    context.store.delete(KIND, run["id"])
    return Reply(204)


def orchestrations_start(context: RequestContext) -> dict[str, Any]:
    run = _in_state(context, "start", "pending")
    _begin(context, run)
    return _kept(context, run)


def orchestrations_pause(context: RequestContext) -> dict[str, Any]:
    run = _in_state(context, "pause", "running")
    settle(run, context.now)
    run["status"] = "paused"
    return _kept(context, run)


def orchestrations_resume(context: RequestContext) -> dict[str, Any]:
    run = _in_state(context, "resume", "paused")
    run |= {"status": "running", "since": context.now, "polls": 0}
    return _kept(context, run)


def orchestrations_cancel(context: RequestContext) -> dict[str, Any]:
    run = _in_state(context, "cancel", "pending", "running", "paused")
    if run["status"] == "running":
        settle(run, context.now)
    run |= {"status": "cancelled", "completed": context.now}
    return _kept(context, run)


def orchestrations_list_batches(context: RequestContext) -> Any:
    run = _find(context)
    return paginate(context, batches_of(run), lambda batch: str(batch["batchId"]))


def _items(context: RequestContext) -> list[dict[str, Any]]:
    """What there is to do, with the context merged into every item."""
    source = context.body["inputSource"]
    if source["type"] == "task_query":
        query = source.get("taskQuery") or {}
        names = ("taskListId", "status", "assignedAgentId")
        tasks = context.store.all(TASK)
        items = [
            {"taskId": task["taskId"], "title": task["title"]}
            for task in tasks
            if all(task.get(name) == query[name] for name in names if name in query)
        ]
    elif source["type"] == "generator":
        items = [{"index": index, "prompt": source.get("generatorPrompt", "")} for index in range(GENERATED)]
    else:
        items = source.get("items") or []
    return [{**item, **(context.body.get("context") or {})} for item in items]


def _begin(context: RequestContext, run: Run) -> None:
    run |= {"status": "running", "started": context.now, "since": context.now, "polls": 0}


def _find(context: RequestContext) -> Run:
    own_id = context.path["orchestrationId"]
    run = context.store.get(KIND, own_id)
    if run is None:
        raise not_found("Orchestration", orchestrationId=own_id)
    return _moved(context, run)


def _moved(context: RequestContext, run: Run) -> Run:
    """The run as far as it is due by now."""
    if run["status"] == "running":
        move_on(run, context.now, context.settings.transitions["orchestration"])
        context.store.put(KIND, run["id"], run)
    return run


def _in_state(context: RequestContext, action: str, *states: str) -> Run:
    run = _find(context)
    if run["status"] not in states:
        raise _wrong_state(run, action)
    return run


def _wrong_state(run: Run, action: str) -> Exception:
    message = f"Cannot {action} an orchestration that is {run['status']}."
    return bad_request(message, orchestrationId=run["id"], status=run["status"])


def _kept(context: RequestContext, run: Run) -> dict[str, Any]:
    run["updated"] = context.now
    context.store.put(KIND, run["id"], run)
    return _shown(run)


def _shown(run: Run) -> dict[str, Any]:
    batches = batches_of(run)
    completed = sum(batch["completedCount"] for batch in batches)
    failed = sum(batch["failedCount"] for batch in batches)
    total = len(run["items"])
    return {
        **run["body"],
        "orchestrationId": run["id"],
        "status": run["status"],
        "progress": {"total": total, "completed": completed, "failed": failed, "pending": total - completed - failed},
        "error": "Every item failed." if run["status"] == "failed" else None,
        "createdAt": iso(run["created"]),
        "updatedAt": iso(run["updated"]),
        "startedAt": iso(run["started"]) if run["started"] is not None else None,
        "completedAt": iso(run["completed"]) if run["completed"] is not None else None,
    }
