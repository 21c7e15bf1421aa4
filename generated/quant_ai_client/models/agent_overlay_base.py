# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AgentOverlayBase(_Model):
    """The original settings of a global agent that an overlay can change.

    Attributes:
        agent_id (str | None): Id of the global agent.
        name (str | None): Display name of the agent.
        model_id (str | None): Id of the agent's original model.
        allowed_tools (list[str] | None): Names of the tools that the agent may call without an overlay.
        assigned_skill_ids (list[str] | None): Ids of the skills that the agent has without an overlay.
    """

    agent_id: str | None = None
    """Id of the global agent."""
    name: str | None = None
    """Display name of the agent."""
    model_id: str | None = None
    """Id of the agent's original model."""
    allowed_tools: list[str] | None = None
    """Names of the tools that the agent may call without an overlay."""
    assigned_skill_ids: list[str] | None = None
    """Ids of the skills that the agent has without an overlay."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {
        "agent_id": "agentId",
        "model_id": "modelId",
        "allowed_tools": "allowedTools",
        "assigned_skill_ids": "assignedSkillIds",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.agent_id = rest.pop("agentId", None)
        made.name = rest.pop("name", None)
        made.model_id = rest.pop("modelId", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made.assigned_skill_ids = rest.pop("assignedSkillIds", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.agent_id is not None:
            made["agentId"] = self.agent_id
        if self.name is not None:
            made["name"] = self.name
        if self.model_id is not None:
            made["modelId"] = self.model_id
        if self.allowed_tools is not None:
            made["allowedTools"] = self.allowed_tools
        if self.assigned_skill_ids is not None:
            made["assignedSkillIds"] = self.assigned_skill_ids
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
