# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TypeAlias

from ..types import Unknown
from .content_event import ContentEvent
from .done_event import DoneEvent
from .error_event import ErrorEvent
from .orchestration_status_event import OrchestrationStatusEvent
from .session_event import SessionEvent
from .start_event import StartEvent
from .tool_complete_event import ToolCompleteEvent
from .tool_input_progress_event import ToolInputProgressEvent
from .tool_request_event import ToolRequestEvent
from .tool_start_event import ToolStartEvent

ChatStreamEvent: TypeAlias = (
    StartEvent
    | ContentEvent
    | ToolStartEvent
    | ToolInputProgressEvent
    | ToolCompleteEvent
    | ToolRequestEvent
    | OrchestrationStatusEvent
    | DoneEvent
    | ErrorEvent
    | SessionEvent
    | Unknown
)
"""One server-sent event of a chat stream, with its raw fields. Its type is in `event`, else in `type`
inside the data, else recognised by the keys of the data. Unknown types are an `OtherFrame`.
"""
