# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
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
    """
    poll_url: str
    """Where to poll, with the identifier percent-encoded: either a full URL or a path that follows the
    organisation, as in the example.
    """
    session_id: str | Unset = UNSET
    """Session that the conversation belongs to, where it has one. Not always a UUID."""
    message: str | Unset = UNSET
    """The same in words, for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"request_id": "requestId", "poll_url": "pollUrl", "session_id": "sessionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.request_id = rest.pop("requestId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.poll_url = rest.pop("pollUrl", UNSET)
        made.session_id = rest.pop("sessionId", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.request_id, Unset):
            made["requestId"] = self.request_id
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if not isinstance(self.poll_url, Unset):
            made["pollUrl"] = self.poll_url
        if self.session_id is not UNSET:
            made["sessionId"] = self.session_id
        if self.message is not UNSET:
            made["message"] = self.message
        return made
