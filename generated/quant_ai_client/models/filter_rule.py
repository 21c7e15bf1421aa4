# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .filter_action import FilterAction
from .filter_match import FilterMatch, FilterMatchParam
from .filter_scope import FilterScope


@_define(kw_only=True, eq=False, repr=False)
class FilterRule(_Model):
    """A pattern to look for, and what to do with its matches. The service documents no field as required, but
    always set `match` and `action`. The mock server treats a rule without `match` as never matching,
    without `action` as blocking, and without `apply_to` as checking both directions.

    Attributes:
        name (str | Unset): Name of the rule.
        match (FilterMatch | Unset): What a rule looks for: words in `values`, or a regular expression in
            `pattern`. Words only match as whole words; a value may contain several words.
        action (FilterAction | Unset): What to do with a match. Known values: "BLOCK", "REDACT".
        apply_to (FilterScope | Unset): What a rule checks. Known values: "input", "output", "both".
    """

    name: str | Unset = UNSET
    """Name of the rule."""
    match: FilterMatch | Unset = UNSET
    """What a rule looks for: words in `values`, or a regular expression in `pattern`. Words only match as whole
    words; a value may contain several words.
    """
    action: FilterAction | Unset = UNSET
    """What to do with a match:

    - `BLOCK`: withhold the whole message or reply; the reply is empty and ends with `content_filter`
    - `REDACT`: replace the match with `[REDACTED]`
    """
    apply_to: FilterScope | Unset = UNSET
    """What a rule checks:

    - `input`: messages to the model
    - `output`: answers of the model
    - `both`: both
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"apply_to": "applyTo"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.match = nested(FilterMatch.from_dict, rest.pop("match", UNSET), "match")
        made.action = rest.pop("action", UNSET)
        made.apply_to = rest.pop("applyTo", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not UNSET:
            made["name"] = self.name
        if self.match is not UNSET:
            made["match"] = wire(self.match)
        if self.action is not UNSET:
            made["action"] = self.action
        if self.apply_to is not UNSET:
            made["applyTo"] = self.apply_to
        return made


class FilterRuleParam(TypedDict):
    """A `FilterRule` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    match: NotRequired[FilterMatch | FilterMatchParam]
    action: NotRequired[FilterAction]
    applyTo: NotRequired[FilterScope]
