"""Tasks under requests in any order: the fields that a status changes, dependencies, cascading deletion."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.mock.support.client import ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.services import tasks

STATUSES = ("pending", "in_progress", "completed", "failed", "cancelled", "blocked")
ENDS = ("completed", "failed", "cancelled")
LISTS = st.sampled_from([None, "launch", "docs"])
PLACES = st.integers(0, 50)
MONTH = 30 * 24 * 60 * 60 * 1000  # milliseconds
UNSET: dict[str, Any] = dict.fromkeys(
    ("startedAt", "completedAt", "blockedAt", "blockedReason", "blockedByTaskIds", "expiresAt")
)


class Tasks(Machine):
    """The model: every task that was created, with the fields that a status changes."""

    @property
    def milliseconds(self) -> int:
        return self.now * 1000

    def lives(self, thing: dict[str, Any]) -> bool:
        return not thing["deleted"] and (thing["expiresAt"] is None or thing["expiresAt"] > self.milliseconds)

    def enter(self, task: dict[str, Any], status: str) -> None:
        before, task["status"] = task["status"], status
        if before == status:
            return
        if status == "in_progress" and before in ("pending", "blocked") and task["startedAt"] is None:
            task["startedAt"] = self.milliseconds
        if status in ENDS:
            task["completedAt"] = self.milliseconds
        if status == "blocked":
            task["blockedAt"] = self.milliseconds
        if before == "blocked" and status in ("pending", "in_progress"):
            task |= {"blockedReason": None, "blockedByTaskIds": None, "blockedAt": None}
        task["expiresAt"] = self.milliseconds + MONTH if status == "completed" else None

    @precondition(Machine.has_room)
    @rule(list_id=LISTS, status=st.none() | st.sampled_from(STATUSES), places=st.lists(PLACES, max_size=2))
    def create(self, list_id: str | None, status: str | None, places: list[int]) -> None:
        depends = list(dict.fromkeys(self.pick(place)["taskId"] for place in places if self.things))
        body = {"title": f"Task {len(self.things)}", "dependsOn": depends}
        body |= {"status": status} if status else {}
        body |= {"taskListId": list_id} if list_id else {}
        made = ok(self.api.post("/tasks", body), 201)
        model = {**UNSET, "taskId": made["taskId"], "status": "pending", "deleted": False}
        model |= {"dependsOn": depends, "taskListId": list_id, "metadata": {}}
        self.enter(model, status or "pending")
        assert (made["status"], made["createdAt"]) == (model["status"], self.milliseconds)
        self.things.append(model)

    @precondition(Machine.has_things)
    @rule(place=PLACES, status=st.sampled_from(STATUSES), reason=st.none() | st.just("waits for Ada"))
    def change_status(self, place: int, status: str, reason: str | None) -> None:
        task = self.pick(place)
        changes: dict[str, Any] = {"status": status}
        if reason and status == "blocked":
            changes |= {"blockedReason": reason, "blockedByTaskIds": [self.pick(place + 1)["taskId"]]}
        reply = self.api.put(f"/tasks/{task['taskId']}", changes)
        if not self.lives(task):
            ok(reply, 404)
            return
        task |= {key: value for key, value in changes.items() if key != "status"}
        self.enter(task, status)
        assert ok(reply)["updatedAt"] == self.milliseconds

    @precondition(Machine.has_things)
    @rule(place=PLACES, status=st.sampled_from(STATUSES))
    def block_and_go_on(self, place: int, status: str) -> None:
        self.change_status(place, "blocked", "waits for Bob")
        self.change_status(place, status, None)

    @precondition(Machine.has_things)
    @rule(place=PLACES, metadata=st.dictionaries(st.sampled_from("abc"), st.integers(0, 9), max_size=2), list_id=LISTS)
    def change_the_rest(self, place: int, metadata: dict[str, int], list_id: str | None) -> None:
        task = self.pick(place)
        reply = self.api.put(f"/tasks/{task['taskId']}", {"metadata": metadata, "taskListId": list_id})
        if self.lives(task):
            ok(reply)
            task |= {"metadata": metadata, "taskListId": list_id}
        else:
            ok(reply, 404)

    @precondition(Machine.has_things)
    @rule(place=PLACES, cascade=st.booleans())
    def delete(self, place: int, cascade: bool) -> None:
        task = self.pick(place)
        reply = self.api.delete(f"/tasks/{task['taskId']}", cascade="true" if cascade else "false")
        if not self.lives(task):
            ok(reply, 404)
            return
        doomed = self.dependants(task, deep=cascade)
        if doomed and not cascade:
            refused = ok(reply, 409)
            assert refused["error"] == "TASK_HAS_DEPENDENTS"
            assert set(refused["dependentTaskIds"]) == {other["taskId"] for other in doomed}
            return
        for one in (task, *doomed):
            one["deleted"] = True
        found = ok(reply)
        assert set(found["deletedTaskIds"]) == {one["taskId"] for one in (task, *doomed)}
        assert found["deletedCount"] == len(found["deletedTaskIds"])

    def dependants(self, task: dict[str, Any], *, deep: bool) -> list[dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        layer = [task]
        while layer:
            ids = {one["taskId"] for one in layer}
            layer = [
                other
                for other in self.living()
                if ids & set(other["dependsOn"]) and other["taskId"] not in found and other is not task
            ]
            found |= {other["taskId"]: other for other in layer}
            if not deep:
                break
        return list(found.values())

    @rule(days=st.sampled_from([0, 1, 15, 29, 30]), seconds=st.integers(0, 2))
    def wait(self, days: int, seconds: int) -> None:
        self.move_on(days * 86400 + seconds)

    @rule(list_id=LISTS, status=st.none() | st.sampled_from(STATUSES), limit=st.integers(1, 5))
    def page_through(self, list_id: str | None, status: str | None, limit: int) -> None:
        wanted = {key: value for key, value in (("taskListId", list_id), ("status", status)) if value}
        expected = [
            task["taskId"]
            for task in reversed(self.living())
            if all(task[key] == value for key, value in wanted.items())
        ][:limit]
        found = ok(self.api.get("/tasks", limit=limit, **wanted))
        assert [task["taskId"] for task in found["tasks"]] == expected
        assert found["count"] == len(expected)

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def list_dependants(self, place: int) -> None:
        task = self.pick(place)
        expected = [other["taskId"] for other in reversed(self.living()) if task["taskId"] in other["dependsOn"]]
        assert ok(self.api.get("/tasks", dependsOn=task["taskId"]))["taskIds"] == expected

    @rule(list_id=st.sampled_from(["launch", "docs"]))
    def graph(self, list_id: str) -> None:
        there = {task["taskId"]: task for task in self.living() if task["taskListId"] == list_id}
        edges = {(own, other) for own, task in there.items() for other in task["dependsOn"] if other in there}
        found = ok(self.api.get(f"/tasks/{list_id}/dependency-graph"))
        assert set(found["graph"]) == set(there)
        assert {(b, a) for a, node in found["graph"].items() for b in node["dependents"]} == edges
        assert set(found["roots"]) == set(there) - {own for own, _ in edges}
        assert set(found["leaves"]) == set(there) - {other for _, other in edges}

    @invariant()
    def what_is_there_is_what_was_said(self) -> None:
        for task in self.in_reach():
            reply = self.api.get(f"/tasks/{task['taskId']}")
            if self.lives(task):
                found = ok(reply)
                assert {key: found[key] for key in task if key != "deleted"} == {
                    key: value for key, value in task.items() if key != "deleted"
                }
            else:
                ok(reply, 404)


def test_tasks_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Tasks, direct)


def test_the_machine_notices_a_block_that_leaves_its_reason_behind(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "BLOCKED_FIELDS", ("blockedReason", "blockedByTaskIds"))
    notices(Tasks, direct)


def test_the_machine_notices_a_task_that_never_goes(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tasks, "COMPLETED_LIFETIME", 10 * tasks.COMPLETED_LIFETIME)
    notices(Tasks, direct)
