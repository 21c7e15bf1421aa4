# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The keyword arguments of the methods of `client.usage`, for `**`."""

from __future__ import annotations

from typing import Literal, NotRequired

from ..models.usage_group_by import UsageGroupBy
from ..types import TypedDict


class UsageGetParams(TypedDict):
    """The keyword arguments of `get()`."""

    month: NotRequired[str | None]
    group_by: NotRequired[UsageGroupBy | None]
    include: NotRequired[Literal["daily"] | None]
    user_id: NotRequired[str | None]
    token_id: NotRequired[str | None]
