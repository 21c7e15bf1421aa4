# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, to_datetime, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SessionExtended(_Model):
    """The new expiry of a session."""

    session_id: str
    """Id of the extended session."""
    expires_at: datetime | Unset = UNSET
    """When the session expires now."""
    message: str | Unset = UNSET
    """Says by how many minutes the session was extended, in words for people."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            session_id=get("sessionId", UNSET),
            expires_at=to_datetime(get("expiresAt", UNSET)),
            message=get("message", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "sessionId": self.session_id,
                "expiresAt": wire(self.expires_at),
                "message": self.message,
            }
        )


_NAMES = {"sessionId": "session_id", "expiresAt": "expires_at", "message": "message"}
