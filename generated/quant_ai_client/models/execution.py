# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each, nested, new
from ..encoding import wire
from ..types import UNSET, Unset
from ..types import Model as _Model
from .execution_error import ExecutionError
from .execution_result import ExecutionResult
from .execution_status import ExecutionStatus
from .pending_tool import PendingTool


@_define(kw_only=True, eq=False, repr=False)
class Execution(_Model):
    """A chat running in the background, and its current status.

    Attributes:
        request_id (str): The id returned when the chat was started.
        status (ExecutionStatus): Status of an execution. Known values: "queued", "pending", "running",
            "waiting_callback", "complete", "completed", "failed".
        execution_arn (str | Unset): ARN of the execution in AWS; can be used as identifier too.
        aws_status (str | Unset): Status in AWS, for support; use `status` instead.
        callback_id (str | Unset): Only in `waiting_callback`: the id for submitting the results of
            `pending_tools`. Can be used once; each pause has a new one.
        pending_tools (list[PendingTool] | Unset): Only in `waiting_callback`: the tools whose results are
            needed.
        result (ExecutionResult | Unset): The result of an execution. `usage` only counts the turn that
            wrote the final text, not the earlier turns with tool calls.
        error (ExecutionError | Unset): Why an execution failed. The field names come from AWS Lambda.
    """

    request_id: str
    """The id returned when the chat was started."""
    status: ExecutionStatus
    """Status of an execution:

    - `queued`: accepted, not started yet
    - `pending`: about to start
    - `running`: running
    - `waiting_callback`: paused until you send the results of your tools to `client.chat.submit_callback()`
    - `complete`: finished, with a `result`
    - `completed`: another spelling of `complete`
    - `failed`: failed, with an `error`
    """
    execution_arn: str | Unset = UNSET
    """ARN of the execution in AWS; can be used as identifier too."""
    aws_status: str | Unset = UNSET
    """Status in AWS, for support; use `status` instead."""
    callback_id: str | Unset = UNSET
    """Only in `waiting_callback`: the id for submitting the results of `pending_tools`. Can be used once; each
    pause has a new one.
    """
    pending_tools: list[PendingTool] | Unset = UNSET
    """Only in `waiting_callback`: the tools whose results are needed."""
    result: ExecutionResult | Unset = UNSET
    """The result of an execution. `usage` only counts the turn that wrote the final text, not the earlier turns
    with tool calls.
    """
    error: ExecutionError | Unset = UNSET
    """Why an execution failed. The field names come from AWS Lambda."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _wire_names: ClassVar = {
        "request_id": "requestId",
        "execution_arn": "executionArn",
        "aws_status": "awsStatus",
        "callback_id": "callbackId",
        "pending_tools": "pendingTools",
    }

    @classmethod
    def from_dict(cls, source: Mapping[str, Any]) -> Self:
        """Decode a JSON object."""
        return cls._take({**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        made.request_id = rest.pop("requestId", UNSET)
        made.status = rest.pop("status", UNSET)
        made.execution_arn = rest.pop("executionArn", UNSET)
        made.aws_status = rest.pop("awsStatus", UNSET)
        made.callback_id = rest.pop("callbackId", UNSET)
        made.pending_tools = each(PendingTool.from_dict, rest.pop("pendingTools", UNSET), "pendingTools")
        made.result = nested(ExecutionResult.from_dict, rest.pop("result", UNSET), "result")
        made.error = nested(ExecutionError.from_dict, rest.pop("error", UNSET), "error")
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object, without fields that were not given."""
        made: dict[str, Any] = {**self.additional_properties}
        if not isinstance(self.request_id, Unset):
            made["requestId"] = self.request_id
        if not isinstance(self.status, Unset):
            made["status"] = self.status
        if self.execution_arn is not UNSET:
            made["executionArn"] = self.execution_arn
        if self.aws_status is not UNSET:
            made["awsStatus"] = self.aws_status
        if self.callback_id is not UNSET:
            made["callbackId"] = self.callback_id
        if self.pending_tools is not UNSET:
            made["pendingTools"] = wire(self.pending_tools)
        if self.result is not UNSET:
            made["result"] = wire(self.result)
        if self.error is not UNSET:
            made["error"] = wire(self.error)
        return made
