"""Add up the events of a stream to the reply that a buffered call would have given.

The reply's own shape says what is wanted: text goes where a field is named as the document names text, all else to
fields that bear the name of what an event held. Each event costs an append; the reply is built when somebody asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, get_args, get_origin

from quant_ai_client.types import UNSET, Model

from .hints import hints_of, is_model, members

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from quant_ai_client.models import ToolUse
    from quant_ai_client.operation import EventTypes

# Words of the stream for why the model stopped, and those of a buffered chat reply for the same.
_FINISHES: Final[Mapping[str, str]] = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "max_tokens": "length",
    "tool_request": "tool_use",
}


class Accumulator:
    """What a stream has said so far.

    Args:
        types: The stream's event types.
        reply: Imports the model of the reply; None where the document names none, and the text is all there is.
    """

    def __init__(self, types: EventTypes, reply: Callable[[], type[Any]] | None = None) -> None:
        self._pieces: list[str] = []
        self._events: list[Any] = []
        self._text_names, self._model = types.text, reply
        self.add_text = self._pieces.append
        """Take a piece of the text."""
        self.add = self._events.append
        """Take an event that is no piece of the text."""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._pieces)

    def reply(self) -> Any:
        """The reply so far, in the form of the buffered one."""
        if self._model is None:
            return self.text
        values: dict[str, Any] = {}
        for event in self._events:
            values.update(_given(event))
        reply = _filled(self._model(), values, self.text, frozenset(self._text_names))
        _finish(reply, self._events)
        return reply


def _filled(model: type[Any], values: Mapping[str, Any], text: str, text_names: frozenset[str]) -> Any:
    fields: dict[str, Any] = {}
    for name, hint in hints_of(model).items():
        kinds = members(hint)
        inner = next((kind for kind in kinds if is_model(kind)), None)
        if name in text_names and str in kinds:
            fields[name] = text or values.get(name, text)
        elif inner is not None and not text_names.isdisjoint(hints_of(inner)):
            # where the last event held the whole message, it knows best what else belongs to it
            whole = values.get(name)
            known = {**values, **_given(whole)} if isinstance(whole, inner) else values
            fields[name] = _filled(inner, known, text, text_names)
        elif name in values:
            fields[name] = values[name]
        elif get_origin(kinds[0]) is Literal and len(kinds) == len(get_args(kinds[0])) == 1:
            fields[name] = get_args(kinds[0])[0]  # a constant of the document, such as the role of an answer
        else:
            fields[name] = UNSET
    return model(**fields)


def _given(model: Any) -> dict[str, Any]:
    if not isinstance(model, Model):
        return {}
    values = {name: getattr(model, name) for name in hints_of(type(model))}
    return {name: value for name, value in values.items() if value is not UNSET and value is not None}


def _finish(reply: Any, events: Iterable[Any]) -> None:
    """Say in the words of a buffered reply what streams say in their own."""
    from quant_ai_client.models import AgentChatReply, ChatReply, DoneEvent, ToolRequestEvent

    done = next((event for event in events if isinstance(event, DoneEvent)), None)
    if isinstance(reply, ChatReply):
        asked = [use for event in events if isinstance(event, ToolRequestEvent) for use in _tool_uses(event)]
        if asked:
            reply.response.tool_use = asked[0] if len(asked) == 1 else asked
        if done is not None and not reply.finish_reason and done.stop_reason:
            reply.finish_reason = _FINISHES.get(done.stop_reason, done.stop_reason)
    elif isinstance(reply, AgentChatReply) and done is not None and not reply.response.stop_reason:
        reply.response.stop_reason = done.finish_reason


def _tool_uses(event: Any) -> list[ToolUse]:
    """The tool calls that a `tool_request` event asks for, in whichever of its forms."""
    from quant_ai_client.models import ToolUse

    if event.tool_use:
        return list(event.tool_use) if isinstance(event.tool_use, list) else [event.tool_use]
    if not event.name:
        return []
    # A service that sends no id cannot be answered by id either; the name stands in for it.
    return [ToolUse(tool_use_id=event.tool_use_id or event.name, name=event.name, input=event.input or {})]
