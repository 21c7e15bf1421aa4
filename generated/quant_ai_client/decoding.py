# Copied from scripts/generator/runtime/decoding.py. Do not edit: change that, and run `make generate`.
"""Decode JSON values into models, and keep what the service sends even where the spec expects something else.

A field that is missing or null is None, and a value of another type stays as it is. Only in place of an object or an
array that the spec requires is it an error: DecodeError, with the path inside the body. So the annotated types are
those of the spec, and a reply that does not follow the spec may have others.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date, datetime
from io import BytesIO
from typing import Any, Protocol, Self, TypeVar
from uuid import UUID

from .errors import DecodeError
from .types import NOT_SENT, File, Model, Spelling

T = TypeVar("T")


class _New(Protocol):
    def __call__(self, model: type[T], /) -> T: ...


new: _New = object.__new__
"""Creates a model without its `__init__`, in half the time, for decoders that set every field themselves."""


def nested(decode: Callable[[Any], T], value: Any, name: str) -> T:
    """Decode the value of a field that holds a model or a union."""
    if value is None:
        return value  # type: ignore[return-value]  # kept, even if the spec does not allow it
    try:
        return decode(value)
    except DecodeError as error:
        raise error.inside(name) from None


def nested_or_kept(decode: Callable[[Any], T], value: Any) -> T:
    """Decode the value of an optional field that holds a model or a union; what cannot be decoded is kept."""
    if value is None:
        return value  # type: ignore[return-value]
    try:
        return decode(value)
    except DecodeError:
        return value  # type: ignore[no-any-return]


def each_or_kept(decode: Callable[[Any], T], value: Any) -> list[T]:
    """Decode the items of an array in an optional field; what cannot be decoded is kept."""
    if not isinstance(value, list):
        return value  # type: ignore[no-any-return]
    try:
        return [decode(item) if item is not None else item for item in value]  # type: ignore[misc]
    except DecodeError:
        return [nested_or_kept(decode, item) for item in value]


def each_value_or_kept(decode: Callable[[Any], T], value: Any) -> dict[str, T]:
    """Decode the values of an optional field that holds a map; what cannot be decoded is kept."""
    if value == []:
        return {}
    if not isinstance(value, dict):
        return value  # type: ignore[no-any-return]
    return {key: nested_or_kept(decode, item) for key, item in value.items()}


def to_map(value: Any) -> Any:
    """An empty array in place of an object, which PHP sends, is an empty object; anything else stays as it is."""
    return {} if value == [] else value


def each(decode: Callable[[Any], T], value: Any, name: str = "") -> list[T]:
    """Decode the items of an array; null items stay None."""
    if value is None:
        return value  # type: ignore[return-value]  # kept, even if the spec does not allow it
    if not isinstance(value, list):
        raise DecodeError(name, f"expected an array, got {kind_of(value)}")
    items: list[T] = []
    append = items.append
    try:
        for item in value:
            append(decode(item) if item is not None else item)  # type: ignore[arg-type]
    except DecodeError as error:
        raise error.inside(f"{name}[{len(items)}]") from None
    return items


def each_value(decode: Callable[[Any], T], value: Any, name: str = "") -> dict[str, T]:
    """Decode the values of an object that is a map."""
    if value is None:
        return value  # type: ignore[return-value]  # kept, even if the spec does not allow it
    return {key: nested(decode, item, f"{name}.{key}" if name else key) for key, item in as_object(value, name).items()}


Names = tuple[tuple[str, ...], tuple[str, ...]]
"""The fields of an object: the names of the required ones, and of all."""


def is_closest(names: Names, others: Iterable[Names], value: Mapping[str, Any]) -> bool:
    """Whether a value has the fields of this member of a union, and no other member has more of them."""

    def likeness(member: Names) -> tuple[bool, int]:
        return all(name in value for name in member[0]), sum(name in value for name in member[1])

    own = likeness(names)
    return all(own >= likeness(other) for other in others)


def as_object(value: Any, name: str = "") -> Mapping[str, Any]:
    """Return the value if it is an object, or an empty array, which PHP sends for one; else raise DecodeError."""
    if isinstance(value, (dict, Mapping)):  # dict first, because the check for Mapping is slow
        return value
    if value == []:
        return {}
    raise DecodeError(name, f"expected an object, got {kind_of(value)}")


def kind_of(value: Any) -> str:
    """The name of a JSON type, for messages."""
    names = {
        str: "a string",
        bool: "a boolean",
        int: "a number",
        float: "a number",
        list: "an array",
        dict: "an object",
    }
    return "null" if value is None else names.get(type(value), type(value).__name__)


def unify_spelling(rest: dict[str, Any], aliases: Mapping[str, str]) -> Spelling | None:
    """Rename fields with another spelling to their usual names, and return which they were.

    If a field came under two spellings with different values, the unusual one stays as it is.
    """
    found: Spelling = []
    for alias, name in aliases.items():
        if alias not in rest:
            continue
        if name not in rest:
            rest[name] = rest.pop(alias)
            found.append((alias, name, True))
        elif rest[name] == rest[alias]:
            del rest[alias]
            found.insert(0, (alias, name, False))
    return found or None


def nulls_in(rest: Mapping[str, Any], nullable: Container[str] = ()) -> tuple[str, ...]:
    """The fields of an object that are null, and those that may be null."""
    return tuple(name for name, value in rest.items() if value is None or name in nullable)


def nulls_given(model: Model) -> tuple[str, ...]:
    """The fields of a new model that are null when they are None; those that were not given become None.

    attrs.evolve() gives every field, and the `_nulls` of the model that it copies: a field that was absent there and is
    None stays absent.
    """
    copied = None if model._nulls is NOT_SENT else model._nulls
    given = [name for name in copied or () if name not in model._nullable]
    for name, attribute in model._nullable.items():
        value = getattr(model, attribute)
        if value is NOT_SENT:
            setattr(model, attribute, None)
        elif value is not None or copied is None or name in copied:
            given.append(name)
    return tuple(given)


def without(nulls: Iterable[str], rest: Container[str]) -> tuple[str, ...]:
    """The fields of a list that the spec names: those that are not left over."""
    return tuple(name for name in nulls if name not in rest)


class Timestamp(datetime):
    """A datetime that keeps the text it was read from, so that it is sent back unchanged.

    A value computed from it, such as the result of replace(), has no text and is formatted again.
    """

    __slots__ = ("text",)
    text: str

    @classmethod
    def read(cls, text: str) -> Self:
        try:
            value = cls.fromisoformat(text)
        except ValueError:
            from dateutil.parser import isoparse

            other = isoparse(text)
            value = cls.combine(other.date(), other.timetz())
        value.text = text
        return value

    def __reduce_ex__(self, protocol: Any) -> Any:
        text: str | None = getattr(self, "text", None)
        return super().__reduce_ex__(protocol) if text is None else (Timestamp.read, (text,))


def to_datetime(value: Any) -> Any:
    """Read a date-time; anything else stays as it is."""
    try:
        return Timestamp.read(value) if isinstance(value, str) else value
    except (ValueError, OverflowError):  # OverflowError: midnight at the end of the year 9999
        return value


def to_date(value: Any) -> Any:
    """Read a date; anything else stays as it is."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value
    return day if str(day) == value else value


def to_uuid(value: Any) -> Any:
    """Read a UUID in its usual form; anything else stays as it is."""
    try:
        found = UUID(value) if isinstance(value, str) else value
    except ValueError:
        return value
    return found if str(found) == value else value


def to_file(value: bytes) -> File:
    """Wrap the bytes of a reply that is not JSON."""
    return File(payload=BytesIO(value))


def nothing(value: object) -> None:
    """Decode a reply without content."""
