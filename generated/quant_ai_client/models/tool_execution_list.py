# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .listed_tool_execution import ListedToolExecution


@_define(kw_only=True, eq=False, repr=False)
class ToolExecutionList(_Model):
    """The newest matching executions.

    Attributes:
        executions (list[ListedToolExecution]): The executions, newest first.
        count (int | Unset): Number of executions in the reply.
        org_id (str | Unset): Machine name of the organisation.
        status (str | Unset): The status filter of the request, or `all`.
    """

    executions: list[ListedToolExecution]
    """The executions, newest first."""
    count: int | Unset = UNSET
    """Number of executions in the reply."""
    org_id: str | Unset = UNSET
    """Machine name of the organisation."""
    status: str | Unset = UNSET
    """The status filter of the request, or `all`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {"org_id": "orgId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.executions = each(ListedToolExecution.from_dict, rest.pop("executions", UNSET), "executions")
        made.count = rest.pop("count", UNSET)
        made.org_id = rest.pop("orgId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.executions, Unset):
            made["executions"] = wire(self.executions)
        if self.count is not UNSET:
            made["count"] = self.count
        if self.org_id is not UNSET:
            made["orgId"] = self.org_id
        if self.status is not UNSET:
            made["status"] = self.status
        return made
