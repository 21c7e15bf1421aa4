# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ToolInputProgressEvent(_Model):
    """A sign of life while the input of a tool is being written; it carries no part of it."""

    name: str
    """Name of the tool."""
    type: Literal["tool_input_progress"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    tool_use_id: str | Unset = UNSET
    """Id of the call. Not every service sends it here."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            name=get("name", UNSET),
            type=get("type", UNSET),
            tool_use_id=get("toolUseId", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "name": self.name, "type": self.type, "toolUseId": self.tool_use_id}
        )


_NAMES = {"name": "name", "type": "type", "toolUseId": "tool_use_id"}
