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
class OrchestrationStatusEvent(_Model):
    """How far the tools in the background have got, for showing to people."""

    type: Literal["orchestration_status"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    message: str | Unset = UNSET
    """The state in words."""
    status: str | Unset = UNSET
    """The state in one word. Not every service sends it here."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            type=get("type", UNSET),
            message=get("message", UNSET),
            status=get("status", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "type": self.type, "message": self.message, "status": self.status}
        )


_NAMES = {"type": "type", "message": "message", "status": "status"}
