# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.orchestrations`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.json_object import JsonObjectParam
from ..models.orchestration_input import OrchestrationInput, OrchestrationInputParam
from ..models.orchestration_status import OrchestrationStatus
from ..models.stop_condition import StopCondition, StopConditionParam
from ..types import TypedDict, Unset


class OrchestrationsListParams(TypedDict):
    """The keyword arguments of `list()`."""

    status: NotRequired[OrchestrationStatus | None]
    limit: NotRequired[int | None]
    cursor: NotRequired[str | None]


class OrchestrationsCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    name: str
    input_source: OrchestrationInput | OrchestrationInputParam
    description: NotRequired[str | Unset | None]
    agent_id: NotRequired[str | Unset | None]
    tool_id: NotRequired[str | Unset | None]
    workflow_id: NotRequired[str | Unset | None]
    batch_size: NotRequired[int | None]
    concurrency: NotRequired[int | None]
    stop_condition: NotRequired[StopCondition | StopConditionParam | None]
    assigned_skills: NotRequired[Sequence[str] | None]
    context: NotRequired[JsonObjectParam | Unset | None]
    auto_start: NotRequired[bool | None]


class OrchestrationsListBatchesParams(TypedDict):
    """The keyword arguments of `list_batches()`."""

    limit: NotRequired[int | None]
    cursor: NotRequired[str | None]
