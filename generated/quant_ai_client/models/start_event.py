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
class StartEvent(_Model):
    """Which model answers.

    Attributes:
        type (Literal['start'] | None): The event type, if the frame has no `event`.
        request_id (str | None): Request id to include when you contact support.
        model (str | None): Id of the model that answers.
        streaming (bool | None): Always true.
    """

    type: Literal["start"] | None = None
    """The event type, if the frame has no `event`."""
    request_id: str | None = None
    """Request id to include when you contact support."""
    model: str | None = None
    """Id of the model that answers."""
    streaming: bool | None = None
    """Always true."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"request_id": "requestId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.type = rest.pop("type", None)
        made.request_id = rest.pop("requestId", None)
        made.model = rest.pop("model", None)
        made.streaming = rest.pop("streaming", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.request_id is not None:
            made["requestId"] = self.request_id
        if self.model is not None:
            made["model"] = self.model
        if self.streaming is not None:
            made["streaming"] = self.streaming
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
