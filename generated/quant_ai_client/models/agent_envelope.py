# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .agent import Agent


@_define(kw_only=True, eq=False, repr=False)
class AgentEnvelope(_Model):
    """The reply of all operations on a single agent.

    Attributes:
        agent (Agent): An agent with all its settings.
        success (bool | Unset): True after a create or update; left out when the agent was only read.
        message (str | Unset): What was done, in words; left out when the agent was only read.
    """

    agent: Agent
    """An agent with all its settings."""
    success: bool | Unset = UNSET
    """True after a create or update; left out when the agent was only read."""
    message: str | Unset = UNSET
    """What was done, in words; left out when the agent was only read."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.agent = nested(Agent.from_dict, rest.pop("agent", UNSET), "agent")
        made.success = rest.pop("success", UNSET)
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.agent, Unset):
            made["agent"] = wire(self.agent)
        if self.success is not UNSET:
            made["success"] = self.success
        if self.message is not UNSET:
            made["message"] = self.message
        return made
