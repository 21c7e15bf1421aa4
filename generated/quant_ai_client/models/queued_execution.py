# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .execution_status import ExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class QueuedExecution(_Model):
    """A chat accepted for work in the background."""

    request_id: str
    """Identifier to poll with at `/chat/executions/{identifier}`."""
    status: ExecutionStatus
    """How far an execution has got.

    - `queued`: accepted, not yet taken up; the state in the 202
    - `pending`: about to start
    - `running`: at work
    - `waiting_callback`: stands still until the results of your tools arrive at `/chat/callback`
    - `complete`: ended; `result` is there
    - `completed`: another spelling of `complete`
    - `failed`: ended; `error` says why

    Known values: "queued", "pending", "running", "waiting_callback", "complete", "completed", "failed".
    """
    poll_url: str
    """Where to poll, with the identifier percent-encoded: either a full URL or a path that follows the organisation,
    as in the example.
    """
    session_id: str | Unset = UNSET
    """Session that the conversation belongs to, where it has one. Not always a UUID."""
    message: str | Unset = UNSET
    """The same in words, for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            request_id=get("requestId", UNSET),
            status=get("status", UNSET),
            poll_url=get("pollUrl", UNSET),
            session_id=get("sessionId", UNSET),
            message=get("message", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "requestId": self.request_id,
                "status": self.status,
                "pollUrl": self.poll_url,
                "sessionId": self.session_id,
                "message": self.message,
            }
        )


_NAMES = {
    "requestId": "request_id",
    "status": "status",
    "pollUrl": "poll_url",
    "sessionId": "session_id",
    "message": "message",
}
