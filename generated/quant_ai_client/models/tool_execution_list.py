# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, new, nulls_in, without
from ..encoding import restore_nulls, wire
from ..types import Model as _Model
from .listed_tool_execution import ListedToolExecution


@_define(kw_only=True, eq=False, repr=False)
class ToolExecutionList(_Model):
    """The newest matching executions.

    Attributes:
        executions (list[ListedToolExecution]): The executions, newest first.
        count (int | None): Number of executions in the reply.
        org_id (str | None): Machine name of the organisation.
        status (str | None): The status filter of the request, or `all`.
    """

    executions: list[ListedToolExecution]
    """The executions, newest first."""
    count: int | None = None
    """Number of executions in the reply."""
    org_id: str | None = None
    """Machine name of the organisation."""
    status: str | None = None
    """The status filter of the request, or `all`."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
    _wire_names: ClassVar = {"org_id": "orgId"}

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.executions = each(ListedToolExecution.from_dict, rest.pop("executions", None), "executions")
        made.count = rest.pop("count", None)
        made.org_id = rest.pop("orgId", None)
        made.status = rest.pop("status", None)
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.executions is not None:
            made["executions"] = wire(self.executions)
        if self.count is not None:
            made["count"] = self.count
        if self.org_id is not None:
            made["orgId"] = self.org_id
        if self.status is not None:
            made["status"] = self.status
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
