# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from ..types import TypedDict
from .filter_action import FilterAction
from .filter_match import FilterMatch, FilterMatchParam
from .filter_scope import FilterScope


@_define(kw_only=True, eq=False, repr=False)
class FilterRule(_Model):
    """A pattern to look for, and what to do with its matches. The service documents no field as required, but
    always set `match` and `action`. The mock server treats a rule without `match` as never matching,
    without `action` as blocking, and without `apply_to` as checking both directions.

    Attributes:
        name (str | None): Name of the rule.
        match (FilterMatch | None): What a rule looks for: words in `values`, or a regular expression in
            `pattern`. Words only match as whole words; a value may contain several words.
        action (FilterAction | None): What to do with a match. Known values: "BLOCK", "REDACT".
        apply_to (FilterScope | None): What a rule checks. Known values: "input", "output", "both".
    """

    name: str | None = None
    """Name of the rule."""
    match: FilterMatch | None = None
    """What a rule looks for: words in `values`, or a regular expression in `pattern`. Words only match as whole
    words; a value may contain several words.
    """
    action: FilterAction | None = None
    """What to do with a match:

    - `BLOCK`: withhold the whole message or reply; the reply is empty and ends with `content_filter`
    - `REDACT`: replace the match with `[REDACTED]`
    """
    apply_to: FilterScope | None = None
    """What a rule checks:

    - `input`: messages to the model
    - `output`: answers of the model
    - `both`: both
    """
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"apply_to": "applyTo"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.name = rest.pop("name", None)
        made.match = nested_or_kept(FilterMatch.from_dict, rest.pop("match", None))
        made.action = rest.pop("action", None)
        made.apply_to = rest.pop("applyTo", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.match is not None:
            made["match"] = wire(self.match)
        if self.action is not None:
            made["action"] = self.action
        if self.apply_to is not None:
            made["applyTo"] = self.apply_to
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class FilterRuleParam(TypedDict):
    """A `FilterRule` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    match: NotRequired[FilterMatch | FilterMatchParam]
    action: NotRequired[FilterAction]
    applyTo: NotRequired[FilterScope]
