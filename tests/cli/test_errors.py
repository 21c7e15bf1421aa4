"""How commands fail: one line on stderr with the request id, and an exit code for each kind."""

from __future__ import annotations

import json
import socket
from typing import Any

import pytest

from .support.running import CommandRunner


@pytest.mark.parametrize(
    ("status", "code"),
    [(400, 1), (401, 3), (403, 3), (404, 4), (409, 1), (413, 1), (422, 1), (429, 6), (500, 1), (503, 1)],
)
def test_each_kind_of_error_has_an_exit_code(quant_ai: CommandRunner, status: int, code: int) -> None:
    with_fault = quant_ai.service
    with_fault.fault(status, operation="models_list", times=None, retry_after=0)
    done = quant_ai("models", "list")
    assert (done.code, done.out, done.err.count("\n")) == (code, "", 1)
    assert done.err.startswith(f"quant-ai: GET /models answered {status}: ")
    assert "(request " in done.err


def test_an_error_can_be_json(quant_ai: CommandRunner) -> None:
    done = quant_ai("models", "get", "nothing", "--error-format", "json")
    error = json.loads(done.err)["error"]
    assert (done.code, error["exit_code"], error["type"], error["status_code"]) == (4, 4, "NotFoundError", 404)
    assert error["request_id"]
    assert error["message"].startswith("GET /models/nothing answered 404: ")


@pytest.mark.parametrize(
    "arguments", [["models", "--error-format=json", "list", "--bogus"], ["--error-format", "json", "x"]]
)
def test_a_mistake_in_the_arguments_can_be_json(quant_ai: CommandRunner, arguments: list[str]) -> None:
    done = quant_ai(*arguments)
    assert json.loads(done.err)["error"]["exit_code"] == done.code == 2


def test_no_connection_is_exit_code_7(quant_ai: CommandRunner) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        done = quant_ai("models", "list", "--base-url", f"http://127.0.0.1:{unused.getsockname()[1]}")
    assert (done.code, done.out, done.err.count("\n")) == (7, "", 1)


@pytest.mark.parametrize("variable", ["QUANT_API_TOKEN", "QUANT_ORGANISATION"])
def test_a_missing_setting_says_how_to_get_it(
    quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.delenv(variable)
    done = quant_ai("models", "list")
    assert (done.code, done.err.count("\n")) == (3 if variable == "QUANT_API_TOKEN" else 2, 1)
    assert "quant-ai configure" in done.err
    assert variable in done.err


def test_a_wrong_base_url_is_a_mistake(quant_ai: CommandRunner) -> None:
    done = quant_ai("models", "list", "--base-url", "nowhere")
    assert (done.code, done.err.count("\n")) == (2, 1)


def test_escape_codes_in_an_error_do_not_reach_the_terminal(quant_ai: CommandRunner) -> None:
    organisation = quant_ai.service
    organisation.fault(400, operation="models_list", body={"message": "\x1b[31mred\x07\nsecond line \u202e"})
    done = quant_ai("models", "list")
    assert "\x1b" not in done.err
    assert "\x07" not in done.err
    assert "\u202e" not in done.err
    assert done.err.count("\n") == 1


SECRET = "planted-token-4711"


@pytest.mark.parametrize(
    "arguments",
    [
        ["models", "list", "--token", SECRET],
        ["--token", SECRET, "models", "list"],
        ["models", f"--token={SECRET}", "list"],
        ["models", "list", f"--token={SECRET}", "--error-format", "json"],
    ],
)
def test_a_token_is_not_taken_as_an_argument(quant_ai: CommandRunner, arguments: list[str]) -> None:
    done = quant_ai(*arguments)
    assert done.code == 2
    assert "a token is not given as an argument" in done.err
    assert SECRET not in done.out + done.err


@pytest.mark.parametrize("more", [[], ["-v"], ["-vv"], ["--dry-run"], ["--error-format", "json"], ["-vv", "--jq", "."]])
@pytest.mark.parametrize("source", ["environment", "stdin"])
def test_the_token_is_never_printed(
    quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch, more: list[str], source: str
) -> None:
    organisation = quant_ai.service
    said: Any = {"message": f"the token {SECRET} is unknown"}
    organisation.fault(401, operation="models_list", body=said)
    stdin = ""
    if source == "environment":
        monkeypatch.setenv("QUANT_API_TOKEN", SECRET)
    else:
        monkeypatch.delenv("QUANT_API_TOKEN")
        stdin, more = f"{SECRET}\nrest", [*more, "--token-stdin"]
    done = quant_ai("models", "list", *more, stdin=stdin)
    assert done.code == (0 if "--dry-run" in more else 3), done.err
    assert SECRET not in done.out + done.err
    if "-vv" in more:
        assert "> authorization: [REDACTED]" in done.err


def test_a_log_has_a_line_for_each_request_and_reply(quant_ai: CommandRunner) -> None:
    organisation = quant_ai.service
    organisation.fault(503, operation="models_list", retry_after=0)
    done = quant_ai("models", "list", "-v")
    assert done.code == 0
    marks = [line.split()[:2] for line in done.err.splitlines()]
    assert marks == [[">", "GET"], ["<", "503"], [">", "GET"], ["<", "200"]]
    assert ", request " in done.err
    more = quant_ai("embeddings", "create", "--input", "x", "-vv").err
    assert '> {"input":"x"}' in more
    assert "< content-type: application/json" in more
