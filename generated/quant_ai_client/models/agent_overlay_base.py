# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AgentOverlayBase(_Model):
    """The original settings of a global agent that an overlay can change.

    Attributes:
        agent_id (str | Unset): Id of the global agent.
        name (str | Unset): Display name of the agent.
        model_id (str | Unset): Id of the agent's original model.
        allowed_tools (list[str] | Unset): Names of the tools that the agent may call without an overlay.
        assigned_skill_ids (list[str] | Unset): Ids of the skills that the agent has without an overlay.
    """

    agent_id: str | Unset = UNSET
    """Id of the global agent."""
    name: str | Unset = UNSET
    """Display name of the agent."""
    model_id: str | Unset = UNSET
    """Id of the agent's original model."""
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the agent may call without an overlay."""
    assigned_skill_ids: list[str] | Unset = UNSET
    """Ids of the skills that the agent has without an overlay."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "agent_id": "agentId",
        "model_id": "modelId",
        "allowed_tools": "allowedTools",
        "assigned_skill_ids": "assignedSkillIds",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.agent_id = rest.pop("agentId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.model_id = rest.pop("modelId", UNSET)
        made.allowed_tools = rest.pop("allowedTools", UNSET)
        made.assigned_skill_ids = rest.pop("assignedSkillIds", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.agent_id is not UNSET:
            made["agentId"] = self.agent_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.model_id is not UNSET:
            made["modelId"] = self.model_id
        if self.allowed_tools is not UNSET:
            made["allowedTools"] = self.allowed_tools
        if self.assigned_skill_ids is not UNSET:
            made["assignedSkillIds"] = self.assigned_skill_ids
        return made
