# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .tool_output import ToolOutput

if TYPE_CHECKING:
    from .tool_output import ToolOutputParam


@_define(kw_only=True, eq=False, repr=False)
class ToolResultBlock(_Model):
    """What a tool gave back; belongs to the `user` message that follows the `toolUse`. If the model asked for
    several tools at once, answer them all in one message.
    """

    tool_result: ToolOutput
    """The result of one call of a tool."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_result=nested(ToolOutput.from_dict, get("toolResult", UNSET), "toolResult"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "toolResult": wire(self.tool_result)})


_NAMES = {"toolResult": "tool_result"}


class ToolResultBlockParam(TypedDict):
    """A `ToolResultBlock` as a plain dict, names as in the JSON."""

    toolResult: ToolOutput | ToolOutputParam
