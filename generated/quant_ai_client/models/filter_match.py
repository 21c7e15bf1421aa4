# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new
from ..types import UNSET, Unset
from ..types import Model as _Model
from .filter_match_type import FilterMatchType


@_define(kw_only=True, eq=False, repr=False)
class FilterMatch(_Model):
    """What a rule looks for: words in `values`, or a regular expression in `pattern`. Words only match as
    whole words; a value may contain several words.

    Attributes:
        type (FilterMatchType | Unset): How a rule finds matches. Known values: "word", "regex".
        values (list[str] | Unset): The words, for the type `word`.
        pattern (str | Unset): The regular expression, for the type `regex`. It is case-sensitive. 1 to 500
            characters.
    """

    type: FilterMatchType | Unset = UNSET
    """How a rule finds matches:

    - `word`: whole words, in upper or lower case
    - `regex`: a regular expression
    """
    values: list[str] | Unset = UNSET
    """The words, for the type `word`."""
    pattern: str | Unset = UNSET
    """The regular expression, for the type `regex`. It is case-sensitive. 1 to 500 characters."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.type = rest.pop("type", UNSET)
        made.values = rest.pop("values", UNSET)
        made.pattern = rest.pop("pattern", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not UNSET:
            made["type"] = self.type
        if self.values is not UNSET:
            made["values"] = self.values
        if self.pattern is not UNSET:
            made["pattern"] = self.pattern
        return made


class FilterMatchParam(TypedDict):
    """A `FilterMatch` as a plain dict, names as in the JSON."""

    type: NotRequired[FilterMatchType]
    values: NotRequired[Sequence[str]]
    pattern: NotRequired[str]
