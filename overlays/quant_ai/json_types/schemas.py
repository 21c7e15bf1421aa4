"""Python types as JSON Schema. `decoders` makes values of the same types from JSON.

The schemas are of the kind that models accept: objects name all of their fields and allow no others, nothing stands
beside a `$ref`, and only types that contain themselves are references.
"""

from __future__ import annotations

import enum
import inspect
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType, UnionType
from typing import Any, Final, Literal, Union, get_origin

from . import pydantic_types
from .class_fields import Fields, fields_of
from .docstrings import describe
from .misfits import UnsupportedType, shown
from .notes import Schema, described
from .type_forms import PLAIN, aliased, form_of, identifier_of, is_alias, is_enum, is_flags, is_plain, name_of

_ANNOTATIONS: Final = frozenset({"__annotations__", "__annotate_func__"})  # the latter since Python 3.14
_KINDS: Final = {str: "string", bool: "boolean", int: "integer", float: "number", type(None): "null"}


class Schemas:
    """The schemas of several types that share definitions, as the arguments of one function do.

    Args:
        known: Names for the hints of classes that are defined inside functions.
    """

    def __init__(self, known: Mapping[str, Any] = MappingProxyType({})) -> None:
        self.definitions: Schema = {}
        """`$defs`: the types that contain themselves. All others are written out where they occur."""
        self._known = known
        self._names: dict[Any, str] = {}
        self._plain_names: dict[Any, str] = {}
        self._open: set[Any] = set()
        self._recursive: set[Any] = set()

    def of(self, hint: Any, text: str = "") -> Schema:
        """The schema of a type.

        Args:
            hint: The type.
            text: What is said about it where it is used. A description in `Annotated` takes its place.

        Raises:
            UnsupportedType: JSON cannot carry it.
        """
        form = form_of(hint)
        if pydantic_types.is_pydantic(form):
            schema = pydantic_types.schema_of(hint, form, self.definitions)
        else:
            schema = self._plain(*form[:3])
        return described(schema, (text, *form.notes) if text else form.notes)

    def _plain(self, hint: Any, origin: Any, arguments: Sequence[Any]) -> Schema:
        if is_plain(hint):
            return dict(PLAIN[hint])
        if is_alias(hint):  # one that contains itself
            return self._named(hint, lambda: self.of(aliased(hint)))
        if origin in (Union, UnionType):
            return {"anyOf": [self.of(member) for member in arguments]}
        if origin is Literal:
            return _choices(hint, arguments)
        if is_flags(hint):
            parts = ", ".join(f"{each.value} ({each.name})" for each in hint)
            allowed = sum(each.value for each in hint)
            return {"type": "integer", "minimum": 0, "maximum": allowed, "description": f"A sum of {parts}"}
        if is_enum(hint):
            return _choices(hint, list(hint))
        if (fields := fields_of(hint, self._known)) is not None:
            return self._named(hint, lambda: self._object(hint, fields))
        if isinstance(origin, type) and issubclass(origin, Mapping):
            _check_key(arguments[0])
            return {"type": "object", "additionalProperties": self._inside("[]", arguments[1])}
        if origin is tuple and not (len(arguments) == 2 and arguments[1] is ...):
            members = [self._inside(f"[{number}]", member) for number, member in enumerate(arguments)]
            return {"type": "array", "prefixItems": members, "minItems": len(members), "maxItems": len(members)}
        if isinstance(origin, type) and issubclass(origin, Iterable):
            unique = {"uniqueItems": True} if issubclass(origin, AbstractSet) else {}
            return {"type": "array", "items": self._inside("[]", arguments[0]), **unique}
        has_fields = isinstance(hint, type) and not _ANNOTATIONS.isdisjoint(vars(hint))
        advice = "; make it a dataclass" if has_fields else ""
        raise UnsupportedType(f"is of type {name_of(hint)!r}, which is not JSON serializable{advice}")

    def _inside(self, step: str, hint: Any, text: str = "") -> Schema:
        try:
            return self.of(hint, text)
        except UnsupportedType as error:
            raise error.inside(step) from None

    def _named(self, hint: Any, make: Callable[[], Schema]) -> Schema:
        """The schema of a type that may contain itself. If it does, it becomes a definition."""
        if hint in self._open:
            self._recursive.add(hint)
        if hint in self._recursive:
            return {"$ref": f"#/$defs/{self._names[hint]}"}
        name = identifier_of(hint)
        number = sum(other != hint and used == name for other, used in self._plain_names.items())
        self._plain_names[hint], self._names[hint] = name, f"{name}{number + 1}" if number else name
        self._open.add(hint)
        schema = make()
        self._open.remove(hint)
        if hint not in self._recursive:
            return schema
        self.definitions[self._names[hint]] = schema
        return {"$ref": f"#/$defs/{self._names[hint]}"}

    def _object(self, hint: Any, fields: Fields) -> Schema:
        text, notes = _documentation(get_origin(hint) or hint, fields)
        schema = {
            "type": "object",
            "properties": {
                field: self._inside(f".{field}", inner, notes.get(field, "")) for field, inner in fields.hints.items()
            },
            "required": sorted(fields.required),
            "additionalProperties": False,
        }
        if text:
            schema["description"] = text
        return schema


def schema_of(hint: Any) -> Schema:
    """The JSON Schema of a type, with its definitions.

    Raises:
        UnsupportedType: JSON cannot carry it.
    """
    schemas = Schemas()
    schema = schemas.of(hint)
    if "$ref" in schema:  # the definitions would stand beside it
        schema = schemas.definitions[schema["$ref"].rpartition("/")[2]]
    return {**schema, "$defs": schemas.definitions} if schemas.definitions else schema


def _choices(hint: Any, members: Iterable[Any]) -> Schema:
    values = [member.value if isinstance(member, enum.Enum) else member for member in members]
    for value in values:
        if not isinstance(value, (str, int, float, bool, type(None))):
            raise UnsupportedType(f"is of type {name_of(hint)!r}, whose value {shown(value)} is not JSON serializable")
    names = {next(name for kind, name in _KINDS.items() if isinstance(value, kind)) for value in values}
    return {"type": names.pop(), "enum": values} if len(names) == 1 else {"enum": values}


def _check_key(hint: Any) -> None:
    """Make sure that a type can be the key of an object."""
    hint, origin, arguments, _ = form_of(hint)
    if origin in (Union, UnionType):
        for member in arguments:
            _check_key(member)
    elif not (is_plain(hint) and hint not in (dict, list)) and origin is not Literal and not is_enum(hint):
        raise UnsupportedType(f"has keys of type {name_of(hint)!r}, which is not JSON serializable")


def _documentation(kind: Any, fields: Fields) -> tuple[str, Mapping[str, str]]:
    """What the docstrings of a class and of its bases say about it, and about its fields."""
    notes: dict[str, str] = {}
    text = ""
    for each in reversed(kind.__mro__):
        own = vars(each).get("__doc__")
        # Dataclasses and NamedTuples without a docstring have their signature in its place.
        if isinstance(own, str) and each is not object and not own.startswith(f"{each.__name__}("):
            found = describe(inspect.cleandoc(own), fields.hints)
            notes |= found.arguments
            text = found.text if each is kind else ""
    return text, {**notes, **fields.notes}
