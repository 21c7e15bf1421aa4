"""How an orchestration gets through its items: batch after batch, by the clock or by how often it is read.

An item fails if it says so: `{"fail": true}`. A batch fails if all of its items do, and the whole if every item did.
"""

from __future__ import annotations

from typing import Any, TypeAlias

from ..state.clock import iso
from ..state.settings import Transition

Run: TypeAlias = dict[str, Any]
ENDED = ("completed", "failed", "cancelled")


def move_on(run: Run, now: float, transition: Transition) -> None:
    """Finish the batches that are due, and the run where none is left. `seconds` and `times` are for one batch."""
    left = _most(run) - len(run["batches"])
    if transition.progression == "polls":
        run["polls"] += 1
        if run["polls"] > transition.times and left:
            run["polls"] = 0
            _finish(run, run["since"], now)
    else:
        seconds = transition.seconds if transition.progression == "time" else 0.0
        due = left if seconds == 0 else min(left, int((now - run["since"]) / seconds))
        for _ in range(due):
            _finish(run, run["since"], run["since"] + seconds)
    if len(run["batches"]) >= _most(run) and _condition(run) != "manual":
        failed = bool(run["items"]) and all(_fails(item) for item in _done(run))
        run |= {"status": "failed" if failed else "completed", "completed": run["since"], "updated": now}


def settle(run: Run, now: float) -> None:
    """Let the batch in work come to its end, as it does when a run is paused or cancelled."""
    if len(run["batches"]) < _most(run):
        _finish(run, run["since"], now)


def batches_of(run: Run) -> list[dict[str, Any]]:
    """The batches that were begun, newest last."""
    found = [_batch(run, index, started, ended) for index, (started, ended) in enumerate(run["batches"])]
    if run["status"] == "running" and len(found) < _most(run):
        found.append(_batch(run, len(found), run["since"], None))
    return found


def _batch(run: Run, index: int, started: float, ended: float | None) -> dict[str, Any]:
    items = _slice(run, index)
    failed = sum(_fails(item) for item in items) if ended is not None else 0
    broken = ended is not None and bool(items) and failed == len(items)
    return {
        "batchId": f"{run['id']}-batch-{index + 1}",
        "orchestrationId": run["id"],
        "iteration": index + 1,
        "itemCount": len(items),
        "completedCount": len(items) - failed if ended is not None else 0,
        "failedCount": failed,
        "status": "running" if ended is None else "failed" if broken else "completed",
        "startedAt": iso(started),
        "completedAt": None if ended is None else iso(ended),
        "error": "Every item of the batch failed." if broken else None,
    }


def _finish(run: Run, started: float, ended: float) -> None:
    run["batches"].append((started, ended))
    run["since"] = ended


def _most(run: Run) -> int:
    """The number of batches after which the run is over."""
    size = run["body"]["batchSize"]
    needed: int = -(-len(run["items"]) // size)
    condition = run["body"].get("stopCondition") or {}
    limit: int | None = condition.get("maxIterations")
    return min(needed, int(limit)) if limit and _condition(run) == "max_iterations" else needed


def _condition(run: Run) -> str:
    return str((run["body"].get("stopCondition") or {}).get("type", "all_complete"))


def _slice(run: Run, index: int) -> list[dict[str, Any]]:
    size = run["body"]["batchSize"]
    items: list[dict[str, Any]] = run["items"][index * size : (index + 1) * size]
    return items


def _done(run: Run) -> list[dict[str, Any]]:
    return run["items"][: len(run["batches"]) * run["body"]["batchSize"]]  # type: ignore[no-any-return]


def _fails(item: dict[str, Any]) -> bool:
    return item.get("fail") is True
