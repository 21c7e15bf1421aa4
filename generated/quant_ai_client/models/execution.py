# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, Self

from attrs import define as _define
from attrs import field as _field

from ..decoding import as_object, each_or_kept, nested_or_kept, new, nulls_in, without
from ..encoding import restore_nulls, wire
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
        execution_arn (str | None): ARN of the execution in AWS; can be used as identifier too.
        aws_status (str | None): Status in AWS, for support; use `status` instead.
        callback_id (str | None): Only in `waiting_callback`: the id for submitting the results of
            `pending_tools`. Can be used once; each pause has a new one.
        pending_tools (list[PendingTool] | None): Only in `waiting_callback`: the tools whose results are
            needed.
        result (ExecutionResult | None): The result of an execution. `usage` only counts the turn that wrote
            the final text, not the earlier turns with tool calls.
        error (ExecutionError | None): Why an execution failed. The field names come from AWS Lambda.
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
    execution_arn: str | None = None
    """ARN of the execution in AWS; can be used as identifier too."""
    aws_status: str | None = None
    """Status in AWS, for support; use `status` instead."""
    callback_id: str | None = None
    """Only in `waiting_callback`: the id for submitting the results of `pending_tools`. Can be used once; each
    pause has a new one.
    """
    pending_tools: list[PendingTool] | None = None
    """Only in `waiting_callback`: the tools whose results are needed."""
    result: ExecutionResult | None = None
    """The result of an execution. `usage` only counts the turn that wrote the final text, not the earlier turns
    with tool calls.
    """
    error: ExecutionError | None = None
    """Why an execution failed. The field names come from AWS Lambda."""
    additional_properties: dict[str, Any] = _field(factory=dict)
    _nulls: tuple[str, ...] = _field(default=(), alias="_nulls")
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
        return cls._take({**source} if type(source) is dict else {**as_object(source)})

    @classmethod
    def _take(cls, rest: dict[str, Any]) -> Self:
        made = new(cls)
        nulls = nulls_in(rest) if None in rest.values() else ()
        made.request_id = rest.pop("requestId", None)
        made.status = rest.pop("status", None)
        made.execution_arn = rest.pop("executionArn", None)
        made.aws_status = rest.pop("awsStatus", None)
        made.callback_id = rest.pop("callbackId", None)
        made.pending_tools = each_or_kept(PendingTool.from_dict, rest.pop("pendingTools", None))
        made.result = nested_or_kept(ExecutionResult.from_dict, rest.pop("result", None))
        made.error = nested_or_kept(ExecutionError.from_dict, rest.pop("error", None))
        made._nulls = nulls and without(nulls, rest)
        made.additional_properties = rest
        return made

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON object: without fields that are None, but with those that came as null."""
        made: dict[str, Any] = {**self.additional_properties}
        if self.request_id is not None:
            made["requestId"] = self.request_id
        if self.status is not None:
            made["status"] = self.status
        if self.execution_arn is not None:
            made["executionArn"] = self.execution_arn
        if self.aws_status is not None:
            made["awsStatus"] = self.aws_status
        if self.callback_id is not None:
            made["callbackId"] = self.callback_id
        if self.pending_tools is not None:
            made["pendingTools"] = wire(self.pending_tools)
        if self.result is not None:
            made["result"] = wire(self.result)
        if self.error is not None:
            made["error"] = wire(self.error)
        if self._nulls:
            restore_nulls(made, self._nulls)
        return made
