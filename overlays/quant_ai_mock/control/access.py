"""Who may use the control plane.

Whoever knows its token, where it has one. And in no case a page of another site: a browser would carry the order of any
page that is open in it to a server on the same machine. Without a token, neither a page whose site had its name lead to
this machine afterwards: such a name has a dot in it, and is no address.
"""

from __future__ import annotations

import base64
import hmac
import ipaddress
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, Response


def refused(request: Request, token: str | None) -> Response | None:
    """The reply to a request that may not come in: without the token, or sent by a page of another site."""
    if token is not None and not _allowed(request, token):
        # A browser asks its user for a password only where Basic is offered.
        challenge = 'Basic realm="quant-ai-mock"' if request.url.path == "/_mock/" else "Bearer"
        return JSONResponse(
            {"message": "The control plane asks for its own token."}, 401, {"WWW-Authenticate": challenge}
        )
    host, origin = request.headers.get("host", ""), request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return JSONResponse({"message": f"A page of {origin} has no business here."}, 403)
    if token is None and not _is_near(host):
        message = f"By the name {host} the control plane is only there with --control-token; take its address instead."
        return JSONResponse({"message": message}, 403)
    return None


def _is_near(host: str) -> bool:
    """Whether the Host header is an address, or a name that no site of the internet can have."""
    try:
        name = urlsplit(f"//{host}").hostname or ""
        ipaddress.ip_address(name)
    except ValueError:
        name = host.rpartition(":")[0] or host
        return "." not in name or name.endswith(".localhost")
    return True


def _allowed(request: Request, token: str) -> bool:
    """Whether the token was sent: as bearer token, or as the password that a browser asks for."""
    scheme, _, sent = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "basic":
        try:
            sent = base64.b64decode(sent, validate=True).decode("utf-8").partition(":")[2]
        except ValueError:
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(sent.encode(), token.encode())
