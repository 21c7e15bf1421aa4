"""The address that clients reach this server at, for the URLs in its replies."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HOST = re.compile(r"[A-Za-z0-9.\-_]+(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]+\](:[0-9]{1,5})?")
_PREFIX = re.compile(r"(/[A-Za-z0-9.\-_~%]+)*")
_PORT = re.compile(r"[0-9]{1,5}")


def base_url(fields: Mapping[bytes, bytes], scheme: str, mount: str) -> str:
    """The URL of the server as its client wrote it: behind a proxy, as X-Forwarded-* or Forwarded say.

    A header that no proxy would write is ignored.
    """
    host = fields.get(b"host", b"localhost").decode("latin-1")
    if b"x-forwarded-proto" in fields or b"x-forwarded-host" in fields or b"forwarded" in fields:
        scheme, host = _forwarded(fields, scheme, host)
    prefix = _first(fields.get(b"x-forwarded-prefix", b"")).rstrip("/")
    return f"{scheme}://{host}{prefix if _PREFIX.fullmatch(prefix) else ''}{mount}"


def _forwarded(fields: Mapping[bytes, bytes], scheme: str, host: str) -> tuple[str, str]:
    parts: dict[str, str] = {}
    for part in _first(fields.get(b"forwarded", b"")).lower().split(";"):
        name, _, value = part.strip().partition("=")
        parts[name] = value
    proto = _first(fields.get(b"x-forwarded-proto", b"")).lower() or parts.get("proto", "").strip('"')
    outer = _first(fields.get(b"x-forwarded-host", b"")) or parts.get("host", "").strip('"')
    port = _first(fields.get(b"x-forwarded-port", b""))
    if _HOST.fullmatch(outer):
        usual = {"http": "80", "https": "443"}.get(proto)
        host = f"{outer}:{port}" if ":" not in outer and _PORT.fullmatch(port) and port != usual else outer
    return proto if proto in ("http", "https") else scheme, host


def _first(value: bytes) -> str:
    """The first entry of a list: what the proxy next to the client saw."""
    return value.decode("latin-1").partition(",")[0].strip()
