"""Orchestrations under requests in any order: which action is allowed when, and their progress by the clock."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.mock.support.client import ok
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.engine import batches
from quant_ai_mock.services import orchestrations

SECONDS = 10  # for one batch
PLACES = st.integers(0, 50)
ALLOWED = {
    "start": {"pending"},
    "pause": {"running"},
    "resume": {"paused"},
    "cancel": {"pending", "running", "paused"},
    "delete": {"completed", "failed", "cancelled"},
}


class Orchestrations(Machine):
    """The model: a status, the finished batches, and the start of the present one."""

    transitions: ClassVar[dict[str, Any]] = {"orchestration": {"progression": "time", "seconds": SECONDS}}

    @precondition(Machine.has_room)
    @rule(
        fails=st.lists(st.booleans(), max_size=6),
        size=st.integers(1, 3),
        most=st.none() | st.integers(1, 2),
        begins=st.booleans(),
    )
    def create(self, fails: list[bool], size: int, most: int | None, begins: bool) -> None:
        body: dict[str, Any] = {"name": "Nightly", "batchSize": size, "autoStart": begins}
        body["inputSource"] = {"type": "static", "items": [{"fail": fail} for fail in fails]}
        if most:
            body["stopCondition"] = {"type": "max_iterations", "maxIterations": most}
        made = ok(self.api.post("/orchestrations", body), 201)
        parts = [fails[start : start + size] for start in range(0, len(fails), size)]
        self.things.append(
            {
                "id": made["orchestrationId"],
                "status": "running" if begins else "pending",
                "parts": parts[: most or len(parts)],
                "total": len(fails),
                "done": 0,
                "since": self.now,
                "deleted": False,
            }
        )

    @precondition(Machine.has_things)
    @rule(place=PLACES, action=st.sampled_from(["start", "pause", "resume", "cancel"]))
    def act(self, place: int, action: str) -> None:
        run = self.pick(place)
        reply = self.api.post(f"/orchestrations/{run['id']}/{action}")
        if run["deleted"]:
            ok(reply, 404)
            return
        self.catch_up(run)
        if run["status"] not in ALLOWED[action]:
            ok(reply, 400)
            return
        if action in ("pause", "cancel") and run["status"] == "running" and run["done"] < len(run["parts"]):
            run["done"] += 1  # the present batch is finished
        if action in ("start", "resume"):
            run["since"] = self.now
        run["status"] = {"start": "running", "pause": "paused", "resume": "running", "cancel": "cancelled"}[action]
        found = ok(reply)
        assert found["status"] == run["status"]
        assert found["progress"] == self.progress(run)

    @precondition(Machine.has_things)
    @rule(place=PLACES)
    def delete(self, place: int) -> None:
        run = self.pick(place)
        self.catch_up(run)
        status = 404 if run["deleted"] else 204 if run["status"] in ALLOWED["delete"] else 400
        ok(self.api.delete(f"/orchestrations/{run['id']}"), status)
        run["deleted"] = run["deleted"] or status == 204

    @rule(seconds=st.sampled_from([1, SECONDS - 1, SECONDS, 25]))
    def wait(self, seconds: int) -> None:
        self.move_on(seconds)

    @rule(status=st.sampled_from([None, "pending", "running", "paused", "completed", "failed", "cancelled"]))
    def page_through(self, status: str | None) -> None:
        for run in self.things:
            self.catch_up(run)
        expected = [
            run["id"] for run in reversed(self.things) if not run["deleted"] and status in (None, run["status"])
        ]
        found: list[str] = []
        cursor = None
        while True:
            query = {"limit": 2, "status": status, "cursor": cursor}
            page = ok(self.api.get("/orchestrations", **{key: value for key, value in query.items() if value}))
            found += [run["orchestrationId"] for run in page["orchestrations"]]
            cursor = page["nextCursor"]
            if cursor is None:
                break
        assert found == expected

    @invariant()
    def the_clock_has_brought_each_as_far_as_it_is(self) -> None:
        for run in self.things:
            self.catch_up(run)
        found = ok(self.api.get("/orchestrations", limit=100))["orchestrations"]
        expected = [(run["id"], run["status"], self.progress(run)) for run in reversed(self.living())]
        assert [(run["orchestrationId"], run["status"], run["progress"]) for run in found] == expected
        for run in self.in_reach():
            alone = ok(self.api.get(f"/orchestrations/{run['id']}"), 404 if run["deleted"] else 200)
            assert run["deleted"] or alone in found

    @invariant()
    def batches_tell_how_far_they_are(self) -> None:
        for run in self.in_reach():
            reply = self.api.get(f"/orchestrations/{run['id']}/batches", limit=100)
            if run["deleted"]:
                ok(reply, 404)
                continue
            self.catch_up(run)
            found = ok(reply)["batches"]
            parts = run["parts"][: run["done"]]
            expected = ["failed" if part and all(part) else "completed" for part in parts]
            if run["status"] == "running" and run["done"] < len(run["parts"]):
                expected.append("running")
            assert [batch["status"] for batch in found] == expected
            assert [batch["failedCount"] for batch in found[: len(parts)]] == [sum(part) for part in parts]

    def catch_up(self, run: dict[str, Any]) -> None:
        if run["deleted"] or run["status"] != "running":
            return
        left = len(run["parts"]) - run["done"]
        due = min(left, (self.now - run["since"]) // SECONDS)
        run["done"] += due
        run["since"] += due * SECONDS
        if run["done"] == len(run["parts"]):
            outcomes = [fail for part in run["parts"] for fail in part]
            run["status"] = "failed" if outcomes and all(outcomes) else "completed"

    def progress(self, run: dict[str, Any]) -> dict[str, int]:
        outcomes = [fail for part in run["parts"][: run["done"]] for fail in part]
        failed = sum(outcomes)
        completed = len(outcomes) - failed
        pending = run["total"] - completed - failed
        return {"total": run["total"], "completed": completed, "failed": failed, "pending": pending}


def test_orchestrations_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Orchestrations, direct)


def test_the_machine_notices_a_pause_that_drops_the_batch_in_work(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orchestrations, "finish_current_batch", lambda *_: None)
    notices(Orchestrations, direct, seed=4)


def test_the_machine_notices_that_one_failure_fails_all(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batches, "all", any, raising=False)
    notices(Orchestrations, direct, seed=10)


def test_the_machine_notices_an_end_that_may_be_deleted_too_early(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orchestrations, "ENDED", (*batches.ENDED, "paused"))
    notices(Orchestrations, direct, seed=1)
