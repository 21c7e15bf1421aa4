# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_result import ToolResult, ToolResultParam


@_define(kw_only=True, eq=False, repr=False)
class CallbackRequest(_Model):
    """The results of the tools that an execution needs.

    Attributes:
        callback_id (str): The `callback_id` of the execution in `waiting_callback`. Can be used once.
        tool_results (list[ToolResult]): One result for each pending tool. It is not documented what happens
            if some are missing.
    """

    callback_id: str
    """The `callback_id` of the execution in `waiting_callback`. Can be used once."""
    tool_results: list[ToolResult]
    """One result for each pending tool. It is not documented what happens if some are missing."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"callback_id": "callbackId", "tool_results": "toolResults"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.callback_id = rest.pop("callbackId", UNSET)
        made.tool_results = each(ToolResult.from_dict, rest.pop("toolResults", UNSET), "toolResults")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.callback_id, Unset):
            made["callbackId"] = self.callback_id
        if not isinstance(self.tool_results, Unset):
            made["toolResults"] = wire(self.tool_results)
        return made


class CallbackRequestParam(TypedDict):
    """A `CallbackRequest` as a plain dict, names as in the JSON."""

    callbackId: str
    toolResults: Sequence[ToolResult | ToolResultParam]
