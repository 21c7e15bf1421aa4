# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model

if TYPE_CHECKING:
    from .stop_condition_type import StopConditionType


@_define(kw_only=True, eq=False, repr=False)
class StopCondition(_Model):
    """When the orchestration ends by itself."""

    type: StopConditionType | Unset = UNSET
    """Which condition ends it. Known values: "all_complete", "max_iterations", "condition", "manual". Server default:
    "all_complete".
    """
    max_iterations: int | Unset = UNSET
    """With `max_iterations`, the number of batches after which to end. At least 1."""
    condition_prompt: str | Unset = UNSET
    """With `condition`, the question that a model answers after each batch."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            type=get("type", UNSET),
            max_iterations=get("maxIterations", UNSET),
            condition_prompt=get("conditionPrompt", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "type": self.type,
                "maxIterations": self.max_iterations,
                "conditionPrompt": self.condition_prompt,
            }
        )


_NAMES = {"type": "type", "maxIterations": "max_iterations", "conditionPrompt": "condition_prompt"}


class StopConditionParam(TypedDict):
    """A `StopCondition` as a plain dict, names as in the JSON."""

    type: NotRequired[StopConditionType]
    maxIterations: NotRequired[int]
    conditionPrompt: NotRequired[str]
