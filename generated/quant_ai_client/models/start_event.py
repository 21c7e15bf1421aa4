# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Literal, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model


@_define(kw_only=True, eq=False, repr=False)
class StartEvent(_Model):
    """Which model answers.

    Attributes:
        type (Literal['start'] | Unset): The event type, if the frame has no `event`.
        request_id (str | Unset): Request id to include when you contact support.
        model (str | Unset): Id of the model that answers.
        streaming (bool | Unset): Always true.
    """

    type: Literal["start"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    request_id: str | Unset = UNSET
    """Request id to include when you contact support."""
    model: str | Unset = UNSET
    """Id of the model that answers."""
    streaming: bool | Unset = UNSET
    """Always true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"request_id": "requestId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.request_id = rest.pop("requestId", UNSET)
        made.model = rest.pop("model", UNSET)
        made.streaming = rest.pop("streaming", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.request_id is not UNSET:
            made["requestId"] = self.request_id
        if self.model is not UNSET:
            made["model"] = self.model
        if self.streaming is not UNSET:
            made["streaming"] = self.streaming
        return made
