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
class ContentEvent(_Model):
    """Text to add to what came before. Take `delta`, else `content`, else `text`."""

    type: Literal["content"] | Unset = UNSET
    """Names the kind where the frame has no `event`."""
    delta: str | Unset = UNSET
    """Text to add, in the framing with an `event` line."""
    content: str | Unset = UNSET
    """Text to add, in the framing with `type`."""
    text: str | Unset = UNSET
    """Text to add, in a third spelling."""
    complete: bool | Unset = UNSET
    """False as long as more may come; the end is told by `done`."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            type=get("type", UNSET),
            delta=get("delta", UNSET),
            content=get("content", UNSET),
            text=get("text", UNSET),
            complete=get("complete", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "type": self.type,
                "delta": self.delta,
                "content": self.content,
                "text": self.text,
                "complete": self.complete,
            }
        )


_NAMES = {"type": "type", "delta": "delta", "content": "content", "text": "text", "complete": "complete"}
