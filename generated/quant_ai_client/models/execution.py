# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, unknown_fields
from ..encoding import present, wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .execution_error import ExecutionError
from .execution_result import ExecutionResult
from .pending_tool import PendingTool

if TYPE_CHECKING:
    from .execution_status import ExecutionStatus


@_define(kw_only=True, eq=False, repr=False)
class Execution(_Model):
    """A chat in the background, in the state that it has now."""

    request_id: str
    """The id that the 202 gave."""
    status: ExecutionStatus
    """How far an execution has got.

    - `queued`: accepted, not yet taken up; the state in the 202
    - `pending`: about to start
    - `running`: at work
    - `waiting_callback`: stands still until the results of your tools arrive at `/chat/callback`
    - `complete`: ended; `result` is there
    - `completed`: another spelling of `complete`
    - `failed`: ended; `error` says why

    Known values: "queued", "pending", "running", "waiting_callback", "complete", "completed", "failed".
    """
    execution_arn: str | Unset = UNSET
    """Full name of the execution in AWS; works as identifier as well."""
    aws_status: str | Unset = UNSET
    """State in the words of AWS, for support; decide by `status`."""
    callback_id: str | Unset = UNSET
    """Only in `waiting_callback`: the id under which to submit the results of `pendingTools`. Good for one call, and
    new each time the execution waits.
    """
    pending_tools: list[PendingTool] | Unset = UNSET
    """Only in `waiting_callback`: the tools whose results the execution waits for."""
    result: ExecutionResult | Unset = UNSET
    """What an execution has come to. `usage` counts only the turn that wrote the final text, not the turns before it
    that asked for tools.
    """
    error: ExecutionError | Unset = UNSET
    """Why an execution failed. The member names are those of AWS Lambda, with capitals."""
    additional_properties: dict[str, Any] = _field(factory=dict)

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        get = source.get if isinstance(source, dict) else as_object(source).get
        return cls(
            request_id=get("requestId", UNSET),
            status=get("status", UNSET),
            execution_arn=get("executionArn", UNSET),
            aws_status=get("awsStatus", UNSET),
            callback_id=get("callbackId", UNSET),
            pending_tools=each(PendingTool.from_dict, get("pendingTools", UNSET), "pendingTools"),
            result=nested(ExecutionResult.from_dict, get("result", UNSET), "result"),
            error=nested(ExecutionError.from_dict, get("error", UNSET), "error"),
            additional_properties={} if source.keys() <= _NAMES.keys() else unknown_fields(source, _NAMES),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON object back, fields that were not given left out."""
        return present(
            {
                **self.additional_properties,
                "requestId": self.request_id,
                "status": self.status,
                "executionArn": self.execution_arn,
                "awsStatus": self.aws_status,
                "callbackId": self.callback_id,
                "pendingTools": wire(self.pending_tools),
                "result": wire(self.result),
                "error": wire(self.error),
            }
        )


_NAMES = {
    "requestId": "request_id",
    "status": "status",
    "executionArn": "execution_arn",
    "awsStatus": "aws_status",
    "callbackId": "callback_id",
    "pendingTools": "pending_tools",
    "result": "result",
    "error": "error",
}
