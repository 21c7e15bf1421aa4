"""What an error of the service says: everything that helps, on one line without control characters."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest

from quant_ai import NotFoundError, RateLimitError, ReplyError, StatusError, UnprocessableError

from .support.calls import call
from .support.clients import TOKEN
from .support.clock import FakeClock
from .support.operations import GET, POST, TO_GET, TO_POST
from .support.raw_server import answering, reply, serving

pytestmark = pytest.mark.anyio


async def error_of(kind: str, body: bytes, status: int, **options: Any) -> Any:
    headers = options.pop("headers", {})
    with serving(answering(reply(body, status, headers=headers))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, clock=FakeClock(), **options)
    assert isinstance(outcome.error, StatusError)
    return outcome.error


async def test_a_429_says_how_long_to_wait_and_how_often_it_was_tried(kind: str) -> None:
    error = await error_of(kind, b'{"message":"Too many"}', 429, headers={"Retry-After": "7"})
    assert isinstance(error, RateLimitError)
    assert str(error) == "POST /things answered 429: Too many; wait 7 s before you try again (3 attempts)"


async def test_a_422_names_all_fields(kind: str) -> None:
    body = b'{"message":"Invalid.","errors":{"modelId":["Is required."],"messages":["Must not be empty."]}}'
    error = await error_of(kind, body, 422)
    assert isinstance(error, UnprocessableError)
    assert str(error).endswith("Invalid. (modelId: Is required.; messages: Must not be empty.)")


async def test_a_422_with_long_messages_still_names_all_fields(kind: str) -> None:
    fields = [f"documents.{place}.content" for place in range(9)]
    body = json.dumps({"message": "Invalid.", "errors": {name: ["x" * 99] for name in fields}}).encode()
    assert str(await error_of(kind, body, 422)).endswith(f"({', '.join(fields)})")


async def test_the_error_carries_headers_and_bytes(kind: str) -> None:
    error = await error_of(kind, b'{"message":"No"}', 404, headers={"X-Cache": "miss"})
    assert isinstance(error, NotFoundError)
    assert error.headers["x-cache"] == error.headers["X-Cache"] == "miss"
    assert error.content == b'{"message":"No"}'
    copied = pickle.loads(pickle.dumps(error))
    assert (copied.headers["x-cache"], copied.content, str(copied)) == ("miss", error.content, str(error))


async def test_a_token_that_the_service_sends_back_is_not_shown(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    body = json.dumps({"message": f"Unknown token {TOKEN}", "request": {"Authorization": f"Bearer {TOKEN}"}}).encode()
    with caplog.at_level("INFO"):
        error = await error_of(kind, body, 401)
    assert str(error).startswith("POST /things answered 401: Unknown token ***")
    shown = f"{error!r} {error.message} {error.body} {error.content!r} {pickle.dumps(error)!r}"
    assert TOKEN not in shown + caplog.text


async def test_a_token_that_is_part_of_words_leaves_them_whole(kind: str) -> None:
    error = await error_of(kind, b'{"message":"No test tested"}', 404, token="test")
    assert error.message == "No test tested"


@pytest.mark.parametrize(
    ("token", "body"),
    [
        (TOKEN, f"<p>{'x' * 170}{TOKEN}"),
        (TOKEN, f'["{TOKEN}"'),
        ("a/b/c/d+e=", r'["a\/b\/c\/d+e="'),
    ],
)
async def test_neither_does_a_success_that_cannot_be_read_show_it(kind: str, token: str, body: str) -> None:
    media_type = "text/html" if body.startswith("<") else "application/json"
    with serving(answering(reply(body.encode(), 201, headers={"Content-Type": media_type}))) as server:
        outcome = await call(kind, server.url, POST, TO_POST, token=token)
    assert isinstance(outcome.error, ReplyError)
    shown = f"{outcome.error!r} {outcome.error.content!r}".replace("\\", "")
    assert token[:8] not in shown
    assert "***" in shown


async def test_no_words_of_the_service_control_a_terminal(kind: str, caplog: pytest.LogCaptureFixture) -> None:
    message = "\x1b[2J\x1b]0;owned\x07\u202e hi \U0001f468\u200d\U0001f469"
    body = json.dumps({"message": message, "errors": {"a\x9b": ["\x1b"]}})
    with caplog.at_level("INFO"):
        error = await error_of(kind, body.encode(), 400, headers={"X-Request-Id": "\x1b[31mred"})
    shown = f"{error} {error.message} {error.errors} {error.request_id} {caplog.text}"
    assert not set(shown) & set("\x1b\x07\x9b\u202e")
    assert "hi \U0001f468\u200d\U0001f469" in error.message  # what makes an emoji stays
    assert "\x1b" in error.body["message"]


async def test_what_is_refused_is_said_with_its_attempts(kind: str) -> None:
    with serving(answering(reply(b"{}", 500))) as server:
        outcome = await call(kind, server.url, GET, TO_GET, clock=FakeClock())
    assert str(outcome.error) == "GET /things answered 500: Internal Server Error (3 attempts)"
