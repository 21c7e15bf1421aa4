"""Encode query and header parameters in the styles of OpenAPI.

An array or an object is `a=1&a=2`, `a=1,2`, `a=1 2`, `a=1|2`, `a[b]=1` or JSON. The names of the styles are those of
OpenAPI, with `comma` for `form` without `explode`, and `json` for a parameter that has `content`, or `required json` if
None is null.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from .encoding import Joined, finite_text, header_value, items_of, text_of, wire
from .errors import ArgumentError
from .types import UNSET, Model

_DELIMITERS: Final = {"comma": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def query_pairs(*parameters: tuple[str, Any] | tuple[str, Any, str]) -> list[tuple[str, str]]:
    """Encode query parameters, arrays as repeated names, or in the style that is given; leave out what is None.

    Raises:
        ArgumentError: The style has no form for a value, or a number is not finite.
    """
    found: list[tuple[str, str]] = []
    for name, value, *style in parameters:
        if style:
            found += styled(name, value, style[0])
        else:
            found += [(name, finite_text(item, name)) for item in items_of(value)]
    return found


def header_values(*parameters: tuple[str, Any] | tuple[str, Any, bool]) -> dict[str, str]:
    """Encode header parameters, arrays and objects with commas; leave out what is None or not given.

    Raises:
        ValueError: A value has characters that a header cannot have.
    """
    found: dict[str, str] = {}
    for name, value, *explode in parameters:
        if value is None or value is UNSET:
            continue
        if isinstance(value, (Mapping, Model, list, tuple, AbstractSet)):
            text = simple(name, value, explode=any(explode))
        else:
            text = text_of(value)
        found[name] = header_value(text, name)
    return found


def styled(name: str, value: Any, style: str) -> Iterator[tuple[str, str]]:
    """The pairs of one query parameter.

    Raises:
        ArgumentError: A value contains what separates values in this style, or the style has no form for it.
    """
    if value is UNSET or (value is None and style != "required json"):
        return
    if style in ("json", "required json"):
        from json import dumps

        yield name, dumps(wire(value), ensure_ascii=False, separators=(",", ":"))
        return
    if isinstance(value, (Mapping, Model)):
        value = wire(value)
        if style == "deepObject":
            yield from _deep(name, value)
        elif style == "form":
            for key, item in value.items():
                yield from ((key, _scalar(one, key)) for one in items_of(item))
        else:
            yield name, joined(name, [part for key, item in _given(value) for part in (key, item)], style)
    elif style in _DELIMITERS:
        if found := list(items_of(value)):
            yield name, joined(name, found, style)
    else:
        yield from ((name, _scalar(item, name)) for item in items_of(value))


def joined(name: str, values: list[Any], style: str = "comma") -> str:
    """Several values as one text.

    Raises:
        ArgumentError: One of them contains what separates them.
    """
    delimiter = _DELIMITERS[style]
    texts = [_scalar(value, name) for value in values]
    for text in texts:
        if delimiter in text:
            raise ArgumentError(f"{name} cannot have {text!r}, because {delimiter!r} separates its values")
    return Joined(delimiter.join(texts)) if delimiter == "," else delimiter.join(texts)


def simple(name: str, value: Any, *, explode: bool = False) -> str:
    """The text of a header: arrays and objects with commas."""
    if isinstance(value, (Mapping, Model)):
        pairs = list(_given(wire(value)))
        if explode:
            return joined(name, [f"{key}={_scalar(item, name)}" for key, item in pairs])
        return joined(name, [part for pair in pairs for part in pair])
    found = list(items_of(value))
    return joined(name, found) if isinstance(value, (list, tuple, AbstractSet)) else text_of(found[0])


def _given(value: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    return ((key, item) for key, item in value.items() if item is not None)


def _deep(name: str, value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _deep(f"{name}[{key}]", item)
    else:
        yield from ((name, _scalar(item, name)) for item in items_of(value))


def _scalar(value: Any, name: str) -> str:
    if isinstance(value, (Mapping, Model, list, tuple)):
        raise ArgumentError(f"{name} must be a single value here, got {value!r:.80}")
    return finite_text(value, name)
