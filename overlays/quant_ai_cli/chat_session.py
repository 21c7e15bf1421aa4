"""A prompt and its reply, or an interactive chat with history in a session."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from . import terminal
from .calls import show_plan, write_text
from .chat_turns import ChatSettings, Turns
from .clients import connected, default_model
from .failures import ExitCode, is_expected, report
from .output import Output, to_json

if TYPE_CHECKING:
    from quant_ai import QuantAI

    from .invocation import Invocation

__all__ = ["ChatSettings", "converse", "send_prompt"]

COMMANDS: Final = {
    "/help": "list these commands",
    "/model [ID]": "show or change the model",
    "/system [TEXT]": "show or change the instructions",
    "/save FILE": "save the conversation as Markdown, or as JSON in a file.json",
    "/quit": "end the chat, as Ctrl-D does",
}


def send_prompt(options: Invocation, settings: ChatSettings, prompt: str) -> int:
    """Send a prompt and print the reply: text as it comes, or the whole reply in another format."""
    output = Output(options, stem="chat")
    with connected(options) as client:
        turns = Turns(client, _with_model(options, settings, client))
        if options.dry_run:
            show_plan(turns.stream, prompt)
        elif output.given in (None, "text"):
            _note_ending(turns.send(prompt))
        elif output.given == "jsonl" and not settings.tool and not options.jq:
            with turns.stream(prompt) as stream:
                for event in stream:
                    terminal.write(f"{output.json(to_json(event))}\n")
        else:
            found = turns.send(prompt, _silently)
            output.reply(getattr(found, "reply", found))
    return ExitCode.OK


def converse(options: Invocation, settings: ChatSettings) -> int:
    """Chat until the user leaves. Ctrl-C stops a reply; a second one leaves."""
    with connected(options) as client:
        turns = Turns(client, _with_model(options, settings, client))
        return _Conversation(options, turns).run()


class _Conversation:
    """An interactive chat."""

    def __init__(self, options: Invocation, turns: Turns) -> None:
        self.options, self.turns = options, turns
        self.transcript: list[tuple[str, str]] = []
        self._was_interrupted = False

    def run(self) -> int:
        """Read lines and answer them."""
        _edit_lines()
        who = self.turns.settings.agent or self.turns.settings.model
        terminal.note(f"Chat with {who}. /help lists commands, /quit or Ctrl-D ends.")
        while True:
            try:
                line = input("> ").strip()
            except EOFError:
                terminal.write("\n")
                return self._end()
            except KeyboardInterrupt:
                terminal.write("\n")
                if self._was_interrupted:
                    return ExitCode.INTERRUPTED
                self._was_interrupted = True
                terminal.note("Ctrl-C again or /quit ends the chat.")
                continue
            self._was_interrupted = False
            if line in ("/quit", "/exit"):
                return self._end()
            if line.startswith("/"):
                self._command(line)
            elif line:
                self._turn(line)

    def _end(self) -> int:
        if self.transcript and self.turns.settings.session:
            agent = f" --agent {self.turns.settings.agent}" if self.turns.settings.agent else ""
            terminal.note(f"Go on with: quant-ai chat{agent} --session {self.turns.settings.session}")
        return ExitCode.OK

    def _turn(self, prompt: str) -> None:
        pieces: list[str] = []
        try:
            self.turns.start_session()
            _note_ending(self.turns.send(prompt, lambda text: write_text(_kept(text, pieces))))
        except KeyboardInterrupt:
            self._was_interrupted = True
            terminal.note("(stopped)")
        except (Exception, click.ClickException) as error:
            if not is_expected(error):
                raise
            report(error, self.options, [])
        self.transcript.append(("user", prompt))
        if pieces:
            self.transcript.append(("assistant", "".join(pieces)))

    def _command(self, line: str) -> None:
        word, _, rest = line.partition(" ")
        rest = rest.strip()
        settings = self.turns.settings
        if word == "/help":
            terminal.note("\n".join(f"{name:<16}{text}" for name, text in COMMANDS.items()))
        elif word == "/model":
            settings.model = rest or settings.model
            terminal.note(f"model: {settings.model}")
        elif word == "/system":
            settings.system = rest or settings.system
            terminal.note(f"system: {settings.system or 'none'}")
        elif word == "/save":
            self._save(rest)
        else:
            near = get_close_matches(word, [name.split()[0] for name in COMMANDS], 1)
            terminal.note(f"There is no command {word}. " + (f"Did you mean {near[0]}?" if near else "See /help."))

    def _save(self, name: str) -> None:
        if not name:
            terminal.note("Write /save FILE.")
            return
        path = Path(name).expanduser()
        if path.suffix == ".json":
            text = json.dumps([{"role": who, "content": said} for who, said in self.transcript], indent=2) + "\n"
        else:
            text = "".join(f"**{who}**\n\n{said.strip()}\n\n" for who, said in self.transcript)
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            terminal.note(f"{path} exists already; choose another name.")
        except OSError as error:
            terminal.note(f"{path}: {error.strerror or error}")
        else:
            terminal.note(f"saved to {path}")


def _with_model(options: Invocation, settings: ChatSettings, client: QuantAI) -> ChatSettings:
    """The settings with the default model; on a mock server, one of its own."""
    settings.model = settings.model or default_model(options)
    if not settings.model and options.mock and not options.dry_run:
        settings.model = client.models.list(feature="chat").models[0].id
    return settings


def _silently(pieces: Iterator[str]) -> None:
    for _ in pieces:
        pass


def _kept(pieces: Iterator[str], kept: list[str]) -> Iterator[str]:
    for piece in pieces:
        kept.append(piece)
        yield piece


def _note_ending(reply: Any) -> None:
    """Say so, if the reply is not what it seems: cut off, or withheld."""
    ending = getattr(reply, "finish_reason", None)
    if ending == "length":
        terminal.note("(cut off at the limit of tokens; --max-tokens raises it)")
    elif ending not in (None, "stop", "end_turn", "stop_sequence"):
        terminal.note(f"(ended with: {' '.join(str(ending).split())})")


def _edit_lines() -> None:
    """Let the arrow keys work, where Python has readline."""
    if terminal.is_terminal(sys.stdout):
        try:
            import readline  # noqa: F401
        except ImportError:
            return
