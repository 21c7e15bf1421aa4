# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, nested_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .agent_overlay import AgentOverlay
from .agent_overlay_base import AgentOverlayBase


@_define(kw_only=True, eq=False, repr=False)
class AgentOverlayState(_Model):
    """The overlay of a global agent, with the original settings.

    Attributes:
        overlay (AgentOverlay | None): Your organisation's adjustments; None if there are none.
        base (AgentOverlayBase | None): The original settings of a global agent that an overlay can change.
    """

    overlay: AgentOverlay | None
    """Your organisation's adjustments; None if there are none."""
    base: AgentOverlayBase | None = None
    """The original settings of a global agent that an overlay can change."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _nullable: ClassVar = {"overlay": "overlay"}

    def __attrs_post_init__(self) -> None:
        self._nulls = nulls_given(self)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest, cls._nullable)
        made.overlay = nested(AgentOverlay.from_dict, rest.pop("overlay", None), "overlay")
        made.base = nested_or_kept(AgentOverlayBase.from_dict, rest.pop("base", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.overlay is not None:
            made["overlay"] = wire(self.overlay)
        if self.base is not None:
            made["base"] = wire(self.base)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
