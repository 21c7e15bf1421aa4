"""Python functions as tools: how they are declared to the model, and how its input becomes their arguments.

The signature says which arguments there are and of which types; the docstring says what they mean.
"""

from __future__ import annotations

import enum
import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from math import isfinite
from typing import Any, Final

from quant_ai_client import models
from quant_ai_client.types import UNSET

from ..errors import ConfigurationError
from ..json_types.decoders import convert
from ..json_types.docstrings import describe
from ..json_types.misfits import UnsupportedType
from ..json_types.notes import Schema, extended
from ..json_types.schemas import Schemas
from .signatures import Signature, inner, is_async, read_signature

_NAME: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""The names of tools that models take."""


class Tool:
    """A function that a model may ask to have called.

    The arguments that a `functools.partial` has bound are neither shown to the model nor open to it.

    Args:
        function: Called with the model's arguments; may be async.
        name: Its name for the model; the function's own by default. A lambda needs one.
        description: What it does, for the model; the docstring's description by default.

    Raises:
        ConfigurationError: A parameter has a type that JSON cannot carry or that cannot be found, or cannot be passed
            by name; or the name is none that models take.
    """

    def __init__(
        self, function: Callable[..., Any], *, name: str | None = None, description: str | None = None
    ) -> None:
        if not callable(function):
            raise ConfigurationError(f"a tool is a function or a Tool, not {function!r:.100}")
        self.function = function
        self.name = name or _name_of(function)
        if not _NAME.fullmatch(self.name):
            raise ConfigurationError(
                f"a tool cannot be named {self.name!r}; give it a name of letters, digits, _ and - with"
                " Tool(function, name=...)"
            )
        signature = read_signature(function, self.name)
        described = describe(_docstring(function), signature.parameters)
        self.description = description or described.text
        self._hints = signature.hints
        self._bound = signature.bound
        self._other: Any = Any  # the type of arguments that the signature does not name
        self.schema = self._schema_of(signature, described.arguments)

    @property
    def is_async(self) -> bool:
        """Whether the function is known to be async. One that a sync function wraps is awaited when it is called."""
        return is_async(self.function)

    def definition(self) -> models.ToolDefinition:
        """The tool as a request declares it."""
        return models.ToolDefinition(
            tool_spec=models.ToolSpec(
                name=self.name,
                description=self.description or None,
                input_schema=models.ToolInputSchema(json=self.schema),
            )
        )

    def arguments(self, written: Any) -> dict[str, Any]:
        """The input that the model wrote, as the function's arguments.

        Args:
            written: The input, as JSON.

        Raises:
            ValueError: The input does not fit; the message tells the model what to change.
        """
        if written is None or written is UNSET:
            written = {}
        if not isinstance(written, Mapping):
            raise ValueError("the input must be an object")
        known = self.schema["properties"]
        unknown = [name for name in written if name not in known]
        if self.schema.get("additionalProperties") is not False:
            unknown = [name for name in unknown if name in self._bound]
        if unknown:
            raise ValueError(f"unknown arguments: {', '.join(unknown)}")
        missing = [name for name in self.schema.get("required", ()) if name not in written]
        if missing:
            raise ValueError(f"missing arguments: {', '.join(missing)}")
        return {
            name: convert(value, self._hints.get(name, Any) if name in known else self._other, name)
            for name, value in written.items()
        }

    def _schema_of(self, signature: Signature, descriptions: Mapping[str, str]) -> Schema:
        properties: Schema = {}
        required: list[str] = []
        schema: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        schemas = Schemas(signature.known)
        for name, parameter in signature.parameters.items():
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL):
                raise ConfigurationError(
                    f"tool {self.name}: the model passes arguments by name, which {name!r} does not allow"
                )
            try:
                described = schemas.of(signature.hints.get(name, Any), descriptions.get(name, ""))
            except UnsupportedType as error:
                place = f"{name}{error.steps}"
                raise ConfigurationError(f"tool {self.name}: argument {place!r} {error}") from None
            if parameter.kind is parameter.VAR_KEYWORD:
                self._other = signature.hints.get(name, Any)
                schema["additionalProperties"] = described or True
                continue
            if parameter.default is parameter.empty:
                required.append(name)
            elif _is_shown(default := _plain(parameter.default)):
                described = extended(described, {"default": default})
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
    if callable(tools) or isinstance(tools, (Tool, str, Mapping)):
        raise ConfigurationError("tools= takes a list of functions, such as tools=[get_weather]")
    found: dict[str, Tool] = {}
    for each in tools:
        tool = each if isinstance(each, Tool) else Tool(each)
        if tool.name in found:
            raise ConfigurationError(
                f"two tools are named {tool.name!r}; give one another name with Tool(function, name=...)"
            )
        found[tool.name] = tool
    return found


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, enum.Enum) else value


def _is_shown(default: Any) -> bool:
    """Whether a default can stand in a JSON Schema."""
    if isinstance(default, float):
        return isfinite(default)
    return default is None or isinstance(default, (str, int))


def _name_of(function: Any) -> str:
    """The function's own name; for a `functools.partial`, that of the function inside, unless it was given one."""
    own = getattr(function, "__name__", None) or getattr(inner(function), "__name__", None)
    return str(own or type(inner(function)).__name__)


def _docstring(function: Any) -> str:
    """The function's own docstring; for a `functools.partial`, that of the function inside."""
    called = inner(function)
    own = vars(function).get("__doc__") if called is not function else None
    if isinstance(own, str):
        return inspect.cleandoc(own)
    is_object = not inspect.isroutine(called) and not inspect.isclass(called)
    return inspect.getdoc(called) or (inspect.getdoc(type(called).__call__) if is_object else None) or ""
