# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class SessionEvent(_Model):
    """The session that the service created. Send its id with the next chat request to continue.

    Attributes:
        session_id (str): Id of the new session.
        type (Literal['session'] | None): The event type, if the frame has no `event`.
    """

    session_id: str
    """Id of the new session."""
    type: Literal["session"] | None = None
    """The event type, if the frame has no `event`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"session_id": "sessionId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.session_id = rest.pop("sessionId", None)
        made.type = rest.pop("type", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.session_id is not None:
            made["sessionId"] = self.session_id
        if self.type is not None:
            made["type"] = self.type
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
