"""Redact secrets, by the names of the headers and of the query parameters that usually hold them."""

from __future__ import annotations

import re

SECRET = "…"
_HEADER = re.compile(
    r"auth|token|secret|cookie|api-?key|access-?key|private-?key|subscription-?key|credential|passw|signature|session|jwt",
    re.IGNORECASE,
)
_PARAMETER = re.compile(
    r"(?:^|[-_.])(?:auth|authorization|token|secret|api[-_]?key|access[-_]?key|credentials?|passw(?:or)?d|pwd|"
    r"signature|sig|jwt|code[-_]verifier)$|(?:access|refresh|id|auth|security|bearer|client)[-_]?(?:token|secret)$|apikey$",
    re.IGNORECASE,
)
_NO_SECRETS = frozenset(("www-authenticate", "x-session-id"))


def redacted_header(name: str, value: str) -> tuple[str, str]:
    """A header as it may be shown: of Authorization and its like the scheme is left."""
    if name in _NO_SECRETS or not _HEADER.search(name):
        return name, value
    scheme, blank, _ = value.partition(" ")
    return name, f"{scheme} {SECRET}" if blank and "authorization" in name else SECRET


def redacted_parameter(name: str, value: str) -> tuple[str, str]:
    """A query parameter as it may be shown."""
    return name, SECRET if _PARAMETER.search(name) else value
