# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict
from .stop_condition_type import StopConditionType


@_define(kw_only=True, eq=False, repr=False)
class StopCondition(_Model):
    """When the orchestration stops.

    Attributes:
        type (StopConditionType | None): Type of the condition. Known values: "all_complete",
            "max_iterations", "condition", "manual". Server default: "all_complete".
        max_iterations (int | None): With `max_iterations`, the number of batches. At least 1.
        condition_prompt (str | None): With `condition`, the question for the model to answer after each
            batch.
    """

    type: StopConditionType | None = None
    """Type of the condition. Known values: "all_complete", "max_iterations", "condition", "manual". Server default:
    "all_complete".
    """
    max_iterations: int | None = None
    """With `max_iterations`, the number of batches. At least 1."""
    condition_prompt: str | None = None
    """With `condition`, the question for the model to answer after each batch."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"max_iterations": "maxIterations", "condition_prompt": "conditionPrompt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.type = rest.pop("type", None)
        made.max_iterations = rest.pop("maxIterations", None)
        made.condition_prompt = rest.pop("conditionPrompt", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.max_iterations is not None:
            made["maxIterations"] = self.max_iterations
        if self.condition_prompt is not None:
            made["conditionPrompt"] = self.condition_prompt
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class StopConditionParam(TypedDict):
    """A `StopCondition` as a plain dict, names as in the JSON."""

    type: NotRequired[StopConditionType]
    maxIterations: NotRequired[int]
    conditionPrompt: NotRequired[str]
