# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NotRequired, Self, TypedDict

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .filter_rule import FilterRule, FilterRuleParam


@_define(kw_only=True, eq=False, repr=False)
class FilterPolicyUpdateRequest(_Model):
    """The fields to change; those left out keep their values.

    Attributes:
        name (str | Unset): Name of the policy. 1 to 255 characters.
        description (str | Unset | None): What the policy is for; None removes it. At most 1,000 characters.
        enabled (bool | Unset): Whether the policy is enabled.
        rules (list[FilterRule] | Unset): The rules, replacing the existing ones. 1 to 100 items.
    """

    name: str | Unset = UNSET
    """Name of the policy. 1 to 255 characters."""
    description: str | Unset | None = UNSET
    """What the policy is for; None removes it. At most 1,000 characters."""
    enabled: bool | Unset = UNSET
    """Whether the policy is enabled."""
    rules: list[FilterRule] | Unset = UNSET
    """The rules, replacing the existing ones. 1 to 100 items."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.enabled = rest.pop("enabled", UNSET)
        made.rules = each(FilterRule.from_dict, rest.pop("rules", UNSET), "rules")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.enabled is not UNSET:
            made["enabled"] = self.enabled
        if self.rules is not UNSET:
            made["rules"] = wire(self.rules)
        return made


class FilterPolicyUpdateRequestParam(TypedDict):
    """A `FilterPolicyUpdateRequest` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    description: NotRequired[str | None]
    enabled: NotRequired[bool]
    rules: NotRequired[Sequence[FilterRule | FilterRuleParam]]
