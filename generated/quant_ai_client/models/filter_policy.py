# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, to_datetime
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .filter_rule import FilterRule


@_define(kw_only=True, eq=False, repr=False)
class FilterPolicy(_Model):
    """A set of rules under one id.

    Attributes:
        policy_id (str): Id of the policy, to use in the governance and in agents.
        name (str | Unset): Name of the policy.
        description (str | Unset | None): What the policy is for; None if not set.
        enabled (bool | Unset): Whether the policy is enabled. A disabled one does not block or redact
            anything.
        rules (list[FilterRule] | Unset): The rules, all of which are applied. If one of them blocks a
            message, it is withheld; otherwise all matches are redacted.
        created_at (datetime | Unset): When the policy was created.
        updated_at (datetime | Unset): When the policy was last changed.
    """

    policy_id: str
    """Id of the policy, to use in the governance and in agents."""
    name: str | Unset = UNSET
    """Name of the policy."""
    description: str | Unset | None = UNSET
    """What the policy is for; None if not set."""
    enabled: bool | Unset = UNSET
    """Whether the policy is enabled. A disabled one does not block or redact anything."""
    rules: list[FilterRule] | Unset = UNSET
    """The rules, all of which are applied. If one of them blocks a message, it is withheld; otherwise all matches
    are redacted.
    """
    created_at: datetime | Unset = UNSET
    """When the policy was created."""
    updated_at: datetime | Unset = UNSET
    """When the policy was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"policy_id": "policyId", "created_at": "createdAt", "updated_at": "updatedAt"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.policy_id = rest.pop("policyId", UNSET)
        made.name = rest.pop("name", UNSET)
        made.description = rest.pop("description", UNSET)
        made.enabled = rest.pop("enabled", UNSET)
        made.rules = each(FilterRule.from_dict, rest.pop("rules", UNSET), "rules")
        made.created_at = to_datetime(rest.pop("createdAt", UNSET))
        made.updated_at = to_datetime(rest.pop("updatedAt", UNSET))
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.policy_id, Unset):
            made["policyId"] = self.policy_id
        if self.name is not UNSET:
            made["name"] = self.name
        if self.description is not UNSET:
            made["description"] = self.description
        if self.enabled is not UNSET:
            made["enabled"] = self.enabled
        if self.rules is not UNSET:
            made["rules"] = wire(self.rules)
        if self.created_at is not UNSET:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not UNSET:
            made["updatedAt"] = wire(self.updated_at)
        return made
