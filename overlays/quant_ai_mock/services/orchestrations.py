"""Orchestrations: one agent, tool or workflow run over many items, batch after batch."""

from __future__ import annotations

from typing import Any

from ..document.refusal import bad_request, not_found
from ..engine import agent_records
from ..engine.batches import ENDED, Run, batches_of, move_on, settle
from ..state.clock import iso
from ..state.kinds import TASK
from ..state.paging import page
from ..state.request_context import Call, Reply

KIND = "orchestration"
GENERATED = 5  # items that a generator makes


def orchestrations_list(call: Call) -> Any:
    runs = [_moved(call, run) for run in call.shelf.all(KIND, newest_first=True)]
    wanted = call.query.get("status")
    shown = [_shown(run) for run in runs if wanted in (None, run["status"])]
    return page(call, shown, lambda found: str(found["orchestrationId"]))


def orchestrations_create(call: Call) -> dict[str, Any]:
    body = call.body
    if body.get("agentId"):
        agent_records.find(call, body["agentId"])
    own_id = f"orch_{int(call.now)}_{call.new_hex('orchestration')[:9]}"
    run: Run = {
        "id": own_id,
        "body": body,
        "items": _items(call),
        "status": "pending",
        "batches": [],
        "polls": 0,
        "since": call.now,
        "created": call.now,
        "updated": call.now,
        "started": None,
        "completed": None,
    }
    if body["autoStart"]:
        _begin(call, run)
    call.shelf.put(KIND, own_id, run)
    return _shown(run)


def orchestrations_get(call: Call) -> dict[str, Any]:
    return _shown(_find(call))


def orchestrations_delete(call: Call) -> Reply:
    run = _find(call)
    if run["status"] not in ENDED:
        raise _wrong_state(run, "delete")
    call.shelf.delete(KIND, run["id"])
    return Reply(204)


def orchestrations_start(call: Call) -> dict[str, Any]:
    run = _in_state(call, "start", "pending")
    _begin(call, run)
    return _kept(call, run)


def orchestrations_pause(call: Call) -> dict[str, Any]:
    run = _in_state(call, "pause", "running")
    settle(run, call.now)
    run["status"] = "paused"
    return _kept(call, run)


def orchestrations_resume(call: Call) -> dict[str, Any]:
    run = _in_state(call, "resume", "paused")
    run |= {"status": "running", "since": call.now, "polls": 0}
    return _kept(call, run)


def orchestrations_cancel(call: Call) -> dict[str, Any]:
    run = _in_state(call, "cancel", "pending", "running", "paused")
    if run["status"] == "running":
        settle(run, call.now)
    run |= {"status": "cancelled", "completed": call.now}
    return _kept(call, run)


def orchestrations_list_batches(call: Call) -> Any:
    run = _find(call)
    return page(call, batches_of(run), lambda batch: str(batch["batchId"]))


def _items(call: Call) -> list[dict[str, Any]]:
    """What there is to do, with the context merged into every item."""
    source = call.body["inputSource"]
    if source["type"] == "task_query":
        query = source.get("taskQuery") or {}
        names = ("taskListId", "status", "assignedAgentId")
        tasks = call.shelf.all(TASK)
        items = [
            {"taskId": task["taskId"], "title": task["title"]}
            for task in tasks
            if all(task.get(name) == query[name] for name in names if name in query)
        ]
    elif source["type"] == "generator":
        items = [{"index": index, "prompt": source.get("generatorPrompt", "")} for index in range(GENERATED)]
    else:
        items = source.get("items") or []
    return [{**item, **(call.body.get("context") or {})} for item in items]


def _begin(call: Call, run: Run) -> None:
    run |= {"status": "running", "started": call.now, "since": call.now, "polls": 0}


def _find(call: Call) -> Run:
    own_id = call.path["orchestrationId"]
    run = call.shelf.get(KIND, own_id)
    if run is None:
        raise not_found("Orchestration", orchestrationId=own_id)
    return _moved(call, run)


def _moved(call: Call, run: Run) -> Run:
    """The run as far as it is due by now."""
    if run["status"] == "running":
        move_on(run, call.now, call.settings.transitions["orchestration"])
        call.shelf.put(KIND, run["id"], run)
    return run


def _in_state(call: Call, action: str, *states: str) -> Run:
    run = _find(call)
    if run["status"] not in states:
        raise _wrong_state(run, action)
    return run


def _wrong_state(run: Run, action: str) -> Exception:
    message = f"Cannot {action} an orchestration that is {run['status']}."
    return bad_request(message, orchestrationId=run["id"], status=run["status"])


def _kept(call: Call, run: Run) -> dict[str, Any]:
    run["updated"] = call.now
    call.shelf.put(KIND, run["id"], run)
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
