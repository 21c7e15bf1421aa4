"""The server validates its own replies against the spec."""

from __future__ import annotations

import logging
import re
from typing import Any

import httpx
import pytest
from tests.mock.support.client import MODEL, chat_body

from quant_ai_mock import Mock, make_app
from quant_ai_mock.control.mock_app import MockApp
from quant_ai_mock.document.api import Api
from quant_ai_mock.document.loading import load
from quant_ai_mock.gateway.reply_validation import frame_mismatch, mismatch
from quant_ai_mock.state.request_context import Reply, StreamReply

HEADERS = {"Authorization": "Bearer test-token"}


async def ask(app: MockApp, method: str, path: str, body: Any = None) -> httpx.Response:
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://mock", headers=HEADERS) as client:
        return await client.request(method, f"/api/v3/organisations/acme/ai{path}", json=body)


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("reply", "place"),
    [
        ({"models": [{"id": 3}], "count": 1}, "models_list 200 at /models/0"),
        ({"models": []}, "models_list 200 at /"),
        (Reply(418, {}), "models_list does not document status 418"),
    ],
)
async def test_a_reply_that_does_not_fit_is_500_and_says_where(
    reply: Any, place: str, caplog: pytest.LogCaptureFixture
) -> None:
    app = make_app(strict=True)
    app.gateway.handlers["models_list"] = lambda _: reply
    with caplog.at_level(logging.ERROR):
        found = await ask(app, "GET", "/models")
    app.state.store.close()
    assert (found.status_code, place in found.json()["message"]) == (500, True), found.text


@pytest.mark.anyio
async def test_a_stream_that_does_not_fit_is_500_before_its_first_event(caplog: pytest.LogCaptureFixture) -> None:
    app = make_app(strict=True)
    app.gateway.handlers["chat_stream"] = lambda _: StreamReply([{"event": "content", "data": '{"complete":false}'}])
    with caplog.at_level(logging.ERROR):
        found = await ask(app, "POST", "/chat/stream", chat_body())
    app.state.store.close()
    assert (found.status_code, "matches no frame" in found.json()["message"]) == (500, True)


@pytest.mark.anyio
async def test_a_handler_that_breaks_is_500_and_keeps_nothing(caplog: pytest.LogCaptureFixture) -> None:
    app = make_app()

    def broken(context: Any) -> Any:
        context.store.put("session", "half", {"id": "half"})
        raise RuntimeError("broken on purpose")

    app.gateway.handlers["sessions_create"] = broken
    with caplog.at_level(logging.ERROR):
        found = await ask(app, "POST", "/sessions", {"userId": "a"})
    assert (found.status_code, "broken on purpose" in found.json()["message"]) == (500, True)
    assert app.state.store.counts() == {}
    app.state.store.close()


@pytest.mark.anyio
async def test_a_handler_that_reads_what_the_spec_does_not_have_is_named_in_one_line(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = make_app()
    monkeypatch.delitem(app.state.api.operations["tasks_list"].query_defaults, "limit")
    with caplog.at_level(logging.ERROR):
        found = await ask(app, "GET", "/tasks")
    app.state.store.close()
    assert found.status_code == 500
    assert re.search(
        r"KeyError: 'limit' at quant_ai_mock/services/tasks.py:\d+, in .* tasks_list;", found.json()["message"]
    )
    assert [record.exc_info for record in caplog.records] == [False]


API = Api(load())


@pytest.fixture
def spec() -> Api:
    return API


@pytest.mark.parametrize(
    ("frame", "fits"),
    [
        ({"event": "content", "data": '{"delta":"x","complete":false}'}, True),
        ({"data": '{"type":"content","content":"x"}'}, True),
        ({"data": "[DONE]"}, True),
        ({"event": "surprise", "data": "not json"}, True),
        ({"event": "content", "data": "not json"}, False),
        ({"event": "content", "data": '{"delta":3}'}, False),
        ({"event": "content"}, False),
    ],
)
def test_each_event_is_held_against_its_frame(spec: Api, frame: Any, fits: bool) -> None:
    wrong = frame_mismatch(spec.operations["chat_stream"], 200, frame)
    assert (wrong is None) == fits, wrong


@pytest.mark.parametrize("status", [401, 405, 406, 413, 415])
def test_what_http_itself_says_needs_no_entry_in_the_document(spec: Api, status: int) -> None:
    assert mismatch(spec.operations["sessions_create"], status, {"message": "x", "error": True}) is None


def test_every_example_of_the_document_fits_its_schema(spec: Api) -> None:
    for operation in spec.operations.values():
        for status, listed in operation.replies.items():
            media = listed.get("application/json")
            for name, example in (media.examples if media else {}).items():
                assert mismatch(operation, status, example) is None, (operation.id, status, name)


@pytest.mark.parametrize("operation_id", sorted(API.operations))
def test_every_operation_answers_every_example_of_its_request(server: Mock, operation_id: str) -> None:
    """No example request of the spec is refused for its form."""
    operation = API.operations[operation_id]
    path = operation.full_path.replace("{org}", "examples")
    for name in operation.path_parameter_names:
        path = path.replace(
            "{" + name + "}", "quantgov-code" if name == "agentId" else MODEL if name == "modelId" else "x"
        )
    examples = list(operation.body.examples.values()) if operation.body else [None]
    with httpx.Client(headers=HEADERS, base_url=server.url, verify=False) as http:
        for example in examples:
            reply = http.request(operation.method, path, json=example)
            assert reply.status_code not in (400, 405, 415, 422, 500), (example, reply.text)
