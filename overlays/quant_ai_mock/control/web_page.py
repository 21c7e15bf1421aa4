"""The web page at `/_mock/`, which shows what the server is doing.

It is rendered on the server, works without its script, and loads nothing from other servers. The script only fetches
the page again and updates what has changed.
"""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from pathlib import Path

from ..document.operations import ApiOperation
from ..state.server_state import ServerState
from . import page_controls, page_journal
from .markup import Html, element, section
from .page_query import PageQuery

HERE = Path(__file__).parent
ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E"


def render(state: ServerState, shown: PageQuery, address: str, message: str = "") -> str:
    """The page for the server at an address, or for one organisation of it."""
    organisation = shown.organisation or None
    sections = [
        _header(state),
        element(
            "main",
            element("p", message, id="message", role="status"),
            page_journal.filters(state, shown),
            page_controls.clock(state, organisation),
            page_controls.records(state, organisation),
            page_controls.scripts(state, organisation),
            page_controls.faults(state, organisation),
            page_journal.journal(state, shown, address),
            _routes(state),
        ),
        _footer(),
    ]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", "quant-ai-mock"),
        element("link", rel="icon", href=ICON),
        element("style", Html(_asset("page.css"))),
    )
    body = element("body", *sections, element("script", Html(_asset("page.js"))))
    return "<!doctype html>\n" + element("html", head, body, lang="en")


@cache
def headers() -> dict[str, str]:
    """Headers that allow the page its own style and script, and requests to this server alone."""
    policy = {
        "default-src": "'none'",
        "style-src": _hash("page.css"),
        "script-src": _hash("page.js"),
        "connect-src": "'self'",
        "img-src": "data:",
        "form-action": "'self'",
        "base-uri": "'none'",
        "frame-ancestors": "'none'",
    }
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def _header(state: ServerState) -> Html:
    info = state.api.spec.get("info") or {}
    served = f"{info.get('title', 'An API')} {info.get('version', '')}, {len(state.api.operations)} operations"
    return element(
        "header",
        element("h1", "quant-ai-mock"),
        element("p", served),
        element("label", element("input", type="checkbox", id="live", checked=True), "Live", hidden=True, for_="live"),
    )


def _routes(state: ServerState) -> Html:
    groups: dict[str, list[ApiOperation]] = {}
    for operation in state.api.operations.values():
        groups.setdefault(operation.tag, []).append(operation)
    return section("routes", "Routes", *(_group(tag, operations) for tag, operations in groups.items()))


def _group(tag: str, operations: list[ApiOperation]) -> Html:
    rows = (
        element("li", element("b", found.method), " ", element("code", found.path), " ", element("small", found.id))
        for found in operations
    )
    summary = element("summary", tag, " ", element("small", str(len(operations))))
    return element("details", summary, element("ul", *rows))


def _footer() -> Html:
    links = {
        "requests": "Journal as JSON",
        "openapi.json": "Spec of this control plane",
        "spec.json": "Spec of the API",
    }
    return element("footer", *(element("a", name, href=path) for path, name in links.items()))


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(name: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(_asset(name).encode()).digest()).decode()}'"
