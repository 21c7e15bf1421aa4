# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .orchestration_input import OrchestrationInput
from .orchestration_progress import OrchestrationProgress
from .stop_condition import StopCondition

if TYPE_CHECKING:
    from .json_object import JsonObject
    from .orchestration_status import OrchestrationStatus


@_define(kw_only=True, eq=False, repr=False)
class Orchestration(_Model):
    """A loop over many items. It repeats what it was created with and adds state, progress and times. Members
    may be missing where the service has nothing to say.
    """

    orchestration_id: str
    """Id of the orchestration, needed in the path of every call about it."""
    status: OrchestrationStatus
    """The state of an orchestration:

    - `pending`: created, not started
    - `running`: at work on a batch
    - `paused`: held, and can be resumed
    - `completed`: its stop condition holds
    - `failed`: it could not go on, see `error`
    - `cancelled`: ended by a request

    The last three are final.

    Known values: "pending", "running", "paused", "completed", "failed", "cancelled".
    """
    name: str | Unset = UNSET
    """Name, for people."""
    description: str | Unset | None = UNSET
    """What it is for."""
    agent_id: str | Unset | None = UNSET
    """The agent that works on each item; null if none does."""
    tool_id: str | Unset | None = UNSET
    """The tool that is run on each item; null if none is."""
    workflow_id: str | Unset | None = UNSET
    """The workflow that is run on each item; null if none is."""
    input_source: OrchestrationInput | Unset = UNSET
    """Where the items come from. Fill in the member that belongs to the `type`; others are not used."""
    batch_size: int | Unset = UNSET
    """How many items make a batch. 1 to 100."""
    concurrency: int | Unset = UNSET
    """How many items of a batch are worked on at the same time. 1 to 10."""
    stop_condition: StopCondition | Unset = UNSET
    """When the orchestration ends by itself."""
    assigned_skills: list[str] | Unset = UNSET
    """Ids of skills that the work may use."""
    context: JsonObject | Unset | None = UNSET
    """Facts that are merged into every item; null if there are none."""
    auto_start: bool | Unset = UNSET
    """Whether it was to start at once."""
    progress: OrchestrationProgress | Unset = UNSET
    """How far the items are. `total` grows while a generator adds items."""
    error: str | Unset | None = UNSET
    """Why it failed; null if it did not."""
    created_at: datetime | Unset = UNSET
    """When it was created."""
    updated_at: datetime | Unset = UNSET
    """When its state or progress last changed."""
    started_at: datetime | Unset | None = UNSET
    """When it was first started; null before."""
    completed_at: datetime | Unset | None = UNSET
    """When it completed, failed or was cancelled; null before."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            orchestration_id=get("orchestrationId", UNSET),
            status=get("status", UNSET),
            name=get("name", UNSET),
            description=get("description", UNSET),
            agent_id=get("agentId", UNSET),
            tool_id=get("toolId", UNSET),
            workflow_id=get("workflowId", UNSET),
            input_source=nested(OrchestrationInput.from_dict, get("inputSource", UNSET), "inputSource"),
            batch_size=get("batchSize", UNSET),
            concurrency=get("concurrency", UNSET),
            stop_condition=nested(StopCondition.from_dict, get("stopCondition", UNSET), "stopCondition"),
            assigned_skills=get("assignedSkills", UNSET),
            context=get("context", UNSET),
            auto_start=get("autoStart", UNSET),
            progress=nested(OrchestrationProgress.from_dict, get("progress", UNSET), "progress"),
            error=get("error", UNSET),
            created_at=to_datetime(get("createdAt", UNSET)),
            updated_at=to_datetime(get("updatedAt", UNSET)),
            started_at=to_datetime(get("startedAt", UNSET)),
            completed_at=to_datetime(get("completedAt", UNSET)),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "orchestrationId": self.orchestration_id,
                "status": self.status,
                "name": self.name,
                "description": self.description,
                "agentId": self.agent_id,
                "toolId": self.tool_id,
                "workflowId": self.workflow_id,
                "inputSource": wire(self.input_source),
                "batchSize": self.batch_size,
                "concurrency": self.concurrency,
                "stopCondition": wire(self.stop_condition),
                "assignedSkills": self.assigned_skills,
                "context": wire(self.context),
                "autoStart": self.auto_start,
                "progress": wire(self.progress),
                "error": self.error,
                "createdAt": wire(self.created_at),
                "updatedAt": wire(self.updated_at),
                "startedAt": wire(self.started_at),
                "completedAt": wire(self.completed_at),
            }
        )


_NAMES = {
    "orchestrationId": "orchestration_id",
    "status": "status",
    "name": "name",
    "description": "description",
    "agentId": "agent_id",
    "toolId": "tool_id",
    "workflowId": "workflow_id",
    "inputSource": "input_source",
    "batchSize": "batch_size",
    "concurrency": "concurrency",
    "stopCondition": "stop_condition",
    "assignedSkills": "assigned_skills",
    "context": "context",
    "autoStart": "auto_start",
    "progress": "progress",
    "error": "error",
    "createdAt": "created_at",
    "updatedAt": "updated_at",
    "startedAt": "started_at",
    "completedAt": "completed_at",
}
