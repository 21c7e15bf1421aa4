# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationStatusEvent(_Model):
    """Progress of the tools in the background, for display.

    Attributes:
        type (Literal['orchestration_status'] | Unset): The event type, if the frame has no `event`.
        message (str | Unset): The status in words.
        status (str | Unset): The status as a single word. Not always present.
    """

    type: Literal["orchestration_status"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    message: str | Unset = UNSET
    """The status in words."""
    status: str | Unset = UNSET
    """The status as a single word. Not always present."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.message = rest.pop("message", UNSET)
        made.status = rest.pop("status", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.message is not UNSET:
            made["message"] = self.message
        if self.status is not UNSET:
            made["status"] = self.status
        return made
