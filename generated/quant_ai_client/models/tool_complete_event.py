# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ToolCompleteEvent(_Model):
    """What a tool that the service ran has answered."""

    name: str
    """Name of the tool."""
    type: Literal["tool_complete"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    tool_use_id: str | Unset = UNSET
    """Id of the call. Not every service sends it here."""
    result: Any | Unset = UNSET
    """The answer: a string or an object, as the tool has it."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            type=get("type", UNSET),
            tool_use_id=get("toolUseId", UNSET),
            result=get("result", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "name": self.name,
                "type": self.type,
                "toolUseId": self.tool_use_id,
                "result": wire(self.result),
            }
        )


_NAMES = {"name": "name", "type": "type", "toolUseId": "tool_use_id", "result": "result"}
