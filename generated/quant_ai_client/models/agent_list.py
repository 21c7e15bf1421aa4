# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .agent_summary import AgentSummary


@_define(kw_only=True, eq=False, repr=False)
class AgentList(_Model):
    """All agents that fit, in one reply."""

    agents: list[AgentSummary]
    """The agents, without their system prompts and collections."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            agents=each(AgentSummary.from_dict, get("agents", UNSET), "agents"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "agents": wire(self.agents)})


_NAMES = {"agents": "agents"}
