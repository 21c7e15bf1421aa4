"""Let web pages of other origins use the API, as they do with a mock server that listens on a port of its own (CORS).

The control plane never does: see control/access.py.
"""

from __future__ import annotations

from collections.abc import Mapping

Headers = list[tuple[bytes, bytes]]
_SHOWN = b"X-Request-Id, Retry-After, Allow, WWW-Authenticate, Preference-Applied, Location"


def headers_for(fields: Mapping[bytes, bytes]) -> Headers:
    """The headers of a reply that a page may read; none if the request is not from a page."""
    origin = fields.get(b"origin")
    if origin is None:
        return []
    return [
        (b"access-control-allow-origin", origin),
        (b"access-control-allow-credentials", b"true"),
        (b"access-control-expose-headers", _SHOWN),
        (b"vary", b"Origin"),
    ]


def is_preflight(method: str, fields: Mapping[bytes, bytes]) -> bool:
    """Whether a browser asks if a page may send a request."""
    return method == "OPTIONS" and b"origin" in fields and b"access-control-request-method" in fields


def preflight_headers(fields: Mapping[bytes, bytes]) -> dict[str, str]:
    """The headers that allow the request which a browser asks about."""
    found = {"Access-Control-Allow-Methods": fields[b"access-control-request-method"].decode("latin-1")}
    wanted = fields.get(b"access-control-request-headers")
    if wanted:
        found["Access-Control-Allow-Headers"] = wanted.decode("latin-1")
    if fields.get(b"access-control-request-private-network") == b"true":
        found["Access-Control-Allow-Private-Network"] = "true"
    return found | {"Access-Control-Max-Age": "600"}
