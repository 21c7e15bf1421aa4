"""The small web site that a crawl finds at any address: most pages are fine, one is gone, and one has no text.

A host below `.invalid`, which never resolves (RFC 2606), has no site.
"""

from __future__ import annotations

from typing import NamedTuple

HTML = "text/html"


class FetchedPage(NamedTuple):
    """What a crawler receives from one address."""

    url: str
    status: int
    content_type: str
    title: str
    content: str


_PAGES = (
    FetchedPage(
        "",
        200,
        HTML,
        "Welcome",
        "<p>We make hosting for web sites that have to be fast. Read the <a href='docs/'>documentation</a>, or ask us.",
    ),
    FetchedPage(
        "about",
        200,
        HTML,
        "About us",
        "<p>The company was founded in Hobart in 2019. Forty people work for it on three continents.</p>",
    ),
    FetchedPage(
        "opening-hours",
        200,
        HTML,
        "Opening hours",
        "<p>The Hobart office opens at 9 am on weekdays and at 10 am on Saturdays. It is closed on Sundays.</p>",
    ),
    FetchedPage(
        "docs/cache",
        200,
        HTML,
        "Purge the cache",
        "<style>p { margin: 0 }</style><p>Open the project, choose Cache and press Purge. A purge of one page takes a "
        "second.</p><p>A purge of the whole site takes up to a minute.</p>",
    ),
    FetchedPage(
        "docs/domains",
        200,
        HTML,
        "Connect a domain",
        "<p>Point a CNAME record of your domain at the project. The certificate is issued within ten minutes.</p>",
    ),
    FetchedPage("docs/old-page", 404, HTML, "", "Not found"),
    FetchedPage("logo.svg", 200, "image/svg+xml", "", "<svg xmlns='http://www.w3.org/2000/svg'/>"),
    FetchedPage(
        "docs/backups",
        200,
        HTML,
        "Backups",
        "<p>Every project is backed up each night. A backup is kept for thirty days and restored with one click.</p>",
    ),
)


def fetch(base_url: str) -> list[FetchedPage] | None:
    """The pages that a crawler finds from an address, in order; None if the host does not exist."""
    if host_of(base_url).endswith(".invalid"):
        return None
    return [page._replace(url=f"{base_url.rstrip('/')}/{page.url}") for page in _PAGES]


def host_of(url: str) -> str:
    """The host of an address, without the port."""
    return url.partition("://")[2].partition("/")[0].partition(":")[0]


def matches_any(url: str, patterns: list[str]) -> bool:
    """Whether an address matches one of the patterns, in which `*` stands for any characters."""
    return any(_matches(url, *pattern.split("*")) for pattern in patterns)


def _matches(url: str, first: str, *rest: str) -> bool:
    if not rest:
        return url == first
    *middle, last = rest
    end = len(url) - len(last)
    if not (url.startswith(first) and url.endswith(last)):
        return False
    place = len(first)
    for part in middle:
        found = url.find(part, place, end)
        if found < 0:
            return False
        place = found + len(part)
    return place <= end
