# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from .execution_status import ExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class QueuedAgentExecution(_Model):
    """An agent run that was queued, and where to poll it.

    Attributes:
        request_id (str): Id of the run, for polling. Percent-encode it in a path.
        agent_id (str): Id of the agent.
        status (ExecutionStatus): Status of an execution. Known values: "queued", "pending", "running",
            "waiting_callback", "complete", "completed", "failed".
        poll_url (str): URL to poll: either a full URL or a path such as `/ai/chat/executions/...`, relative
            to the organisation (`/api/v3/organisations/{org}`).
        agent_name (str | None): Name of the agent.
        session_id (str | None): Id of the session. Not always a UUID.
        message (str | None): Confirms in words that the run was queued.
    """

    request_id: str
    """Id of the run, for polling. Percent-encode it in a path."""
    agent_id: str
    """Id of the agent."""
    status: ExecutionStatus
    """Status of an execution:

    - `queued`: accepted, not started yet
    - `pending`: about to start
    - `running`: running
    - `waiting_callback`: paused until you send the results of your tools to `client.chat.submit_callback()`
    - `complete`: finished, with a `result`
    - `completed`: another spelling of `complete`
    - `failed`: failed, with an `error`
    """
    poll_url: str
    """URL to poll: either a full URL or a path such as `/ai/chat/executions/...`, relative to the organisation
    (`/api/v3/organisations/{org}`).
    """
    agent_name: str | None = None
    """Name of the agent."""
    session_id: str | None = None
    """Id of the session. Not always a UUID."""
    message: str | None = None
    """Confirms in words that the run was queued."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "request_id": "requestId",
        "agent_id": "agentId",
        "poll_url": "pollUrl",
        "agent_name": "agentName",
        "session_id": "sessionId",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.request_id = rest.pop("requestId", None)
        made.agent_id = rest.pop("agentId", None)
        made.status = rest.pop("status", None)
        made.poll_url = rest.pop("pollUrl", None)
        made.agent_name = rest.pop("agentName", None)
        made.session_id = rest.pop("sessionId", None)
        made.message = rest.pop("message", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.request_id is not None:
            made["requestId"] = self.request_id
        if self.agent_id is not None:
            made["agentId"] = self.agent_id
        if self.status is not None:
            made["status"] = self.status
        if self.poll_url is not None:
            made["pollUrl"] = self.poll_url
        if self.agent_name is not None:
            made["agentName"] = self.agent_name
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self.message is not None:
            made["message"] = self.message
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
