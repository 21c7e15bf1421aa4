# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /chat"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ...operation import Operation, Request, ToolCallFields
from ...types import Response


def request(*, body: models.ChatRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.chat_request import ChatRequest

    return Request(path="/chat", body=_arguments.encoded(body, ChatRequest))


def _reply_200(value: Any) -> models.ChatReply:
    from ...models.chat_reply import ChatReply

    return ChatReply.from_dict(value)


def _reply_202(value: Any) -> models.QueuedExecution:
    from ...models.queued_execution import QueuedExecution

    return QueuedExecution.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 413, 422, 429, 500), _error)}

OPERATION: Operation[models.ChatReply | models.QueuedExecution] = Operation(
    id="chat_send",
    method="POST",
    path="/chat",
    replies={200: _reply_200, 202: _reply_202},
    tool_calls=ToolCallFields(
        calls=("response", "tool_use"), id="tool_use_id", name="name", input="input", background="execution_id"
    ),
    errors=_ERRORS,
)

SEND: Operation[models.ChatReply] = Operation(
    id="chat_send",
    method="POST",
    path="/chat",
    replies={200: _reply_200},
    other_statuses=(202,),
    tool_calls=ToolCallFields(
        calls=("response", "tool_use"), id="tool_use_id", name="name", input="input", background="execution_id"
    ),
    errors=_ERRORS,
)

START: Operation[models.QueuedExecution] = Operation(
    id="chat_send",
    method="POST",
    path="/chat",
    replies={202: _reply_202},
    other_statuses=(200,),
    tool_calls=ToolCallFields(
        calls=("response", "tool_use"), id="tool_use_id", name="name", input="input", background="execution_id"
    ),
    errors=_ERRORS,
)


def poll(_reply: models.QueuedExecution) -> tuple[Operation[models.Execution], Request]:
    """How to read the state of the job that this reply accepts."""
    from ..chat import chat_get_execution as _polled

    return _polled.OPERATION, _polled.request(identifier=_reply.request_id)


def sync_detailed(
    *, client: api.AuthenticatedClient, body: models.ChatRequest | Mapping[str, object]
) -> Response[models.ChatReply | models.QueuedExecution]:
    """Chat with a model; returns the reply with status and headers."""
    return client.send(OPERATION, request(body=body))


def sync(
    *, client: api.AuthenticatedClient, body: models.ChatRequest | Mapping[str, object]
) -> models.ChatReply | models.QueuedExecution:
    """Chat with a model."""
    return sync_detailed(client=client, body=body).parsed


async def asyncio_detailed(
    *, client: api.AuthenticatedClient, body: models.ChatRequest | Mapping[str, object]
) -> Response[models.ChatReply | models.QueuedExecution]:
    """Chat with a model; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(body=body))


async def asyncio(
    *, client: api.AuthenticatedClient, body: models.ChatRequest | Mapping[str, object]
) -> models.ChatReply | models.QueuedExecution:
    """Chat with a model."""
    return (await asyncio_detailed(client=client, body=body)).parsed
