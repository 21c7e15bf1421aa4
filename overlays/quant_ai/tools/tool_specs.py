"""Python functions as tools: their specification for the model, and their arguments out of what the model wrote.

The signature says which arguments there are and of which types; the docstring says what they mean. Types turn into
JSON Schema and JSON values back into types by the same small table.
"""

from __future__ import annotations

import dataclasses
import enum
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from types import NoneType, UnionType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Final,
    Literal,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)
from uuid import UUID

from ..errors import ConfigurationError
from .docstrings import describe

if TYPE_CHECKING:
    from quant_ai_client.models import ToolDefinition

Schema = dict[str, Any]

_PLAIN: Final[Mapping[Any, Schema]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    datetime: {"type": "string", "format": "date-time"},
    date: {"type": "string", "format": "date"},
    UUID: {"type": "string", "format": "uuid"},
    Any: {},
    object: {},
    dict: {"type": "object"},
    list: {"type": "array"},
}
_READERS: Final[Mapping[Any, Callable[[str], Any]]] = {
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
    UUID: UUID,
}


class Tool:
    """A function that a model may ask to have called.

    Args:
        function: Called with the model's arguments; may be async.
        name: Under which name the model knows it; the function's own by default.
        description: What the model is told; the docstring's first part by default.

    Raises:
        ConfigurationError: A parameter has a type that JSON cannot carry, or cannot be given by name.
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
        """Whether calling it gives something to await."""
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
        """The function's arguments out of what the model wrote.

        Raises:
            ValueError: They do not fit the function, in words that the model can act on.
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
        for name, parameter in inspect.signature(self.function).parameters.items():
            if parameter.kind is parameter.VAR_KEYWORD:
                schema["additionalProperties"] = True
                continue
            if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.VAR_POSITIONAL):
                raise ConfigurationError(
                    f"tool {self.name}: the model cannot give {name!r}, which has no name to a caller"
                )
            try:
                described = schema_of(self._hints.get(name, Any))
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


def schema_of(hint: Any) -> Schema:
    """The JSON Schema of a type.

    Raises:
        TypeError: JSON cannot carry it.
    """
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        text = next((note for note in arguments[1:] if isinstance(note, str)), None)
        return {**schema_of(arguments[0]), **({"description": text} if text else {})}
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(member) for member in arguments]}
    if origin is Literal:
        return {"enum": list(arguments)}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    if origin is tuple and not (len(arguments) == 2 and arguments[1] is ...):
        members = [schema_of(member) for member in arguments]
        return {"type": "array", "prefixItems": members, "minItems": len(members), "maxItems": len(members)}
    if isinstance(origin, type) and issubclass(origin, Iterable):
        unique = {"uniqueItems": True} if issubclass(origin, (set, frozenset)) else {}
        return {"type": "array", "items": schema_of(arguments[0]), **unique}
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return {"enum": [member.value for member in hint]}
    if is_typeddict(hint):
        hints = get_type_hints(hint, include_extras=False)
        return _object({name: schema_of(inner) for name, inner in hints.items()}, hint.__required_keys__)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        hints = get_type_hints(hint, include_extras=True)
        fields = [field for field in dataclasses.fields(hint) if field.init]
        required = {field.name for field in fields if field.default is field.default_factory is dataclasses.MISSING}
        return _object({field.name: schema_of(hints[field.name]) for field in fields}, required)
    raise TypeError(f"is of type {getattr(hint, '__name__', hint)!r}, which JSON cannot carry")


def convert(value: Any, hint: Any, place: str) -> Any:
    """A JSON value as a type wants it.

    Raises:
        ValueError: It does not fit.
    """
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return convert(value, arguments[0], place)
    if origin in (Union, UnionType):
        return _first_that_fits(value, arguments, place)
    if origin is Literal:
        return _one_of(value, arguments, place)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return hint(_one_of(value, [member.value for member in hint], place))
    if hint in _READERS:
        try:
            return _READERS[hint](value)
        except (TypeError, ValueError):
            raise ValueError(f"{place}: {value!r} is not a {hint.__name__}") from None
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if hint in (str, int, float, bool, NoneType, dict, list):
        if not isinstance(value, hint) or (isinstance(value, bool) and hint is not bool):
            raise ValueError(f"{place}: {value!r} is not of type {hint.__name__}")
        return value
    if isinstance(hint, type) and (is_typeddict(hint) or dataclasses.is_dataclass(hint)):
        if not isinstance(value, dict):
            raise ValueError(f"{place}: {value!r} is not an object")
        hints = get_type_hints(hint, include_extras=True)
        given = {name: convert(item, hints.get(name, Any), f"{place}.{name}") for name, item in value.items()}
        try:
            return hint(**given)
        except TypeError as error:
            raise ValueError(f"{place}: {error}") from None
    if isinstance(origin, type) and issubclass(origin, Mapping) and isinstance(value, dict):
        return {name: convert(item, arguments[1], f"{place}.{name}") for name, item in value.items()}
    if isinstance(origin, type) and issubclass(origin, Iterable):
        if not isinstance(value, list):
            raise ValueError(f"{place}: {value!r} is not an array")
        kinds: Sequence[Any] = arguments if origin is tuple and ... not in arguments else [arguments[0]] * len(value)
        items = [convert(item, kind, f"{place}[{n}]") for n, (item, kind) in enumerate(zip(value, kinds, strict=False))]
        return origin(items) if origin in (tuple, set, frozenset) else items
    return value


def _first_that_fits(value: Any, kinds: Sequence[Any], place: str) -> Any:
    problems: list[str] = []
    # a text fits what is written as text only if nothing more exact does
    for kind in sorted(kinds, key=lambda kind: kind is str):
        try:
            return convert(value, kind, place)
        except ValueError as error:
            problems.append(str(error))
    raise ValueError(problems[0])


def _one_of(value: Any, values: Sequence[Any], place: str) -> Any:
    if value not in values:
        raise ValueError(f"{place}: {value!r} is none of {', '.join(map(repr, values))}")
    return value


def _object(properties: Schema, required: Iterable[str]) -> Schema:
    return {"type": "object", "properties": properties, "required": sorted(required), "additionalProperties": False}


def _plain(value: Any) -> Any:
    return value.value if isinstance(value, enum.Enum) else value
