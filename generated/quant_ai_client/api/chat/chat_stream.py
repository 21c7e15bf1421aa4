# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""POST /chat/stream"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ... import arguments as _arguments
from ... import models
from ...operation import CollectedField, EventType, EventTypes, FilledField, Operation, Request


def request(*, body: models.ChatRequest | Mapping[str, object]) -> Request:
    """Encode one request."""
    from ...models.chat_request import ChatRequest

    return Request(path="/chat/stream", body=_arguments.encoded(body, ChatRequest))


def _reply_202(value: Any) -> models.QueuedExecution:
    from ...models.queued_execution import QueuedExecution

    return QueuedExecution.from_dict(value)


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


def _tool_use(value: Any) -> models.ToolUse:
    from ...models.tool_use import ToolUse

    return ToolUse.from_dict(value)


_ERRORS = {**dict.fromkeys((400, 401, 403, 404, 413, 422, 429, 500), _error)}

OPERATION: Operation[models.QueuedExecution] = Operation(
    id="chat_stream", method="POST", path="/chat/stream", replies={202: _reply_202}, errors=_ERRORS
)

STREAM: Operation[models.ChatStreamEvent] = Operation(
    id="chat_stream",
    method="POST",
    path="/chat/stream",
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
        reply="ChatReply",
        done_mark="[DONE]",
        fill=(
            FilledField(
                ("finish_reason",),
                "done",
                "stop_reason",
                values=(
                    ("end_turn", "stop"),
                    ("stop_sequence", "stop"),
                    ("max_tokens", "length"),
                    ("tool_request", "tool_use"),
                ),
            ),
        ),
        collect=(
            CollectedField(
                ("response", "tool_use"),
                "tool_request",
                "tool_use",
                _tool_use,
                fields=(("toolUseId", ("tool_use_id", "name")), ("name", ("name",)), ("input", ("input",))),
                required=("toolUseId", "name"),
                empty=("input",),
                single=True,
            ),
        ),
    ),
    errors=_ERRORS,
)
