"""The journal on the page: filters, pages, and each request beside its reply."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final

from ..state.server_state import TEST_TOKEN, ServerState
from .markup import Html, element, section
from .page_query import OUTCOMES, PageQuery

PAGE_SIZE: Final = 50
MAX_TEXT: Final = 4000  # characters of one body
_DETAILS: Final = ("path", "requestId", "testId", "query", "events", "error")


def filters(state: ServerState, shown: PageQuery) -> Html:
    """The form that says what to show."""
    names = set(state.journal.organisations()) | set(state.store.organisations()) | ({shown.organisation} - {""})
    operations = {name: name for name in state.api.operations}
    return element(
        "form",
        *_select("organisation", "Organisation", {name: name for name in sorted(names)}, shown.organisation),
        *_select("operation", "Operation", operations, shown.operation),
        *_select("outcome", "Outcome", OUTCOMES, shown.outcome),
        element("label", "Contains", for_="text"),
        element("input", id="text", name="text", type="search", value=shown.text),
        element("button", "Show"),
        id="choice",
        action="./",
    )


def journal(state: ServerState, shown: PageQuery, address: str) -> Html:
    """The section with the requests."""
    found = [entry for entry in state.journal.find(shown.organisation or None) if shown.matches(entry)]
    last = max(1, -(-len(found) // PAGE_SIZE))
    page = min(shown.page, last)
    end = len(found) - (page - 1) * PAGE_SIZE
    entries = found[max(0, end - PAGE_SIZE) : end]
    return section(
        "journal",
        "Requests",
        element(
            "div",
            element("p", _count(len(found), page, last, shown), class_="empty"),
            None if found or shown != PageQuery(shown.organisation) else _first_request(address, shown),
            id="total",
            class_="live",
        ),
        element("ol", *(_entry(entry.as_json()) for entry in reversed(entries)), id="entries"),
        element("nav", *_pages(page, last, shown), id="pages", class_="live", label="Pages"),
    )


def _count(number: int, page: int, last: int, shown: PageQuery) -> str:
    if not number:
        return "No requests yet." if shown == PageQuery(shown.organisation) else "No request fits."
    requests = f"{number} request{'s' if number > 1 else ''}, newest first."
    return requests if last == 1 else f"{requests} Page {page} of {last}."


def _first_request(address: str, shown: PageQuery) -> Html:
    """A line that sends the first request."""
    url = f"{address}/api/v3/organisations/{shown.organisation or 'mock'}/ai/models"
    return element("pre", f"curl -H 'Authorization: Bearer {TEST_TOKEN}' {url}", tabindex="0")


def _pages(page: int, last: int, shown: PageQuery) -> list[Html]:
    links = []
    if page > 1:
        links.append(element("a", "Newer", href=shown.url(page=page - 1), rel="prev"))
    if page < last:
        links.append(element("a", "Older", href=shown.url(page=page + 1), rel="next"))
    return links


def _entry(entry: dict[str, Any]) -> Html:
    status = entry.get("status")
    kind = "open" if status is None else "good" if status < 400 else "bad" if status >= 500 else "refused"
    duration = entry.get("durationMs")
    notes = [entry.get("operation"), entry.get("organisation"), None if duration is None else f"{duration:.1f} ms"]
    notes += [
        f"fault: {entry['fault']}" if "fault" in entry else None,
        "client went" if entry["disconnected"] else None,
    ]
    reason = entry.get("reason") or entry.get("warning")
    summary = element(
        "summary",
        element("span", "…" if status is None else str(status), class_=f"status {kind}"),
        element("span", element("b", entry["method"]), " ", _short_path(entry), class_="target"),
        element("time", entry["time"][11:23], datetime=entry["time"]),
        element("small", " · ".join(note for note in notes if note)),
        element("small", reason, class_="reason") if reason else None,
    )
    details = {name: entry[name] for name in _DETAILS if entry.get(name)}
    request = _half("Request", {"Request": details, "Headers": entry.get("headers"), "Body": _body(entry, "body")})
    reply = {"Status": status, "Content-Type": entry.get("contentType"), "Reason": reason}
    replied = _half(
        "Reply",
        {"Reply": {name: value for name, value in reply.items() if value}, "Body": _body(entry, "reply")},
    )
    return element(
        "li", element("details", summary, element("div", request, replied, class_="exchange")),
        id=f"request-{entry['number']}",
    )  # fmt: skip


def _half(name: str, parts: Mapping[str, Any]) -> Html:
    blocks = [
        part
        for title, value in parts.items()
        if value
        for part in (element("h3", title), element("pre", _text(value), tabindex="0"))
    ]
    return element("div", *blocks, class_="half", role="group", label=name)


def _body(entry: dict[str, Any], name: str) -> Any:
    found = next((entry[key] for key in (name, f"{name}Text", f"{name}Base64") if key in entry), None)
    if entry.get(f"{name}Cut"):
        return f"{found}\n… the first part of {entry[f'{name}Bytes']} bytes"
    return found


def _short_path(entry: dict[str, Any]) -> str:
    """The path without the beginning that all paths of the API share."""
    _, found, rest = entry["path"].partition("/ai/")
    return f"/{rest}" if found and "operation" in entry else str(entry["path"])


def _text(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, indent=2, ensure_ascii=False)
    return text if len(text) <= MAX_TEXT else f"{text[:MAX_TEXT]}\n… {len(text) - MAX_TEXT} more characters"


def _select(name: str, label: str, options: Mapping[str, str], chosen: str) -> tuple[Html, Html]:
    every = [element("option", "All", value="", selected=not chosen)]
    every += [element("option", text, value=value, selected=value == chosen) for value, text in options.items()]
    return element("label", label, for_=name), element("select", *every, id=name, name=name)
