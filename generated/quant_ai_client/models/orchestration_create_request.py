# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .orchestration_input import OrchestrationInput
from .stop_condition import StopCondition

if TYPE_CHECKING:
    from .json_object import JsonObject, JsonObjectParam
    from .orchestration_input import OrchestrationInputParam
    from .stop_condition import StopConditionParam


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationCreateRequest(_Model):
    """An orchestration to set up."""

    name: str
    """Name, for people."""
    input_source: OrchestrationInput
    """Where the items come from. Fill in the member that belongs to the `type`; others are not used."""
    description: str | Unset | None = UNSET
    """What it is for."""
    agent_id: str | Unset | None = UNSET
    """The agent that works on each item."""
    tool_id: str | Unset | None = UNSET
    """The tool that is run on each item."""
    workflow_id: str | Unset | None = UNSET
    """The workflow that is run on each item."""
    batch_size: int | Unset = UNSET
    """How many items make a batch. 1 to 100. Server default: 10."""
    concurrency: int | Unset = UNSET
    """How many items of a batch are worked on at the same time. 1 to 10. Server default: 1."""
    stop_condition: StopCondition | Unset = UNSET
    """When the orchestration ends by itself."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of skills that the work may use."""
    context: JsonObject | Unset | None = UNSET
    """Facts that are merged into every item."""
    auto_start: bool | Unset = UNSET
    """Start at once. With false it stays `pending` until you start it. Server default: true."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            input_source=nested(OrchestrationInput.from_dict, get("inputSource", UNSET), "inputSource"),
            description=get("description", UNSET),
            agent_id=get("agentId", UNSET),
            tool_id=get("toolId", UNSET),
            workflow_id=get("workflowId", UNSET),
            batch_size=get("batchSize", UNSET),
            concurrency=get("concurrency", UNSET),
            stop_condition=nested(StopCondition.from_dict, get("stopCondition", UNSET), "stopCondition"),
            assigned_skills=get("assignedSkills", UNSET),
            context=get("context", UNSET),
            auto_start=get("autoStart", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "name": self.name,
                "inputSource": wire(self.input_source),
                "description": self.description,
                "agentId": self.agent_id,
                "toolId": self.tool_id,
                "workflowId": self.workflow_id,
                "batchSize": self.batch_size,
                "concurrency": self.concurrency,
                "stopCondition": wire(self.stop_condition),
                "assignedSkills": self.assigned_skills,
                "context": wire(self.context),
                "autoStart": self.auto_start,
            }
        )


_NAMES = {
    "name": "name",
    "inputSource": "input_source",
    "description": "description",
    "agentId": "agent_id",
    "toolId": "tool_id",
    "workflowId": "workflow_id",
    "batchSize": "batch_size",
    "concurrency": "concurrency",
    "stopCondition": "stop_condition",
    "assignedSkills": "assigned_skills",
    "context": "context",
    "autoStart": "auto_start",
}


class OrchestrationCreateRequestParam(TypedDict):
    """A `OrchestrationCreateRequest` as a plain dict, names as in the JSON."""

    name: str
    inputSource: OrchestrationInput | OrchestrationInputParam
    description: NotRequired[str | None]
    agentId: NotRequired[str | None]
    toolId: NotRequired[str | None]
    workflowId: NotRequired[str | None]
    batchSize: NotRequired[int]
    concurrency: NotRequired[int]
    stopCondition: NotRequired[StopCondition | StopConditionParam]
    assignedSkills: NotRequired[Sequence[str]]
    context: NotRequired[JsonObjectParam | None]
    autoStart: NotRequired[bool]
