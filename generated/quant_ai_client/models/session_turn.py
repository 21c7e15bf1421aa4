# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .session_turn_role import SessionTurnRole


@_define(kw_only=True, eq=False, repr=False)
class SessionTurn(_Model):
    """A message to append to a session. Its content is text only, without blocks.

    Attributes:
        role (SessionTurnRole): The role of an appended message. System messages can only be set when the
            session is created. Known values: "user", "assistant".
        content (str): The text of the message.
    """

    role: SessionTurnRole
    """The role of an appended message. System messages can only be set when the session is created.

    - `user`: the user.
    - `assistant`: the model.
    """
    content: str
    """The text of the message."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.role = rest.pop("role", UNSET)
        made.content = rest.pop("content", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.role, Unset):
            made["role"] = self.role
        if not isinstance(self.content, Unset):
            made["content"] = self.content
        return made


class SessionTurnParam(TypedDict):
    """A `SessionTurn` as a plain dict, names as in the JSON."""

    role: SessionTurnRole
    content: str
