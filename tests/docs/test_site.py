"""The built site in a real browser: each page opens, search works, and nothing is loaded from elsewhere."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect
from tests.chromium import NEEDS_CHROMIUM, SHOTS, SIZES

import build_docs

PAGES = sorted(path.relative_to(build_docs.SITE).as_posix() for path in build_docs.SITE.rglob("*.html"))
SHOWN = ("index.html", "guides/errors.html", "reference/chat.html", "operations.html", "http-reference.html")

pytestmark = [
    *NEEDS_CHROMIUM,
    pytest.mark.skipif(not PAGES, reason="the site is not built: make docs"),
]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of the site."""
    with build_docs.site_server(log=False) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class Visit:
    """Pages of one browser window, and what went wrong in them."""

    def __init__(self, context: BrowserContext, site: str) -> None:
        self.page: Page = context.new_page()
        self.troubles: list[str] = []
        self._site = site
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("request", self._look)

    def _look(self, request: Request) -> None:
        if not request.url.startswith((self._site, "data:", "blob:")):
            self.troubles.append(f"{self.page.url} loads {request.url}")

    def open(self, name: str) -> Page:
        """Open a page of the site."""
        reply = self.page.goto(f"{self._site}/{name}", wait_until="domcontentloaded")
        assert reply is not None
        assert reply.ok, name
        return self.page


@pytest.fixture
def visit(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    width, height = SIZES[getattr(request, "param", "desktop")]
    with browser.new_context(viewport={"width": width, "height": height}) as context:
        visit = Visit(context, site)
        yield visit
        assert visit.troubles == []


def test_each_page_opens_and_loads_nothing_from_elsewhere(visit: Visit) -> None:
    for name in PAGES:
        page = visit.open(name)
        if name != "http-reference.html":
            expect(page.locator("h1").first).to_be_visible()


def test_no_page_names_a_resource_of_another_server() -> None:
    """Of the links, `<a>` and the address of the page itself are followed by people only."""
    for name in PAGES:
        text = (build_docs.SITE / name).read_text(encoding="utf-8")
        for tag in re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*>", text):
            assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", tag), f"{name}: {tag}"


def test_the_http_reference_shows_the_spec(visit: Visit) -> None:
    page = visit.open("http-reference.html")
    expect(page.locator("h2", has_text="Chat with a model").first).to_be_attached(timeout=60_000)


def test_search_finds_a_page(visit: Visit) -> None:
    page = visit.open("index.html")
    page.keyboard.press("/")
    page.keyboard.type("presigned")
    expect(page.get_by_role("link", name=re.compile("Files and images|Upload files")).first).to_be_visible()


@pytest.mark.parametrize("visit", SIZES, indirect=True)
def test_pages_fit_their_window(visit: Visit, request: pytest.FixtureRequest) -> None:
    size = request.node.callspec.params["visit"]
    SHOTS.mkdir(parents=True, exist_ok=True)
    for name in SHOWN:
        page = visit.open(name)
        if name == "http-reference.html":
            expect(page.locator("h1").first).to_be_visible(timeout=60_000)
        wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wider <= 0, f"{name} is {wider} pixels too wide"
        broken = page.evaluate(
            "[...document.querySelectorAll('article td:first-child code')]"
            ".filter(code => code.getClientRects().length > 1).map(code => code.textContent)"
        )
        assert broken == [], f"names in tables of {name} break inside a word"
        shot = SHOTS / f"site-{name.replace('/', '-').removesuffix('.html')}-{size}.png"
        page.screenshot(path=shot)
        print(shot)
