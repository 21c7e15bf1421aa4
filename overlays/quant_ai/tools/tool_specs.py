"""Python functions as tools: how they are declared to the model, and how its input becomes their arguments.

The signature says which arguments there are and of which types; the docstring says what they mean.
"""

from __future__ import annotations

import enum
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_type_hints

from ..errors import ConfigurationError
from .docstrings import describe
from .json_types import Schema, Schemas, convert

if TYPE_CHECKING:
    from quant_ai_client.models import ToolDefinition


class Tool:
    """A function that a model may ask to have called.

    Args:
        function: Called with the model's arguments; may be async.
        name: Its name for the model; the function's own by default.
        description: What it does, for the model; the docstring's description by default.

    Raises:
        ConfigurationError: A parameter has a type that JSON cannot carry, or cannot be passed by name.
    """

    def __init__(
        self, function: Callable[..., Any], *, name: str | None = None, description: str | None = None
    ) -> None:
        self.function = function
        self.name = name or str(getattr(function, "__name__", type(function).__name__))
        described = describe(inspect.getdoc(function) or "", inspect.signature(function).parameters)
        self.description = description or described.text
        self._hints = get_type_hints(
            function if inspect.isroutine(function) else type(function).__call__, include_extras=True
        )
        self.schema = self._schema_of(described.arguments)

    @property
    def is_async(self) -> bool:
        """Whether the function has to be awaited."""
        call = getattr(self.function, "__call__", None)  # noqa: B004
        return inspect.iscoroutinefunction(self.function) or inspect.iscoroutinefunction(call)

    def definition(self) -> ToolDefinition:
        """The tool as a request declares it."""
        from quant_ai_client.models import ToolDefinition, ToolInputSchema, ToolSpec
        from quant_ai_client.types import UNSET

        return ToolDefinition(
            tool_spec=ToolSpec(
                name=self.name,
                description=self.description or UNSET,
                input_schema=ToolInputSchema(json=self.schema),
            )
        )

    def arguments(self, written: Any) -> dict[str, Any]:
        """The input that the model wrote, as the function's arguments.

        Raises:
            ValueError: The input does not fit; the message tells the model what to change.
        """
        if not isinstance(written, Mapping):
            raise ValueError("the input must be an object")
        known = self.schema["properties"]
        unknown = [name for name in written if name not in known]
        if unknown and self.schema.get("additionalProperties") is False:
            raise ValueError(f"unknown arguments: {', '.join(unknown)}")
        missing = [name for name in self.schema.get("required", ()) if name not in written]
        if missing:
            raise ValueError(f"missing arguments: {', '.join(missing)}")
        return {name: convert(value, self._hints.get(name, Any), name) for name, value in written.items()}

    def _schema_of(self, descriptions: Mapping[str, str]) -> Schema:
        properties: Schema = {}
        required: list[str] = []
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        schemas = Schemas()
        for name, parameter in inspect.signature(self.function).parameters.items():
            if parameter.kind is parameter.VAR_KEYWORD:
                schema["additionalProperties"] = True
                continue
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL):
                raise ConfigurationError(
                    f"tool {self.name}: the model passes arguments by name, which {name!r} does not allow"
                )
            try:
                described = schemas.of(self._hints.get(name, Any))
            except TypeError as error:
                raise ConfigurationError(f"tool {self.name}: argument {name!r} {error}") from None
            if name in descriptions:
                described.setdefault("description", descriptions[name])
            if parameter.default is parameter.empty:
                required.append(name)
            elif parameter.default is None or isinstance(parameter.default, (str, int, float, bool)):
                described["default"] = _plain(parameter.default)
            properties[name] = described
        if required:
            schema["required"] = required
        if schemas.definitions:
            schema["$defs"] = schemas.definitions
        return schema


def as_tools(tools: Iterable[Callable[..., Any] | Tool]) -> dict[str, Tool]:
    """Functions and tools, by name.

    Raises:
        ConfigurationError: Two have the same name.
    """
    found: dict[str, Tool] = {}
    for each in tools:
        tool = each if isinstance(each, Tool) else Tool(each)
        if tool.name in found:
            raise ConfigurationError(f"two tools are named {tool.name!r}")
        found[tool.name] = tool
    return found


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, enum.Enum) else value
