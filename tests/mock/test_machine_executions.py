"""Executions under requests in any order: they progress by the clock, and a callback id works once."""

from __future__ import annotations

from typing import Any, ClassVar
from urllib.parse import quote

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule
from tests.mock.support.client import TOOL_MODEL, chat_body, ok, tool
from tests.mock.support.direct import DirectMock
from tests.mock.support.machines import Machine, hold, notices

from quant_ai_mock.engine import executions
from quant_ai_mock.state.organisation_store import OrganisationStore

SECONDS = 8  # of one round; the first quarter of the first round is pending
PLACES = st.integers(0, 50)
TOOLS = ("get_order", "get_stock")


class Executions(Machine):
    """The model: the state of each execution, since when, and which of its tools have no result."""

    transitions: ClassVar[dict[str, Any]] = {"execution": {"progression": "time", "seconds": SECONDS}}

    def __init__(self, server: DirectMock) -> None:
        super().__init__(server)
        self.api.mock.script(failure={"ErrorType": "ModelError", "ErrorMessage": "no"}, text="fail", times=None)
        self.used: list[str] = []

    def lives(self, thing: dict[str, Any]) -> bool:
        return thing["status"] not in ("complete", "failed")

    @precondition(Machine.has_room)
    @rule(tools=st.sampled_from([0, 1, 2, 2]), fails=st.sampled_from([False, False, True]))
    def start(self, tools: int, fails: bool) -> None:
        names = TOOLS[:tools]
        text = "Please fail" if fails else f"Use {' and '.join(names)}" if names else "Hello"
        config = {"toolConfig": {"tools": [tool(name) for name in names]}} if names else {}
        body = chat_body(text, model=TOOL_MODEL, **config)
        made = ok(self.api.post("/chat", body | {"async": True}), 202)
        assert made["status"] == "queued"
        model = {"id": made["requestId"], "pollUrl": made["pollUrl"], "status": "working", "since": self.now}
        self.things.append({**model, "rounds": 0, "fails": fails, "left": set(names), "callback": None})

    @precondition(Machine.has_things)
    @rule(place=PLACES, arn=st.booleans())
    def read(self, place: int, arn: bool) -> None:
        self.look(self.pick(place), arn=arn)

    def look(self, execution: dict[str, Any], *, arn: bool = False) -> dict[str, Any]:
        """Read an execution, and compare it with the model; reading advances both."""
        path = execution["pollUrl"].removeprefix("/ai")
        if arn and "arn" in execution:
            path = f"/chat/executions/{quote(execution['arn'], safe='')}"
        found: dict[str, Any] = ok(self.api.get(path))
        execution["arn"] = found["executionArn"]
        new = execution["status"] == "working" and self.now - execution["since"] >= SECONDS
        if new and execution["fails"]:
            execution["status"] = "failed"
        elif new:
            execution["status"] = "waiting_callback" if execution["left"] else "complete"
        expected = execution["status"]
        if expected == "working":
            early = not execution["rounds"] and self.now - execution["since"] < SECONDS / 4
            expected = "pending" if early else "running"
        assert found["status"] == expected
        assert set(found) >= {"waiting_callback": {"callbackId", "pendingTools"}, "failed": {"error"}}.get(
            expected, set()
        )
        assert ("result" in found) == (expected == "complete")
        if expected == "waiting_callback":
            assert {one["name"] for one in found["pendingTools"]} == execution["left"]
            if new:
                assert found["callbackId"] not in self.used
                execution["callback"] = found["callbackId"]
            assert found["callbackId"] == execution["callback"]
        return found

    @precondition(Machine.has_things)
    @rule(place=PLACES, most=st.integers(1, 2))
    def submit(self, place: int, most: int) -> None:
        execution = self.pick(place)
        self.move_on(SECONDS)
        found = self.look(execution)
        if execution["status"] != "waiting_callback":
            return
        given = found["pendingTools"][:most]
        results = [{"toolUseId": one["toolUseId"], "result": {"of": one["name"]}} for one in given]
        body = {"callbackId": execution["callback"], "toolResults": results}
        assert ok(self.api.post("/chat/callback", body))["success"] is True
        self.used.append(execution["callback"])
        execution["left"] -= {one["name"] for one in given}
        execution |= {"status": "working", "since": self.now, "callback": None, "rounds": execution["rounds"] + 1}

    @precondition(lambda self: self.used)
    @rule(place=PLACES)
    def submit_again(self, place: int) -> None:
        callback = self.used[place % len(self.used)]
        body = {"callbackId": callback, "toolResults": [{"toolUseId": "t", "result": {}}]}
        ok(self.api.post("/chat/callback", body), 404)

    @rule(seconds=st.sampled_from([1, 2, SECONDS - 1, SECONDS, 60]))
    def wait(self, seconds: int) -> None:
        self.move_on(seconds)

    @precondition(Machine.has_things)
    @rule()
    def wait_and_read(self) -> None:
        self.move_on(SECONDS)
        for execution in self.living():
            self.look(execution)

    @invariant()
    def what_has_ended_stays_as_it_is(self) -> None:
        for execution in self.things[-3:]:
            if not self.lives(execution):
                found = self.look(execution)
                assert execution.setdefault("end", found) == found


def test_executions_do_what_the_model_says(direct: DirectMock) -> None:
    hold(Executions, direct)


def test_the_machine_notices_a_callback_id_that_works_twice(
    direct: DirectMock, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete = OrganisationStore.delete
    monkeypatch.setattr(
        OrganisationStore, "delete", lambda self, kind, own: kind == executions.CALLBACK or delete(self, kind, own)
    )
    notices(Executions, direct)


def test_the_machine_notices_results_that_get_lost(direct: DirectMock, monkeypatch: pytest.MonkeyPatch) -> None:
    wait = executions._wait

    def forgetful(context: Any, execution: dict[str, Any], tools: list[dict[str, Any]]) -> None:
        execution["results"] = {}
        execution.pop("missing", None)
        wait(context, execution, tools)

    monkeypatch.setattr(executions, "_wait", forgetful)
    notices(Executions, direct)
