# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .agent_overlay import AgentOverlay
from .agent_overlay_base import AgentOverlayBase


@_define(kw_only=True, eq=False, repr=False)
class AgentOverlayState(_Model):
    """The overlay of a global agent, with the original settings.

    Attributes:
        overlay (AgentOverlay | None): Your organisation's adjustments; None if there are none.
        base (AgentOverlayBase | Unset): The original settings of a global agent that an overlay can change.
    """

    overlay: AgentOverlay | None
    """Your organisation's adjustments; None if there are none."""
    base: AgentOverlayBase | Unset = UNSET
    """The original settings of a global agent that an overlay can change."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.overlay = nested(AgentOverlay.from_dict, rest.pop("overlay", UNSET), "overlay")
        made.base = nested(AgentOverlayBase.from_dict, rest.pop("base", UNSET), "base")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.overlay, Unset):
            made["overlay"] = wire(self.overlay)
        if self.base is not UNSET:
            made["base"] = wire(self.base)
        return made
