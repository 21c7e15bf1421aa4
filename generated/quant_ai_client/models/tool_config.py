# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .auto_execute import AutoExecute, AutoExecuteParam
from .tool_definition import ToolDefinition, ToolDefinitionParam


@_define(kw_only=True, eq=False, repr=False)
class ToolConfig(_Model):
    """Tools that the model may call, and which of them the service runs. Requires a model with tool use, such
    as Claude 3 and later and Nova Pro.

    Attributes:
        tools (list[ToolDefinition] | None): Tools that you describe and run yourself. Built-in tools need
            no description here.
        auto_execute (AutoExecute | None): Which tools the service runs. `True`: all of `allowed_tools`.
            `False`, the default: none, every call is returned to you. An array: the tools with these names;
            an empty array means none. Server default: False.
        allowed_tools (list[str] | None): Names of the tools that the model may call. Required, here or at
            the top level of the request, if `auto_execute` is `True`.
    """

    tools: list[ToolDefinition] | None = None
    """Tools that you describe and run yourself. Built-in tools need no description here."""
    auto_execute: AutoExecute | None = None
    """Which tools the service runs. `True`: all of `allowed_tools`. `False`, the default: none, every call is
    returned to you. An array: the tools with these names; an empty array means none. Server default: False.
    """
    allowed_tools: list[str] | None = None
    """Names of the tools that the model may call. Required, here or at the top level of the request, if
    `auto_execute` is `True`.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"auto_execute": "autoExecute", "allowed_tools": "allowedTools"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.tools = each_or_kept(ToolDefinition.from_dict, rest.pop("tools", None))
        made.auto_execute = rest.pop("autoExecute", None)
        made.allowed_tools = rest.pop("allowedTools", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.tools is not None:
            made["tools"] = wire(self.tools)
        if self.auto_execute is not None:
            made["autoExecute"] = wire(self.auto_execute)
        if self.allowed_tools is not None:
            made["allowedTools"] = self.allowed_tools
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class ToolConfigParam(TypedDict):
    """A `ToolConfig` as a plain dict, names as in the JSON."""

    tools: NotRequired[Sequence[ToolDefinition | ToolDefinitionParam]]
    autoExecute: NotRequired[AutoExecuteParam]
    allowedTools: NotRequired[Sequence[str]]
