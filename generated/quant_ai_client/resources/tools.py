# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET
from .async_tools import AsyncTools

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.mcp_server_list import McpServerList
    from ..models.tool_execution import ToolExecution
    from ..models.tool_execution_list import ToolExecutionList
    from ..models.tool_execution_status import ToolExecutionStatus
    from ..models.tool_list import ToolList
    from ..models.tool_name_list import ToolNameList
    from ..models.tool_orchestration import ToolOrchestration
    from ..protocol import Caller
    from ..types import Unset

__all__ = ["AsyncTools", "Tools"]


class Tools:
    """The tools that the service can run for a model, and their runs that take longer than a reply can wait,
    such as the generation of images.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> ToolList:
        """List the tools.

        Lists the tools that the service can run by itself, all in one reply and in the form in which a chat
        declares tools: those that come with it, followed by the custom tools of the organisation. Name them in
        `allowedTools` of a chat or an agent; their schemas need not be sent.

        Returns:
            The tools, with what a model is told of each.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.list()
        """
        from ..api.tools import tools_list as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)

    def list_names(self) -> ToolNameList:
        """List the names of the tools.

        Lists the same tools by their names alone.

        Returns:
            The names, in the order of the full list.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.list_names()
        """
        from ..api.tools import tools_list_names as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)

    def list_executions(
        self, *, status: ToolExecutionStatus | Unset = UNSET, limit: int | Unset = UNSET
    ) -> ToolExecutionList:
        """List tool executions.

        Lists the asynchronous calls of tools of the last 24 hours, newest first, without their results. The
        list is cut at `limit` and cannot be paged through; narrow it by `status`. Its times are ISO 8601,
        unlike those of a single execution.

        Args:
            status (ToolExecutionStatus): Only executions in this state; `complete` and `completed` are the
                same. Known values: "pending", "running", "complete", "completed", "failed".
            limit (int): The largest number of executions to return. What lies beyond it cannot be paged to. 1
                to 100. Server default: 50.

        Returns:
            The executions; an empty array where none fits.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body, or a query parameter, does not fit what this operation takes.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.list_executions()
        """
        from ..api.tools import tools_list_executions as _operation

        request = _operation.request(status=status, limit=limit)
        return self._caller.call(_operation.OPERATION, request)

    def get_execution(self, execution_id: str) -> ToolExecution:
        """Get a tool execution.

        Reads how far an asynchronous tool has come, such as the generation of an image (10 to 15 seconds) or a
        custom tool with `isAsync`. The `executionId` comes from the tool use in a chat reply.

        Poll every 2 seconds at first, later every 5, and give up after 5 minutes. An execution can be read for
        24 hours, then it is gone (404). All its times are whole seconds since 1970, unlike the ISO 8601 times
        elsewhere.

        `wait_for_execution()` polls until it has ended.

        Args:
            execution_id (str): Id of the tool execution, `exec_` and 32 hexadecimal digits.

        Returns:
            The execution in its present state. A failed execution is a 200 too; look at `status`.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The execution is unknown, or older than 24 hours.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.get_execution("exec_0123456789abcdef0123456789abcdef")
        """
        from ..api.tools import tools_get_execution as _operation

        request = _operation.request(execution_id)
        return self._caller.call(_operation.OPERATION, request)

    def wait_for_execution(
        self,
        execution_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[ToolExecution], object] | None = None,
    ) -> ToolExecution:
        """Get a tool execution, polled until it has ended.

        It has ended when `status` is `complete`, `completed` or `failed`. A reply's URL to poll can be used in
        place of the id.

        Args:
            execution_id (str): Id of the tool execution, `exec_` and 32 hexadecimal digits.
            deadline (float | None): Seconds after which to give up; by default 300.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 5.
            on_update (Callable[[ToolExecution], object] | None): Called with every state read.

        Returns:
            The execution in its present state. A failed execution is a 200 too; look at `status`.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The execution is unknown, or older than 24 hours.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.wait_for_execution("exec_0123456789abcdef0123456789abcdef")
        """
        from ..api.tools import tools_get_execution as _operation

        request = _operation.request(execution_id)
        return self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )

    def get_orchestration(self, orchestration_id: str) -> ToolOrchestration:
        """Get an orchestration of tools.

        Reads how far several asynchronous tools have come that one turn of a chat has set going, and at the end
        what the model says to their results. Its id comes as `orchestration` with the chat reply, or with the
        `done` event of a stream. These are not the orchestrations of `/orchestrations`, which work through many
        items.

        Poll every 2 seconds, and give up after 10 minutes. It goes from `pending` by `waiting_tools` (or
        `polling`) and `synthesizing` to `complete` or `failed`. The text stands in `result` or in
        `synthesizedResponse`, or in both alike. An orchestration can be read for 24 hours, then it is gone
        (404).

        `wait_for_orchestration()` polls until it has ended.

        Args:
            orchestration_id (str): Id of the orchestration of tools, `orch_` and 32 hexadecimal digits. Those
                of `/orchestrations` look otherwise.

        Returns:
            The orchestration in its present state. One that failed is a 200 too; look at `status`.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The orchestration is unknown, or older than 24 hours.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.get_orchestration("orch_2b9e4d7c1f6a48c3b05d7f8e2a1c6b94")
        """
        from ..api.tools import tools_get_orchestration as _operation

        request = _operation.request(orchestration_id)
        return self._caller.call(_operation.OPERATION, request)

    def wait_for_orchestration(
        self,
        orchestration_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[ToolOrchestration], object] | None = None,
    ) -> ToolOrchestration:
        """Get an orchestration of tools, polled until it has ended.

        It has ended when `status` is `complete`, `completed` or `failed`. A reply's URL to poll can be used in
        place of the id.

        Args:
            orchestration_id (str): Id of the orchestration of tools, `orch_` and 32 hexadecimal digits. Those
                of `/orchestrations` look otherwise.
            deadline (float | None): Seconds after which to give up; by default 600.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 2.
            on_update (Callable[[ToolOrchestration], object] | None): Called with every state read.

        Returns:
            The orchestration in its present state. One that failed is a 200 too; look at `status`.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The orchestration is unknown, or older than 24 hours.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.wait_for_orchestration("orch_2b9e4d7c1f6a48c3b05d7f8e2a1c6b94")
        """
        from ..api.tools import tools_get_orchestration as _operation

        request = _operation.request(orchestration_id)
        return self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )

    def list_mcp_servers(self) -> McpServerList:
        """List the MCP servers.

        Lists the servers of the Model Context Protocol that the organisation reaches through the service's
        gateway. Connect an MCP client to the `url` of one, with your API token as bearer token.

        Returns:
            The servers and the gateway in front of them.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.tools.list_mcp_servers()
        """
        from ..api.tools import tools_list_mcp_servers as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)
