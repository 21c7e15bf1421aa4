"""The mock server through others' eyes: the vendor's own Python client, the JDK, curl, node and a browser.

`make test-vendor` installs the vendor's client into an environment of its own and names it in VENDOR_PYTHON. Without
that, these tests are skipped: they need a package index, and see versions that others publish.
"""

from __future__ import annotations

import functools
import http.server
import json
import os
import re
import shutil
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from tests.markdown import CodeBlock, code_blocks
from tests.mock.support.client import TOOL_MODEL, ApiClient, chat_body, ok

import migration_table
from quant_ai_mock import Mock, Organisation, running_mock

HERE = Path(__file__).parent
VENDOR_PYTHON = os.environ.get("VENDOR_PYTHON", "")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""

pytestmark = [
    pytest.mark.vendor,
    pytest.mark.skipif(not VENDOR_PYTHON, reason="make test-vendor installs the vendor's client"),
]

KNOWN = {
    "create_custom_tool": (
        "The edge function code field is required.",
        "the client sends edgeFunctionUrl, which edgeFunctionCode replaced in version 4.15.8 of the service",
    ),
    "chat_inference blocks": (
        "'NoneType' object has no attribute 'items'",
        "the client fails on its own union of text and content blocks before it sends anything",
    ),
}
"""What fails because of the vendor's client 4.8.0: a part of the error, and why the mock server is right."""


METHODS = """
import inspect, quantcdn.api
apis = [api for name, api in vars(quantcdn.api).items() if inspect.isclass(api) and name.startswith("AI")]
variants = ("_with_http_info", "_without_preload_content")
print(sum(name[0] != "_" and not name.endswith(variants) for api in apis for name in vars(api)))
"""
"""How many AI methods the vendor's client has."""


@pytest.fixture
def mock() -> Iterator[Mock]:
    """A strict server: a reply that does not fit the spec is a 500."""
    with running_mock(strict=True) as mock:
        yield mock


@pytest.fixture
def acme(mock: Mock) -> Organisation:
    return mock.organisation("acme")


def lines(*command: str | Path) -> list[str]:
    """The lines that a program prints."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def test_every_ai_method_of_the_vendors_python_client_works(mock: Mock, acme: Organisation) -> None:
    tool = {"name": "seeded", "description": "A tool.", "edgeFunctionCode": "export default 1", "inputSchema": {}}
    acme.seed({"custom-tools": [tool]})
    with ApiClient(acme) as api:  # an execution of a tool, which the client can read
        config = {"autoExecute": True, "allowedTools": ["generate_image"]}
        ok(api.chat("Draw a map", model=TOOL_MODEL, toolConfig=config))
    (output,) = lines(VENDOR_PYTHON, HERE / "python_client.py", mock.url, acme.name, acme.token)
    errors: dict[str, str | None] = json.loads(output)
    failed = {call: error for call, error in errors.items() if error is not None}
    assert {call: error for call, error in failed.items() if call not in KNOWN} == {}
    for call, (text, _) in KNOWN.items():
        assert text in failed.get(call, ""), f"{call} has changed: see KNOWN"
    methods = {call.split(" ")[0] for call in errors}
    assert lines(VENDOR_PYTHON, "-c", METHODS) == [str(len(methods))], "the client has methods that are not called"
    assert {entry["status"] for entry in acme.requests()} <= {200, 201, 202, 422}


@pytest.mark.skipif(not shutil.which("javac"), reason="there is no JDK here")
def test_the_jdks_client_works_with_its_defaults(acme: Organisation, tmp_path: Path) -> None:
    lines("javac", "-d", tmp_path, HERE / "JdkClient.java")
    found = lines("java", "-cp", tmp_path, "JdkClient", acme.api_url)
    for version in ("HTTP_1_1", "HTTP_2"):
        assert [line.removeprefix(f"{version} ") for line in found if line.startswith(version)] == [
            "chat 200",
            "stream start,content,done",
            "list 200",
            "put 200",
        ]


@pytest.mark.skipif(not shutil.which("curl"), reason="there is no curl here")
@pytest.mark.parametrize("version", ["--http1.0", "--http1.1", "--http2"])
def test_curl_works_in_every_version_of_http(acme: Organisation, version: str) -> None:
    common = [
        "curl",
        "-s",
        version,
        "-H",
        f"Authorization: Bearer {acme.token}",
        "-H",
        "Content-Type: application/json",
    ]
    chat = lines(*common, f"{acme.api_url}/chat", "-d", json.dumps(chat_body()))
    assert json.loads("".join(chat))["response"]["role"] == "assistant"
    stream = lines(*common, "-N", f"{acme.api_url}/chat/stream", "-d", json.dumps(chat_body()))
    assert [line for line in stream if line.startswith("event: ")][-1] == "event: done"


@pytest.mark.skipif(not shutil.which("node"), reason="there is no node here")
def test_nodes_fetch_reads_a_stream(acme: Organisation) -> None:
    assert lines("node", HERE / "node_client.mjs", acme.api_url) == [
        "chat 200 string",
        "stream 200 start,content,done",
        "refused 422 The user id field is required.",
    ]


PAGE = """async (url) => {
  const headers = { Authorization: "Bearer test-token", "Content-Type": "application/json" };
  const body = JSON.stringify({ modelId: "amazon.nova-lite-v1:0", messages: [{ role: "user", content: "Hello" }] });
  const chat = await (await fetch(`${url}/chat`, { method: "POST", headers, body })).json();
  const stream = await fetch(`${url}/chat/stream`, { method: "POST", headers, body });
  const text = await stream.text();
  const missing = await fetch(`${url}/models/none`, { headers });
  const control = await fetch(new URL("/_mock/reset", url), { method: "POST" }).then((r) => r.status, (e) => e.name);
  return [typeof chat.response.content, stream.status, text.includes("event: done"), missing.status, control];
}"""


@pytest.mark.skipif(not CHROMIUM, reason="there is no Chromium here: make test-browser")
def test_a_page_of_another_origin_uses_the_api_and_not_the_control_plane(acme: Organisation, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><title>App</title>")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as app, sync_playwright() as playwright:
        threading.Thread(target=app.serve_forever, daemon=True).start()
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--headless", "--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://localhost:{app.server_port}/")
        assert page.evaluate(PAGE, acme.api_url) == ["string", 200, True, 404, "TypeError"]
        browser.close()
        app.shutdown()
    assert [entry["operation"] for entry in acme.requests() if entry["method"] != "OPTIONS"] == [
        "chat_send",
        "chat_stream",
        "models_get",
    ]


def test_the_migration_table_has_each_method_of_the_vendors_client_beside_ours() -> None:
    assert migration_table.main([VENDOR_PYTHON, "--check"]) == 0, "run make migration-table"


MIGRATION = (HERE.parents[1] / "docs" / "migration.md").read_text(encoding="utf-8")
VENDOR_BLOCKS = [block for block in code_blocks(MIGRATION, "python") if block.of_vendor]


@pytest.mark.parametrize("block", VENDOR_BLOCKS, ids=lambda block: f"line {block.line}")
def test_the_vendors_programs_of_the_migration_page_work(block: CodeBlock, acme: Organisation, mock: Mock) -> None:
    tool = {"name": "seeded", "description": "A tool.", "edgeFunctionCode": "export default 1", "inputSchema": {}}
    acme.seed({"custom-tools": [tool]})
    with ApiClient(acme) as api:  # an execution of a tool
        config = {"autoExecute": True, "allowedTools": ["generate_image"]}
        ok(api.chat("Draw a map", model=TOOL_MODEL, toolConfig=config))
    code = block.code.replace('access_token="..."', f"host={mock.url!r}, access_token={acme.token!r}")
    assert lines(VENDOR_PYTHON, "-c", code), "it prints nothing"


def test_the_programs_of_the_migration_page_call_each_method() -> None:
    ours = [block.code for block in code_blocks(MIGRATION, "python") if not block.of_vendor]
    for name, code in {"AI": "".join(block.code for block in VENDOR_BLOCKS), "client": "".join(ours)}.items():
        listed = re.findall(rf"^\| .*`{name}[\w.]*\.(\w+)\(\)`", table_of_methods(), flags=re.MULTILINE)
        assert {method for method in listed if f".{method}(" not in code} == set()


def table_of_methods() -> str:
    """The lines of the table that has both clients' methods."""
    return MIGRATION.partition(migration_table.BEGIN)[2].partition(migration_table.END)[0]
