"""Orchestrations: run an agent, a tool or a workflow over many items in batches."""

from __future__ import annotations

from typing import Any

from ..document.refusal import bad_request, not_found
from ..engine import agent_records
from ..engine.batches import ENDED, BatchRun, advance, batches_of, ends_at, finish_current_batch
from ..state.clock import iso
from ..state.kinds import TASK
from ..state.listing import Listing
from ..state.marks import field_marks, mark, time_mark
from ..state.paging import paginate, paginate_items
from ..state.request_context import Reply, RequestContext

KIND = "orchestration"
ENDS = "ends by "  # what the name of a mark with the end of a run begins with
GENERATED_ITEMS = 5


def orchestrations_list(context: RequestContext) -> Any:
    """A page of them. It does not count as a poll of any."""
    wanted = context.query.get("status")
    if wanted is not None:
        _end_what_is_due(context)
    marks = [] if wanted is None else [[mark("status", wanted)]]
    listing = Listing(context.store, KIND, marks)
    return paginate(context, listing, lambda run: _as_reply(_advance(context, run, polls=0)))


def orchestrations_create(context: RequestContext) -> dict[str, Any]:
    body = context.body
    if body.get("agentId"):
        agent_records.find(context, body["agentId"])
    orchestration_id = f"orch_{int(context.now)}_{context.new_hex('orchestration')[:9]}"
    run: BatchRun = {
        "id": orchestration_id,
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
        _start(context, run)
    _put(context, run)
    return _as_reply(run)


def orchestrations_get(context: RequestContext) -> dict[str, Any]:
    return _as_reply(_find(context))


def orchestrations_delete(context: RequestContext) -> Reply:
    run = _find(context)
    if run["status"] not in ENDED:
        raise _wrong_state(run, "delete")
    context.store.delete(KIND, run["id"])
    return Reply(204)


def orchestrations_start(context: RequestContext) -> dict[str, Any]:
    run = _find_in_state(context, "start", "pending")
    _start(context, run)
    return _save(context, run)


def orchestrations_pause(context: RequestContext) -> dict[str, Any]:
    run = _find_in_state(context, "pause", "running")
    finish_current_batch(run, context.now)
    run["status"] = "paused"
    return _save(context, run)


def orchestrations_resume(context: RequestContext) -> dict[str, Any]:
    run = _find_in_state(context, "resume", "paused")
    run |= {"status": "running", "since": context.now, "polls": 0}
    return _save(context, run)


def orchestrations_cancel(context: RequestContext) -> dict[str, Any]:
    run = _find_in_state(context, "cancel", "pending", "running", "paused")
    if run["status"] == "running":
        finish_current_batch(run, context.now)
    run |= {"status": "cancelled", "completed": context.now}
    return _save(context, run)


def orchestrations_list_batches(context: RequestContext) -> Any:
    run = _find(context)
    return paginate_items(context, batches_of(run))


def _items(context: RequestContext) -> list[dict[str, Any]]:
    """The items of the orchestration, each merged with its context."""
    source = context.body["inputSource"]
    if source["type"] == "task_query":
        query = source.get("taskQuery") or {}
        names = ("taskListId", "status", "assignedAgentId")
        marks = [[one] for one in field_marks(query, *names)]
        tasks = Listing(context.store, TASK, marks, newest_first=False).records()
        items = [
            {"taskId": task["taskId"], "title": task["title"]}
            for task in tasks
            if all(task.get(name) == query[name] for name in names if name in query)
        ]
    elif source["type"] == "generator":
        items = [{"index": index, "prompt": source.get("generatorPrompt", "")} for index in range(GENERATED_ITEMS)]
    else:
        items = source.get("items") or []
    return [{**item, **(context.body.get("context") or {})} for item in items]


def _start(context: RequestContext, run: BatchRun) -> None:
    run |= {"status": "running", "started": context.now, "since": context.now, "polls": 0}


def _find(context: RequestContext) -> BatchRun:
    orchestration_id = context.path["orchestrationId"]
    run = context.store.get(KIND, orchestration_id)
    if run is None:
        raise not_found("Orchestration", orchestrationId=orchestration_id)
    return _advance(context, run, polls=1)


def _advance(context: RequestContext, run: BatchRun, polls: int) -> BatchRun:
    """A run in its present state."""
    if run["status"] == "running":
        before = len(run["batches"])
        advance(run, context.now, context.settings.transitions["orchestration"], polls)
        if polls or len(run["batches"]) > before or run["status"] != "running":
            _put(context, run)
    return run


def _end_what_is_due(context: RequestContext) -> None:
    """End the runs whose end has come, found by their marks; and mark again those of other settings."""
    store, current = context.store, _ends_mark_name(context)
    for run in (run for _, run in store.between(KIND, time_mark(current, 0), time_mark(current, context.now))):
        _advance(context, run, polls=0)
    for first, last in ((ENDS, f"{current}="), (f"{current}>", f"{ENDS}~")):  # > comes behind =
        for _, run in store.between(KIND, first, last):
            _advance(context, run, polls=0)
            _put(context, run)


def _find_in_state(context: RequestContext, action: str, *states: str) -> BatchRun:
    run = _find(context)
    if run["status"] not in states:
        raise _wrong_state(run, action)
    return run


def _wrong_state(run: BatchRun, action: str) -> Exception:
    message = f"Cannot {action} an orchestration that is {run['status']}."
    return bad_request(message, orchestrationId=run["id"], status=run["status"])


def _save(context: RequestContext, run: BatchRun) -> dict[str, Any]:
    run["updated"] = context.now
    _put(context, run)
    return _as_reply(run)


def _put(context: RequestContext, run: BatchRun) -> None:
    marks = [mark("status", run["status"])]
    if run["status"] == "running":
        transition = context.settings.transitions["orchestration"]
        marks.append(time_mark(_ends_mark_name(context), ends_at(run, transition)))
    context.store.put(KIND, run["id"], run, marks=marks)


def _ends_mark_name(context: RequestContext) -> str:
    """The name of the marks with the end of a run, which depends on the settings."""
    transition = context.settings.transitions["orchestration"]
    return f"{ENDS}{transition.progression} {transition.seconds}"


def _as_reply(run: BatchRun) -> dict[str, Any]:
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
