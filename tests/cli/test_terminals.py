"""In a real terminal: text as it comes, Ctrl-C, progress, and questions."""

from __future__ import annotations

import sys

import pytest

from .support.running import CommandRunner

if sys.platform == "win32":
    pytest.skip("there are no pseudo-terminals", allow_module_level=True)

from .support.pseudo_terminal import on_terminal

MODEL = {"QUANT_MODEL": "amazon.nova-lite-v1:0"}


def stalled(quant_ai: CommandRunner) -> None:
    """Let the next stream stop after some text."""
    quant_ai.service.script("One two three four five six seven eight.")
    quant_ai.service.fault(kind="stall", operation="chat_stream", at=3, stall=60)


def test_text_is_shown_as_it_comes_and_kept_when_it_is_interrupted(quant_ai: CommandRunner) -> None:
    stalled(quant_ai)
    with on_terminal("chat", "Hello", **MODEL) as terminal:
        terminal.wait_for("One")
        terminal.type("\x03")
        assert terminal.end() == 130
        assert "Traceback" not in terminal.shown
        assert terminal.shown.endswith("\r\n")


def test_ctrl_c_stops_the_reply_and_a_second_one_the_chat(quant_ai: CommandRunner) -> None:
    stalled(quant_ai)
    with on_terminal("chat", **MODEL) as terminal:
        terminal.wait_for("> ")
        terminal.type("Hello\n")
        terminal.wait_for("One")
        terminal.type("\x03")
        terminal.wait_for("(stopped)")
        terminal.wait_for("> ")
        terminal.type("Again\n")
        terminal.wait_for("Again")
        terminal.wait_for("> ")
        terminal.interrupt(until="Ctrl-C again")
        assert terminal.interrupt() == 130
        assert "Traceback" not in terminal.shown


def test_a_table_fits_a_narrow_terminal(quant_ai: CommandRunner) -> None:
    with on_terminal("models", "list", columns=40, NO_COLOR="1") as terminal:
        assert terminal.end() == 0
        lines = terminal.shown.split("\r\n")
    assert lines[0].split()[0] == "id"
    assert max(map(len, lines)) <= 40


def test_progress_is_one_line_that_is_removed(quant_ai: CommandRunner) -> None:
    message = '{"role": "user", "content": "Hi"}'
    arguments = ("chat", "start", "--model-id", MODEL["QUANT_MODEL"], "--messages", message, "--wait", "-o", "json")
    with on_terminal(*arguments) as terminal:
        assert terminal.end() == 0
        shown = terminal.shown
    assert "complete (" in shown
    assert shown.index("complete (") < shown.rindex("\x1b[K") < shown.index('"requestId"')


def test_a_token_is_typed_unseen(quant_ai: CommandRunner) -> None:
    with on_terminal("configure") as terminal:
        terminal.wait_for("API token: ")
        terminal.type("typed-secret\n")
        terminal.wait_for("Organisation: ")
        terminal.type("acme\n")
        terminal.wait_for("may be empty: ")
        terminal.type("\n")
        terminal.wait_for("saved profile default")
        assert terminal.end() == 0
    assert quant_ai("configure", "--show").out == "token: [REDACTED]\norganisation: acme\n"
