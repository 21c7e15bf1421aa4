# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, nested_or_kept, new, nulls_given, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT, TypedDict
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
        description (str | None): What it is for.
        agent_id (str | None): Agent that processes each item.
        tool_id (str | None): Tool that is run on each item.
        workflow_id (str | None): Workflow that is run on each item.
        batch_size (int | None): Number of items per batch. 1 to 100. Server default: 10.
        concurrency (int | None): How many items of a batch are processed in parallel. 1 to 10. Server
            default: 1.
        stop_condition (StopCondition | None): When the orchestration stops.
        assigned_skills (list[str] | None): Ids of the skills that may be used.
        context (JsonObject | None): Data that is merged into every item.
        auto_start (bool | None): Start immediately. If false, the orchestration stays `pending` until you
            start it. Server default: True.
    """

    name: str
    """Display name."""
    input_source: OrchestrationInput
    """Where the items come from. Set the field that belongs to the `type`; the others are ignored."""
    description: str | None = NOT_SENT
    """What it is for."""
    agent_id: str | None = NOT_SENT
    """Agent that processes each item."""
    tool_id: str | None = NOT_SENT
    """Tool that is run on each item."""
    workflow_id: str | None = NOT_SENT
    """Workflow that is run on each item."""
    batch_size: int | None = None
    """Number of items per batch. 1 to 100. Server default: 10."""
    concurrency: int | None = None
    """How many items of a batch are processed in parallel. 1 to 10. Server default: 1."""
    stop_condition: StopCondition | None = None
    """When the orchestration stops."""
    assigned_skills: list[str] | None = None
    """Ids of the skills that may be used."""
    context: JsonObject | None = NOT_SENT
    """Data that is merged into every item."""
    auto_start: bool | None = None
    """Start immediately. If false, the orchestration stays `pending` until you start it. Server default: True."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
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
    _nullable: ClassVar = {
        "description": "description",
        "agentId": "agent_id",
        "toolId": "tool_id",
        "workflowId": "workflow_id",
        "context": "context",
    }

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.name = rest.pop("name", None)
        made.input_source = nested(OrchestrationInput.from_dict, rest.pop("inputSource", None), "inputSource")
        made.description = rest.pop("description", None)
        made.agent_id = rest.pop("agentId", None)
        made.tool_id = rest.pop("toolId", None)
        made.workflow_id = rest.pop("workflowId", None)
        made.batch_size = rest.pop("batchSize", None)
        made.concurrency = rest.pop("concurrency", None)
        made.stop_condition = nested_or_kept(StopCondition.from_dict, rest.pop("stopCondition", None))
        made.assigned_skills = rest.pop("assignedSkills", None)
        made.context = to_map(rest.pop("context", None))
        made.auto_start = rest.pop("autoStart", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.input_source is not None:
            made["inputSource"] = wire(self.input_source)
        if self.description is not None:
            made["description"] = self.description
        if self.agent_id is not None:
            made["agentId"] = self.agent_id
        if self.tool_id is not None:
            made["toolId"] = self.tool_id
        if self.workflow_id is not None:
            made["workflowId"] = self.workflow_id
        if self.batch_size is not None:
            made["batchSize"] = self.batch_size
        if self.concurrency is not None:
            made["concurrency"] = self.concurrency
        if self.stop_condition is not None:
            made["stopCondition"] = wire(self.stop_condition)
        if self.assigned_skills is not None:
            made["assignedSkills"] = self.assigned_skills
        if self.context is not None:
            made["context"] = wire(self.context)
        if self.auto_start is not None:
            made["autoStart"] = self.auto_start
        if self._nulls:
            restore_nulls(made, self._nulls)
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
