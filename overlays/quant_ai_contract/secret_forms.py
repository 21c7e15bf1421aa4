"""The forms in which a known secret can stand in a text, and how each is replaced.

A token that came in a header may come back in a body: as it is, escaped in JSON, percent-encoded, or within something
that is encoded in base64. A search for some fixed texts finds all of these, and costs little where there are none.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, unquote, unquote_to_bytes

from .marked_text import Edit

REDACTED: Final = "REDACTED"
_BASE64_RUN: Final = re.compile(r"[A-Za-z0-9+/_-]+={0,2}")
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_PERCENT_RUN: Final = re.compile(r"(?<![^\s\"'<>&=?#/\\])[^\s\"'<>&=?#/\\%]*%[0-9A-Fa-f]{2}[^\s\"'<>&=?#/\\]*")
_LEAST_HEX: Final = 8  # characters of a secret that is looked for in hexadecimal digits
_LEAST_BASE64: Final = 6  # characters that name a secret in base64; fewer occur by chance


class SecretForms:
    """The texts that give one secret away."""

    def __init__(self, secret: str) -> None:
        self.secret = secret
        once = quote(secret, safe="")
        escaped = (json.dumps(secret)[1:-1], _as_json(secret))
        in_hex = secret.encode("utf-8", "surrogatepass").hex()
        in_hexes = (in_hex, in_hex.upper()) if len(secret) >= _LEAST_HEX else ()
        self.plain = tuple(dict.fromkeys([secret, *escaped, once, once.replace("%20", "+"), *in_hexes]))
        self.in_json = tuple(_as_json(form).encode("utf-8", "surrogatepass") for form in self.plain)
        self._partly = None if secret.isalnum() and secret.isascii() else re.compile("".join(map(_spelling, secret)))
        self.encoded = tuple(_in_base64(secret))

    def edits(self, text: str) -> Iterator[Edit]:
        """Where the secret stands in a text."""
        for form in self.plain:
            yield from (Edit(at, at + len(form), REDACTED) for at in _places(text, form))
        if self._partly is not None and ("%" in text or "&#" in text):
            yield from (Edit(*found.span(), REDACTED) for found in self._partly.finditer(text))
        for form in self.encoded:
            for at in _places(text, form):
                yield self._within_base64(text, at, at + len(form))

    def _within_base64(self, text: str, begin: int, end: int) -> Edit:
        """Replace the secret in what is encoded, so that it can still be decoded."""
        while begin > 0 and _BASE64_RUN.fullmatch(text[begin - 1]):
            begin -= 1
        run = _BASE64_RUN.match(text, begin)
        assert run is not None
        raw = _decoded(run[0])
        secret = self.secret.encode()
        if raw is None or secret not in raw:
            return Edit(begin, max(end, run.end()), REDACTED)
        changed = base64.b64encode(raw.replace(secret, REDACTED.encode())).decode()
        if "-" in run[0] or "_" in run[0]:
            changed = changed.replace("+", "-").replace("/", "_")
        return Edit(begin, run.end(), changed if run[0].endswith("=") else changed.rstrip("="))


def hidden_strings(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Parts of a text that spell something else: start, end, what they spell, and how to spell it again.

    These are strings of JSON with escapes, and runs with percent signs. The last item is "json" or "percent".
    """
    if "\\" in text:
        for found in _STRING.finditer(text):
            if "\\" in found[0]:
                try:
                    yield found.start(), found.end(), json.loads(found[0], strict=False), "json"
                except ValueError:
                    continue
    if _PERCENT.search(text):
        for found in _PERCENT_RUN.finditer(text):
            yield found.start(), found.end(), unquote(unquote(found[0])), "percent"


def spelled(value: str, how: str) -> str:
    """A text as a string of JSON, or percent-encoded."""
    return json.dumps(value) if how == "json" else quote(value, safe="")


def basic_credentials(value: str) -> list[str]:
    """The user and password of basic credentials, as one text and apart."""
    raw = _decoded(value)
    if raw is None:
        return []
    text = raw.decode("utf-8", "replace")
    return [text, text.partition(":")[2]]


def percent_decoded(value: str) -> str:
    """A value of a query as it is meant."""
    return unquote_to_bytes(value.replace("+", " ")).decode("utf-8", "replace")


def _spelling(character: str) -> str:
    """Matches a character as it is, percent-encoded any number of times, or as a reference of HTML.

    Libraries differ in which characters they leave as they are.
    """
    if character.isalnum() and character.isascii():
        return character
    octets = character.encode("utf-8", "surrogatepass")
    percent = "".join(f"%(?:25){{0,3}}(?i:{octet:02x})" for octet in octets)
    return f"(?:{re.escape(character)}|{percent}|&#(?:0*{ord(character)}|[xX]0*(?i:{ord(character):x}));)"


def _as_json(text: str) -> str:
    """A text as it stands in JSON, between the quotation marks."""
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _in_base64(secret: str) -> Iterator[str]:
    """What every base64 text contains that has the secret in it: one text for each of three alignments."""
    raw = secret.encode()
    for before in range(3):
        encoded = base64.b64encode(b"\0" * before + raw).decode().rstrip("=")
        first = -(-before * 8 // 6)  # the first character that the secret alone decides
        last = (before + len(raw)) * 8 // 6
        inner = encoded[first:last]
        if len(inner) >= _LEAST_BASE64:
            yield inner
            if "+" in inner or "/" in inner:
                yield inner.replace("+", "-").replace("/", "_")


def _places(text: str, form: str) -> Iterator[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + len(form))


def _decoded(text: str) -> bytes | None:
    padded = text.rstrip("=").replace("-", "+").replace("_", "/")
    try:
        return base64.b64decode(padded + "=" * (-len(padded) % 4), validate=True)
    except (binascii.Error, ValueError):
        return None
