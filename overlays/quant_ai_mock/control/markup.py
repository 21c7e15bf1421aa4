"""Build HTML in which all text is escaped, except for elements that were built here."""

from __future__ import annotations

import html
from typing import TypeAlias


class Html(str):
    """Text that is HTML already. Any other text is escaped when it is inserted."""

    __slots__ = ()


Child: TypeAlias = str | None
Attribute: TypeAlias = str | bool | None

_ARIA = {"label": "aria-label", "labelledby": "aria-labelledby"}
_VOID = ("input", "link", "meta")


def element(name: str, /, *content: Child, **attributes: Attribute) -> Html:
    """An element. The trailing underscore of `class_` is removed; an attribute that is None or False is left out."""
    attribute_text = "".join(
        f" {_ARIA.get(key, key.rstrip('_'))}" + ("" if value is True else f'="{html.escape(str(value))}"')
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    inside = "".join(part if isinstance(part, Html) else html.escape(part) for part in content if part is not None)
    return Html(f"<{name}{attribute_text}>" if name in _VOID else f"<{name}{attribute_text}>{inside}</{name}>")


def section(name: str, title: str, *content: Child) -> Html:
    """A section of the page with a heading."""
    heading = element("h2", title, id=f"{name}-title")
    return element("section", heading, *content, id=name, labelledby=f"{name}-title")
