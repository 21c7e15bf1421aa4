"""A request passes the layers of the mock server from top to bottom, and servers share no state."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from types import FrameType, ModuleType
from typing import Any

import orjson
import pytest
from starlette.types import Message
from tests.mock.support.client import TOOL_MODEL, chat_body, tool

from quant_ai_mock import make_app
from quant_ai_mock.control.mock_app import MockApp
from quant_ai_mock.rules import metering
from quant_ai_mock.services.handlers import handlers

LAYERS = ["control", "gateway", "services", "engine", "rules", "state", "document", "synthetic"]
ROOT = "/api/v3/organisations/acme/ai"
POLICY = {"name": "Names", "rules": [{"match": {"type": "word", "values": ["bluefin"]}, "action": "REDACT"}]}
SCHEMA = {"type": "object", "properties": {"name": {"type": "string", "pattern": "^[a-z]+$"}}, "required": ["name"]}
REQUESTS = {
    "buffered": ("/chat", chat_body("bluefin")),
    "streamed": ("/chat/stream", chat_body("bluefin")),
    "as JSON": ("/chat", chat_body(responseFormat={"type": "json", "jsonSchema": SCHEMA})),
    "with a tool": ("/chat", chat_body(model=TOOL_MODEL, toolConfig={"tools": [tool()]})),
    "in the background": ("/chat", chat_body() | {"async": True}),
    "by an agent": ("/agents/quantgov-code/chat", {"message": "Fetch https://example.com/"}),
}


async def request(app: MockApp, method: str, path: str, body: Any = None) -> tuple[int, bytes]:
    """Send one request to the application; returns the status and the body of the reply."""
    content = orjson.dumps(body) if body is not None else b""
    incoming: list[Message] = [{"type": "http.request", "body": content}]
    sent: list[Message] = []

    async def receive() -> Message:
        if incoming:
            return incoming.pop()
        await asyncio.Event().wait()
        raise AssertionError

    async def send(message: Message) -> None:
        sent.append(message)

    headers = [(b"authorization", b"Bearer test-token"), (b"content-type", b"application/json"), (b"host", b"mock")]
    path, _, query = path.partition("?")
    scope = {"type": "http", "http_version": "1.1", "method": method, "path": path, "query_string": query.encode()}
    await app(scope | {"headers": headers}, receive, send)
    return sent[0]["status"], b"".join(message.get("body", b"") for message in sent[1:])


class Walk:
    """Records calls from one layer into another, in order, as (caller, callee, function)."""

    def __init__(self) -> None:
        self.steps: list[tuple[str, str, str]] = []
        self.first_steps: list[tuple[str, str, str]] = []
        """The same without those that resume a coroutine or a generator."""
        self._frames: set[FrameType] = set()

    def __call__(self, frame: FrameType, event: str, _argument: Any) -> None:
        layer = layer_of(frame)
        if event != "call" or layer is None:
            return
        caller = frame.f_back
        while caller is not None and layer_of(caller) is None:
            caller = caller.f_back
        above = layer_of(caller) if caller is not None else None
        if above is not None and above != layer:
            step = above, layer, frame.f_code.co_qualname
            self.steps.append(step)
            self.first_steps += [] if frame in self._frames else [step]
        self._frames.add(frame)

    @property
    def upwards(self) -> list[tuple[str, str, str]]:
        return [step for step in self.steps if LAYERS.index(step[0]) > LAYERS.index(step[1])]


def layer_of(frame: FrameType) -> str | None:
    package, _, rest = str(frame.f_globals.get("__name__", "")).partition(".")
    layer = rest.partition(".")[0]
    return layer if package == "quant_ai_mock" and layer in LAYERS else None


@contextmanager
def walk() -> Iterator[Walk]:
    found = Walk()
    sys.setprofile(found)
    try:
        yield found
    finally:
        sys.setprofile(None)


@pytest.fixture
def app() -> Iterator[MockApp]:
    app = make_app(strict=True)
    with closing(app.state.store):
        yield app


@pytest.mark.parametrize("kind", REQUESTS)
def test_a_chat_request_enters_every_layer_from_above(app: MockApp, kind: str) -> None:
    asyncio.run(govern(app))
    path, body = REQUESTS[kind]
    with walk() as found:
        status, reply = asyncio.run(request(app, "POST", ROOT + path, body))
    assert status in (200, 202), reply
    assert not found.upwards
    entered = {layer for _, layer, _ in found.steps}
    assert entered >= set(LAYERS[1:])
    # The request is passed on once: to the gateway, and from there to the handler.
    assert [above for above, layer, _ in found.first_steps if layer == "gateway"] == ["control"]
    assert [above for above, layer, _ in found.first_steps if layer == "services"] == ["gateway"]


def test_a_walk_notices_a_call_upwards(app: MockApp, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metering, "_day", lambda _: [handlers(app.state.api), "2026-01-15"][1])
    with walk() as found:
        asyncio.run(request(app, "POST", f"{ROOT}/chat", chat_body()))
    assert ("rules", "services", "handlers") in found.upwards


async def govern(app: MockApp) -> None:
    """Set rules for the organisation, so that a request is checked against them."""
    _, made = await request(app, "POST", f"{ROOT}/filter-policies", POLICY)
    rules = {
        "aiEnabled": True,
        "modelPolicy": "unrestricted",
        "mandatoryFilterPolicies": [orjson.loads(made)["policyId"]],
        "spendLimits": {"dailyBudgetCents": 1000, "warningThresholdPercent": 50},
    }
    status, reply = await request(app, "PUT", f"{ROOT}/governance", rules)
    assert status == 200, reply


def held(modules: list[ModuleType]) -> dict[str, str]:
    """The values in modules and classes, as text, without functions and their caches."""
    found: dict[str, str] = {}
    for module in modules:
        owners = [module, *(value for value in vars(module).values() if isinstance(value, type))]
        for owner in owners:
            for name, value in vars(owner).items():
                if isinstance(value, (dict, list, set, tuple, int, float, str, bytes)) and not name.startswith("__"):
                    found[f"{module.__name__}.{getattr(owner, '__qualname__', '')}.{name}"] = repr(value)
    return found


def test_no_module_and_no_class_holds_anything_of_a_server(app: MockApp) -> None:
    async def use(app: MockApp, organisation: str) -> None:
        for path, body in REQUESTS.values():
            await request(app, "POST", ROOT.replace("acme", organisation) + path, body)
        for path in ("/_mock/", "/_mock/state", "/_mock/requests"):
            await request(app, "GET", path)
        await request(app, "POST", "/_mock/scripts", {"reply": "Hello"})
        await request(app, "POST", "/_mock/faults", {"status": 503})
        await request(app, "GET", f"{ROOT}/models")

    asyncio.run(use(app, "warm"))  # runs the late imports
    modules = [module for name, module in sorted(sys.modules.items()) if name.startswith("quant_ai_mock.")]
    before = held(modules)
    other = make_app(seed=7, tokens={"other-token": "acme"}, strict=True)
    with closing(other.state.store):
        asyncio.run(use(app, "one"))
        asyncio.run(use(other, "two"))
    assert held(modules) == before
