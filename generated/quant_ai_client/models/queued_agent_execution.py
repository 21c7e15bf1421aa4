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
class QueuedAgentExecution(_Model):
    """A run of an agent that was queued, and where to poll it."""

    request_id: str
    """Id of the run, to poll it with. Percent-encode it where it stands in a path."""
    agent_id: str
    """Id of the agent that runs."""
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
    """Where to poll. Either a full URL or a path such as `/ai/chat/executions/...`, which stands after the prefix of
    the organisation (`/api/v3/organisations/{org}`).
    """
    agent_name: str | Unset = UNSET
    """Name of the agent that runs."""
    session_id: str | Unset = UNSET
    """Id of the session that the run belongs to. Not always a UUID."""
    message: str | Unset = UNSET
    """Says that the run was queued, in words for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            request_id=get("requestId", UNSET),
            agent_id=get("agentId", UNSET),
            status=get("status", UNSET),
            poll_url=get("pollUrl", UNSET),
            agent_name=get("agentName", UNSET),
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
                "agentId": self.agent_id,
                "status": self.status,
                "pollUrl": self.poll_url,
                "agentName": self.agent_name,
                "sessionId": self.session_id,
                "message": self.message,
            }
        )


_NAMES = {
    "requestId": "request_id",
    "agentId": "agent_id",
    "status": "status",
    "pollUrl": "poll_url",
    "agentName": "agent_name",
    "sessionId": "session_id",
    "message": "message",
}
