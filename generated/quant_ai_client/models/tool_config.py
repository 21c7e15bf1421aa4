# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .tool_definition import ToolDefinition

if TYPE_CHECKING:
    from .auto_execute import AutoExecute, AutoExecuteParam
    from .tool_definition import ToolDefinitionParam


@_define(kw_only=True, eq=False, repr=False)
class ToolConfig(_Model):
    """Tools that the model may ask for, and which of them the service runs by itself. For models with tool
    use, such as Claude 3 and later and Nova Pro.
    """

    tools: list[ToolDefinition] | Unset = UNSET
    """Tools that you describe and run yourself. Tools of the service need no description here."""
    auto_execute: AutoExecute | Unset = UNSET
    """Which tools the service runs by itself. `true`: all of `allowedTools`. `false`, the default: none, every call
    comes back to you. An array: the tools with these names; an empty one stands for none.
    """
    allowed_tools: list[str] | Unset = UNSET
    """Names of the tools that the model may use. Required, here or at the top of the request, when `autoExecute` is
    `true`.
    """
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            tools=each(ToolDefinition.from_dict, get("tools", UNSET), "tools"),
            auto_execute=get("autoExecute", UNSET),
            allowed_tools=get("allowedTools", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "tools": wire(self.tools),
                "autoExecute": wire(self.auto_execute),
                "allowedTools": self.allowed_tools,
            }
        )


_NAMES = {"tools": "tools", "autoExecute": "auto_execute", "allowedTools": "allowed_tools"}


class ToolConfigParam(TypedDict):
    """A `ToolConfig` as a plain dict, names as in the JSON."""

    tools: NotRequired[Sequence[ToolDefinition | ToolDefinitionParam]]
    autoExecute: NotRequired[AutoExecuteParam]
    allowedTools: NotRequired[Sequence[str]]
