# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .ai_search_page import AiSearchPage


@_define(kw_only=True, eq=False, repr=False)
class AiSearchPageList(_Model):
    """A page of the list of indexed pages, in the order in which they were first indexed.

    Attributes:
        pages (list[AiSearchPage]): The pages on this page of the list.
        next_cursor (str | Unset | None): Pass this as `cursor` to get the next page of the list; None or
            absent on the last one.
        has_more (bool | Unset): Whether another page of the list follows.
    """

    pages: list[AiSearchPage]
    """The pages on this page of the list."""
    next_cursor: str | Unset | None = UNSET
    """Pass this as `cursor` to get the next page of the list; None or absent on the last one."""
    has_more: bool | Unset = UNSET
    """Whether another page of the list follows."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"next_cursor": "nextCursor", "has_more": "hasMore"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.pages = each(AiSearchPage.from_dict, rest.pop("pages", UNSET), "pages")
        made.next_cursor = rest.pop("nextCursor", UNSET)
        made.has_more = rest.pop("hasMore", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.pages, Unset):
            made["pages"] = wire(self.pages)
        if self.next_cursor is not UNSET:
            made["nextCursor"] = self.next_cursor
        if self.has_more is not UNSET:
            made["hasMore"] = self.has_more
        return made
