# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_given, nulls_in, to_datetime, to_map, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .json_object import JsonObject
from .orchestration_input import OrchestrationInput
from .orchestration_progress import OrchestrationProgress
from .orchestration_status import OrchestrationStatus
from .stop_condition import StopCondition


@_define(kw_only=True, eq=False, repr=False)
class Orchestration(_Model):
    """A loop over many items: its settings, status, progress and times. Fields may be missing if there is
    nothing to report.

    Attributes:
        orchestration_id (str): Id of the orchestration.
        status (OrchestrationStatus): Status of an orchestration. Known values: "pending", "running",
            "paused", "completed", "failed", "cancelled".
        name (str | None): Display name.
        description (str | None): What it is for.
        agent_id (str | None): Agent that processes each item; None if there is none.
        tool_id (str | None): Tool that is run on each item; None if there is none.
        workflow_id (str | None): Workflow that is run on each item; None if there is none.
        input_source (OrchestrationInput | None): Where the items come from. Set the field that belongs to
            the `type`; the others are ignored.
        batch_size (int | None): Number of items per batch. 1 to 100.
        concurrency (int | None): How many items of a batch are processed in parallel. 1 to 10.
        stop_condition (StopCondition | None): When the orchestration stops.
        assigned_skills (list[str] | None): Ids of the skills that may be used.
        context (JsonObject | None): Data that is merged into every item; None if there is none.
        auto_start (bool | None): Whether it started immediately.
        progress (OrchestrationProgress | None): Progress by items. `total` grows while a generator adds
            items.
        error (str | None): Why it failed; None if it did not.
        created_at (datetime | None): When it was created.
        updated_at (datetime | None): When its status or progress last changed.
        started_at (datetime | None): When it was first started; None before.
        completed_at (datetime | None): When it completed, failed or was cancelled; None before.
    """

    orchestration_id: str
    """Id of the orchestration."""
    status: OrchestrationStatus
    """Status of an orchestration:

    - `pending`: created, not started
    - `running`: running a batch
    - `paused`: paused, and can be resumed
    - `completed`: its stop condition is met
    - `failed`: failed, see `error`
    - `cancelled`: cancelled by a request

    The last three are final.
    """
    name: str | None = None
    """Display name."""
    description: str | None = NOT_SENT
    """What it is for."""
    agent_id: str | None = NOT_SENT
    """Agent that processes each item; None if there is none."""
    tool_id: str | None = NOT_SENT
    """Tool that is run on each item; None if there is none."""
    workflow_id: str | None = NOT_SENT
    """Workflow that is run on each item; None if there is none."""
    input_source: OrchestrationInput | None = None
    """Where the items come from. Set the field that belongs to the `type`; the others are ignored."""
    batch_size: int | None = None
    """Number of items per batch. 1 to 100."""
    concurrency: int | None = None
    """How many items of a batch are processed in parallel. 1 to 10."""
    stop_condition: StopCondition | None = None
    """When the orchestration stops."""
    assigned_skills: list[str] | None = None
    """Ids of the skills that may be used."""
    context: JsonObject | None = NOT_SENT
    """Data that is merged into every item; None if there is none."""
    auto_start: bool | None = None
    """Whether it started immediately."""
    progress: OrchestrationProgress | None = None
    """Progress by items. `total` grows while a generator adds items."""
    error: str | None = NOT_SENT
    """Why it failed; None if it did not."""
    created_at: datetime | None = None
    """When it was created."""
    updated_at: datetime | None = None
    """When its status or progress last changed."""
    started_at: datetime | None = NOT_SENT
    """When it was first started; None before."""
    completed_at: datetime | None = NOT_SENT
    """When it completed, failed or was cancelled; None before."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {
        "orchestration_id": "orchestrationId",
        "agent_id": "agentId",
        "tool_id": "toolId",
        "workflow_id": "workflowId",
        "input_source": "inputSource",
        "batch_size": "batchSize",
        "stop_condition": "stopCondition",
        "assigned_skills": "assignedSkills",
        "auto_start": "autoStart",
        "created_at": "createdAt",
        "updated_at": "updatedAt",
        "started_at": "startedAt",
        "completed_at": "completedAt",
    }
    _nullable: ClassVar = {
        "description": "description",
        "agentId": "agent_id",
        "toolId": "tool_id",
        "workflowId": "workflow_id",
        "context": "context",
        "error": "error",
        "startedAt": "started_at",
        "completedAt": "completed_at",
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
        made.orchestration_id = rest.pop("orchestrationId", None)
        made.status = rest.pop("status", None)
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.agent_id = rest.pop("agentId", None)
        made.tool_id = rest.pop("toolId", None)
        made.workflow_id = rest.pop("workflowId", None)
        made.input_source = nested_or_kept(OrchestrationInput.from_dict, rest.pop("inputSource", None))
        made.batch_size = rest.pop("batchSize", None)
        made.concurrency = rest.pop("concurrency", None)
        made.stop_condition = nested_or_kept(StopCondition.from_dict, rest.pop("stopCondition", None))
        made.assigned_skills = rest.pop("assignedSkills", None)
        made.context = to_map(rest.pop("context", None))
        made.auto_start = rest.pop("autoStart", None)
        made.progress = nested_or_kept(OrchestrationProgress.from_dict, rest.pop("progress", None))
        made.error = rest.pop("error", None)
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made.started_at = to_datetime(rest.pop("startedAt", None))
        made.completed_at = to_datetime(rest.pop("completedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.orchestration_id is not None:
            made["orchestrationId"] = self.orchestration_id
        if self.status is not None:
            made["status"] = self.status
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.agent_id is not None:
            made["agentId"] = self.agent_id
        if self.tool_id is not None:
            made["toolId"] = self.tool_id
        if self.workflow_id is not None:
            made["workflowId"] = self.workflow_id
        if self.input_source is not None:
            made["inputSource"] = wire(self.input_source)
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
        if self.progress is not None:
            made["progress"] = wire(self.progress)
        if self.error is not None:
            made["error"] = self.error
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self.started_at is not None:
            made["startedAt"] = wire(self.started_at)
        if self.completed_at is not None:
            made["completedAt"] = wire(self.completed_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
