"""The HTML of the page at `/_mock/`; test_browser.py opens it in a browser."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

import httpx
import pytest
from tests.mock.support.client import ApiClient, documented, ok

from quant_ai_mock import Mock, running_mock
from quant_ai_mock.control.markup import Html, element

EVIL = '<script>alert("x")</script>&\'"'


@pytest.fixture
def alone() -> Iterator[Mock]:
    """A separate server, because the buttons apply to all of it."""
    with running_mock() as mock:
        yield mock


def page(mock: Mock, **query: str) -> str:
    reply = httpx.get(f"{mock.url}/_mock/", params=query)
    assert reply.status_code == 200
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    return reply.text


def press(mock: Mock, **fields: str) -> httpx.Response:
    return httpx.post(f"{mock.url}/_mock/", data=fields)


def test_it_shows_routes_requests_state_and_clock(alone: Mock) -> None:
    with ApiClient(alone.organisation("acme")) as api:
        api.mock.freeze(1_800_000_000)
        ok(api.post("/sessions", {"userId": "a"}), 201)
    text = page(alone, organisation="acme")
    assert "<b>POST</b> /sessions" in text
    assert '<span class="status good">201</span>' in text
    assert "1 session<" in text
    assert "<strong>08:00:00</strong>" in text
    assert text.count("<code>/") == len(documented())


def test_it_shows_one_organisation_where_one_is_named(alone: Mock) -> None:
    with ApiClient(alone.organisation("acme")) as acme, ApiClient(alone.organisation("other")) as other:
        acme.get("/models/mine")
        other.get("/models/theirs")
    text = page(alone, organisation="acme")
    assert "/models/mine" in text
    assert "/models/theirs" not in text


def test_it_says_what_faults_and_scripts_hold(alone: Mock) -> None:
    alone.fault(503, operation="models_list")
    alone.script("Hello", operation="chat_send")
    text = page(alone)
    assert "Fault 1: 503 on models_list · met 0 ×" in text
    assert "Script 1 for chat_send · used 0 ×" in text


def test_the_address_without_the_last_slash_leads_to_it(alone: Mock) -> None:
    assert httpx.get(f"{alone.url}/_mock").headers["location"].endswith("/_mock/")


def test_everything_that_others_wrote_is_escaped(alone: Mock) -> None:
    with ApiClient(alone.organisation("a<b>&'\"")) as api:
        api.http.get("/models/none", headers={"X-Test-Id": EVIL, "X-Request-Id": EVIL, "User-Agent": EVIL})
        api.get("/models", feature=EVIL)
        api.chat(EVIL)
        ok(api.post("/custom-tools", {"userId": EVIL}), 422)
    httpx.post(f"{alone.url}/_mock/faults", json={"testId": EVIL, "organisation": EVIL, "latency": 1})
    httpx.post(f"{alone.url}/_mock/scripts", json={"organisation": EVIL, "text": EVIL, "reply": EVIL})
    for text in (page(alone), page(alone, organisation=EVIL), page(alone, done=EVIL)):
        assert text.count("<script>") == 1
        assert "<b>&'" not in text
        assert "alert(" not in text or "&lt;script&gt;alert(" in text


def test_text_is_escaped_unless_it_was_made_here() -> None:
    assert element("p", "<", Html("<br>"), title='"') == '<p title="&quot;">&lt;<br></p>'
    assert element("input", value="'", required=True, hidden=False) == '<input value="&#x27;" required>'


def test_the_browser_may_run_what_the_page_brings_and_nothing_else(alone: Mock) -> None:
    reply = httpx.get(f"{alone.url}/_mock/")
    policy = dict(part.split(" ", 1) for part in reply.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["connect-src"] == policy["form-action"] == "'self'"
    for name in ("script", "style"):
        (code,) = re.findall(f"<{name}>(.*?)</{name}>", reply.text, flags=re.DOTALL)
        digest = base64.b64encode(sha256(code.encode()).digest()).decode()
        assert policy[f"{name}-src"] == f"'sha256-{digest}'"
    assert not re.search(r' (style|on\w+)="', reply.text)
    assert not re.search(r'(src|href)="(?!\.?[a-z./?#][^:"]*"|data:)', reply.text)
    assert (reply.headers["cache-control"], reply.headers["x-content-type-options"]) == ("no-store", "nosniff")


def test_buttons_work_without_the_script(alone: Mock) -> None:
    with ApiClient(alone.organisation("acme")) as api:
        ok(api.post("/sessions", {"userId": "a"}), 201)
    alone.freeze(1_800_000_000)
    assert press(alone, advance="3600").headers["location"] == "./?done=advance"
    assert press(alone, action="advance", seconds="0.5").status_code == 303
    assert alone.now() == 1_800_003_600.5
    press(alone, action="release")
    assert alone.now() > 1_800_003_600.5
    press(alone, action="freeze")
    assert alone.now() == alone.now()
    assert press(alone, action="reset").status_code == 303
    assert alone.requests() == []
    assert "The state was reset." in page(alone, done="reset")


def test_buttons_concern_the_organisation_that_is_shown(alone: Mock) -> None:
    acme, other = alone.organisation("acme"), alone.organisation("other")
    for one in (acme, other):
        one.freeze(1_800_000_000)
    assert press(alone, advance="60", organisation="acme").headers["location"] == ("./?organisation=acme&done=advance")
    assert (acme.now(), other.now()) == (1_800_000_060, 1_800_000_000)


@pytest.mark.parametrize(
    "fields",
    [{}, {"action": "jump"}, {"advance": "x"}, {"advance": "nan"}, {"advance": "1e300"}, {"action": "advance"}],
)
def test_what_cannot_be_done_is_said_on_the_page(alone: Mock, fields: dict[str, str]) -> None:
    reply = press(alone, **fields)
    assert reply.status_code == 422
    assert "Failed: " in reply.text
    assert reply.headers["content-security-policy"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
@pytest.mark.parametrize("path", ["", "reset", "clock"])
def test_a_page_of_another_site_cannot_press_them(alone: Mock, origin: str, path: str) -> None:
    reply = httpx.post(f"{alone.url}/_mock/{path}", headers={"Origin": origin})
    assert reply.status_code == 403


def test_the_page_itself_is_no_other_site(alone: Mock) -> None:
    reply = httpx.post(f"{alone.url}/_mock/", data={"action": "reset"}, headers={"Origin": alone.url})
    assert reply.status_code == 303


def test_a_browser_prompts_for_the_control_token_as_a_password() -> None:
    with running_mock(control_token="geheim-ß") as mock:
        address = f"{mock.url}/_mock/"
        refused = httpx.get(address)
        assert (refused.status_code, refused.headers["www-authenticate"][:5]) == (401, "Basic")
        assert httpx.get(f"{mock.url}/_mock/routes").headers["www-authenticate"] == "Bearer"
        right = base64.b64encode("anyone:geheim-ß".encode()).decode()
        wrong = base64.b64encode(b"geheim:").decode()
        answers: list[Any] = [
            httpx.get(address, headers={"Authorization": value}).status_code
            for value in (f"Basic {right}", f"Basic {wrong}", "Basic geheim", "Basic", "Digest geheim")
        ]
        assert answers == [200, 401, 401, 401, 401]


def test_a_request_is_shown_beside_its_reply_with_the_reason(alone: Mock) -> None:
    with ApiClient(alone.organisation("acme")) as api:
        api.post("/sessions", {})
        api.chat("Hello")
    text = page(alone)
    assert '<small class="reason">The user id field is required.</small>' in text
    assert "&quot;errors&quot;: {" in text
    assert text.index("The user id field") < text.index("</html>")
    assert text.count('aria-label="Request"') == text.count('aria-label="Reply"') == 2
    assert "&quot;finishReason&quot;" in text


def test_requests_are_filtered(alone: Mock) -> None:
    with ApiClient(alone.organisation("acme")) as api, ApiClient(alone.organisation("other")) as other:
        api.get("/models")
        api.get("/models/none")
        api.chat("a needle in the body")
        api.mock.fault(503, operation="sessions_list")
        api.get("/sessions")
        other.get("/models")

    def shown(**query: str) -> list[str]:
        return re.findall(r"<b>([A-Z]+)</b> (/[^<]*)</span>", page(alone, **query))

    assert len(shown()) == 5
    assert shown(operation="models_list") == [("GET", "/models"), ("GET", "/models")]
    assert shown(operation="models_list", organisation="acme") == [("GET", "/models")]
    assert shown(outcome="refused") == [("GET", "/models/none")]
    assert shown(outcome="failed") == shown(outcome="fault") == [("GET", "/sessions")]
    assert len(shown(outcome="ok")) == 3
    assert shown(text="NEEDLE") == [("POST", "/chat")]
    assert shown(text="nothing") == []
    assert "No request fits." in page(alone, text="nothing")
    assert shown(outcome="odd") == shown()


def test_requests_come_in_pages(alone: Mock) -> None:
    with ApiClient(alone.organisation("acme")) as api:
        for number in range(120):
            api.get(f"/models/m-{number}")
    first, second, third = page(alone), page(alone, page="2"), page(alone, page="3")
    assert "120 requests, newest first. Page 1 of 3." in first
    assert ["m-119<" in first, "m-70<" in first, "m-69<" in second, "m-20<" in second] == [True] * 4
    assert ["m-19<" in third, "m-0<" in third, "m-70<" in second] == [True, True, False]
    assert 'href="./?page=2" rel="next"' in first
    assert 'rel="prev"' not in first
    assert 'href="./"' in second
    assert 'rel="next"' not in third
    for odd in ("0", "-1", "x", "9" * 9, "²"):
        assert "120 requests" in page(alone, page=odd)
    assert "31 requests, newest first." in page(alone, text="m-1", page="7")


def test_an_empty_journal_says_how_to_send_the_first_request(alone: Mock) -> None:
    line = f"curl -H &#x27;Authorization: Bearer test-token&#x27; {alone.url}/api/v3/organisations/mock/ai/models"
    assert line in page(alone)
    assert "/organisations/acme/ai/models" in page(alone, organisation="acme")
    with ApiClient(alone.organisation("mock")) as api:
        api.get("/models")
    assert "curl" not in page(alone)


def test_replies_are_scripted_by_a_form(alone: Mock) -> None:
    fields = {"action": "script", "organisation": "acme"}
    assert (
        press(alone, **fields, reply="It rains.", text="weather", times="1").headers["location"].endswith("done=script")
    )
    press(alone, **fields, tool="get_order", input='{"id": 7}', reply="", text="", times="2")
    first, second = alone.scripts()
    assert (first["reply"], first["text"], first["times"], first["organisation"]) == ("It rains.", "weather", 1, "acme")
    assert (second["tool_calls"], second["times"]) == ([{"name": "get_order", "input": {"id": 7}}], 2)
    press(alone, action="remove_script", number=str(first["number"]))
    assert [one["number"] for one in alone.scripts()] == [second["number"]]


def test_faults_are_injected_by_a_form(alone: Mock) -> None:
    fields = {"status": "503", "operation": "models_list", "times": "2", "retryAfter": "1", "latency": "", "kind": ""}
    assert press(alone, action="fault", **fields).status_code == 303
    (fault,) = alone.faults()
    assert (fault["status"], fault["operation"], fault["times"], fault["retry_after"]) == (503, "models_list", 2, 1)
    press(alone, action="remove_fault", number=str(fault["number"]))
    assert alone.faults() == []


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"action": "fault"}, "a fault that does nothing"),
        ({"action": "fault", "status": "99"}, "status: 99"),
        ({"action": "fault", "status": "x"}, "status is a number"),
        ({"action": "fault", "status": "503", "operation": "models.list"}, "did you mean"),
        ({"action": "script"}, "a script that says nothing"),
        ({"action": "script", "tool": "a", "input": "{"}, "the input is not JSON"),
        ({"action": "script", "reply": "a", "input": "{}"}, "the input needs a tool"),
        ({"action": "script", "reply": "a", "times": "0.5"}, "times: 0.5"),
        ({"action": "remove_fault"}, "no such button"),
    ],
)
def test_what_a_form_cannot_order_is_said(alone: Mock, fields: dict[str, str], complaint: str) -> None:
    reply = press(alone, **fields)
    assert reply.status_code == 422
    assert complaint in reply.text
