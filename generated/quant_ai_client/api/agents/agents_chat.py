# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /agents/{agentId}/chat"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import api, models
from ... import arguments as _arguments
from ... import encoding as _encoding
from ...operation import EventType, EventTypes, FilledField, Operation, Request
from ...types import Response


def request(agent_id: str, *, body: models.AgentChatRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.agent_chat_request import AgentChatRequest

    _arguments.check(("agent_id", agent_id, str))
    return Request(
        path=f"/agents/{_encoding.path_segment(agent_id, 'agent_id')}/chat",
        body=_arguments.encoded(body, AgentChatRequest),
    )


def _reply_200(value: Any) -> models.AgentChatReply:
    from ...models.agent_chat_reply import AgentChatReply

    return AgentChatReply.from_dict(value)


def _reply_202(value: Any) -> models.QueuedAgentExecution:
    from ...models.queued_agent_execution import QueuedAgentExecution

    return QueuedAgentExecution.from_dict(value)


def _error(value: Any) -> models.Error:
    from ...models.error import Error

    return Error.from_dict(value)


def _content_event(value: Any) -> models.ContentEvent:
    from ...models.content_event import ContentEvent

    return ContentEvent.from_dict(value)


def _done_event(value: Any) -> models.DoneEvent:
    from ...models.done_event import DoneEvent

    return DoneEvent.from_dict(value)


def _error_event(value: Any) -> models.ErrorEvent:
    from ...models.error_event import ErrorEvent

    return ErrorEvent.from_dict(value)


def _orchestration_status_event(value: Any) -> models.OrchestrationStatusEvent:
    from ...models.orchestration_status_event import OrchestrationStatusEvent

    return OrchestrationStatusEvent.from_dict(value)


def _session_event(value: Any) -> models.SessionEvent:
    from ...models.session_event import SessionEvent

    return SessionEvent.from_dict(value)


def _start_event(value: Any) -> models.StartEvent:
    from ...models.start_event import StartEvent

    return StartEvent.from_dict(value)


def _tool_complete_event(value: Any) -> models.ToolCompleteEvent:
    from ...models.tool_complete_event import ToolCompleteEvent

    return ToolCompleteEvent.from_dict(value)


def _tool_input_progress_event(value: Any) -> models.ToolInputProgressEvent:
    from ...models.tool_input_progress_event import ToolInputProgressEvent

    return ToolInputProgressEvent.from_dict(value)


def _tool_request_event(value: Any) -> models.ToolRequestEvent:
    from ...models.tool_request_event import ToolRequestEvent

    return ToolRequestEvent.from_dict(value)


def _tool_start_event(value: Any) -> models.ToolStartEvent:
    from ...models.tool_start_event import ToolStartEvent

    return ToolStartEvent.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 422, 429, 500), _error)}

OPERATION: Operation[models.AgentChatReply | models.QueuedAgentExecution] = Operation(
    id="agents_chat",
    method="POST",
    path="/agents/{agentId}/chat",
    replies={200: _reply_200, 202: _reply_202},
    errors=_ERRORS,
)

CHAT: Operation[models.AgentChatReply] = Operation(
    id="agents_chat",
    method="POST",
    path="/agents/{agentId}/chat",
    replies={200: _reply_200},
    other_statuses=(202,),
    errors=_ERRORS,
)

STREAM: Operation[models.ChatStreamEvent] = Operation(
    id="agents_chat",
    method="POST",
    path="/agents/{agentId}/chat",
    replies={},
    accept="text/event-stream",
    events=EventTypes(
        types=(
            EventType("start", _start_event, keys=("streaming",)),
            EventType("content", _content_event, keys=("delta",)),
            EventType("tool_start", _tool_start_event),
            EventType("tool_input_progress", _tool_input_progress_event),
            EventType("tool_complete", _tool_complete_event),
            EventType("tool_request", _tool_request_event, keys=("toolUse",)),
            EventType("orchestration_status", _orchestration_status_event),
            EventType("done", _done_event, keys=("complete",), terminal=True),
            EventType("error", _error_event, keys=("error",), terminal=True),
            EventType("session", _session_event, keys=("sessionId",)),
        ),
        text=("delta", "content", "text"),
        reply="AgentChatReply",
        done_mark="[DONE]",
        fill=(FilledField(("response", "stop_reason"), "done", "finish_reason"),),
    ),
    errors=_ERRORS,
)

START: Operation[models.QueuedAgentExecution] = Operation(
    id="agents_chat",
    method="POST",
    path="/agents/{agentId}/chat",
    replies={202: _reply_202},
    other_statuses=(200,),
    errors=_ERRORS,
)


def poll(_reply: models.QueuedAgentExecution) -> tuple[Operation[models.Execution], Request]:
    """How to read the state of the job that this reply accepts."""
    from ..chat import chat_get_execution as _polled

    return _polled.OPERATION, _polled.request(identifier=_reply.request_id)


def sync_detailed(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentChatRequest | Mapping[str, object]
) -> Response[models.AgentChatReply | models.QueuedAgentExecution]:
    """Chat with an agent; returns the reply with status and headers."""
    return client.send(OPERATION, request(agent_id, body=body))


def sync(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentChatRequest | Mapping[str, object]
) -> models.AgentChatReply | models.QueuedAgentExecution:
    """Chat with an agent."""
    return sync_detailed(agent_id, client=client, body=body).parsed


async def asyncio_detailed(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentChatRequest | Mapping[str, object]
) -> Response[models.AgentChatReply | models.QueuedAgentExecution]:
    """Chat with an agent; returns the reply with status and headers."""
    return await client.send_async(OPERATION, request(agent_id, body=body))


async def asyncio(
    agent_id: str, *, client: api.AuthenticatedClient, body: models.AgentChatRequest | Mapping[str, object]
) -> models.AgentChatReply | models.QueuedAgentExecution:
    """Chat with an agent."""
    return (await asyncio_detailed(agent_id, client=client, body=body)).parsed
