# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.filter_policies`, for `**`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NotRequired

from ..models.filter_rule import FilterRule, FilterRuleParam
from ..types import TypedDict, Unset


class FilterPoliciesCreateParams(TypedDict):
    """The keyword arguments of `create()`."""

    name: str
    rules: Sequence[FilterRule | FilterRuleParam]
    description: NotRequired[str | Unset | None]
    enabled: NotRequired[bool | None]


class FilterPoliciesUpdateParams(TypedDict):
    """The keyword arguments of `update()`."""

    name: NotRequired[str | None]
    description: NotRequired[str | Unset | None]
    enabled: NotRequired[bool | None]
    rules: NotRequired[Sequence[FilterRule | FilterRuleParam] | None]
