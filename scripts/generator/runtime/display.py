"""How models are shown: on one line in `repr()`, on several in `str()`, with long values cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, runtime_checkable

_WIDTH = 100
_LONG = 200
_MANY = 8
_DEEP = 50
"""How many levels of a value are shown."""


@runtime_checkable
class Shown(Protocol):
    """A value that is shown as its class with some of its attributes."""

    def __rich_repr__(self) -> Iterable[tuple[str, Any]]:
        """The names and values to show."""
        ...


def short(value: Any, depth: int = 0) -> str:
    """Like repr(), but with long strings, such as base64, long lists, such as vectors, and deep values cut."""
    if isinstance(value, (str, bytes)) and len(value) > _LONG:
        return _cut(value, 40)
    if depth > _DEEP and isinstance(value, (list, dict, Shown)):
        return "…"
    depth += 1
    if isinstance(value, list):
        return f"[{', '.join([*(short(item, depth) for item in value[:_MANY]), *_rest(value)])}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key!r}: {short(item, depth)}' for key, item in value.items())}}}"
    if isinstance(value, Shown):
        fields = (f"{name}={short(item, depth)}" for name, item in value.__rich_repr__())
        return f"{type(value).__name__}({', '.join(fields)})"
    return repr(value)


def pretty(value: Any, indent: int = 0) -> str:
    """Like `short`, but on several lines where one is too long, and with more of a long text."""
    if isinstance(value, str) and len(value) > _LONG:
        return _text(value)
    line = short(value, indent // 4)
    if line == "…" or (len(line) + indent <= _WIDTH and "…" not in line):
        return line
    if isinstance(value, list) and not all(isinstance(item, (int, float)) for item in value):
        return _block("[", (pretty(item, indent + 4) for item in value[:_MANY]), "]", indent, _rest(value))
    if isinstance(value, dict):
        return _block("{", (f"{key!r}: {pretty(item, indent + 4)}" for key, item in value.items()), "}", indent)
    if isinstance(value, Shown):
        fields = (f"{name}={pretty(item, indent + 4)}" for name, item in value.__rich_repr__())
        return _block(f"{type(value).__name__}(", fields, ")", indent)
    return line


def _block(start: str, lines: Iterable[str], end: str, indent: int, rest: Iterable[str] = ()) -> str:
    pad = " " * (indent + 4)
    body = "".join([*(f"\n{pad}{line}," for line in lines), *(f"\n{pad}{line}" for line in rest)])
    return f"{start}{body}\n{' ' * indent}{end}"


def _text(value: str) -> str:
    if " " not in value:
        return _cut(value, 40)
    return repr(value) if len(value) <= 5 * _LONG else _cut(value, _LONG)


def _cut(value: str | bytes, length: int) -> str:
    kind = "characters" if isinstance(value, str) else "bytes"
    return f"{value[:length]!r}… ({len(value)} {kind})"


def _rest(value: list[Any]) -> Iterator[str]:
    if len(value) > _MANY:
        yield f"… ({len(value)} items)"
