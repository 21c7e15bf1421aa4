"""The batches of an orchestration: how it works through its items, by the clock or by how often it is read.

An item fails if it says so: `{"fail": true}`. A batch fails if all of its items fail, and the orchestration if every
item failed.
"""

from __future__ import annotations

import math
from typing import Any, TypeAlias

from ..state.clock import iso
from ..state.settings import Transition

BatchRun: TypeAlias = dict[str, Any]
ENDED = ("completed", "failed", "cancelled")


def advance(run: BatchRun, now: float, transition: Transition, polls: int) -> None:
    """Finish the batches that are due, and the run if none is left. `seconds` and `times` apply to each batch."""
    remaining = _batch_limit(run) - len(run["batches"])
    if transition.progression == "polls":
        run["polls"] += polls
        if run["polls"] > transition.times and remaining:
            run["polls"] = 0
            _finish(run, run["since"], now)
    else:
        seconds = transition.seconds if transition.progression == "time" else 0.0
        due = remaining if seconds == 0 else min(remaining, int((now - run["since"]) / seconds))
        for _ in range(due):
            _finish(run, run["since"], run["since"] + seconds)
    if len(run["batches"]) >= _batch_limit(run) and _condition(run) != "manual":
        failed = bool(run["items"]) and all(_fails(item) for item in _finished_items(run))
        run |= {"status": "failed" if failed else "completed", "completed": run["since"], "updated": now}


def ends_at(run: BatchRun, transition: Transition) -> float:
    """When a running one ends by the clock alone; infinite if it does not."""
    if transition.progression == "polls" or _condition(run) == "manual":
        return math.inf
    seconds = transition.seconds if transition.progression == "time" else 0.0
    return float(run["since"] + seconds * (_batch_limit(run) - len(run["batches"])))


def finish_current_batch(run: BatchRun, now: float) -> None:
    """Finish the current batch, as happens when a run is paused or cancelled."""
    if len(run["batches"]) < _batch_limit(run):
        _finish(run, run["since"], now)


def batches_of(run: BatchRun) -> list[dict[str, Any]]:
    """The batches that were started, newest last."""
    found = [_batch(run, index, started, ended) for index, (started, ended) in enumerate(run["batches"])]
    if run["status"] == "running" and len(found) < _batch_limit(run):
        found.append(_batch(run, len(found), run["since"], None))
    return found


def _batch(run: BatchRun, index: int, started: float, ended: float | None) -> dict[str, Any]:
    items = _slice(run, index)
    failed = sum(_fails(item) for item in items) if ended is not None else 0
    all_failed = ended is not None and bool(items) and failed == len(items)
    return {
        "batchId": f"{run['id']}-batch-{index + 1}",
        "orchestrationId": run["id"],
        "iteration": index + 1,
        "itemCount": len(items),
        "completedCount": len(items) - failed if ended is not None else 0,
        "failedCount": failed,
        "status": "running" if ended is None else "failed" if all_failed else "completed",
        "startedAt": iso(started),
        "completedAt": None if ended is None else iso(ended),
        "error": "Every item of the batch failed." if all_failed else None,
    }


def _finish(run: BatchRun, started: float, ended: float) -> None:
    run["batches"].append((started, ended))
    run["since"] = ended


def _batch_limit(run: BatchRun) -> int:
    """The number of batches after which the run ends."""
    size = run["body"]["batchSize"]
    needed: int = -(-len(run["items"]) // size)
    condition = run["body"].get("stopCondition") or {}
    limit: int | None = condition.get("maxIterations")
    return min(needed, int(limit)) if limit and _condition(run) == "max_iterations" else needed


def _condition(run: BatchRun) -> str:
    return str((run["body"].get("stopCondition") or {}).get("type", "all_complete"))


def _slice(run: BatchRun, index: int) -> list[dict[str, Any]]:
    size = run["body"]["batchSize"]
    items: list[dict[str, Any]] = run["items"][index * size : (index + 1) * size]
    return items


def _finished_items(run: BatchRun) -> list[dict[str, Any]]:
    return run["items"][: len(run["batches"]) * run["body"]["batchSize"]]  # type: ignore[no-any-return]


def _fails(item: dict[str, Any]) -> bool:
    return item.get("fail") is True
