# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .tool_result import ToolResult

if TYPE_CHECKING:
    from .tool_result import ToolResultParam


@_define(kw_only=True, eq=False, repr=False)
class CallbackRequest(_Model):
    """The results of the tools that an execution waits for."""

    callback_id: str
    """The `callbackId` of the execution in `waiting_callback`. Good for one call."""
    tool_results: list[ToolResult]
    """One result for each pending tool. What happens when some are left out is not documented."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            callback_id=get("callbackId", UNSET),
            tool_results=each(ToolResult.from_dict, get("toolResults", UNSET), "toolResults"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "callbackId": self.callback_id, "toolResults": wire(self.tool_results)}
        )


_NAMES = {"callbackId": "callback_id", "toolResults": "tool_results"}


class CallbackRequestParam(TypedDict):
    """A `CallbackRequest` as a plain dict, names as in the JSON."""

    callbackId: str
    toolResults: Sequence[ToolResult | ToolResultParam]
