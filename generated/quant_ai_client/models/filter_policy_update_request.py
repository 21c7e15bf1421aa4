# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, NotRequired, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_given, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT, TypedDict
from ..types import Model as _Model
from .filter_rule import FilterRule, FilterRuleParam


@_define(kw_only=True, eq=False, repr=False)
class FilterPolicyUpdateRequest(_Model):
    """The fields to change; those left out keep their values.

    Attributes:
        name (str | None): Name of the policy. 1 to 255 characters.
        description (str | None): What the policy is for; None removes it. At most 1,000 characters.
        enabled (bool | None): Whether the policy is enabled.
        rules (list[FilterRule] | None): The rules, replacing the existing ones. 1 to 100 items.
    """

    name: str | None = None
    """Name of the policy. 1 to 255 characters."""
    description: str | None = NOT_SENT
    """What the policy is for; None removes it. At most 1,000 characters."""
    enabled: bool | None = None
    """Whether the policy is enabled."""
    rules: list[FilterRule] | None = None
    """The rules, replacing the existing ones. 1 to 100 items."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _nullable: ClassVar = {"description": "description"}

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
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.enabled = rest.pop("enabled", None)
        made.rules = each_or_kept(FilterRule.from_dict, rest.pop("rules", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.enabled is not None:
            made["enabled"] = self.enabled
        if self.rules is not None:
            made["rules"] = wire(self.rules)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made


class FilterPolicyUpdateRequestParam(TypedDict):
    """A `FilterPolicyUpdateRequest` as a plain dict, names as in the JSON."""

    name: NotRequired[str]
    description: NotRequired[str | None]
    enabled: NotRequired[bool]
    rules: NotRequired[Sequence[FilterRule | FilterRuleParam]]
