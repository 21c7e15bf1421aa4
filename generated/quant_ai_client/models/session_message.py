# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict
from .message_role import MessageRole


@_define(kw_only=True, eq=False, repr=False)
class SessionMessage(_Model):
    """A message at the start of a session. Its content is text only, without blocks.

    Attributes:
        role (MessageRole): Who speaks. Known values: "user", "assistant", "system".
        content (str): The text of the message.
    """

    role: MessageRole
    """Who speaks:

    - `user`: the user. Tool results are sent with this role too.
    - `assistant`: the model.
    - `system`: instructions for the whole conversation.

    There is no role for tools: send their results as a `user` message with a `tool_result` block.
    """
    content: str
    """The text of the message."""
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
        made.content = rest.pop("content", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.role is not None:
            made["role"] = self.role
        if self.content is not None:
            made["content"] = self.content
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class SessionMessageParam(TypedDict):
    """A `SessionMessage` as a plain dict, names as in the JSON."""

    role: MessageRole
    content: str
