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
class ContentEvent(_Model):
    """Text to append. Read `delta`, else `content`, else `text`.

    Attributes:
        type (Literal['content'] | Unset): The event type, if the frame has no `event`.
        delta (str | Unset): Text to append, in events with an `event` line.
        content (str | Unset): Text to append, in events with `type`.
        text (str | Unset): Text to append, in a third spelling.
        complete (bool | Unset): False while more may follow; the end is the `done` event.
    """

    type: Literal["content"] | Unset = UNSET
    """The event type, if the frame has no `event`."""
    delta: str | Unset = UNSET
    """Text to append, in events with an `event` line."""
    content: str | Unset = UNSET
    """Text to append, in events with `type`."""
    text: str | Unset = UNSET
    """Text to append, in a third spelling."""
    complete: bool | Unset = UNSET
    """False while more may follow; the end is the `done` event."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.delta = rest.pop("delta", UNSET)
        made.content = rest.pop("content", UNSET)
        made.text = rest.pop("text", UNSET)
        made.complete = rest.pop("complete", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.delta is not UNSET:
            made["delta"] = self.delta
        if self.content is not UNSET:
            made["content"] = self.content
        if self.text is not UNSET:
            made["text"] = self.text
        if self.complete is not UNSET:
            made["complete"] = self.complete
        return made
