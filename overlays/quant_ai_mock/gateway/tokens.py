"""Find the token of a request where its operation takes one: as a bearer token, or as an API key."""

from __future__ import annotations

import base64
import binascii
import contextlib
from collections.abc import Iterable, Iterator
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs

from ..document.operations import Credential
from .request import ReceivedRequest


def sent_tokens(request: ReceivedRequest, credentials: Iterable[Credential]) -> Iterator[str]:
    """The tokens of a request, by the places in which its operation takes one."""
    for place, name in credentials:
        if place == "header":
            value = request.fields.get(name.encode("latin-1", "replace"), b"").decode("latin-1")
            scheme, blank, token = value.partition(" ")
            if name != "authorization":
                yield value.strip()
            elif blank and scheme.lower() == "bearer":
                yield token.strip()
        elif place == "basic":
            kind, _, pair = request.fields.get(b"authorization", b"").partition(b" ")
            if kind.lower() == b"basic":
                yield from _basic(pair)
        elif place == "query":
            query = parse_qs(request.query.decode("latin-1"))
            yield from next((values for key, values in query.items() if key.lower() == name), [])
        else:
            yield from cookie_values(request.fields.get(b"cookie", b"").decode("latin-1"), name)


def _basic(pair: bytes) -> Iterator[str]:
    """The password, or the name if that is the token."""
    with contextlib.suppress(binascii.Error):
        name, _, password = base64.b64decode(pair.strip()).decode("latin-1").partition(":")
        yield from (password, name)


def cookie_values(header: str, name: str) -> Iterator[str]:
    """The values of a cookie, of any spelling of its name."""
    try:
        cookies = SimpleCookie(header)
    except CookieError:
        return
    yield from (cookie.value for key, cookie in cookies.items() if key.lower() == name)
