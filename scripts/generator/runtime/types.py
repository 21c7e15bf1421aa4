"""Small types that models, operations and the facade share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, BinaryIO, ClassVar, Final, Generic, Literal, Self, TypeAlias, TypeVar, final

T = TypeVar("T")

Base64: TypeAlias = str | bytes
"""Content in base64; bytes are encoded when they are sent."""

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


UNSET: Final[Unset] = Unset()
NOT_SENT: Final[Any] = UNSET
"""The default of a model's field that may be null. The field reads as None; only a None that is given sends null."""


def later(name: str) -> Any:
    """A placeholder in type hints for a model whose module needs the one that names it.

    Resolving the hints, as typing.get_type_hints() does, imports the model.
    """
    from typing import ForwardRef

    return ForwardRef(f"__getattr__({name!r})", module=f"{__package__}.models")


class Model:
    """The base of all models. A field that is missing or null is None.

    `additional_properties` has the fields that the spec does not name. They can also be read and written by key:
    `model["field"]`.
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
        values = ((name, getattr(self, name)) for name in _fields(self))
        shown = (
            f"{name}={_short(value)}"
            for name, value in values
            if (value is not None or self._wire_names.get(name, name) in self._nulls)
            and not (name == "additional_properties" and value == {})
        )
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getitem__(self, key: str) -> Any:
        return self.additional_properties[key]

    def __setitem__(self, key: str, value: Any) -> None:
        self.additional_properties[key] = value

    def __delitem__(self, key: str) -> None:
        del self.additional_properties[key]

    def __contains__(self, key: str) -> bool:
        return key in self.additional_properties

    @property
    def additional_keys(self) -> list[str]:
        """Names of the fields that the spec does not name."""
        return list(self.additional_properties)


def _fields(model: Model) -> Iterator[str]:
    """Names of a model's public attributes, from the list that attrs keeps; this module does not import attrs."""
    return (attribute.name for attribute in getattr(type(model), "__attrs_attrs__", ()) if attribute.init)


def _short(value: Any) -> str:
    """Like repr(), but with long strings, such as base64, and long lists, such as vectors, cut."""
    if isinstance(value, (str, bytes)) and len(value) > 200:
        return f"{value[:40]!r}… ({len(value)} {'characters' if isinstance(value, str) else 'bytes'})"
    if isinstance(value, list):
        shown = [_short(item) for item in value[:8]]
        return f"[{', '.join(shown)}{f', … ({len(value)} items)' if len(value) > 8 else ''}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {_short(item)}' for key, item in value.items())}}}"
    return repr(value)


class Unknown:
    """A member of a union that the spec does not describe.

    `raw` is its JSON value as it came; to_dict() returns it.
    """

    __slots__ = ("raw",)
    raw: Any

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def to_dict(self) -> Any:
        """Return the JSON value."""
        return self.raw

    def __eq__(self, other: object) -> bool:
        return bool(self.raw == other.raw) if isinstance(other, Unknown) else NotImplemented

    def __repr__(self) -> str:
        return f"Unknown({_short(self.raw)})"


class File:
    """Binary content of a request or a reply."""

    __slots__ = ("file_name", "mime_type", "payload")

    def __init__(self, payload: BinaryIO, file_name: str | None = None, mime_type: str | None = None) -> None:
        self.payload = payload
        self.file_name = file_name
        self.mime_type = mime_type

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
