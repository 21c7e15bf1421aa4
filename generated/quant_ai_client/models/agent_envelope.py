# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .agent import Agent


@_define(kw_only=True, eq=False, repr=False)
class AgentEnvelope(_Model):
    """The reply of all operations on a single agent.

    Attributes:
        agent (Agent): An agent with all its settings.
        success (bool | None): True after a create or update; left out when the agent was only read.
        message (str | None): What was done, in words; left out when the agent was only read.
    """

    agent: Agent
    """An agent with all its settings."""
    success: bool | None = None
    """True after a create or update; left out when the agent was only read."""
    message: str | None = None
    """What was done, in words; left out when the agent was only read."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.agent = nested(Agent.from_dict, rest.pop("agent", None), "agent")
        made.success = rest.pop("success", None)
        made.message = rest.pop("message", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.agent is not None:
            made["agent"] = wire(self.agent)
        if self.success is not None:
            made["success"] = self.success
        if self.message is not None:
            made["message"] = self.message
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
