"""Write HTML in which nothing can be forgotten to be escaped: all text is, unless it came out of here."""

from __future__ import annotations

import html
from typing import TypeAlias


class Html(str):
    """Text that is HTML already. Everything else is escaped where it is put in."""

    __slots__ = ()


Child: TypeAlias = str | None
Attribute: TypeAlias = str | bool | None

_ARIA = {"label": "aria-label", "labelledby": "aria-labelledby"}
_EMPTY = ("input", "link", "meta")


def element(name: str, /, *content: Child, **attributes: Attribute) -> Html:
    """An element. An underscore after the name of an attribute (`class_`) is left out, and so are None and False."""
    written = "".join(
        f" {_ARIA.get(key, key.rstrip('_'))}" + ("" if value is True else f'="{html.escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    inside = "".join(part if isinstance(part, Html) else html.escape(part) for part in content if part is not None)
    return Html(f"<{name}{written}>" if name in _EMPTY else f"<{name}{written}>{inside}</{name}>")
