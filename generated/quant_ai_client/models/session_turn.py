# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET
from ..types import Model as _Model

if TYPE_CHECKING:
    from .session_turn_role import SessionTurnRole


@_define(kw_only=True, eq=False, repr=False)
class SessionTurn(_Model):
    """A message to append to a session. Its content is text only, without blocks."""

    role: SessionTurnRole
    """Who speaks in an appended message. System messages can only be given when the session is created.

    - `user`: the person who asks.
    - `assistant`: the model that answers.

    Known values: "user", "assistant".
    """
    content: str
    """The text of the message."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            role=get("role", UNSET),
            content=get("content", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "role": self.role, "content": self.content})


_NAMES = {"role": "role", "content": "content"}


class SessionTurnParam(TypedDict):
    """A `SessionTurn` as a plain dict, names as in the JSON."""

    role: SessionTurnRole
    content: str
