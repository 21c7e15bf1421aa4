"""Typed client of the Quant AI v3 REST API, sync and async.

```python
from quant_ai import QuantAI

client = QuantAI()  # QUANT_API_TOKEN, QUANT_ORGANISATION, QUANT_BASE_URL
reply = client.chat.send(model_id="amazon.nova-lite-v1:0", messages=[{"role": "user", "content": "Hello"}])
print(reply.response.content)
```

Names are imported when they are first used, so that importing the package takes almost no time.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from quant_ai_client.jobs import AsyncJob as AsyncJob
    from quant_ai_client.jobs import Job as Job
    from quant_ai_client.pages import AsyncPage as AsyncPage
    from quant_ai_client.pages import AsyncPaginator as AsyncPaginator
    from quant_ai_client.pages import Page as Page
    from quant_ai_client.streams import AsyncStream as AsyncStream
    from quant_ai_client.streams import ServerSentEvent as ServerSentEvent
    from quant_ai_client.streams import Stream as Stream
    from quant_ai_client.types import UNSET as UNSET
    from quant_ai_client.types import Unknown as Unknown
    from quant_ai_client.types import Unset as Unset

    from . import models as models
    from . import params as params
    from . import types as types
    from ._version import __version__ as __version__
    from .async_client import AsyncQuantAI as AsyncQuantAI
    from .client import QuantAI as QuantAI
    from .clock import Clock as Clock
    from .errors import ArgumentError as ArgumentError
    from .errors import AuthenticationError as AuthenticationError
    from .errors import BadRequestError as BadRequestError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConflictError as ConflictError
    from .errors import ConnectionFailedError as ConnectionFailedError
    from .errors import DeadlineError as DeadlineError
    from .errors import EventTooLargeError as EventTooLargeError
    from .errors import ExecutionFailed as ExecutionFailed
    from .errors import JobError as JobError
    from .errors import MalformedEventError as MalformedEventError
    from .errors import MediaError as MediaError
    from .errors import NoReplyError as NoReplyError
    from .errors import NotFoundError as NotFoundError
    from .errors import OriginError as OriginError
    from .errors import ParseError as ParseError
    from .errors import PayloadTooLargeError as PayloadTooLargeError
    from .errors import PermissionDeniedError as PermissionDeniedError
    from .errors import PollTimeout as PollTimeout
    from .errors import QuantAIError as QuantAIError
    from .errors import RateLimitError as RateLimitError
    from .errors import ReplyCutOffError as ReplyCutOffError
    from .errors import ReplyError as ReplyError
    from .errors import ReplyFormatError as ReplyFormatError
    from .errors import ReplyTooLargeError as ReplyTooLargeError
    from .errors import ReplyWithheldError as ReplyWithheldError
    from .errors import ServerError as ServerError
    from .errors import StatusError as StatusError
    from .errors import StreamError as StreamError
    from .errors import StreamFailedError as StreamFailedError
    from .errors import StreamIdleError as StreamIdleError
    from .errors import StreamIncompleteError as StreamIncompleteError
    from .errors import StrictError as StrictError
    from .errors import StructuredOutputError as StructuredOutputError
    from .errors import TimedOutError as TimedOutError
    from .errors import ToolRoundsError as ToolRoundsError
    from .errors import UnprocessableError as UnprocessableError
    from .http.replies import RawReply as RawReply
    from .http.retry import RetryPolicy as RetryPolicy
    from .media import document_block as document_block
    from .media import image_block as image_block
    from .media import image_bytes as image_bytes
    from .media import save_images as save_images
    from .media import video_block as video_block
    from .parsing.parsed import ParsedExecution as ParsedExecution
    from .parsing.parsed import ParsedReply as ParsedReply
    from .resources.bulk_upload import BulkUpload as BulkUpload
    from .resources.bulk_upload import FailedDocument as FailedDocument
    from .streaming.events import UnknownEvent as UnknownEvent
    from .tools.runs import ParsedRun as ParsedRun
    from .tools.runs import Run as Run
    from .tools.tool_calls import ToolCall as ToolCall
    from .tools.tool_specs import Tool as Tool

__all__ = [
    "UNSET",
    "ArgumentError",
    "AsyncJob",
    "AsyncPage",
    "AsyncPaginator",
    "AsyncQuantAI",
    "AsyncStream",
    "AuthenticationError",
    "BadRequestError",
    "BulkUpload",
    "Clock",
    "ConfigurationError",
    "ConflictError",
    "ConnectionFailedError",
    "DeadlineError",
    "EventTooLargeError",
    "ExecutionFailed",
    "FailedDocument",
    "Job",
    "JobError",
    "MalformedEventError",
    "MediaError",
    "NoReplyError",
    "NotFoundError",
    "OriginError",
    "Page",
    "ParseError",
    "ParsedExecution",
    "ParsedReply",
    "ParsedRun",
    "PayloadTooLargeError",
    "PermissionDeniedError",
    "PollTimeout",
    "QuantAI",
    "QuantAIError",
    "RateLimitError",
    "RawReply",
    "ReplyCutOffError",
    "ReplyError",
    "ReplyFormatError",
    "ReplyTooLargeError",
    "ReplyWithheldError",
    "RetryPolicy",
    "Run",
    "ServerError",
    "ServerSentEvent",
    "StatusError",
    "Stream",
    "StreamError",
    "StreamFailedError",
    "StreamIdleError",
    "StreamIncompleteError",
    "StrictError",
    "StructuredOutputError",
    "TimedOutError",
    "Tool",
    "ToolCall",
    "ToolRoundsError",
    "Unknown",
    "UnknownEvent",
    "UnprocessableError",
    "Unset",
    "__version__",
    "document_block",
    "image_block",
    "image_bytes",
    "models",
    "params",
    "save_images",
    "types",
    "video_block",
]

_HOMES = {
    "_version": ("__version__",),
    "async_client": ("AsyncQuantAI",),
    "client": ("QuantAI",),
    "clock": ("Clock",),
    "errors": (
        "ArgumentError",
        "AuthenticationError",
        "BadRequestError",
        "ConfigurationError",
        "ConflictError",
        "ConnectionFailedError",
        "DeadlineError",
        "EventTooLargeError",
        "ExecutionFailed",
        "JobError",
        "MalformedEventError",
        "MediaError",
        "NoReplyError",
        "NotFoundError",
        "OriginError",
        "ParseError",
        "PayloadTooLargeError",
        "PermissionDeniedError",
        "PollTimeout",
        "QuantAIError",
        "RateLimitError",
        "ReplyCutOffError",
        "ReplyError",
        "ReplyFormatError",
        "ReplyTooLargeError",
        "ReplyWithheldError",
        "ServerError",
        "StatusError",
        "StreamError",
        "StreamFailedError",
        "StreamIdleError",
        "StreamIncompleteError",
        "StrictError",
        "StructuredOutputError",
        "TimedOutError",
        "ToolRoundsError",
        "UnprocessableError",
    ),
    "http.replies": ("RawReply",),
    "http.retry": ("RetryPolicy",),
    "media": (
        "document_block",
        "image_block",
        "image_bytes",
        "save_images",
        "video_block",
    ),
    "parsing.parsed": ("ParsedExecution", "ParsedReply"),
    "resources.bulk_upload": (
        "BulkUpload",
        "FailedDocument",
    ),
    "streaming.events": ("UnknownEvent",),
    "tools.runs": ("ParsedRun", "Run"),
    "tools.tool_calls": ("ToolCall",),
    "tools.tool_specs": ("Tool",),
}
_GENERATED = {
    "jobs": ("AsyncJob", "Job"),
    "pages": ("AsyncPage", "AsyncPaginator", "Page"),
    "streams": ("AsyncStream", "ServerSentEvent", "Stream"),
    "types": ("UNSET", "Unknown", "Unset"),
}
_HOME = {name: f".{module}" for module, names in _HOMES.items() for name in names} | {
    name: f"quant_ai_client.{module}" for module, names in _GENERATED.items() for name in names
}


if not TYPE_CHECKING:  # for type checkers, it would turn every misspelt name into Any

    def __getattr__(name: str) -> Any:
        if name in ("models", "params", "types"):
            return import_module(f"{__name__}.{name}")  # the import sets the attribute
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(_HOME[name], __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    """Only the public names; Python also sets an attribute for every submodule that has been imported."""
    return sorted({*__all__, "__all__", "__doc__", "__file__", "__name__", "__package__", "__path__", "__spec__"})
