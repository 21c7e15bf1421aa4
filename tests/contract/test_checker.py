"""`quant-ai-contract` finds every fault in recorded traffic and in a server, and no other."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests.markdown import code_blocks

from quant_ai_contract import Exchange, check, load
from quant_ai_contract.command_line import main
from quant_ai_contract.contract_operations import EVENT_STREAM, JSON
from quant_ai_contract.coverage import Coverage
from quant_ai_contract.event_streams import parse_event_stream
from quant_ai_mock.server import serving

from .support.loaded_spec import ROOT
from .support.target import Target

PREFIX = "/api/v3/organisations/acme/ai"
MODELS = {"models": [], "count": 0}


def rules(exchange: Exchange) -> set[str]:
    return {found.rule for found in check(load(), exchange).errors}


def exchange(
    method: str = "GET",
    path: str = "/models",
    status: int = 200,
    reply: Any = MODELS,
    body: Any = None,
    content_type: str = JSON,
) -> Exchange:
    return Exchange(
        method=method,
        url=f"https://api.quantcdn.io{PREFIX}{path}",
        status=status,
        request_headers={"authorization": "Bearer t", **({"content-type": JSON} if body is not None else {})},
        request_body=b"" if body is None else json.dumps(body).encode(),
        reply_headers={"content-type": content_type},
        reply_body=reply if isinstance(reply, bytes) else json.dumps(reply).encode(),
    )


def test_a_valid_exchange_has_no_findings() -> None:
    verdict = check(load(), exchange())
    assert verdict.operation == "models_list"
    assert not verdict.findings


@pytest.mark.parametrize(
    ("given", "rule"),
    [
        (exchange(path="/nothing"), "unknown-path"),
        (exchange("PATCH"), "unknown-method"),
        (exchange(path="/sessions?limit=0", reply=[]), "query-parameter"),
        (exchange(path="/sessions?limit=0", reply=[]), "accepted"),
        (exchange(path="/sessions?limit=1&limit=2", reply=[]), "query-parameter"),
        (exchange("POST", "/sessions", 201, {"sessionId": "s"}, {}), "request-body"),
        (exchange("POST", "/sessions", 201, {"sessionId": "s"}), "request-body"),
        (exchange("POST", "/sessions", 422, {"message": "no"}, {"userId": "u"}), "refused"),
        (exchange(reply={"models": [{}], "count": 1}), "reply-body"),
        (exchange(reply=b"{"), "reply-body"),
        (exchange(status=207), "unknown-status"),
        (exchange(content_type="text/html"), "content-type"),
        (exchange("DELETE", "/orchestrations/o-1", 204, {}), "body"),
    ],
)
def test_a_fault_is_found_by_its_rule(given: Exchange, rule: str) -> None:
    assert rule in rules(given)


def test_an_unknown_property_is_a_note_and_not_an_error() -> None:
    verdict = check(load(), exchange(reply={**MODELS, "page": {"next": 1}}))
    assert not verdict.errors
    assert [(found.rule, found.at) for found in verdict.notes] == [("unknown-property", "body/page")]


def test_a_refused_method_needs_a_list_of_allowed_ones() -> None:
    silent = exchange("PATCH", status=405, reply={})
    assert "allow" in rules(silent)
    complete = Exchange("PATCH", silent.url, 405, reply_headers={"allow": "GET, HEAD"})
    assert rules(complete) == {"unknown-method"}


DONE = b'event: done\ndata: {"complete":true}\n\n'
CHAT = {"modelId": "m", "messages": [{"role": "user", "content": "Hi"}]}


@pytest.mark.parametrize(
    ("stream", "rule"),
    [
        (b'event: content\ndata: {"delta":"Hi"}\n\n', "stream-end"),
        (DONE[:-1], "unfinished-event"),
        (DONE + b'event: content\ndata: {"delta":"Hi"}\n\n', "stream-order"),
        (b"event: content\ndata: {oops\n\n" + DONE, "event"),
        (b'event: content\ndata: {"delta":7}\n\n' + DONE, "event"),
        (b'data: {"nothing":"known"}\n\n' + DONE, "event"),
        (b"data: [DONE]\n\n" + DONE, "stream-order"),
        (DONE.replace(b"complete", b"comp\xff"), "encoding"),
    ],
)
def test_a_fault_in_a_stream_is_found_by_its_rule(stream: bytes, rule: str) -> None:
    assert rule in rules(exchange("POST", "/chat/stream", 200, stream, CHAT, EVENT_STREAM))


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_streams_are_read_by_the_standard_with_every_line_ending(end: bytes) -> None:
    raw = b"\xef\xbb\xbf: hi\n\nid: 1\nevent:content\ndata: a\ndata:b\nretry: x\n\ndata\n\n".replace(b"\n", end)
    stream = parse_event_stream(raw)
    assert stream.events == [{"id": "1", "event": "content", "data": "a\nb"}, {"data": ""}]
    assert stream.comments == 1
    assert not stream.unfinished


def test_coverage_counts_documented_pairs_and_lists_others() -> None:
    coverage = Coverage(load()).add([("models_list", 200), ("models_list", 418), (None, 404)])
    assert ("models_list", "200") not in coverage.missing
    assert ("models_list", "401") in coverage.missing
    assert coverage.undocumented == [("models_list", "418")]
    assert 0 < coverage.share("2") < 0.1
    assert "models_list" in coverage.table()


def har(*entries: Exchange, encoding: str = "") -> dict[str, Any]:
    def content(raw: bytes, kind: str) -> dict[str, Any]:
        text = base64.b64encode(raw).decode() if encoding else raw.decode()
        return {"mimeType": kind, "text": text, "size": len(raw), **({"encoding": encoding} if encoding else {})}

    return {
        "log": {
            "version": "1.2",
            "entries": [
                {
                    "request": {
                        "method": entry.method,
                        "url": entry.url,
                        "headers": [{"name": key, "value": value} for key, value in entry.request_headers.items()],
                        **(
                            {"postData": {"mimeType": JSON, "text": entry.request_body.decode()}}
                            if entry.request_body
                            else {}
                        ),
                    },
                    "response": {
                        "status": entry.status,
                        "headers": [{"name": "Content-Type", "value": entry.reply_type}],
                        "content": content(entry.reply_body, entry.reply_type),
                    },
                }
                for entry in entries
            ],
        }
    }


def recorded(tmp_path: Path, value: Any) -> str:
    file = tmp_path / "traffic.har"
    file.write_text(json.dumps(value), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("encoding", ["", "base64"])
def test_valid_traffic_passes(tmp_path: Path, capsys: pytest.CaptureFixture[str], encoding: str) -> None:
    assert main(["har", recorded(tmp_path, har(exchange(), encoding=encoding))]) == 0
    assert "1 exchange checked, 0 with findings" in capsys.readouterr().out


def test_invalid_traffic_is_reported_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = recorded(tmp_path, har(exchange(), exchange(path="/sessions?limit=0", reply=[])))
    assert main(["har", file]) == 1
    output = capsys.readouterr().out
    assert "query-parameter: request at query.limit: 0 is less than the minimum of 1" in output
    assert "2 exchanges checked, 1 with findings" in output


def test_strict_counts_what_the_spec_does_not_describe(tmp_path: Path) -> None:
    file = recorded(tmp_path, har(exchange(reply={**MODELS, "page": 1})))
    assert main(["har", file]) == 0
    assert main(["har", "--strict", file]) == 1


def test_traffic_to_other_hosts_is_left_out_and_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = Exchange("GET", "https://cdn.example/app.js", 200)
    assert main(["har", recorded(tmp_path, har(exchange(), other))]) == 0
    assert "1 went elsewhere" in capsys.readouterr().out


def test_a_base_url_says_where_paths_begin(tmp_path: Path) -> None:
    stub = Exchange(
        "GET", "http://localhost:9000/stub/models", 200, reply_headers={"content-type": JSON}, reply_body=b"{}"
    )
    file = recorded(tmp_path, har(stub))
    assert main(["har", file]) == 2
    assert main(["har", "--base-url", "http://localhost:9000/stub", file]) == 1


SEARCHED = {"results": [], "query": "x"}


def searched(base: str, reply: Any) -> Exchange:
    return Exchange(
        "POST",
        f"{base}/projects/docs-site/ai-search/search",
        200,
        request_headers={"authorization": "Bearer t", "content-type": JSON},
        request_body=b'{"query": "x"}',
        reply_headers={"content-type": JSON},
        reply_body=json.dumps(reply).encode(),
    )


@pytest.mark.parametrize("spelling", ["organisations", "organizations"])
def test_a_path_with_its_own_server_is_recognised(spelling: str) -> None:
    base = f"https://api.quantcdn.io/api/v3/{spelling}/acme"
    good = check(load(), searched(base, SEARCHED))
    assert (good.operation, good.errors) == ("ai_search_search", [])
    assert {found.rule for found in check(load(), searched(base, {"results": 5})).errors} == {"reply-body"}
    assert check(load(), searched(f"{base}/ai", SEARCHED)).operation is None


def test_the_server_of_a_path_is_found_from_the_base_url(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = recorded(tmp_path, har(searched("http://localhost:9000/stub", {"results": 5})))
    assert main(["har", "--json", "--base-url", "http://localhost:9000/stub/ai", file]) == 1
    assert json.loads(capsys.readouterr().out)["exchanges"][0]["operation"] == "ai_search_search"


def test_other_requests_about_a_project_are_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    base = "https://api.quantcdn.io/api/v3/organisations/acme/projects/docs-site"
    others = [Exchange("GET", f"{base}{rest}", 200) for rest in ("/crawlers", "", "/ai-searches")]
    assert main(["har", recorded(tmp_path, har(exchange(), *others))]) == 0
    assert "3 went elsewhere" in capsys.readouterr().out


def test_an_unknown_path_of_ai_search_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = "https://api.quantcdn.io/api/v3/organisations/acme/projects/docs-site/ai-search/nothing"
    assert main(["har", recorded(tmp_path, har(Exchange("GET", url, 200)))]) == 1
    assert "unknown-path" in capsys.readouterr().out


def test_a_json_report_has_the_counts_and_the_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["har", "--json", recorded(tmp_path, har(exchange(status=207)))])
    output = json.loads(capsys.readouterr().out)
    assert (output["checked"], output["failed"]) == (1, 1)
    assert output["exchanges"][0]["findings"][0]["rule"] == "unknown-status"


@pytest.mark.parametrize("content", ["not json", "{}", '{"log": {"entries": [{}]}}'])
def test_a_file_that_is_not_a_recording_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    file = tmp_path / "x.har"
    file.write_text(content, encoding="utf-8")
    assert main(["har", str(file)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_spec_that_cannot_be_read_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["har", "--document", str(tmp_path / "none.yaml"), "x.har"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_extra_is_named_where_it_is_missing() -> None:
    code = "import sys; sys.modules['jsonschema_rs'] = None\nfrom quant_ai_contract import check"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "quant_ai_contract needs jsonschema_rs: pip install 'quant-ai[mock]'" in done.stderr


def test_a_server_that_keeps_the_contract_passes(target: Target, capsys: pytest.CaptureFixture[str]) -> None:
    url = target.api_url(target.new_organisation())
    assert main(["server", "--write", "--coverage", "--token", target.token, url]) == 0
    assert "models_list" in capsys.readouterr().out


def test_the_origin_of_a_server_is_enough(target: Target) -> None:
    organisation = target.new_organisation()
    assert main(["server", "--organisation", organisation, "--token", target.token, f"{target.url}/"]) == 0
    assert target.recorder.of(organisation)


def test_a_server_that_is_only_read_is_not_changed(target: Target) -> None:
    organisation = target.new_organisation()
    main(["server", "--token", target.token, target.api_url(organisation)])
    assert {seen.exchange.method for seen in target.recorder.of(organisation)} == {"GET"}


def test_a_server_without_a_success_fails(target: Target, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["server", "--token", "unknown", target.api_url(target.new_organisation())]) == 2
    assert main(["server", "--token", target.token, f"{target.url}/elsewhere"]) == 2
    assert "no request succeeded" in capsys.readouterr().err


def test_a_server_that_needs_no_token_is_reported(target: Target, capsys: pytest.CaptureFixture[str]) -> None:
    async def careless(scope: Any, receive: Any, send: Any) -> None:
        headers = [pair for pair in scope["headers"] if pair[0] != b"authorization"]
        token = (b"authorization", f"Bearer {target.token}".encode())
        await target.recorder({**scope, "headers": [*headers, token]}, receive, send)

    with serving(careless) as url:
        assert main(["server", "--token", target.token, f"{url}/api/v3/organisations/careless/ai"]) == 1
    assert "token: reply at status: 200 without a token" in capsys.readouterr().out


def test_a_server_that_cannot_be_reached_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["server", "http://127.0.0.1:9"]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


GUIDE = (ROOT / "docs" / "contract.md").read_text(encoding="utf-8")


def test_the_program_in_the_guide_runs() -> None:
    (block,) = code_blocks(GUIDE, "python")
    exec(compile(block.code, "contract.md", "exec"), {})


def test_the_report_in_the_guide_is_that_of_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (shown,) = re.findall(r"^```\n(GET .*?)^```", GUIDE, flags=re.MULTILINE | re.DOTALL)
    assert main(["har", recorded(tmp_path, har(exchange(path="/sessions?limit=0", reply=[])))]) == 1
    assert capsys.readouterr().out == shown


def test_the_options_in_the_guide_are_there(capsys: pytest.CaptureFixture[str]) -> None:
    helps = ""
    for command in ("har", "server", "record", "compare", "learn"):
        with pytest.raises(SystemExit):
            main([command, "--help"])
        helps += capsys.readouterr().out
    assert set(re.findall(r"`(--[a-z-]+)", GUIDE)) <= set(re.findall(r"--[a-z-]+", helps))
