"""Tasks: side effects of their status, dependencies, and cascading deletion."""

from __future__ import annotations

from typing import Any

import pytest
from tests.mock.support.client import ApiClient, ok

DAY = 24 * 3600


def create(api: ApiClient, title: str = "Write", **fields: Any) -> str:
    task_id: str = ok(api.post("/tasks", {"title": title, **fields}), 201)["taskId"]
    return task_id


def get(api: ApiClient, task_id: str) -> Any:
    return ok(api.get(f"/tasks/{task_id}"))


def put(api: ApiClient, task_id: str, **fields: Any) -> Any:
    return ok(api.put(f"/tasks/{task_id}", fields))


def test_a_new_task_is_pending_with_the_documents_defaults(api: ApiClient) -> None:
    made = ok(api.post("/tasks", {"title": "Write"}), 201)
    task = get(api, made["taskId"])
    assert (made["status"], made["orgId"]) == ("pending", api.mock.name)
    assert (task["maxRetries"], task["retryCount"], task["dependsOn"], task["startedAt"]) == (3, 0, [], None)
    assert task["createdAt"] == task["updatedAt"] == made["createdAt"]


def test_times_are_milliseconds_and_follow_the_status(api: ApiClient) -> None:
    api.mock.freeze(1_800_000_000)
    task = create(api)
    api.mock.advance(10)
    put(api, task, status="in_progress", progress=0.5)
    assert get(api, task)["startedAt"] == 1_800_000_010_000
    api.mock.advance(10)
    assert put(api, task, status="completed")["updatedAt"] == 1_800_000_020_000
    done = get(api, task)
    assert (done["completedAt"], done["startedAt"]) == (1_800_000_020_000, 1_800_000_010_000)
    assert done["expiresAt"] == done["completedAt"] + 30 * DAY * 1000


@pytest.mark.parametrize("status", ["failed", "cancelled"])
def test_other_ends_have_a_time_but_do_not_expire(api: ApiClient, status: str) -> None:
    task = create(api)
    put(api, task, status=status)
    found = get(api, task)
    assert found["completedAt"] is not None
    assert found["expiresAt"] is None


def test_a_completed_task_goes_after_30_days(api: ApiClient) -> None:
    api.mock.freeze()
    task = create(api)
    put(api, task, status="completed")
    api.mock.advance(30 * DAY - 1)
    assert get(api, task)["status"] == "completed"
    api.mock.advance(1)
    assert ok(api.get(f"/tasks/{task}"), 404)["taskId"] == task
    assert ok(api.get("/tasks"))["count"] == 0


@pytest.mark.parametrize("status", ["in_progress", "pending"])
def test_leaving_blocked_clears_the_reasons(api: ApiClient, status: str) -> None:
    task = create(api)
    put(api, task, status="blocked", blockedReason="waits", blockedByTaskIds=["t-1"])
    blocked = get(api, task)
    assert blocked["blockedAt"] is not None
    put(api, task, status=status)
    free = get(api, task)
    assert (free["blockedReason"], free["blockedByTaskIds"], free["blockedAt"]) == (None, None, None)


def test_an_update_changes_what_it_names_and_replaces_metadata_whole(api: ApiClient) -> None:
    task = create(api, description="d", metadata={"a": 1, "b": 2}, assignedAgentId="x")
    put(api, task, metadata={"c": 3}, assignedAgentId=None, result={"ok": True})
    found = get(api, task)
    assert (found["metadata"], found["assignedAgentId"], found["description"]) == ({"c": 3}, None, "d")
    assert found["result"] == {"ok": True}


def test_the_list_filters_and_is_newest_first(api: ApiClient) -> None:
    first = create(api, taskListId="l1")
    second = create(api, taskListId="l1", assignedAgentId="ada")
    create(api, taskListId="l2")
    found = ok(api.get("/tasks", taskListId="l1"))
    assert [task["taskId"] for task in found["tasks"]] == [second, first]
    assert ok(api.get("/tasks", assignedAgentId="ada"))["count"] == 1
    assert ok(api.get("/tasks", limit=1))["count"] == 1
    put(api, first, status="cancelled")
    assert [task["taskId"] for task in ok(api.get("/tasks", status="cancelled"))["tasks"]] == [first]


def test_dependents_are_listed_by_id_or_on_request_in_full(api: ApiClient) -> None:
    base = create(api)
    child = create(api, dependsOn=[base])
    brief = ok(api.get("/tasks", dependsOn=base))
    assert brief == {"taskIds": [child], "count": 1, "dependsOn": base}
    full = ok(api.get("/tasks", dependsOn=base, includeDetails="true"))
    assert [task["taskId"] for task in full["tasks"]] == [child]


def test_a_task_with_dependants_stays_unless_all_go(api: ApiClient) -> None:
    base = create(api)
    child = create(api, dependsOn=[base])
    grandchild = create(api, dependsOn=[child])
    other = create(api)
    refused = ok(api.delete(f"/tasks/{base}"), 409)
    assert refused == {
        "error": "TASK_HAS_DEPENDENTS",
        "message": "Cannot delete task with 1 dependent task(s). Use cascade=true to delete all.",
        "dependentTaskIds": [child],
    }
    gone = ok(api.delete(f"/tasks/{base}", cascade="true"))
    assert gone == {"deleted": True, "deletedCount": 3, "deletedTaskIds": [base, child, grandchild]}
    assert [task["taskId"] for task in ok(api.get("/tasks"))["tasks"]] == [other]


def test_a_circle_of_dependencies_can_be_deleted(api: ApiClient) -> None:
    one = create(api)
    two = create(api, dependsOn=[one])
    put(api, one, dependsOn=[two])
    assert ok(api.delete(f"/tasks/{one}", cascade="true"))["deletedCount"] == 2


def test_the_graph_shows_roots_leaves_and_both_directions(api: ApiClient) -> None:
    base = create(api, taskListId="plan")
    child = create(api, taskListId="plan", dependsOn=[base, "outside"])
    create(api, taskListId="other", dependsOn=[base])
    found = ok(api.get("/tasks/plan/dependency-graph"))
    assert (found["taskCount"], found["roots"], found["leaves"]) == (2, [base], [child])
    assert found["graph"][base]["dependents"] == [child]
    assert found["graph"][child]["dependsOn"] == [base, "outside"]
    assert ok(api.get("/tasks/nothing/dependency-graph"))["graph"] == {}
