"""Orchestrations: the actions that each state allows, and the progress of batches."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import ApiClient, ok

ACTIONS = ("start", "pause", "resume", "cancel", "delete")
ALLOWED = {
    "pending": {"start": "running", "cancel": "cancelled"},
    "running": {"pause": "paused", "cancel": "cancelled"},
    "paused": {"resume": "running", "cancel": "cancelled"},
    "completed": {"delete": None},
    "failed": {"delete": None},
    "cancelled": {"delete": None},
}


def create(api: ApiClient, items: int | list[dict[str, Any]] = 4, **fields: Any) -> str:
    listed = [{"n": n} for n in range(items)] if isinstance(items, int) else items
    body = {"name": "Job", "inputSource": {"type": "static", "items": listed}, "batchSize": 2, **fields}
    return f"/orchestrations/{ok(api.post('/orchestrations', body), 201)['orchestrationId']}"


def state(api: ApiClient, path: str) -> Any:
    return ok(api.get(path))


def reach(api: ApiClient, status: str) -> str:
    """An orchestration in a state, which it reached by requests."""
    api.mock.freeze()
    failing = [{"fail": True}] if status == "failed" else 4
    path = create(api, failing, autoStart=status != "pending")
    if status in ("paused", "cancelled"):
        ok(api.post(f"{path}/{'pause' if status == 'paused' else 'cancel'}"))
    if status in ("completed", "failed"):
        api.mock.advance(100)
    assert state(api, path)["status"] == status
    return path


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("status", list(ALLOWED))
def test_each_state_allows_its_actions_and_no_other(api: ApiClient, status: str, action: str) -> None:
    path = reach(api, status)
    reply = api.delete(path) if action == "delete" else api.post(f"{path}/{action}")
    if action not in ALLOWED[status]:
        assert ok(reply, 400)["status"] == status
        assert state(api, path)["status"] == status
    elif action == "delete":
        assert (reply.status_code, reply.content) == (204, b"")
        assert api.post(f"{path}/start").status_code == 404
    else:
        assert ok(reply)["status"] == ALLOWED[status][action]


def test_batches_are_done_one_after_the_other_by_the_clock(api: ApiClient) -> None:
    api.mock.freeze()
    path = create(api, 5)
    seen = []
    for _ in range(4):
        batches = ok(api.get(f"{path}/batches"))["batches"]
        seen.append([(batch["status"], batch["itemCount"], batch["completedCount"]) for batch in batches])
        api.mock.advance(2)
    assert seen[0] == [("running", 2, 0)]
    assert seen[1] == [("completed", 2, 2), ("running", 2, 0)]
    assert seen[3] == [("completed", 2, 2), ("completed", 2, 2), ("completed", 1, 1)]
    done = state(api, path)
    assert (done["status"], done["progress"]) == ("completed", {"total": 5, "completed": 5, "failed": 0, "pending": 0})


def test_pausing_lets_the_batch_in_work_end_and_stops_the_clock(api: ApiClient) -> None:
    api.mock.freeze()
    path = create(api, 6)
    assert ok(api.post(f"{path}/pause"))["progress"]["completed"] == 2
    api.mock.advance(1000)
    assert state(api, path)["progress"]["completed"] == 2
    ok(api.post(f"{path}/resume"))
    api.mock.advance(2)
    assert state(api, path)["progress"]["completed"] == 4


def test_items_that_fail_are_counted_and_all_of_them_failing_is_a_failure(api: ApiClient) -> None:
    api.mock.transitions(orchestration="immediate")
    some = create(api, [{"fail": True}, {"fail": True}, {"n": 1}])
    found = state(api, some)
    assert (found["status"], found["progress"]["failed"], found["progress"]["completed"]) == ("completed", 2, 1)
    batches = ok(api.get(f"{some}/batches"))["batches"]
    assert [batch["status"] for batch in batches] == ["failed", "completed"]
    everything = state(api, create(api, [{"fail": True}]))
    assert (everything["status"], everything["error"]) == ("failed", "Every item failed.")


def test_the_context_goes_into_every_item(api: ApiClient) -> None:
    api.mock.transitions(orchestration="immediate")
    found = state(api, create(api, 3, context={"fail": True}))
    assert (found["status"], found["progress"]["failed"]) == ("failed", 3)


def test_it_moves_on_with_each_poll(api: ApiClient) -> None:
    api.mock.freeze()
    api.mock.transitions(orchestration={"progression": "polls", "times": 1})
    path = create(api, 4)
    counts = [state(api, path)["progress"]["completed"] for _ in range(4)]
    assert counts == [0, 2, 2, 4]


@pytest.mark.parametrize(
    ("condition", "batches", "status"),
    [
        ({"type": "max_iterations", "maxIterations": 2}, 2, "completed"),
        ({"type": "all_complete", "maxIterations": 2}, 3, "completed"),
        ({"type": "manual"}, 3, "running"),
    ],
)
def test_a_stop_condition_says_when_it_is_over(api: ApiClient, condition: Any, batches: int, status: str) -> None:
    api.mock.transitions(orchestration="immediate")
    path = create(api, 6, stopCondition=condition)
    assert state(api, path)["status"] == status
    assert len(ok(api.get(f"{path}/batches"))["batches"]) == batches


def test_nothing_to_do_is_done_at_once(api: ApiClient) -> None:
    assert state(api, create(api, 0))["status"] == "completed"


def test_items_come_from_tasks_or_a_generator_too(api: ApiClient) -> None:
    for _ in range(3):
        ok(api.post("/tasks", {"title": "t", "taskListId": "l"}), 201)
    source = {"type": "task_query", "taskQuery": {"taskListId": "l"}}
    assert state(api, create(api, inputSource=source))["progress"]["total"] == 3
    generator = {"type": "generator", "generatorPrompt": "ideas"}
    assert state(api, create(api, inputSource=generator))["progress"]["total"] == 5


def test_an_unknown_agent_is_404(api: ApiClient) -> None:
    body = {"name": "Job", "inputSource": {"type": "static"}, "agentId": "none"}
    assert ok(api.post("/orchestrations", body), 404)["agentId"] == "none"


def test_pages_follow_each_other_by_cursor_while_things_come_and_go(api: ApiClient) -> None:
    paths = [create(api) for _ in range(5)]
    first = ok(api.get("/orchestrations", limit=2))
    create(api)
    second = ok(api.get("/orchestrations", limit=2, cursor=first["nextCursor"]))
    third = ok(api.get("/orchestrations", limit=2, cursor=second["nextCursor"]))
    ids = [one["orchestrationId"] for page in (first, second, third) for one in page["orchestrations"]]
    assert [f"/orchestrations/{found}" for found in ids] == paths[::-1]
    assert third["nextCursor"] is None


def test_batches_have_pages_and_the_list_a_filter(api: ApiClient) -> None:
    api.mock.transitions(orchestration="immediate")
    path = create(api, 6)
    create(api, autoStart=False)
    first = ok(api.get(f"{path}/batches", limit=2))
    second = ok(api.get(f"{path}/batches", limit=2, cursor=first["nextCursor"]))
    assert [batch["iteration"] for batch in first["batches"] + second["batches"]] == [1, 2, 3]
    assert len(ok(api.get("/orchestrations", status="pending"))["orchestrations"]) == 1


def test_one_that_is_read_alone_is_the_one_that_the_list_shows(api: ApiClient) -> None:
    path = create(api, context={"language": "en"})
    listed = ok(api.get("/orchestrations"))["orchestrations"]
    assert listed == [ok(api.get(path))]
    assert ok(api.get("/orchestrations/orch_1_none"), 404)["orchestrationId"] == "orch_1_none"


def test_reading_one_moves_it_on_by_polls(api: ApiClient) -> None:
    api.mock.transitions(orchestration={"progression": "polls", "times": 1})
    path = create(api, 4)
    found = [ok(api.get(path)) for _ in range(4)]
    assert [one["progress"]["completed"] for one in found] == [0, 2, 2, 4]
    assert [one["status"] for one in found] == ["running", "running", "running", "completed"]
