"""From options to the request: types, files, arrays, null, and what is wrong with a value."""

from __future__ import annotations

import json
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from .support.running import CommandRunner

COLLECTION = ("vector-db", "create-collection")


def body(quant_ai: CommandRunner, *arguments: str, stdin: str = "") -> Any:
    """The body that a command would send."""
    done = quant_ai(*arguments, "--dry-run", stdin=stdin)
    assert done.code == 0, done.err
    text = done.out.partition("--data-raw ")[2].strip()
    return json.loads(text[1:-1].replace("'\"'\"'", "'") if text.startswith("'") else text)


CHAT = ("chat", "send", "--model-id", "m", "--messages", '{"role": "user", "content": "Hi"}')
AGENT = ("agents", "update", "a-1")


@pytest.mark.parametrize(
    ("arguments", "field", "value"),
    [
        ([*CHAT, "--max-tokens", "5"], "maxTokens", 5),
        ([*CHAT, "--max-tokens=5"], "maxTokens", 5),
        ([*CHAT, "--temperature", "0.5"], "temperature", 0.5),
        ([*CHAT, "--temperature", "-1"], "temperature", -1),
        ([*CHAT, "--long-context"], "longContext", True),
        ([*CHAT, "--no-long-context"], "longContext", False),
        ([*CHAT, "--system-prompt", "-v"], "systemPrompt", "-v"),
        ([*CHAT, "--system-prompt=--help"], "systemPrompt", "--help"),
        ([*CHAT, "--system-prompt", "null"], "systemPrompt", "null"),
        ([*CHAT, "--system-prompt", ""], "systemPrompt", ""),
        ([*CHAT, "--system-prompt", "@@ada"], "systemPrompt", "@ada"),
        ([*CHAT, "--stop-sequences", "a", "--stop-sequences", "[b"], "stopSequences", ["a", "[b"]),
        ([*CHAT, "--stop-sequences", '["a", "b"]'], "stopSequences", ["a", "b"]),
        ([*CHAT, "--stop-sequences", "[]"], "stopSequences", []),
        ([*CHAT, "--messages", '[{"role": "user", "content": "a"}]'], "messages", None),
        ([*CHAT, "--tool-config", '{"autoExecute": true}'], "toolConfig", {"autoExecute": True}),
        (["embeddings", "create", "--input", "one"], "input", "one"),
        (["embeddings", "create", "--input", "one", "--input", "two"], "input", ["one", "two"]),
        (["embeddings", "create", "--input", "[draft] hello"], "input", "[draft] hello"),
        (["embeddings", "create", "--input", "x", "--dimensions", "256"], "dimensions", 256),
        ([*AGENT, "--guardrail-preset", "null"], "guardrailPreset", None),
    ],
)
def test_an_option_is_a_field_of_the_body(
    quant_ai: CommandRunner, arguments: list[str], field: str, value: Any
) -> None:
    found = body(quant_ai, *arguments)
    assert field in found
    assert found[field] == (value if value is not None or field != "messages" else [
        {"role": "user", "content": "Hi"}, {"role": "user", "content": "a"},
    ])  # fmt: skip


@pytest.mark.parametrize("value", ["json", "Json", "JSON"])
def test_the_case_of_a_listed_value_does_not_matter(quant_ai: CommandRunner, value: str) -> None:
    assert "feature=chat" in quant_ai("models", "list", "--feature", value.replace("json", "chat")
                                      .replace("Json", "Chat").replace("JSON", "CHAT"), "--dry-run").out  # fmt: skip


def test_an_at_sign_in_a_query_or_a_path_is_an_ordinary_character(quant_ai: CommandRunner) -> None:
    assert "q=%40ada" in quant_ai("slack-bots", "search-users", "b-1", "--q", "@ada", "--dry-run").out
    assert "/%40ada" in quant_ai("models", "get", "@ada", "--dry-run").out


def test_a_file_is_a_value(quant_ai: CommandRunner, home: Path) -> None:
    (home / "prompt.txt").write_text("Be brief.\n@other", encoding="utf-8")
    (home / "messages.yaml").write_text("- role: user\n  content: no\n- {role: user, content: 2026-01-01}\n")
    (home / "documents.jsonl").write_text('{"content": "a"}\n\n{"content": "b"}\n')
    (home / "picture.png").write_bytes(b"\x89PNG\xff")
    assert body(quant_ai, *CHAT, "--system-prompt", "@prompt.txt")["systemPrompt"] == "Be brief.\n@other"
    found = body(quant_ai, "chat", "send", "--model-id", "m", "--messages", "@messages.yaml")
    assert [message["content"] for message in found["messages"]] == ["no", "2026-01-01"]
    stored = body(quant_ai, "vector-db", "upload-documents", "c-1", "--documents", "@documents.jsonl")
    assert [document["content"] for document in stored["documents"]] == ["a", "b"]
    upload = body(quant_ai, "files", "upload", "--content-type", "image/png", "--content", "@picture.png")
    assert upload["content"] == b64encode(b"\x89PNG\xff").decode()


@pytest.mark.parametrize(
    ("given", "stdin"),
    [
        ('{"name": "a", "embeddingModel": "m"}', ""),
        ("{name: a, embeddingModel: m}", ""),
        ("name: a\nembeddingModel: m", ""),
        ("-", '{"name": "a", "embeddingModel": "m"}'),
        ("-", "name: a\nembedding_model: m\n"),
        ("@-", '{"name": "a", "embeddingModel": "m"}'),
        ("@body.json", ""),
    ],
)
def test_a_body_is_json_or_yaml_from_anywhere(quant_ai: CommandRunner, home: Path, given: str, stdin: str) -> None:
    (home / "body.json").write_text('\ufeff{"name": "a", "embeddingModel": "m"}', encoding="utf-8")
    if given.startswith("{name"):
        assert quant_ai(*COLLECTION, "--body", given, "--dry-run").code == 2  # JSON with a mistake, and not YAML
        return
    assert body(quant_ai, *COLLECTION, "--body", given, stdin=stdin) == {"name": "a", "embeddingModel": "m"}


def test_options_win_over_the_body(quant_ai: CommandRunner) -> None:
    given = '{"name": "a", "embeddingModel": "m"}'
    assert body(quant_ai, *COLLECTION, "--body", given, "--name", "b") == {"name": "b", "embeddingModel": "m"}


def test_piped_data_never_names_a_file(quant_ai: CommandRunner, home: Path) -> None:
    (home / "secret").write_text("secret")
    found = body(quant_ai, *CHAT, "--body", "-", stdin='{"systemPrompt": "@secret", "stopSequences": ["@secret"]}')
    assert (found["systemPrompt"], found["stopSequences"]) == ("@secret", ["@secret"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([*CHAT, "--max-tokens", "many"], "'many' is not a whole number"),
        ([*CHAT, "--temperature", "nan"], "'nan' is not a number"),
        ([*CHAT, "--max-tokns", "5"], "No such option '--max-tokns'. Did you mean '--max-tokens'?"),
        ([*CHAT, "--max_tokens", "5"], "Did you mean '--max-tokens'?"),
        ([*CHAT, "--tool-config", "{"], "this is not JSON"),
        ([*CHAT, "--tool-config", "tools"], "'tools' is not JSON, such as"),
        ([*CHAT, "--system-prompt", "@nothing"], "nothing: No such file or directory; for a value that begins with @,"),
        ([*CHAT, "--system-prompt", "@"], "@ is followed by the name of a file"),
        ([*CHAT, "--system-prompt", "@."], "Is a directory"),
        ([*CHAT, "--system-prompt"], "Option '--system-prompt' requires an argument"),
        (["chat", "send", "--model-id", "m"], "Missing option '--messages'. They can also be in --body, as messages."),
        ([*CHAT, "--body", '{"a": 1,}'], "--body is not JSON"),
        ([*CHAT, "--body", '{\n "a": \n tru}'], "(line 3, column 2)"),
        ([*CHAT, "--body", "a: [1"], "--body is not YAML"),
        ([*CHAT, "--body", "[1]"], "--body must be an object, and is a list"),
        ([*CHAT, "--body", "5"], "--body must be an object, and is a number"),
        ([*CHAT, "--body", ""], "--body is empty"),
        ([*CHAT, "--body", "-"], "stdin is empty"),
        ([*CHAT, "--body", '{"a": NaN}'], "JSON has no NaN"),
        ([*CHAT, "--body", '{"maxTokns": 5}'], "--body has no field 'maxTokns'; did you mean 'maxTokens'?"),
        ([*CHAT, "--body", '{"maxTokens": null}'], "--body: maxTokens cannot be null; leave it out"),
        ([*CHAT, "--body", '{"maxTokens": 1, "max_tokens": 2}'], "--body has maxTokens twice"),
        ([*CHAT, "--body", '{"async": true}'], "async is set by the command 'start' of this group"),
        ([*CHAT, "--body", "@nothing.json"], "nothing.json: No such file"),
        (["models", "list", "--feature", "caht"], "'caht' is not one of chat"),
        (["models", "list", "--feature", "caht"], "did you mean 'chat'?"),
        (["models", "lst"], "No such command 'lst'. Did you mean 'list'?"),
        (["modles", "list"], "No such command 'modles'. Did you mean 'models'?"),
        (["models", "get"], "Missing argument 'MODEL-ID'"),
        (["models", "get", ""], "must be a non-empty string"),
        (["models", "list", "--all"], "No such option '--all'"),
        (["models", "list", "--jq", ".", "-o", "table"], "--jq gives JSON, and no table"),
        (["models", "list", "--mock", "--base-url", "http://127.0.0.1:1"], "leave --base-url out"),
        (["chat", "start", "--deadline", "5", *CHAT[2:]], "--deadline is the limit of --wait"),
        (["models", "get", "\udcff"], "not valid Unicode"),
        (["files", "list", "--limit", "x"], "Invalid value for '--limit': 'x' is not a whole number"),
        (["ai-search", "get-status"], "Missing option '--project'. It can also be set as QUANT_PROJECT."),
    ],
)
def test_a_mistake_is_one_line_and_exit_code_2(quant_ai: CommandRunner, arguments: list[str], message: str) -> None:
    done = quant_ai(*arguments)
    assert message in done.err
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert done.err.startswith("quant-ai: ")


def test_a_file_that_is_no_text_is_named(quant_ai: CommandRunner, home: Path) -> None:
    (home / "picture.png").write_bytes(b"ab\n\xff")
    (home / "zeros").write_bytes(b"a\0b")
    assert "picture.png is not text in UTF-8 (line 2)" in quant_ai(*CHAT, "--system-prompt", "@picture.png").err
    assert "zeros is not text" in quant_ai(*CHAT, "--body", "@zeros").err


def test_closed_stdin_is_an_empty_body(quant_ai: CommandRunner) -> None:
    done = quant_ai(*CHAT, "--body", "-", stdin=None)
    assert (done.code, done.err) == (2, "quant-ai: stdin is empty. See 'quant-ai chat send --help'.\n")


def test_a_token_and_a_body_may_both_come_from_stdin(quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUANT_API_TOKEN")
    given = f'{quant_ai.mock.token}\n{{"name": "a", "embeddingModel": "amazon.titan-embed-text-v2:0"}}'
    done = quant_ai(*COLLECTION, "--body", "-", "--token-stdin", stdin=given)
    assert done.json["collection"]["name"] == "a"


def test_common_options_may_be_before_and_after_the_command(quant_ai: CommandRunner) -> None:
    assert quant_ai("-o", "jsonl", "models", "list").out == quant_ai("models", "-o", "jsonl", "list").out
    assert quant_ai("models", "list", "-o", "yaml").out.startswith("models:")
    assert quant_ai("-o", "yaml", "models", "list", "-o", "jsonl").out.startswith("{")


def test_the_option_of_a_resource_may_be_before_and_after_the_command(
    quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "/projects/a/" in quant_ai("ai-search", "--project", "a", "get-status", "--dry-run").out
    assert "/projects/b/" in quant_ai("ai-search", "get-status", "--project", "b", "--dry-run").out
    monkeypatch.setenv("QUANT_PROJECT", "c")
    assert "/projects/c/" in quant_ai("ai-search", "get-status", "--dry-run").out


def test_names_with_underscores_are_understood(quant_ai: CommandRunner) -> None:
    assert quant_ai("vector_db", "list_collections").code == 0


def test_a_time_is_written_as_the_api_writes_it() -> None:
    from quant_ai_cli.option_values import _time

    assert _time("2026-03-01") == "2026-03-01T00:00:00Z"
    assert _time("2026-03-01T12:00:00") == "2026-03-01T12:00:00Z"
    assert _time("2026-03-01T12:00:00+02:00") == "2026-03-01T12:00:00+02:00"
    with pytest.raises(ValueError, match="'March' is not a time such as 2026-03-01"):
        _time("March")


def test_a_field_wins_over_an_option_of_all_commands(quant_ai: CommandRunner) -> None:
    site = ("ai-search", "--project", "site", "enable", "--base-url", "https://www.example.com")
    done = quant_ai("--base-url", "http://127.0.0.1:1", *site, "--dry-run")
    assert "curl -X POST http://127.0.0.1:1/" in done.out
    assert '{"baseUrl":"https://www.example.com"}' in done.out
