# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
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
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"callback_id": "callbackId", "tool_results": "toolResults"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.callback_id = rest.pop("callbackId", None)
        made.tool_results = each(ToolResult.from_dict, rest.pop("toolResults", None), "toolResults")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.callback_id is not None:
            made["callbackId"] = self.callback_id
        if self.tool_results is not None:
            made["toolResults"] = wire(self.tool_results)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class CallbackRequestParam(TypedDict):
    """A `CallbackRequest` as a plain dict, names as in the JSON."""

    callbackId: str
    toolResults: Sequence[ToolResult | ToolResultParam]
