# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class ToolCompleteEvent(_Model):
    """The result of a tool run by the service.

    Attributes:
        name (str): Name of the tool.
        type (Literal['tool_complete'] | None): The event type, if the frame has no `event`.
        tool_use_id (str | None): Id of the call. Not always present.
        result (Any): The result, a string or an object, depending on the tool.
    """

    name: str
    """Name of the tool."""
    type: Literal["tool_complete"] | None = None
    """The event type, if the frame has no `event`."""
    tool_use_id: str | None = None
    """Id of the call. Not always present."""
    result: Any = NOT_SENT
    """The result, a string or an object, depending on the tool."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"tool_use_id": "toolUseId"}
    _nullable: ClassVar = {"result": "result"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.name = rest.pop("name", None)
        made.type = rest.pop("type", None)
        made.tool_use_id = rest.pop("toolUseId", None)
        made.result = rest.pop("result", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.type is not None:
            made["type"] = self.type
        if self.tool_use_id is not None:
            made["toolUseId"] = self.tool_use_id
        if self.result is not None:
            made["result"] = wire(self.result)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
