# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .agent import Agent


@_define(kw_only=True, eq=False, repr=False)
class AgentEnvelope(_Model):
    """An agent in the envelope that all calls on a single agent share."""

    agent: Agent
    """An agent in full."""
    success: bool | Unset = UNSET
    """True after a create or an update; left out where the agent was only read."""
    message: str | Unset = UNSET
    """Says what was done, in words for people; left out where the agent was only read."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            agent=nested(Agent.from_dict, get("agent", UNSET), "agent"),
            success=get("success", UNSET),
            message=get("message", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "agent": wire(self.agent), "success": self.success, "message": self.message}
        )


_NAMES = {"agent": "agent", "success": "success", "message": "message"}
