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
class StartEvent(_Model):
    """Which model answers, and under which id."""

    type: Literal["start"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    request_id: str | Unset = UNSET
    """Id of this exchange; quote it to support."""
    model: str | Unset = UNSET
    """Id of the model that answers."""
    streaming: bool | Unset = UNSET
    """Always true."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            type=get("type", UNSET),
            request_id=get("requestId", UNSET),
            model=get("model", UNSET),
            streaming=get("streaming", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "type": self.type,
                "requestId": self.request_id,
                "model": self.model,
                "streaming": self.streaming,
            }
        )


_NAMES = {"type": "type", "requestId": "request_id", "model": "model", "streaming": "streaming"}
