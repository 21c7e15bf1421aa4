"""The web page at `/_mock/`, which shows what the server is doing.

It is rendered on the server, works without its script, and loads nothing from other servers. The script only fetches
the page again and updates what has changed.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from ..document.operations import ApiOperation
from ..state.clock import iso
from ..state.server_state import ServerState
from .markup import Child, Html, element

HERE = Path(__file__).parent
MAX_REQUESTS = 50
MAX_TEXT = 4000  # characters of one body
STEPS = ((60, "1 min"), (3600, "1 h"), (86400, "1 day"))
ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3C/svg%3E"


def render(state: ServerState, organisation: str | None = None, message: str = "") -> str:
    """The page for the server, or for one organisation."""
    sections = [
        _header(state),
        element(
            "main",
            element("p", message, id="message", role="status"),
            _organisation_form(state, organisation),
            _clock(state, organisation),
            _state(state, organisation),
            _journal(state, organisation),
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


def page_url(organisation: str | None, done: str | None = None) -> str:
    """The URL of the page."""
    query = {"organisation": organisation, "done": done}
    encoded = urlencode({name: value for name, value in query.items() if value})
    return f"/_mock/?{encoded}" if encoded else "/_mock/"


def _header(state: ServerState) -> Html:
    info = state.api.spec.get("info") or {}
    served = f"{info.get('title', 'An API')} {info.get('version', '')}, {len(state.api.operations)} operations"
    return element(
        "header",
        element("h1", "quant-ai-mock"),
        element("p", served),
        element("label", element("input", type="checkbox", id="live", checked=True), "Live", hidden=True, for_="live"),
    )


def _organisation_form(state: ServerState, organisation: str | None) -> Html:
    names = set(state.journal.organisations())
    names |= set(state.store.organisations()) | ({organisation} if organisation else set())
    options = [element("option", "All", value="", selected=organisation is None)]
    options += [element("option", name, value=name, selected=name == organisation) for name in sorted(names)]
    return element(
        "form",
        element("label", "Organisation", for_="organisation"),
        element("select", *options, id="organisation", name="organisation"),
        element("button", "Show"),
        id="choice",
        action="/_mock/",
    )


def _clock(state: ServerState, organisation: str | None) -> Html:
    now, frozen = state.clock.now(organisation), state.clock.is_frozen(organisation)
    day, time = iso(now)[:10], iso(now)[11:19]
    return _section(
        "clock",
        "Clock",
        element(
            "p",
            element("time", element("span", day), " ", element("strong", time), " UTC", datetime=iso(now)),
            element("span", "frozen" if frozen else "running", class_="badge frozen" if frozen else "badge"),
            id="time",
            class_="live",
        ),
        _form(
            organisation,
            "Move on by",
            *(element("button", f"+ {name}", name="advance", value=str(seconds)) for seconds, name in STEPS),
        ),
        _form(
            organisation,
            "Move on by seconds",
            element("label", "Seconds", for_="seconds"),
            element("input", id="seconds", name="seconds", type="number", min="0", step="any", required=True),
            element("button", "Advance", name="action", value="advance"),
        ),
        _form(
            organisation,
            "Stop and start",
            element("button", "Freeze", name="action", value="freeze"),
            element("button", "Release", name="action", value="release"),
        ),
    )


def _state(state: ServerState, organisation: str | None) -> Html:
    counts = state.store.counts(organisation)
    rows = [
        element(
            "tr",
            element("th", name, scope="row"),
            element("td", ", ".join(f"{count} {_kind(kind, count)}" for kind, count in sorted(_by_kind(kinds)))),
        )
        for name, kinds in sorted(counts.items())
    ]
    faults = [fault for fault in state.faults.all() if organisation in (None, fault.organisation)]
    scripts = [script for script in state.scripts.all() if organisation in (None, script.organisation)]
    planned = [f"Fault {one.number}: {one} on {one.operation or 'every operation'} · met {one.met} ×" for one in faults]
    planned += [f"Script {one.number} for {one.operation or 'every chat'} · used {one.used} ×" for one in scripts]
    scope = organisation or "everything"
    return _section(
        "state",
        "State",
        element(
            "div",
            element("table", element("caption", "Things by organisation"), element("tbody", *rows))
            if rows
            else element("p", "Nothing is stored.", class_="empty"),
            element("ul", *(element("li", plan) for plan in planned), class_="plans") if planned else None,
            id="things",
            class_="live",
        ),
        _form(
            organisation, "Forget", element("button", f"Reset {scope}", name="action", value="reset", class_="grave")
        ),
    )


def _journal(state: ServerState, organisation: str | None) -> Html:
    _, total = state.journal.search(0, 0, organisation=organisation)
    entries, _ = state.journal.search(MAX_REQUESTS, max(0, total - MAX_REQUESTS), organisation=organisation)
    return _section(
        "journal",
        "Requests",
        element(
            "p",
            "No request has come yet." if not total else f"The last {len(entries)} of {total}, newest first.",
            id="total",
            class_="live empty",
        ),
        element("ol", *(_entry(entry) for entry in reversed(entries)), id="entries"),
    )


def _entry(entry: dict[str, Any]) -> Html:
    status = entry.get("status")
    kind = "open" if status is None else "good" if status < 400 else "bad" if status >= 500 else "refused"
    duration = entry.get("durationMs")
    notes = [entry.get("operation"), entry.get("organisation"), None if duration is None else f"{duration:.1f} ms"]
    notes += [
        f"fault: {entry['fault']}" if "fault" in entry else None,
        "client went" if entry["disconnected"] else None,
    ]
    summary = element(
        "summary",
        element("span", "…" if status is None else str(status), class_=f"status {kind}"),
        element("span", element("b", entry["method"]), " ", _short_path(entry), class_="target"),
        element("time", entry["time"][11:23], datetime=entry["time"]),
        element("small", " · ".join(note for note in notes if note)),
    )
    details = {
        name: entry[name] for name in ("path", "requestId", "testId", "query", "error", "events") if entry.get(name)
    }
    texts = [("Request", details), ("Headers", entry.get("headers"))]
    texts += [("Body", entry[name]) for name in ("body", "bodyText", "bodyBase64") if name in entry]
    blocks = [part for name, value in texts for part in (element("h3", name), element("pre", _text(value)))]
    return element("li", element("details", summary, *blocks), id=f"request-{entry['number']}")


def _short_path(entry: dict[str, Any]) -> str:
    """The path without the beginning that all paths of the API share."""
    _, found, rest = entry["path"].partition("/ai/")
    return f"/{rest}" if found and "operation" in entry else str(entry["path"])


def _routes(state: ServerState) -> Html:
    groups: dict[str, list[ApiOperation]] = {}
    for operation in state.api.operations.values():
        groups.setdefault(operation.tag, []).append(operation)
    return _section("routes", "Routes", *(_group(tag, operations) for tag, operations in groups.items()))


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
        "openapi.json": "Document of this control plane",
        "spec.json": "Document of the API",
    }
    return element("footer", *(element("a", name, href=f"/_mock/{path}") for path, name in links.items()))


def _section(name: str, title: str, *content: Child) -> Html:
    return element("section", element("h2", title, id=f"{name}-title"), *content, id=name, labelledby=f"{name}-title")


def _form(organisation: str | None, name: str, *content: Child) -> Html:
    hidden = element("input", type="hidden", name="organisation", value=organisation) if organisation else None
    return element("form", hidden, *content, method="post", action="/_mock/", label=name)


def _by_kind(kinds: dict[str, int]) -> Iterable[tuple[str, int]]:
    """Counts by the name of a kind: the documents of all collections are counted together."""
    found: dict[str, int] = {}
    for kind, count in kinds.items():
        if not kind.endswith("_arn"):
            name = kind.partition(":")[0] if not kind.startswith("generic:") else kind.rpartition("/")[2]
            found[name] = found.get(name, 0) + count
    return found.items()


def _kind(kind: str, count: int) -> str:
    return kind.replace("_", " ") + ("s" if count != 1 and not kind.endswith("s") else "")


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}\n… {len(text) - MAX_TEXT} more characters"


@cache
def _asset(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


def _hash(name: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(_asset(name).encode()).digest()).decode()}'"
