"""Access to the control plane.

A request needs the control token, if there is one. Requests by web pages of other sites are refused in any case,
because a browser would send those of any open page to a server on the same machine. Without a token, a Host header that
could be the name of a web site is refused too: the site could have let its name point to this machine (DNS rebinding).
"""

from __future__ import annotations

import base64
import hmac
import ipaddress
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


def check_access(request: Request, token: str | None) -> Response | None:
    """The error reply to a request that is not allowed; None if it is."""
    if token is not None and not _has_token(request, token):
        # A browser asks its user for a password only if Basic is offered.
        challenge = 'Basic realm="quant-ai-mock"' if request.url.path.endswith("/_mock/") else "Bearer"
        return JSONResponse(
            {"message": "The control plane requires its own token."}, 401, {"WWW-Authenticate": challenge}
        )
    host, origin = request.headers.get("host", ""), request.headers.get("origin")
    if origin is not None and _host_of(origin) != host:
        return JSONResponse({"message": f"Cross-site requests are refused (from {origin})."}, 403)
    if token is None and not _is_local(host):
        message = f"By the name {host} the control plane needs --control-token; use the IP address instead."
        return JSONResponse({"message": message}, 403)
    return None


def _host_of(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _is_local(host: str) -> bool:
    """Whether a Host header is an address, or a name that no web site can have."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        ipaddress.ip_address(name)
    except ValueError:
        name = host.rpartition(":")[0] or host
        return "." not in name or name.endswith(".localhost")
    return True


def _has_token(request: Request, token: str) -> bool:
    """Whether the token was sent: as a bearer token, or as the password entered in a browser."""
    scheme, _, sent = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            sent = base64.b64decode(sent, validate=True).decode("utf-8").partition(":")[2]
        except ValueError:
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(sent.encode(), token.encode())
