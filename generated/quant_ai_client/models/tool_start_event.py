# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ToolStartEvent(_Model):
    """The service starts a tool. A `tool_complete` with the same name follows.

    Attributes:
        name (str): Name of the tool.
        type (Literal['tool_start'] | Unset): The event type, if the frame has no `event`.
        tool_use_id (str | Unset): Id of the call. Not always present.
    """

    name: str
    """Name of the tool."""
    type: Literal["tool_start"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    tool_use_id: str | Unset = UNSET
    """Id of the call. Not always present."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"tool_use_id": "toolUseId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.type = rest.pop("type", UNSET)
        made.tool_use_id = rest.pop("toolUseId", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.name, Unset):
            made["name"] = self.name
        if self.type is not UNSET:
            made["type"] = self.type
        if self.tool_use_id is not UNSET:
            made["toolUseId"] = self.tool_use_id
        return made
