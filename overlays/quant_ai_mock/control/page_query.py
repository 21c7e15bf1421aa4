"""What of the server a page shows: an organisation, and some of its requests."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, Final
from urllib.parse import urlencode

from ..state.journal import Entry

OUTCOMES: Final = {
    "ok": "Succeeded",
    "refused": "Refused (4xx)",
    "failed": "Failed (5xx, or no reply)",
    "fault": "Met a fault",
}


@dataclass(frozen=True)
class PageQuery:
    """The query of the page."""

    organisation: str = ""
    operation: str = ""
    outcome: str = ""
    text: str = ""
    """A part of the path, the body or the reply."""
    page: int = 1

    @classmethod
    def read(cls, query: Mapping[str, str]) -> PageQuery:
        """The query of an address; what it cannot have is left out."""
        page = query.get("page", "1")
        return cls(
            query.get("organisation", ""),
            query.get("operation", ""),
            query.get("outcome", "") if query.get("outcome") in OUTCOMES else "",
            query.get("text", ""),
            max(1, int(page)) if page.isascii() and page.isdigit() and len(page) < 7 else 1,
        )

    def url(self, **changes: Any) -> str:
        """The address of the page with this query and some changes."""
        done = changes.pop("done", "")
        fields = asdict(replace(self, **changes))
        shown = {name: value for name, value in fields.items() if value and (name, value) != ("page", 1)}
        encoded = urlencode(shown | ({"done": done} if done else {}))
        return f"./?{encoded}" if encoded else "./"

    def matches(self, entry: Entry) -> bool:
        """Whether the page shows a request."""
        status = entry.status
        outcomes = {
            "": True,
            "ok": status is not None and status < 400,
            "refused": status is not None and 400 <= status < 500,
            "failed": (status is None and entry.duration is not None) or (status or 0) >= 500,
            "fault": entry.fault is not None,
        }
        if self.operation not in ("", entry.operation) or not outcomes[self.outcome]:
            return False
        text = self.text.lower()
        return text in entry.path.lower() or text.encode() in entry.body.lower() or text.encode() in entry.reply.lower()
