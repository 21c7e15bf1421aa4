# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .custom_tool import CustomTool


@_define(kw_only=True, eq=False, repr=False)
class CustomToolList(_Model):
    """All custom tools of the organisation.

    Attributes:
        tools (list[CustomTool]): The custom tools.
        count (int | Unset): Number of tools in the reply.
    """

    tools: list[CustomTool]
    """The custom tools."""
    count: int | Unset = UNSET
    """Number of tools in the reply."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.tools = each(CustomTool.from_dict, rest.pop("tools", UNSET), "tools")
        made.count = rest.pop("count", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.tools, Unset):
            made["tools"] = wire(self.tools)
        if self.count is not UNSET:
            made["count"] = self.count
        return made
