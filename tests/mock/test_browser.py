"""The page at `/_mock/` in a real browser: it updates itself, its buttons work, and it is accessible."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.chromium import NEEDS_CHROMIUM, SHOTS, SIZES
from tests.mock.support.client import ApiClient, ok

from quant_ai_mock import Mock, running_mock

START = 1_800_000_000  # 2027-01-15 08:00 UTC

pytestmark = NEEDS_CHROMIUM

Open = Callable[..., Page]


@pytest.fixture
def mock() -> Iterator[Mock]:
    with running_mock() as mock:
        mock.freeze(START)
        yield mock


@pytest.fixture
def api(mock: Mock) -> Iterator[ApiClient]:
    with ApiClient(mock.organisation("acme")) as api:
        yield api


@pytest.fixture
def look(browser: Browser, mock: Mock) -> Iterator[Open]:
    """Open the page. At the end, it must have no errors, and have sent no request to another host."""
    troubles: list[str] = []
    contexts = []

    def open_page(size: str = "desktop", **options: Any) -> Page:
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: troubles.append(message.text))
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("request", lambda asked: troubles.append(asked.url) if not asked.url.startswith(mock.url) else None)
        page.goto(f"{mock.url}/_mock/")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [trouble for trouble in troubles if not trouble.startswith("data:")] == []


def test_a_request_appears_by_itself(look: Open, api: ApiClient) -> None:
    page = look()
    expect(page.get_by_text("No requests yet.")).to_be_visible()
    ok(api.post("/sessions", {"userId": "ada"}), 201)
    entry = page.locator("#entries > li")
    expect(entry).to_have_count(1)
    expect(entry.locator("summary")).to_contain_text("201")
    expect(entry.locator("summary")).to_contain_text("POST /sessions")
    expect(page.get_by_role("row", name="acme 1 session")).to_be_visible()


def test_an_entry_that_is_open_stays_open_and_keeps_the_focus_when_others_come(look: Open, api: ApiClient) -> None:
    ok(api.chat("Hello from the browser"))
    page = look()
    page.locator("#entries summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text('"Hello from the browser"')).to_be_visible()
    ok(api.get("/models"))
    expect(page.locator("#entries > li")).to_have_count(2)
    expect(page.locator("#entries > li").first).to_contain_text("GET /models")
    expect(page.get_by_text('"Hello from the browser"')).to_be_visible()
    assert page.evaluate("document.activeElement.closest('li').id") == "request-1"


def test_the_clock_is_moved_by_buttons(look: Open, mock: Mock) -> None:
    page = look()
    page.get_by_role("button", name="+ 1 h").click()
    expect(page.locator("#time")).to_contain_text("2027-01-15 09:00:00 UTC")
    expect(page.get_by_role("status")).to_have_text("The clock was advanced.")
    page.get_by_label("Seconds", exact=True).fill("90")
    page.get_by_role("button", name="Advance").click()
    expect(page.locator("#time")).to_contain_text("09:01:30")
    assert mock.now() == START + 3690
    page.get_by_role("button", name="Release").click()
    expect(page.locator("#time")).to_contain_text("running")
    page.get_by_role("button", name="Freeze").click()
    expect(page.locator("#time")).to_contain_text("frozen")


def test_reset_forgets_what_is_shown(look: Open, api: ApiClient) -> None:
    ok(api.post("/sessions", {"userId": "ada"}), 201)
    page = look()
    expect(page.locator("#entries > li")).to_have_count(1)
    page.get_by_role("button", name="Reset everything").click()
    expect(page.locator("#entries > li")).to_have_count(0)
    expect(page.get_by_text("Nothing is stored.")).to_be_visible()
    assert ok(api.get("/sessions")) == []


def test_one_organisation_is_looked_at_and_changed_alone(look: Open, mock: Mock, api: ApiClient) -> None:
    with ApiClient(mock.organisation("other")) as other:
        for one in (api, other):
            ok(one.post("/sessions", {"userId": "ada"}), 201)
        page = look()
        page.get_by_label("Organisation").select_option("acme")
        page.get_by_role("button", name="Show").click()
        expect(page.locator("#entries > li")).to_have_count(1)
        page.get_by_role("button", name="+ 1 day").click()
        expect(page.locator("#time")).to_contain_text("2027-01-16")
        page.get_by_role("button", name="Reset acme").click()
        expect(page.get_by_text("Nothing is stored.")).to_be_visible()
        assert len(ok(other.get("/sessions"))) == 1
        assert other.mock.now() == START


def test_it_stands_still_when_live_is_off(look: Open, api: ApiClient) -> None:
    page = look()
    page.get_by_label("Live").uncheck()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    ok(api.get("/models"))
    page.get_by_role("button", name="+ 1 min").click()  # the reply to a button shows every change
    expect(page.locator("#entries > li")).to_have_count(1)
    assert len(asked) == 2  # the form, and the page after the redirect


def test_it_works_without_scripts(look: Open, api: ApiClient) -> None:
    page = look(java_script_enabled=False)
    expect(page.get_by_label("Live")).to_be_hidden()
    page.get_by_role("button", name="+ 1 h").click()
    expect(page.locator("#time")).to_contain_text("09:00:00")
    expect(page.get_by_role("status")).to_have_text("The clock was advanced.")


def test_what_a_request_brings_is_text_and_never_runs(look: Open, api: ApiClient) -> None:
    evil = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    ok(api.chat(evil))
    page = look()
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.locator("#entries summary").click()
    expect(page.locator("#entries pre").last).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator("img").count() == 0


def test_it_says_that_the_server_is_gone(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    with running_mock() as mock:
        page.goto(f"{mock.url}/_mock/")
        expect(page.get_by_label("Live")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("The server does not answer.")
    context.close()


def test_the_keyboard_reaches_everything_in_the_order_of_reading(look: Open, api: ApiClient) -> None:
    ok(api.get("/models"))
    page = look()
    expect(page.get_by_label("Live")).to_be_visible()
    found = []
    for _ in range(28):
        page.keyboard.press("Tab")
        found.append(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    assert found[:6] == ["live", "organisation", "operation", "outcome", "text", "Show"]
    assert found[6:13] == ["+ 1 min", "+ 1 h", "+ 1 day", "seconds", "Advance", "Freeze", "Release"]
    assert found[13] == "Reset everything"
    assert found[14:20] == ["script-reply", "script-tool", "script-input", "script-text", "script-times", "Script"]
    assert [name.removeprefix("fault-") for name in found[20:27]] == [
        *("status", "kind", "operation", "retryAfter", "latency", "times", "Inject")
    ]
    assert "GET /models" in found[27]


def test_every_field_has_a_label_and_every_section_a_name(look: Open) -> None:
    page = look()
    fields = page.locator("input:not([type=hidden]), select")
    assert fields.count() == 17
    assert page.evaluate(
        "[...document.querySelectorAll('input:not([type=hidden]), select')].every(f => f.labels.length === 1)"
    )
    assert (
        page.evaluate("new Set([...document.querySelectorAll('[id]')].map(n => n.id)).size")
        == page.locator("[id]").count()
    )
    for name in ("Clock", "State", "Scripted replies", "Faults", "Requests", "Routes"):
        expect(page.get_by_role("region", name=name, exact=True)).to_be_visible()
    assert page.evaluate("document.documentElement.lang") == "en"


def test_a_refused_request_shows_its_reply_and_the_reason(look: Open, api: ApiClient) -> None:
    page = look()
    expect(page.get_by_text("curl -H")).to_be_visible()
    ok(api.post("/sessions", {}), 422)
    entry = page.locator("#entries > li")
    expect(entry.locator("summary")).to_contain_text("The user id field is required.")
    entry.locator("summary").click()
    expect(entry.get_by_role("group", name="Reply")).to_contain_text('"errors"')
    expect(entry.get_by_role("group", name="Request")).to_contain_text('"content-type"')
    expect(page.get_by_text("curl -H")).to_be_hidden()
    request, reply = (entry.get_by_role("group", name=name).bounding_box() for name in ("Request", "Reply"))
    assert request is not None
    assert reply is not None
    assert reply["x"] > request["x"] + request["width"] / 2, "they are not side by side"


def test_requests_are_filtered_and_paged(look: Open, api: ApiClient) -> None:
    for number in range(60):
        api.get(f"/models/m-{number}")
    ok(api.get("/models"))
    page = look()
    expect(page.locator("#entries > li")).to_have_count(50)
    page.get_by_role("link", name="Older").click()
    expect(page.locator("#entries > li")).to_have_count(11)
    page.get_by_role("link", name="Newer").click()
    page.get_by_label("Outcome").select_option("Succeeded")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("#entries > li")).to_have_count(1)
    api.get("/models/another")
    ok(api.get("/models"))
    expect(page.locator("#entries > li")).to_have_count(2)  # those that fit still appear by themselves


def test_replies_are_scripted_and_faults_injected_by_forms(look: Open, api: ApiClient) -> None:
    page = look()
    page.get_by_label("The model says").fill("It rains.")
    page.get_by_role("button", name="Script", exact=True).click()
    expect(page.get_by_text("Script 1 for every chat")).to_be_visible()
    assert ok(api.chat())["response"]["content"] == "It rains."
    expect(page.get_by_text("used 1 ×")).to_be_visible()
    page.get_by_label("Status").fill("503")
    page.locator("#fault-operation").select_option("models_list")
    page.get_by_role("button", name="Inject").click()
    expect(page.get_by_text("Fault 1: 503 on models_list")).to_be_visible()
    assert [api.get("/models").status_code for _ in range(2)] == [503, 200]
    page.get_by_role("button", name="Remove fault 1").click()
    expect(page.get_by_role("status")).to_have_text("The fault is removed.")


# The luminance contrast of WCAG 2 between every text and its background.
CONTRAST = """() => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor;
      if (colour !== "rgba(0, 0, 0, 0)") return colour;
    }
    return "rgb(255, 255, 255)";
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || ["SCRIPT", "STYLE"].includes(node.tagName)) continue;
    const [a, b] = [light(getComputedStyle(node).color), light(ground(node))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) found.push(`${walker.currentNode.data.trim()}: ${ratio.toFixed(2)}`);
  }
  return found;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_it_is_readable_on_every_screen_by_day_and_night(
    look: Open, mock: Mock, api: ApiClient, size: str, scheme: str
) -> None:
    with ApiClient(mock.organisation("a-much-longer-name-of-an-organisation")) as other:
        ok(api.chat("Hello"))
        ok(api.post("/sessions", {"userId": "ada"}), 201)
        ok(other.post("/tasks", {"title": "Read"}), 201)
        api.post("/sessions", {})
        api.get("/sessions/3f2b8c1e-5d4a-4e6f-9b7c-0a1d2e3f4b5c")
        api.get("/" + "a-path-without-an-end/" * 12)
        mock.fault(503, operation="models_list")
        mock.script("Hello", operation="chat_send")
        api.get("/models")
    page = look(size, color_scheme=scheme)
    expect(page.get_by_label("Live")).to_be_visible()
    page.locator("#entries summary").nth(4).click()
    page.locator("#entries summary").nth(0).click()
    page.locator("#routes summary").nth(1).click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate(CONTRAST) == []
    small = page.evaluate("[...document.querySelectorAll('button, select')].filter(b => b.offsetHeight < 36).length")
    assert small == 0, "a finger needs larger buttons"
    SHOTS.mkdir(parents=True, exist_ok=True)
    shot = SHOTS / f"page-{size}-{scheme}.png"
    page.screenshot(path=shot, full_page=True)
    print(f"screenshot: {shot}")
    assert re.fullmatch(rb"\x89PNG", shot.read_bytes()[:4])
