# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AgentToolResult(_Model):
    """The result of one tool. Its fields are not documented and may vary by tool; those below are the ones
    used by tool calls elsewhere.

    Attributes:
        tool_use_id (str | Unset): Id of the call, from the model.
        name (str | Unset): Name of the tool.
        result (Any | Unset): Result of the tool; any JSON value.
    """

    tool_use_id: str | Unset = UNSET
    """Id of the call, from the model."""
    name: str | Unset = UNSET
    """Name of the tool."""
    result: Any | Unset = UNSET
    """Result of the tool; any JSON value."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"tool_use_id": "toolUseId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.tool_use_id = rest.pop("toolUseId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.result = rest.pop("result", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tool_use_id is not UNSET:
            made["toolUseId"] = self.tool_use_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        return made
