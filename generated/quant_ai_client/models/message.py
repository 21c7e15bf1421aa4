# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .message_content import MessageContent, MessageContentParam, decode_message_content
from .message_role import MessageRole


@_define(kw_only=True, eq=False, repr=False)
class Message(_Model):
    """One message of a conversation. A conversation is a list of messages, oldest first, usually ending with
    the user's.

    Attributes:
        role (MessageRole): Who speaks. Known values: "user", "assistant", "system".
        content (MessageContent): The content of the message. A string is short for a single text block;
            media and tools need a list of blocks.
    """

    role: MessageRole
    """Who speaks:

    - `user`: the user. Tool results are sent with this role too.
    - `assistant`: the model.
    - `system`: instructions for the whole conversation.

    There is no role for tools: send their results as a `user` message with a `tool_result` block.
    """
    content: MessageContent
    """The content of the message. A string is short for a single text block; media and tools need a list of blocks."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.role = rest.pop("role", None)
        made.content = nested(decode_message_content, rest.pop("content", None), "content")
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.role is not None:
            made["role"] = self.role
        if self.content is not None:
            made["content"] = wire(self.content)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class MessageParam(TypedDict):
    """A `Message` as a plain dict, names as in the JSON."""

    role: MessageRole
    content: MessageContentParam
