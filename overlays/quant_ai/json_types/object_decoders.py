"""Decoders of classes, each a function of its own source text, as the constructors of dataclasses are.

A loop over the fields takes twice the time, and is then slower than pydantic's decoders in Rust by more than half.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from .class_fields import Fields
from .misfits import Misfit, shown
from .scalars import Decoder
from .type_forms import form_of, name_of

_REFUSALS: Final = (TypeError, ValueError, AssertionError, ArithmeticError)
"""What classes raise that check their values themselves."""

_SOURCE: Final = """\
def decode(value):
    if not isinstance(value, dict):
        raise no_object(value)
    try:
        {taken}
    except KeyError:
        raise wrong_names(value) from None
    {converted}
    if len(value) == {count}:
        try:
            return make({given})
        except refusals as error:
            raise refused(error) from None
    more = others(value)
    try:
        return make({given}**more)
    except refusals as error:
        raise refused(error) from None
"""


class Part(NamedTuple):
    """How to read a field or an item."""

    exact: type[Any] | None
    """The type of the JSON values that are taken as they are."""
    read: Decoder


def object_decoder(kind: Any, fields: Fields, parts: Mapping[str, Part]) -> Decoder:
    """A decoder of a class.

    Args:
        kind: The class.
        fields: Its fields.
        parts: How to read each of them.
    """
    required = [name for name in fields.hints if name in fields.required]
    known = fields.hints.keys()
    optional = [(name, parts[name].exact, _of_field(name, parts[name].read)) for name in known if name not in required]

    def others(value: dict[str, Any]) -> dict[str, Any]:
        if not value.keys() <= known:
            raise _wrong_names(value, fields)
        found: dict[str, Any] = {}
        for name, exact, read in optional:
            if name in value:
                item = value[name]
                found[name] = item if type(item) is exact else read(item)
        return found

    names: dict[str, Any] = {
        "make": _maker(kind, required),
        "others": others,
        "wrong_names": lambda value: _wrong_names(value, fields),
        "no_object": lambda value: Misfit(f"{shown(value)} is not an object", name_of(kind)),
        "refusals": _REFUSALS,
        "refused": lambda error: Misfit(str(error) or type(error).__name__, name_of(kind), of_type=True),
    }
    converted: list[str] = []
    for number, name in enumerate(required):
        exact = parts[name].exact
        names |= {f"read_{number}": _of_field(name, parts[name].read), f"exact_{number}": exact}
        test = f"if type(v{number}) is not exact_{number}: " if exact else ""
        converted.append(f"{test}v{number} = read_{number}(v{number})")
    source = _SOURCE.format(
        taken="\n        ".join([f"v{number} = value[{name!r}]" for number, name in enumerate(required)] or ["pass"]),
        converted="\n    ".join(converted or ["pass"]),
        count=len(required),
        given="".join(f"v{number}, " for number in range(len(required))),
    )
    exec(source, names)
    decoder: Decoder = names["decode"]
    return decoder


def shown_name(name: str) -> str:
    """The name of a field for a message, cut if it is long."""
    return name if len(name) <= 60 else f"{name[:59]}…"


def _of_field(name: str, read: Decoder) -> Decoder:
    def read_field(value: Any) -> Any:
        try:
            return read(value)
        except Misfit as error:
            raise error.inside(f".{name}") from None

    return read_field


def _maker(kind: Any, names: Sequence[str]) -> Any:
    """A function that makes an object of the values of its required fields, in this order, and of others by name."""
    if issubclass(kind, dict):
        return lambda *given, **more: dict(zip(names, given, strict=True), **more)
    try:
        parameters = list(inspect.signature(kind).parameters.values())[: len(names)]
    except (TypeError, ValueError):
        parameters = []
    if [each.name for each in parameters if each.kind is each.POSITIONAL_OR_KEYWORD] == list(names):
        return kind
    return lambda *given, **more: kind(**dict(zip(names, given, strict=True)), **more)


def _wrong_names(value: Mapping[str, Any], fields: Fields) -> Misfit:
    """The error for an object that has unknown fields, or lacks required ones."""
    if unknown := [name for name in value if name not in fields.hints]:
        known = f"one of the fields {', '.join(fields.hints)}"
        return Misfit(f"unknown fields: {', '.join(map(shown_name, unknown))}", known, f".{shown_name(unknown[0])}")
    missing = [name for name in fields.hints if name in fields.required and name not in value]
    kind = name_of(form_of(fields.hints[missing[0]]).hint)
    return Misfit(f"missing fields: {', '.join(sorted(missing))}", kind, f".{missing[0]}")
