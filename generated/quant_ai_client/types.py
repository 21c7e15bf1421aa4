# Copied from scripts/generator/runtime/types.py. Do not edit: change that, and run `make generate`.
"""Small types that models, operations and the facade share."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from os import PathLike
from types import MappingProxyType
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    BinaryIO,
    ClassVar,
    Final,
    Generic,
    Literal,
    NamedTuple,
    Self,
    TypeAlias,
    TypeVar,
    final,
)

from .display import pretty, short

if TYPE_CHECKING:
    from typing import TypedDict as TypedDict

T = TypeVar("T")

Base64Text: TypeAlias = Annotated[str, bytes]
"""Content in base64, as a model has it; bytes may be sent in its place."""
Base64: TypeAlias = str | bytes
"""Content in base64; bytes are encoded when they are sent."""

FileInput: TypeAlias = "File | bytes | BinaryIO | PathLike[str]"
"""The content of a file to send: bytes, a file that is opened in binary mode, a path, or a `File`."""

Spelling: TypeAlias = list[tuple[str, str, bool]]
"""For each field with another spelling: that spelling, the usual name, and whether the field had no other name."""


@final
class Unset:
    """The type of `UNSET`: the default of an argument that may be null, which sends nothing where None sends null."""

    __slots__ = ()
    _only: ClassVar[Unset | None] = None

    def __new__(cls) -> Unset:
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "UNSET"

    def __reduce__(self) -> str:
        return "UNSET"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from .pydantic_schema import instance_schema

        return instance_schema(cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> Any:
        from .pydantic_schema import not_in_json

        return not_in_json()


UNSET: Final[Unset] = Unset()
NOT_SENT: Final[Any] = UNSET
"""The default of a model's field that may be null. The field reads as None; only a None that is given sends null."""

SET_BY_SERVICE: Final[Any] = None
"""The default of a field that every reply has, and that no request may have."""


def __getattr__(name: str) -> Any:
    """`TypedDict`, for each module when it is imported.

    Before Python 3.12, pydantic takes the one of typing_extensions only. Importing that costs some milliseconds, so it
    is used where something else has imported it, as pydantic does.
    """
    if name != "TypedDict":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if sys.version_info < (3, 12) and "typing_extensions" in sys.modules:
        from typing_extensions import TypedDict
    else:
        from typing import TypedDict
    return TypedDict


def later(name: str) -> Any:
    """A placeholder in type hints for a model whose module needs the one that names it.

    Resolving the hints, as typing.get_type_hints() does, imports the model.
    """
    from typing import ForwardRef

    return ForwardRef(f"__getattr__({name!r})", module=f"{__package__}.models")


class SentAs(NamedTuple):
    """`x-sent-as` of the spec: how an object of a reply is sent in place of another. Names are those of the JSON."""

    constants: tuple[tuple[str, Any], ...] = ()
    """Fields that the other object requires, and their values if the reply lacks them."""
    field: str = ""
    """The field that becomes a list of blocks, if the object has content that the other one takes in blocks only."""
    blocks: tuple[tuple[str, str, tuple[str, ...]], ...] = ()
    """The blocks in their order: the key of each, the field that it is made from, and fields inside to leave out."""


class Model:
    """The base of all models. A field that is missing or null is None.

    `additional_properties` has the fields that the spec does not name. Like all fields, they can also be read and
    written by key: `model["field"]`, by a field's name in the JSON or in Python.
    """

    __slots__ = ()
    additional_properties: dict[str, Any]
    _nulls: tuple[str, ...]
    """Names in the JSON of the fields that are null there when they are None; other fields are then left out."""
    _wire_names: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Attribute -> its name in the JSON, if that is another one."""
    _aliases: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Other spelling in the JSON -> the usual name."""
    _nullable: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """Name in the JSON of a field that may be null -> its attribute."""
    _sent_as: ClassVar[Mapping[str, SentAs]] = MappingProxyType({})
    """Class of requests in whose place the object can be sent -> how."""
    _read_only: ClassVar[frozenset[str]] = frozenset()
    """Names in the JSON of the fields that the service alone sets, so that requests leave them out."""
    _open_ended: ClassVar[bool] = False
    """Whether the spec says that the object may have more fields."""

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        raise NotImplementedError

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        """Decode a JSON object by taking the known fields out of it; what is left are additional properties."""
        raise NotImplementedError

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in _fields(self))

    def __repr__(self) -> str:
        return short(self)

    def __str__(self) -> str:
        return pretty(self)

    def __rich_repr__(self) -> Iterator[tuple[str, Any]]:
        for name in _fields(self):
            if self.additional_properties if name == "additional_properties" else self._has(name):
                yield name, getattr(self, name)

    def _repr_pretty_(self, printer: Any, cycle: bool) -> None:
        """Show it in IPython and Jupyter."""
        printer.text("…" if cycle else pretty(self, printer.indentation))

    def to_json(self, *, indent: int | None = None) -> str:
        """Return the JSON text of `to_dict()`."""
        import json

        text = json.dumps(self.to_dict(), indent=indent, ensure_ascii=False)
        try:
            text.encode()
        except UnicodeEncodeError:  # half a surrogate pair
            return json.dumps(self.to_dict(), indent=indent)
        return text

    def replace(self, **changes: Any) -> Self:
        """Return a copy with other values of some fields.

        None and `UNSET` mean the same as for a new object: the field is left out, but None is sent as null where the
        spec allows that.

        Raises:
            ArgumentError: There is no such field.
        """
        from copy import copy

        from .errors import ArgumentError

        known = list(_fields(self))
        for name in changes:
            if name not in known:
                raise ArgumentError(f"{type(self).__name__} has no field {name!r}{_nearest(name, known)}")
        made: Any = copy(self)
        made.additional_properties = dict(self.additional_properties)
        for name, value in changes.items():
            wire = self._wire_names.get(name, name)
            setattr(made, name, None if value is UNSET else value)
            made._nulls = tuple(null for null in made._nulls if null != wire)
            if wire in self._nullable and value is not UNSET:
                made._nulls += (wire,)
        result: Self = made
        return result

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()  # that of Generic, where a model is generic
        cls.__replace__ = cls.replace  # type: ignore[attr-defined]  # for copy.replace(); that of attrs is put aside

    def __getitem__(self, key: str) -> Any:
        name = self._attribute(key)
        if name is not None and not self._has(name):
            raise KeyError(key)
        return self.additional_properties[key] if name is None else getattr(self, name)

    def __setitem__(self, key: str, value: Any) -> None:
        name = self._attribute(key)
        if name is None:
            self.additional_properties[key] = value
        else:
            setattr(self, name, value)

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        name = self._attribute(key)
        return key in self.additional_properties if name is None else self._has(name)

    if not TYPE_CHECKING:  # type checkers report both

        def __iter__(self) -> Iterator[Any]:
            names = [name for name in _fields(self) if isinstance(getattr(self, name), list)]
            use = f"use {' or '.join(f'.{name}' for name in names)}" if names else "to_dict() gives its fields"
            raise TypeError(f"{type(self).__name__!r} object is not iterable; {use}")

        def keys(self) -> Any:
            """The names of the fields in the JSON, so that dict() takes a model as frameworks try it."""
            return self.to_dict().keys()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from .pydantic_schema import core_schema

        return core_schema(cls, cls._validated)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        from .pydantic_schema import json_schema

        return json_schema(cls, is_object=True)

    @classmethod
    def _validated(cls, source: Any) -> Self:
        """Decode a JSON object, which must have all required fields."""
        from attrs import NOTHING

        made = cls.from_dict(source)
        for attribute in getattr(cls, "__attrs_attrs__", ()):
            if attribute.default is NOTHING and not made._has(attribute.name):
                raise ValueError(f"{cls._wire_names.get(attribute.name, attribute.name)} is missing")
        return made

    def _has(self, name: str) -> bool:
        """Whether a field has a value, or is null."""
        return getattr(self, name) is not None or self._wire_names.get(name, name) in self._nulls

    def _attribute(self, key: str) -> str | None:
        """The field of this name, in the JSON or in Python."""
        names = [name for name in _fields(self) if name != "additional_properties"]
        in_json = next((name for name in names if self._wire_names.get(name, name) == key), None)
        return in_json or (key if key in names else None)

    @property
    def additional_keys(self) -> list[str]:
        """Names of the fields that the spec does not name."""
        return list(self.additional_properties)


def _fields(model: Model) -> Iterator[str]:
    """Names of a model's public attributes, from the list that attrs keeps; this module does not import attrs."""
    attributes = getattr(type(model), "__attrs_attrs__", ())
    return (attribute.name for attribute in attributes if not attribute.name.startswith("_"))


def _nearest(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    found = get_close_matches(name, known, 1)
    return f"; did you mean {found[0]!r}?" if found else ""


class Unknown:
    """A member of a union that the spec does not describe.

    `raw` is its JSON value as it came; to_dict() returns it.
    """

    __slots__ = ("raw",)
    _compared: ClassVar[tuple[str, ...]] = ("raw",)
    raw: Any

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def to_dict(self) -> Any:
        """Return the JSON value."""
        return self.raw

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        from .pydantic_schema import core_schema

        return core_schema(cls, cls)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        from .pydantic_schema import json_schema

        return json_schema(cls, is_object=False)

    def __repr__(self) -> str:
        return f"Unknown({short(self.raw)})"


class File:
    """Content of a request or a reply that is not JSON, with its name and its media type.

    A reply of text, CSV or HTML is a File too: its bytes are what was sent, in whatever charset.
    """

    __slots__ = ("file_name", "mime_type", "payload")

    def __init__(self, payload: BinaryIO, file_name: str | None = None, mime_type: str | None = None) -> None:
        self.payload = payload
        self.file_name = file_name
        self.mime_type = mime_type

    @property
    def text(self) -> str:
        """The whole content as text, in the charset of its media type, or in UTF-8."""
        if self.payload.seekable():
            self.payload.seek(0)
        content = self.payload.read()
        if self.payload.seekable():
            self.payload.seek(0)
        charset = re.search(r"charset=[\"']?([\w.:-]+)", self.mime_type or "", re.IGNORECASE)
        try:
            return content.decode(charset[1] if charset else "utf-8", "replace")
        except LookupError:  # a charset that Python does not know
            return content.decode("utf-8", "replace")

    def __repr__(self) -> str:
        return f"File(file_name={self.file_name!r}, mime_type={self.mime_type!r})"


class Response(Generic[T]):
    """A reply with its status and headers; `status_code` is a plain int, because not every status has a name."""

    __slots__ = ("content", "headers", "parsed", "status_code")

    def __init__(self, status_code: int, content: bytes, headers: Mapping[str, str], parsed: T) -> None:
        self.status_code = status_code
        self.content = content
        self.headers = headers
        self.parsed = parsed

    def __repr__(self) -> str:
        return f"Response(status_code={self.status_code}, parsed={self.parsed!r})"
