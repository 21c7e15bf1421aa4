# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SessionExtended(_Model):
    """The new expiry of a session.

    Attributes:
        session_id (str): Id of the extended session.
        expires_at (datetime | Unset): When the session expires now.
        message (str | Unset): By how many minutes the session was extended, in words.
    """

    session_id: str
    """Id of the extended session."""
    expires_at: datetime | Unset = UNSET
    """When the session expires now."""
    message: str | Unset = UNSET
    """By how many minutes the session was extended, in words."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"session_id": "sessionId", "expires_at": "expiresAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.session_id = rest.pop("sessionId", UNSET)
        made.expires_at = to_datetime(rest.pop("expiresAt", UNSET))
        made.message = rest.pop("message", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.session_id, Unset):
            made["sessionId"] = self.session_id
        if self.expires_at is not UNSET:
            made["expiresAt"] = wire(self.expires_at)
        if self.message is not UNSET:
            made["message"] = self.message
        return made
