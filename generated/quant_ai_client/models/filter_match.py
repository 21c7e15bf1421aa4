# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, new, nulls_in, without
from ..encoding import restore_nulls
from ..types import Model as _Model
from ..types import TypedDict
from .filter_match_type import FilterMatchType


@_define(kw_only=True, eq=False, repr=False)
class FilterMatch(_Model):
    """What a rule looks for: words in `values`, or a regular expression in `pattern`. Words only match as
    whole words; a value may contain several words.

    Attributes:
        type (FilterMatchType | None): How a rule finds matches. Known values: "word", "regex".
        values (list[str] | None): The words, for the type `word`.
        pattern (str | None): The regular expression, for the type `regex`. It is case-sensitive. 1 to 500
            characters.
    """

    type: FilterMatchType | None = None
    """How a rule finds matches:

    - `word`: whole words, in upper or lower case
    - `regex`: a regular expression
    """
    values: list[str] | None = None
    """The words, for the type `word`."""
    pattern: str | None = None
    """The regular expression, for the type `regex`. It is case-sensitive. 1 to 500 characters."""
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
        made.values = rest.pop("values", None)
        made.pattern = rest.pop("pattern", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.type is not None:
            made["type"] = self.type
        if self.values is not None:
            made["values"] = self.values
        if self.pattern is not None:
            made["pattern"] = self.pattern
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class FilterMatchParam(TypedDict):
    """A `FilterMatch` as a plain dict, names as in the JSON."""

    type: NotRequired[FilterMatchType]
    values: NotRequired[Sequence[str]]
    pattern: NotRequired[str]
