"""One turn of a chat: send the message, show the reply as it comes, and keep what has come if it breaks off."""

from __future__ import annotations

import getpass
import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from .calls import write_text
from .chat_tools import loaded_tools
from .typed_files import parse_json, read_text

if TYPE_CHECKING:
    from quant_ai import QuantAI


@dataclass
class ChatSettings:
    """The options of a chat."""

    model: str | None = None
    system: str | None = None
    session: str | None = None
    agent: str | None = None
    image: Sequence[str] = ()
    document: Sequence[str] = ()
    schema: str | None = None
    max_tokens: int | None = None
    tool: Sequence[str] = ()
    yes: bool = False

    @property
    def by_agent_alone(self) -> bool:
        """Whether the agent's own operation takes everything that is given."""
        return bool(self.agent) and not (self.image or self.document or self.schema or self.max_tokens or self.tool)


class Turns:
    """Sends the turns of a chat.

    Args:
        client: The client.
        settings: The options; the chat may change them.
    """

    def __init__(self, client: QuantAI, settings: ChatSettings) -> None:
        self.client, self.settings = client, settings
        logging.getLogger("quant_ai").addHandler(logging.NullHandler())  # the failure of a tool goes to the model
        self._tools = loaded_tools(settings.tool, ask=not settings.yes)
        self._schema = _schema(settings.schema) if settings.schema else None
        self._blocks = [*_blocks(settings)]

    def start_session(self) -> str:
        """Create a session for the history, unless there is one, or the agent keeps one."""
        if not self.settings.session and not self.settings.agent:
            self.settings.session = self.client.sessions.create(user_id=_user()).session_id
        return self.settings.session or ""

    def send(self, prompt: str, show: Callable[[Iterator[str]], None] = write_text) -> Any:
        """Send a prompt, and show the text of the reply as it comes.

        Returns:
            The reply, or the run with its tool calls.
        """
        if self._tools:
            return self._run(prompt, show)
        with self.stream(prompt) as stream:
            show(stream.text)
            reply = stream.final()
        if self.settings.agent and not self.settings.session:
            self.settings.session = getattr(reply, "session_id", None)
        return reply

    def stream(self, prompt: str) -> Any:
        """The stream of a reply, which is opened when it is entered."""
        settings = self.settings
        if settings.by_agent_alone:
            return self.client.agents.stream(
                settings.agent or "", message=prompt, session_id=settings.session, system=settings.system
            )
        return self.client.chat.stream(messages=self._messages(prompt), **self._request())

    def _run(self, prompt: str, show: Callable[[Iterator[str]], None]) -> Any:
        pieces: list[str] = []
        run = self.client.chat.run(
            messages=self._messages(prompt), tools=self._tools, via="stream", on_text=_shown(pieces), **self._request()
        )
        if not "".join(pieces).endswith("\n"):
            show(iter(["\n"]))
        return run

    def _messages(self, prompt: str) -> list[Any]:
        content = [{"text": prompt}, *self._blocks] if self._blocks else prompt
        self._blocks = []  # files are sent with the first message
        return [{"role": "user", "content": content}]

    def _request(self) -> dict[str, Any]:
        settings = self.settings
        if not settings.model:
            raise click.UsageError(NO_MODEL)
        return {
            "model_id": settings.model,
            "system_prompt": settings.system,
            "session_id": settings.session,
            "agent_id": settings.agent,
            "max_tokens": settings.max_tokens,
            "response_format": self._schema,
        }


NO_MODEL = (
    "no model: pass --model, set QUANT_MODEL, or run 'quant-ai configure'; 'quant-ai models list --feature chat' lists"
    " them"
)


def _shown(pieces: list[str]) -> Callable[[str], None]:
    def show(piece: str) -> None:
        pieces.append(piece)
        write_text([piece], end="")

    return show


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "quant-ai"


def _schema(name: str) -> dict[str, Any]:
    found = parse_json(read_text(name), name)
    if not isinstance(found, dict):
        raise click.UsageError(f"{name} is no JSON Schema: it must be an object")
    return {"type": "json", "json_schema": found}


def _blocks(settings: ChatSettings) -> Iterator[Any]:
    from quant_ai import document_block, image_block

    for name in settings.image:
        yield image_block(name)
    for name in settings.document:
        yield document_block(name)
