# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class AgentToolResult(_Model):
    """What one tool returned to the agent. Its members are not documented and may vary with the tool; those
    below are the ones that tool uses have elsewhere.
    """

    tool_use_id: str | Unset = UNSET
    """Id that the model gave to the call."""
    name: str | Unset = UNSET
    """Name of the tool."""
    result: Any | Unset = UNSET
    """What the tool returned; any JSON value."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tool_use_id=get("toolUseId", UNSET),
            name=get("name", UNSET),
            result=get("result", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "toolUseId": self.tool_use_id,
                "name": self.name,
                "result": wire(self.result),
            }
        )


_NAMES = {"toolUseId": "tool_use_id", "name": "name", "result": "result"}
