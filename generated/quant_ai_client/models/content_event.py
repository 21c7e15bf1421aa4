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
class ContentEvent(_Model):
    """Text to append. Read `delta`, else `content`, else `text`.

    Attributes:
        type (Literal['content'] | None): The event type, if the frame has no `event`.
        delta (str | None): Text to append, in events with an `event` line.
        content (str | None): Text to append, in events with `type`.
        text (str | None): Text to append, in a third spelling.
        complete (bool | None): False while more may follow; the end is the `done` event.
    """

    type: Literal["content"] | None = None
    """The event type, if the frame has no `event`."""
    delta: str | None = None
    """Text to append, in events with an `event` line."""
    content: str | None = None
    """Text to append, in events with `type`."""
    text: str | None = None
    """Text to append, in a third spelling."""
    complete: bool | None = None
    """False while more may follow; the end is the `done` event."""
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
        made.delta = rest.pop("delta", None)
        made.content = rest.pop("content", None)
        made.text = rest.pop("text", None)
        made.complete = rest.pop("complete", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.delta is not None:
            made["delta"] = self.delta
        if self.content is not None:
            made["content"] = self.content
        if self.text is not None:
            made["text"] = self.text
        if self.complete is not None:
            made["complete"] = self.complete
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
