# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationStatusEvent(_Model):
    """Progress of the tools in the background, for display.

    Attributes:
        type (Literal['orchestration_status'] | None): The event type, if the frame has no `event`.
        message (str | None): The status in words.
        status (str | None): The status as a single word. Not always present.
    """

    type: Literal["orchestration_status"] | None = None
    """The event type, if the frame has no `event`."""
    message: str | None = None
    """The status in words."""
    status: str | None = None
    """The status as a single word. Not always present."""
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
        made.type = rest.pop("type", None)
        made.message = rest.pop("message", None)
        made.status = rest.pop("status", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.message is not None:
            made["message"] = self.message
        if self.status is not None:
            made["status"] = self.status
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
