# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
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
        name (str | Unset): Display name.
        description (str | Unset | None): What it is for.
        agent_id (str | Unset | None): Agent that processes each item; None if there is none.
        tool_id (str | Unset | None): Tool that is run on each item; None if there is none.
        workflow_id (str | Unset | None): Workflow that is run on each item; None if there is none.
        input_source (OrchestrationInput | Unset): Where the items come from. Set the field that belongs to
            the `type`; the others are ignored.
        batch_size (int | Unset): Number of items per batch. 1 to 100.
        concurrency (int | Unset): How many items of a batch are processed in parallel. 1 to 10.
        stop_condition (StopCondition | Unset): When the orchestration stops.
        assigned_skills (list[str] | Unset): Ids of the skills that may be used.
        context (JsonObject | Unset | None): Data that is merged into every item; None if there is none.
        auto_start (bool | Unset): Whether it started immediately.
        progress (OrchestrationProgress | Unset): Progress by items. `total` grows while a generator adds
            items.
        error (str | Unset | None): Why it failed; None if it did not.
        created_at (datetime | Unset): When it was created.
        updated_at (datetime | Unset): When its status or progress last changed.
        started_at (datetime | Unset | None): When it was first started; None before.
        completed_at (datetime | Unset | None): When it completed, failed or was cancelled; None before.
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
    name: str | Unset = UNSET
    """Display name."""
    description: str | Unset | None = UNSET
    """What it is for."""
    agent_id: str | Unset | None = UNSET
    """Agent that processes each item; None if there is none."""
    tool_id: str | Unset | None = UNSET
    """Tool that is run on each item; None if there is none."""
    workflow_id: str | Unset | None = UNSET
    """Workflow that is run on each item; None if there is none."""
    input_source: OrchestrationInput | Unset = UNSET
    """Where the items come from. Set the field that belongs to the `type`; the others are ignored."""
    batch_size: int | Unset = UNSET
    """Number of items per batch. 1 to 100."""
    concurrency: int | Unset = UNSET
    """How many items of a batch are processed in parallel. 1 to 10."""
    stop_condition: StopCondition | Unset = UNSET
    """When the orchestration stops."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of the skills that may be used."""
    context: JsonObject | Unset | None = UNSET
    """Data that is merged into every item; None if there is none."""
    auto_start: bool | Unset = UNSET
    """Whether it started immediately."""
    progress: OrchestrationProgress | Unset = UNSET
    """Progress by items. `total` grows while a generator adds items."""
    error: str | Unset | None = UNSET
    """Why it failed; None if it did not."""
    created_at: datetime | Unset = UNSET
    """When it was created."""
    updated_at: datetime | Unset = UNSET
    """When its status or progress last changed."""
    started_at: datetime | Unset | None = UNSET
    """When it was first started; None before."""
    completed_at: datetime | Unset | None = UNSET
    """When it completed, failed or was cancelled; None before."""
    additional_properties: dict[str, Any] = _field(factory=dict)
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

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.orchestration_id = rest.pop("orchestrationId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.agent_id = rest.pop("agentId", UNSET)
        made.tool_id = rest.pop("toolId", UNSET)
        made.workflow_id = rest.pop("workflowId", UNSET)
        made.input_source = nested(OrchestrationInput.from_dict, rest.pop("inputSource", UNSET), "inputSource")
        made.batch_size = rest.pop("batchSize", UNSET)
        made.concurrency = rest.pop("concurrency", UNSET)
        made.stop_condition = nested(StopCondition.from_dict, rest.pop("stopCondition", UNSET), "stopCondition")
        made.assigned_skills = rest.pop("assignedSkills", UNSET)
        made.context = rest.pop("context", UNSET)
        made.auto_start = rest.pop("autoStart", UNSET)
        made.progress = nested(OrchestrationProgress.from_dict, rest.pop("progress", UNSET), "progress")
        made.error = rest.pop("error", UNSET)
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.started_at = to_datetime(rest.pop("startedAt", UNSET))
        made.completed_at = to_datetime(rest.pop("completedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.orchestration_id, Unset):
            made["orchestrationId"] = self.orchestration_id
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.agent_id is not UNSET:
            made["agentId"] = self.agent_id
        if self.tool_id is not UNSET:
            made["toolId"] = self.tool_id
        if self.workflow_id is not UNSET:
            made["workflowId"] = self.workflow_id
        if self.input_source is not UNSET:
            made["inputSource"] = wire(self.input_source)
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
        if self.progress is not UNSET:
            made["progress"] = wire(self.progress)
        if self.error is not UNSET:
            made["error"] = self.error
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        if self.started_at is not UNSET:
            made["startedAt"] = wire(self.started_at)
        if self.completed_at is not UNSET:
            made["completedAt"] = wire(self.completed_at)
        return made
