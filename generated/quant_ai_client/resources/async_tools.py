# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from collections.abc import Callable

from .. import models
from ..protocol import AsyncCaller


class AsyncTools:
    """The tools that the service can run for a model, and their long-running executions, such as image
    generation.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self) -> models.ToolList:
        """List tools.

        Lists all tools that the service can run, in one reply and in the format of a chat request: first the
        built-in tools, then the custom tools of the organisation. List their names in `allowed_tools` of a chat
        or an agent; you need not send their schemas.

        Returns:
            The tools, as they are described to the model.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.list()
        """
        from ..api.tools import tools_list as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def list_names(self) -> models.ToolNameList:
        """List tool names.

        Lists only the names of the same tools.

        Returns:
            The names, in the same order as the full list.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.list_names()
        """
        from ..api.tools import tools_list_names as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def list_executions(
        self, *, status: models.ToolExecutionStatus | None = None, limit: int | None = None
    ) -> models.ToolExecutionList:
        """List tool executions.

        Lists the asynchronous tool calls of the last 24 hours, newest first, without their results. The list
        stops at `limit` and is not paginated; filter it by `status`. Its times are ISO 8601, unlike those of a
        single execution.

        Args:
            status (ToolExecutionStatus): Only executions with this status. `complete` and `completed` are the
                same; that `completed` is accepted here is inferred from replies that contain it. Known values:
                "pending", "running", "complete", "completed", "failed".
            limit (int): Maximum number of executions to return; there are no further pages. 1 to 100. Server
                default: 50.

        Returns:
            The executions; an empty array if none match.

        Raises:
            BadRequestError: A query parameter is invalid.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.list_executions()
        """
        from ..api.tools import tools_list_executions as _operation

        _request = _operation.request(status=status, limit=limit)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get_execution(self, execution_id: str) -> models.ToolExecution:
        """Get a tool execution.

        Returns the status of an asynchronous tool call, such as an image generation (10 to 15 seconds) or a
        custom tool with `is_async`. The `execution_id` is in the tool use of a chat reply.

        Poll every 2 seconds at first, later every 5, and give up after 5 minutes. An execution is available for
        24 hours, then it raises `NotFoundError`. Its times are Unix timestamps in seconds, unlike the ISO 8601
        times elsewhere.

        `wait_for_execution()` waits until it has finished.

        Args:
            execution_id (str): Id of the tool execution, `exec_` and 32 hexadecimal digits.

        Returns:
            The execution and its current status. A failed execution also returns 200; check `status`.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The execution is unknown, or older than 24 hours.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.get_execution("exec_0123456789abcdef0123456789abcdef")
        """
        from ..api.tools import tools_get_execution as _operation

        _request = _operation.request(execution_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def wait_for_execution(
        self,
        execution_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[models.ToolExecution], object] | None = None,
    ) -> models.ToolExecution:
        """Wait for a tool execution to finish.

        It has finished when `status` is `complete`, `completed` or `failed`. A reply's URL to poll can be used
        in place of the id.

        Args:
            execution_id (str): Id of the tool execution, `exec_` and 32 hexadecimal digits.
            deadline (float | None): Seconds to wait at most; by default 300.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 5.
            on_update (Callable[[ToolExecution], object] | None): Called after every poll.

        Returns:
            The execution and its current status. A failed execution also returns 200; check `status`.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The execution is unknown, or older than 24 hours.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.wait_for_execution("exec_0123456789abcdef0123456789abcdef")
        """
        from ..api.tools import tools_get_execution as _operation

        _request = _operation.request(execution_id)
        return await self._caller.wait(
            _operation.OPERATION, _request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def get_orchestration(self, orchestration_id: str) -> models.ToolOrchestration:
        """Get a tool orchestration.

        Returns the status of several asynchronous tools started by one chat turn, and finally the model's
        answer to their results. Its id is in `orchestration` of the chat reply, or of the `done` event of a
        stream. It is not related to the orchestrations that process many items.

        Poll every 2 seconds, and give up after 10 minutes. The status goes from `pending` through
        `waiting_tools` (or `polling`) and `synthesizing` to `complete` or `failed`. The text is in `result`. An
        orchestration is available for 24 hours, then it raises `NotFoundError`.

        `wait_for_orchestration()` waits until it has finished.

        Args:
            orchestration_id (str): Id of the tool orchestration, `orch_` and 32 hexadecimal digits. Not an id
                of `client.orchestrations.list()`.

        Returns:
            The orchestration and its current status. A failed one also returns 200; check `status`.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The orchestration is unknown, or older than 24 hours.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.get_orchestration("orch_2b9e4d7c1f6a48c3b05d7f8e2a1c6b94")
        """
        from ..api.tools import tools_get_orchestration as _operation

        _request = _operation.request(orchestration_id)
        return await self._caller.call(_operation.OPERATION, _request)

    async def wait_for_orchestration(
        self,
        orchestration_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[models.ToolOrchestration], object] | None = None,
    ) -> models.ToolOrchestration:
        """Wait for a tool orchestration to finish.

        It has finished when `status` is `complete`, `completed` or `failed`. A reply's URL to poll can be used
        in place of the id.

        Args:
            orchestration_id (str): Id of the tool orchestration, `orch_` and 32 hexadecimal digits. Not an id
                of `client.orchestrations.list()`.
            deadline (float | None): Seconds to wait at most; by default 600.
            interval (float | None): Seconds between polls; by default 2 at first, growing to 2.
            on_update (Callable[[ToolOrchestration], object] | None): Called after every poll.

        Returns:
            The orchestration and its current status. A failed one also returns 200; check `status`.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: The orchestration is unknown, or older than 24 hours.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.wait_for_orchestration("orch_2b9e4d7c1f6a48c3b05d7f8e2a1c6b94")
        """
        from ..api.tools import tools_get_orchestration as _operation

        _request = _operation.request(orchestration_id)
        return await self._caller.wait(
            _operation.OPERATION, _request, deadline=deadline, interval=interval, on_update=on_update
        )

    async def list_mcp_servers(self) -> models.McpServerList:
        """List MCP servers.

        Lists the Model Context Protocol servers that the organisation can reach through the service's gateway.
        Connect an MCP client to a server's `url`, with your API token as the bearer token.

        Returns:
            The servers and their gateway.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.tools.list_mcp_servers()
        """
        from ..api.tools import tools_list_mcp_servers as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)
