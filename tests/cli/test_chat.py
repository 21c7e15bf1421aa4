"""`quant-ai chat`: prompts, piped text, files, schemas, tools, and an interactive chat."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from .support.running import CommandRunner

MODEL = "amazon.nova-lite-v1:0"
TOOL_MODEL = "anthropic.claude-sonnet-4-20250514-v1:0"


@pytest.fixture(autouse=True)
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUANT_MODEL", MODEL)


def test_a_prompt_prints_the_text_of_the_reply(quant_ai: CommandRunner) -> None:
    quant_ai.service.script("Blue gum, myrtle, huon pine.")
    done = quant_ai("chat", "Name", "three trees.")
    assert (done.code, done.out, done.err) == (0, "Blue gum, myrtle, huon pine.\n", "")
    (body,) = quant_ai.bodies("chat_stream")
    assert body["modelId"] == MODEL
    assert body["messages"] == [{"role": "user", "content": "Name three trees."}]


@pytest.mark.parametrize(
    ("arguments", "stdin", "prompt"),
    [
        (["What broke?"], "line 1\nline 2\n", "line 1\nline 2\n\nWhat broke?"),
        ([], "Only piped @secret\n", "Only piped @secret"),
        (["--", "-v"], "", "-v"),
        (["--", "send"], "", "send"),
        (["@ada"], "", "@ada"),
        (["-s", "Be brief.", "Hello", "--max-tokens", "9"], "", "Hello"),
    ],
)
def test_piped_text_stands_before_the_prompt(
    quant_ai: CommandRunner, arguments: list[str], stdin: str, prompt: str
) -> None:
    assert quant_ai("chat", *arguments, stdin=stdin).code == 0
    body = quant_ai.bodies("chat_stream")[-1]
    assert body["messages"] == [{"role": "user", "content": prompt}]
    assert ("-s" in arguments) == (body.get("systemPrompt") == "Be brief.") == (body.get("maxTokens") == 9)


@pytest.mark.parametrize(
    ("arguments", "stdin", "message"),
    [
        ([], "", "A prompt is missing, and stdin is empty"),
        ([], None, "A prompt is missing, and stdin is empty"),
        (["Hello"], b"\xff\xfe", "stdin is not text in UTF-8"),
        (
            ["sned"],
            "",
            "No such command 'sned'. Did you mean 'send'? To send it as a prompt, write: quant-ai chat -- sned",
        ),
        (["Hello", "--modle", "m"], "", "No such option '--modle'. Did you mean '--model'?"),
        (["Hello", "--image", "nothing.png"], "", "nothing.png: No such file"),
        (["Hello", "--document", "notes.xyz"], "", "notes.xyz is not a document"),
        (["Hello", "--schema", "notes.xyz"], "", "notes.xyz is not JSON"),
        (["Hello", "--schema", "list.json"], "", "list.json is no JSON Schema"),
        (["Hello", "--tool", "weather", "-y"], "", "--tool weather: write MODULE:FUNCTION"),
        (["Hello", "--tool", "nothing:f", "-y"], "", "--tool nothing:f: ModuleNotFoundError"),
        (["Hello", "--tool", "json:dumps"], "", "--tool asks before each call, and this is no terminal"),
        (["Hello", "--max-tokens", "0"], "", "Invalid value for '--max-tokens'"),
        (["--model", "m", "send", "--model-id", "n"], "", "--model is an option of a chat"),
    ],
)
def test_a_mistake_is_one_line(
    quant_ai: CommandRunner, home: Path, arguments: list[str], stdin: Any, message: str
) -> None:
    (home / "notes.xyz").write_text("notes")
    (home / "list.json").write_text("[]")
    done = quant_ai("chat", *arguments, stdin=stdin)
    assert message in done.err
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert quant_ai.bodies("chat_stream") == []


def test_without_a_model_the_error_says_where_to_get_one(
    quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("QUANT_MODEL")
    done = quant_ai("chat", "Hello")
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert "pass --model, set QUANT_MODEL" in done.err
    assert quant_ai("chat", "Hello", "--mock").code == 0


def test_files_are_sent_as_blocks(quant_ai: CommandRunner, home: Path) -> None:
    (home / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    (home / "notes.md").write_text("# Notes")
    assert quant_ai("chat", "Look", "--image", "picture.png", "--document", "notes.md").code == 0
    content = quant_ai.bodies("chat_stream")[-1]["messages"][0]["content"]
    assert [sorted(block) for block in content] == [["text"], ["image"], ["document"]]


def test_a_schema_is_sent(quant_ai: CommandRunner, home: Path) -> None:
    schema = {"type": "object", "properties": {"name": {"type": "string"}}}
    (home / "schema.json").write_text(json.dumps(schema))
    done = quant_ai("chat", "Hello", "--schema", "schema.json", "--model", "amazon.nova-pro-v1:0", "--dry-run")
    assert json.dumps({"type": "json", "jsonSchema": schema}, separators=(",", ":")) in done.out


def test_the_whole_reply_is_json_where_that_is_wanted(quant_ai: CommandRunner) -> None:
    quant_ai.service.script("Hi.", times=3)
    assert quant_ai("chat", "Hello", "-o", "json").json["response"]["content"] == "Hi."
    assert quant_ai("chat", "Hello", "--jq", ".response.content", "-r").out == "Hi.\n"
    assert len(quant_ai("chat", "Hello", "-o", "jsonl").lines) > 1


def test_an_agent_answers(quant_ai: CommandRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QUANT_MODEL")
    made = quant_ai(
        "agents", "create", "--name", "Desk", "--description", "d", "--system-prompt", "s", "--model-id", MODEL
    ).json
    agent = made["agent"]["agentId"]
    done = quant_ai("chat", "Hello", "--agent", agent)
    assert done.code == 0, done.err
    assert quant_ai.bodies("agents_chat")[-1]["message"] == "Hello"


def test_a_stream_that_breaks_off_keeps_its_text(quant_ai: CommandRunner) -> None:
    quant_ai.service.script("One two three four five six seven eight.")
    quant_ai.service.fault(kind="truncate", operation="chat_stream", at=4)
    done = quant_ai("chat", "Hello")
    assert done.code == 5
    assert done.out.startswith("One")
    assert done.out.endswith("\n")
    assert done.err.count("\n") == 1


def test_escape_codes_in_a_reply_do_not_reach_a_terminal(quant_ai: CommandRunner) -> None:
    quant_ai.on_terminal()
    quant_ai.service.script("\x1b]0;title\x07red\x9b31m \u202etext")
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(quant_ai("chat", "Hello").out)


WEATHER = '''
def get_weather(city: str) -> dict[str, object]:
    """Get the weather of a city.

    Args:
        city: Its name.
    """
    return {"city": city, "celsius": 14}
'''


@pytest.fixture
def weather(home: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (home / "my_weather.py").write_text(WEATHER)
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.delitem(sys.modules, "my_weather", raising=False)
    return "my_weather:get_weather"


CALL = [{"name": "get_weather", "input": {"city": "Hobart"}, "tool_use_id": "t-1"}]


def test_a_tool_of_the_present_folder_is_run(quant_ai: CommandRunner, weather: str) -> None:
    quant_ai.service.script(tool_calls=CALL)
    quant_ai.service.script("14 degrees.", has_tool_result=True)
    done = quant_ai("chat", "Weather?", "--tool", weather, "--yes", "--model", TOOL_MODEL)
    assert (done.code, done.out) == (0, "14 degrees.\n"), done.err
    assert '"celsius": 14' in json.dumps(quant_ai.bodies("chat_stream")[-1])


@pytest.mark.parametrize("answer", ["y", "n"])
def test_a_tool_asks_on_a_terminal(quant_ai: CommandRunner, weather: str, answer: str) -> None:
    quant_ai.service.script(tool_calls=CALL)
    quant_ai.service.script("Done.", has_tool_result=True)
    quant_ai.on_terminal(stdin=True)
    done = quant_ai("chat", "Weather?", "--tool", weather, "--model", TOOL_MODEL, stdin=f"{answer}\n")
    assert (done.code, done.out.strip()) == (0, "Done."), done.err
    assert 'Run get_weather(city="Hobart")? [y/N]' in done.err
    sent = json.dumps(quant_ai.bodies("chat_stream")[-1])
    assert ("celsius" in sent) == (answer == "y")
    assert ("did not allow" in sent) == (answer == "n")


def test_a_conversation_keeps_its_history_in_a_session(quant_ai: CommandRunner, home: Path) -> None:
    quant_ai.on_terminal(stdin=True)
    quant_ai.service.script("Hello Ada.")
    quant_ai.service.script("You are Ada.")
    changes = ["/model amazon.nova-pro-v1:0", "/system Be brief."]
    lines = ["I am Ada.", "Who am I?", *changes, "Again?", "/save a.md", "/save a.json", "/save a.md", "/quit", ""]
    done = quant_ai("chat", stdin="\n".join(lines))
    assert done.code == 0
    first, second, third = quant_ai.bodies("chat_stream")
    assert first["sessionId"] == second["sessionId"]
    assert second["messages"] == [{"role": "user", "content": "Who am I?"}]
    assert (third["modelId"], third["systemPrompt"]) == ("amazon.nova-pro-v1:0", "Be brief.")
    assert (home / "a.md").read_text().startswith("**user**\n\nI am Ada.\n\n**assistant**\n\nHello Ada.\n")
    assert json.loads((home / "a.json").read_text())[3] == {"role": "assistant", "content": "You are Ada."}
    assert "a.md exists already" in done.err
    assert f"quant-ai chat --session {first['sessionId']}" in done.err


def test_an_error_does_not_end_a_conversation(quant_ai: CommandRunner) -> None:
    quant_ai.on_terminal(stdin=True)
    quant_ai.service.fault(400, operation="chat_stream", body={"message": "no"})
    done = quant_ai("chat", stdin="One\nTwo\n/nothing\n/modle\n/save\n/help\n\n")
    assert done.code == 0
    assert len(quant_ai.bodies("chat_stream")) == 2
    for text in ("answered 400", "There is no command /nothing", "Did you mean /model?", "Write /save FILE", "/system"):
        assert text in done.err


def test_the_option_for_a_session_goes_on_with_it(quant_ai: CommandRunner) -> None:
    session = quant_ai("sessions", "create", "--user-id", "ada", "--jq", ".sessionId", "-r").out.strip()
    assert quant_ai("chat", "Hello", "--session", session).code == 0
    assert quant_ai.bodies("chat_stream")[-1]["sessionId"] == session
