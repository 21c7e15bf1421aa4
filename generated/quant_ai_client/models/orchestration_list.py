# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .orchestration import Orchestration


@_define(kw_only=True, eq=False, repr=False)
class OrchestrationList(_Model):
    """A page of orchestrations.

    Attributes:
        orchestrations (list[Orchestration]): The orchestrations on this page.
        next_cursor (str | None): Pass this as `cursor` to get the next page; None or absent on the last
            one.
    """

    orchestrations: list[Orchestration]
    """The orchestrations on this page."""
    next_cursor: str | None = NOT_SENT
    """Pass this as `cursor` to get the next page; None or absent on the last one."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"next_cursor": "nextCursor"}
    _nullable: ClassVar = {"nextCursor": "next_cursor"}

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
        made.orchestrations = each(Orchestration.from_dict, rest.pop("orchestrations", None), "orchestrations")
        made.next_cursor = rest.pop("nextCursor", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.orchestrations is not None:
            made["orchestrations"] = wire(self.orchestrations)
        if self.next_cursor is not None:
            made["nextCursor"] = self.next_cursor
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
