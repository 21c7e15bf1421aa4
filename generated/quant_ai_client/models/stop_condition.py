# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .stop_condition_type import StopConditionType


@_define(kw_only=True, eq=False, repr=False)
class StopCondition(_Model):
    """When the orchestration stops.

    Attributes:
        type (StopConditionType | Unset): Type of the condition. Known values: "all_complete",
            "max_iterations", "condition", "manual". Server default: "all_complete".
        max_iterations (int | Unset): With `max_iterations`, the number of batches. At least 1.
        condition_prompt (str | Unset): With `condition`, the question for the model to answer after each
            batch.
    """

    type: StopConditionType | Unset = UNSET
    """Type of the condition. Known values: "all_complete", "max_iterations", "condition", "manual". Server default:
    "all_complete".
    """
    max_iterations: int | Unset = UNSET
    """With `max_iterations`, the number of batches. At least 1."""
    condition_prompt: str | Unset = UNSET
    """With `condition`, the question for the model to answer after each batch."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"max_iterations": "maxIterations", "condition_prompt": "conditionPrompt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.max_iterations = rest.pop("maxIterations", UNSET)
        made.condition_prompt = rest.pop("conditionPrompt", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.max_iterations is not UNSET:
            made["maxIterations"] = self.max_iterations
        if self.condition_prompt is not UNSET:
            made["conditionPrompt"] = self.condition_prompt
        return made


class StopConditionParam(TypedDict):
    """A `StopCondition` as a plain dict, names as in the JSON."""

    type: NotRequired[StopConditionType]
    maxIterations: NotRequired[int]
    conditionPrompt: NotRequired[str]
