# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET
from ..types import Model as _Model
from .message_content import decode_message_content

if TYPE_CHECKING:
    from .message_content import MessageContent, MessageContentParam
    from .message_role import MessageRole


@_define(kw_only=True, eq=False, repr=False)
class Message(_Model):
    """One turn of a conversation. A conversation is a list of these, oldest first, the last one mostly the
    user's.
    """

    role: MessageRole
    """Who speaks:

    - `user`: the person, or the program that asks. Results of tools come from this role too.
    - `assistant`: the model.
    - `system`: instructions that stand above the conversation.

    There is no role for tools: send their results as a `user` message with a `toolResult` block.

    Known values: "user", "assistant", "system".
    """
    content: MessageContent
    """What was said. A string is short for one block of text; media and tools need a list of blocks."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            role=get("role", UNSET),
            content=nested(decode_message_content, get("content", UNSET), "content"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "role": self.role, "content": wire(self.content)})


_NAMES = {"role": "role", "content": "content"}


class MessageParam(TypedDict):
    """A `Message` as a plain dict, names as in the JSON."""

    role: MessageRole
    content: MessageContentParam
