# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, unknown_fields
from ..encoding import present
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SessionEvent(_Model):
    """The session that the service opened. Send its id with the next chat to go on."""

    session_id: str
    """Id of the new session."""
    type: Literal["session"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            session_id=get("sessionId", UNSET),
            type=get("type", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present({**self.additional_properties, "sessionId": self.session_id, "type": self.type})


_NAMES = {"sessionId": "session_id", "type": "type"}
