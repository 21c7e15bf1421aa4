# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .orchestration import Orchestration


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationList(_Model):
    """A page of orchestrations."""

    orchestrations: list[Orchestration]
    """The orchestrations of this page."""
    next_cursor: str | Unset | None = UNSET
    """What to send as `cursor` for the next page; null or absent on the last one."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            orchestrations=each(Orchestration.from_dict, get("orchestrations", UNSET), "orchestrations"),
            next_cursor=get("nextCursor", UNSET),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {**self.additional_properties, "orchestrations": wire(self.orchestrations), "nextCursor": self.next_cursor}
        )


_NAMES = {"orchestrations": "orchestrations", "nextCursor": "next_cursor"}
