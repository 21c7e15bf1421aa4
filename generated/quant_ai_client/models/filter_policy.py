# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, new, nulls_given, nulls_in, to_datetime, without
from ..encoding import restore_nulls, wire
from ..types import NOT_SENT
from ..types import Model as _Model
from .filter_rule import FilterRule


@_define(kw_only=True, eq=False, repr=False)
class FilterPolicy(_Model):
    """A set of rules under one id.

    Attributes:
        policy_id (str): Id of the policy, to use in the governance and in agents.
        name (str | None): Name of the policy.
        description (str | None): What the policy is for; None if not set.
        enabled (bool | None): Whether the policy is enabled. A disabled one does not block or redact
            anything.
        rules (list[FilterRule] | None): The rules, all of which are applied. If one of them blocks a
            message, it is withheld; otherwise all matches are redacted.
        created_at (datetime | None): When the policy was created.
        updated_at (datetime | None): When the policy was last changed.
    """

    policy_id: str
    """Id of the policy, to use in the governance and in agents."""
    name: str | None = None
    """Name of the policy."""
    description: str | None = NOT_SENT
    """What the policy is for; None if not set."""
    enabled: bool | None = None
    """Whether the policy is enabled. A disabled one does not block or redact anything."""
    rules: list[FilterRule] | None = None
    """The rules, all of which are applied. If one of them blocks a message, it is withheld; otherwise all matches
    are redacted.
    """
    created_at: datetime | None = None
    """When the policy was created."""
    updated_at: datetime | None = None
    """When the policy was last changed."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=NOT_SENT, alias="_nulls")
    _wire_names: ClassVar = {"policy_id": "policyId", "created_at": "createdAt", "updated_at": "updatedAt"}
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
        made.policy_id = rest.pop("policyId", None)
        made.name = rest.pop("name", None)
        made.description = rest.pop("description", None)
        made.enabled = rest.pop("enabled", None)
        made.rules = each_or_kept(FilterRule.from_dict, rest.pop("rules", None))
        made.created_at = to_datetime(rest.pop("createdAt", None))
        made.updated_at = to_datetime(rest.pop("updatedAt", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.policy_id is not None:
            made["policyId"] = self.policy_id
        if self.name is not None:
            made["name"] = self.name
        if self.description is not None:
            made["description"] = self.description
        if self.enabled is not None:
            made["enabled"] = self.enabled
        if self.rules is not None:
            made["rules"] = wire(self.rules)
        if self.created_at is not None:
            made["createdAt"] = wire(self.created_at)
        if self.updated_at is not None:
            made["updatedAt"] = wire(self.updated_at)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
