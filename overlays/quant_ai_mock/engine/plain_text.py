"""The visible text of a web page, found in time that grows with the page alone.

`html.parser` reads a page with many unfinished comments or tags again and again (CVE-2025-6069). Here, what is not
finished ends the page, as it does in a browser.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
_REST_OF_TAG = re.compile(r"""[^"'>]*+(?:"[^"]*+"[^"'>]*+|'[^']*+'[^"'>]*+)*+>""")
_NAME = re.compile(r"[a-zA-Z][^\s/>]*")
_HIDDEN = {
    "script": re.compile(r"</script\s*>", re.IGNORECASE),
    "style": re.compile(r"</style\s*>", re.IGNORECASE),
}
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}


def plain_text(content: str, content_type: str) -> str:
    """The text of a page without markup, in one line."""
    if "html" in content_type.lower():
        content = _unescape(" ".join(_visible(content)))
    return " ".join(content.split())


def _visible(page: str) -> Iterator[str]:
    place = 0
    while (found := _MARKUP.search(page, place)) is not None:
        yield page[place : found.start()]
        place = _after_markup(page, found.start())
        if place < 0:
            return
    yield page[place:]


def _after_markup(page: str, start: int) -> int:
    """Where the text goes on after a comment or a tag, with all that is hidden in it; -1 if it does not."""
    for begin, end in _ENDS.items():
        if page.startswith(begin, start):
            found = page.find(end, start + len(begin))
            return found + len(end) if found >= 0 else -1
    tag = _REST_OF_TAG.match(page, start + 1)
    if tag is None:
        return -1
    name = _NAME.match(page, start + 1)
    hidden = _HIDDEN.get(name[0].lower()) if name else None
    if hidden is None:
        return tag.end()
    closed = hidden.search(page, tag.end())
    return closed.end() if closed else -1


def _unescape(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a character reference of thousands of digits
        return text
