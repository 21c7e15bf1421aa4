# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, to_map, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .json_object import JsonObject, JsonObjectParam


@_define(kw_only=True, eq=False, repr=False)
class ToolResult(_Model):
    """The result of one tool. `result` is a JSON object: wrap text or lists in one. There is no error flag;
    describe the error in the object, in words that help the model.

    Attributes:
        tool_use_id (str): The `tool_use_id` of the pending tool.
        result (JsonObject): Any JSON object; see the field that uses it.
    """

    tool_use_id: str
    """The `tool_use_id` of the pending tool."""
    result: JsonObject
    """Any JSON object; see the field that uses it."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"tool_use_id": "toolUseId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.tool_use_id = rest.pop("toolUseId", None)
        made.result = to_map(rest.pop("result", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool_use_id is not None:
            made["toolUseId"] = self.tool_use_id
        if self.result is not None:
            made["result"] = wire(self.result)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ToolResultParam(TypedDict):
    """A `ToolResult` as a plain dict, names as in the JSON."""

    toolUseId: str
    result: JsonObjectParam
