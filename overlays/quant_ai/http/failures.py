"""What an exception of httpx or httpx2 means: whether the request was sent, and how to say what happened.

The two libraries' classes have the same names, so they are distinguished by name.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any, Final

_NOT_SENT: Final = frozenset({"ConnectError", "ConnectTimeout", "PoolTimeout", "ProxyError"})
_PERMANENT: Final = frozenset({"UnsupportedProtocol", "LocalProtocolError"})
_LOCATION: Final = "Invalid URL in location header"
"""How httpx begins the text of an error about a redirect; its class is that of a lost connection."""
_PHASES: Final = {
    "ConnectTimeout": ("connect", "connecting"),
    "ReadTimeout": ("read", "waiting for bytes of the reply"),
    "WriteTimeout": ("write", "sending the request"),
    "PoolTimeout": ("pool", "waiting for a free connection"),
}


def is_a(error: Exception, name: str) -> bool:
    """Whether an exception is of a class with this name, or of one derived from it."""
    return any(each.__name__ == name for each in type(error).__mro__)


def was_not_sent(error: Exception) -> bool:
    """Whether the service cannot have read the request."""
    return not _NOT_SENT.isdisjoint(each.__name__ for each in type(error).__mro__)


def bad_redirect(error: Exception) -> str | None:
    """What is wrong with the URL of a redirect, which httpx looks at even if it is not to follow it; None for others.

    The service has read the request then, and may have done what it says.
    """
    text = str(error)
    if is_a(error, "InvalidURL") or isinstance(error.__cause__ or error.__context__, UnicodeError):
        return text
    return text.removeprefix(f"{_LOCATION}: ") if text.startswith(_LOCATION) else None


def may_pass(error: Exception) -> bool:
    """Whether the same request may succeed another time."""
    if bad_redirect(error) is not None:
        return False
    if not is_a(error, "TransportError") or not _PERMANENT.isdisjoint(each.__name__ for each in type(error).__mro__):
        return False
    return not isinstance(cause_of(error), ssl.SSLCertVerificationError)


def phase_of(error: Exception) -> tuple[str, str]:
    """The timeout that passed, and what the call was doing."""
    return next(
        (_PHASES[each.__name__] for each in type(error).__mro__ if each.__name__ in _PHASES), ("read", "waiting")
    )


def cause_of(error: BaseException) -> BaseException:
    """The operating system's error behind an exception, or the exception itself."""
    for _ in range(8):
        inside = error.__cause__ or error.__context__  # httpcore's pools raise `from None`
        if isinstance(error, OSError) or inside is None:
            break
        error = inside
    # asyncio and anyio wrap what each address said
    inner: tuple[Any, ...] = getattr(error, "exceptions", ())
    return inner[0] if inner else error


def connection_advice(error: Exception, base_url: str, proxy: str | None) -> str:
    """What to say of a connection that could not be made: what is wrong, and what to do."""
    reason, cause = str(error) or type(error).__name__, cause_of(error)
    if isinstance(cause, ssl.SSLCertVerificationError):
        what = cause.verify_message or reason
        return (
            f"could not verify the certificate of {base_url}: {what}; if you trust it, name a file with its"
            " authority in SSL_CERT_FILE, or pass http_client= with verify="
        )
    if isinstance(cause, ssl.SSLError):
        return (
            f"could not speak TLS with {base_url}: {cause.reason or reason}; check that base_url= is meant to be https"
        )
    if proxy is not None or is_a(error, "ProxyError"):
        return f"could not connect through the proxy {proxy or 'of http_client='}: {reason}; check that proxy"
    if isinstance(cause, socket.gaierror):
        return f"could not find the host of {base_url}: {reason}; check base_url= (QUANT_BASE_URL)"
    return f"could not connect to {base_url}: {reason}; check base_url= (QUANT_BASE_URL)"
