# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .json_object import JsonObject, JsonObjectParam
from .orchestration_input import OrchestrationInput, OrchestrationInputParam
from .stop_condition import StopCondition, StopConditionParam


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationCreateRequest(_Model):
    """An orchestration to create.

    Attributes:
        name (str): Display name.
        input_source (OrchestrationInput): Where the items come from. Set the field that belongs to the
            `type`; the others are ignored.
        description (str | Unset | None): What it is for.
        agent_id (str | Unset | None): Agent that processes each item.
        tool_id (str | Unset | None): Tool that is run on each item.
        workflow_id (str | Unset | None): Workflow that is run on each item.
        batch_size (int | Unset): Number of items per batch. 1 to 100. Server default: 10.
        concurrency (int | Unset): How many items of a batch are processed in parallel. 1 to 10. Server
            default: 1.
        stop_condition (StopCondition | Unset): When the orchestration stops.
        assigned_skills (list[str] | Unset): Ids of the skills that may be used.
        context (JsonObject | Unset | None): Data that is merged into every item.
        auto_start (bool | Unset): Start immediately. If false, the orchestration stays `pending` until you
            start it. Server default: True.
    """

    name: str
    """Display name."""
    input_source: OrchestrationInput
    """Where the items come from. Set the field that belongs to the `type`; the others are ignored."""
    description: str | Unset | None = UNSET
    """What it is for."""
    agent_id: str | Unset | None = UNSET
    """Agent that processes each item."""
    tool_id: str | Unset | None = UNSET
    """Tool that is run on each item."""
    workflow_id: str | Unset | None = UNSET
    """Workflow that is run on each item."""
    batch_size: int | Unset = UNSET
    """Number of items per batch. 1 to 100. Server default: 10."""
    concurrency: int | Unset = UNSET
    """How many items of a batch are processed in parallel. 1 to 10. Server default: 1."""
    stop_condition: StopCondition | Unset = UNSET
    """When the orchestration stops."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills that may be used."""
    context: JsonObject | Unset | None = UNSET
    """Data that is merged into every item."""
    auto_start: bool | Unset = UNSET
    """Start immediately. If false, the orchestration stays `pending` until you start it. Server default: True."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "input_source": "inputSource",
        "agent_id": "agentId",
        "tool_id": "toolId",
        "workflow_id": "workflowId",
        "batch_size": "batchSize",
        "stop_condition": "stopCondition",
        "assigned_skills": "assignedSkills",
        "auto_start": "autoStart",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.input_source = nested(OrchestrationInput.from_dict, rest.pop("inputSource", UNSET), "inputSource")
        made.description = rest.pop("description", UNSET)
        made.agent_id = rest.pop("agentId", UNSET)
        made.tool_id = rest.pop("toolId", UNSET)
        made.workflow_id = rest.pop("workflowId", UNSET)
        made.batch_size = rest.pop("batchSize", UNSET)
        made.concurrency = rest.pop("concurrency", UNSET)
        made.stop_condition = nested(StopCondition.from_dict, rest.pop("stopCondition", UNSET), "stopCondition")
        made.assigned_skills = rest.pop("assignedSkills", UNSET)
        made.context = rest.pop("context", UNSET)
        made.auto_start = rest.pop("autoStart", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if not isinstance(self.input_source, Unset):
            made["inputSource"] = wire(self.input_source)
        if self.description is not UNSET:
            made["description"] = self.description
        if self.agent_id is not UNSET:
            made["agentId"] = self.agent_id
        if self.tool_id is not UNSET:
            made["toolId"] = self.tool_id
        if self.workflow_id is not UNSET:
            made["workflowId"] = self.workflow_id
        if self.batch_size is not UNSET:
            made["batchSize"] = self.batch_size
        if self.concurrency is not UNSET:
            made["concurrency"] = self.concurrency
        if self.stop_condition is not UNSET:
            made["stopCondition"] = wire(self.stop_condition)
        if self.assigned_skills is not UNSET:
            made["assignedSkills"] = self.assigned_skills
        if self.context is not UNSET:
            made["context"] = wire(self.context)
        if self.auto_start is not UNSET:
            made["autoStart"] = self.auto_start
        return made


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
