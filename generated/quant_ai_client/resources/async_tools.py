# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..models.tool_execution import ToolExecution
    from ..protocol import AsyncCaller


class AsyncTools:
    """Runs of tools that take longer than a reply can wait, such as image generation asked for by a model."""

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def get_execution(self, execution_id: str) -> ToolExecution:
        """Get a tool execution.

        Reads how far an asynchronous tool has come, such as the generation of an image (10 to 15 seconds) or a
        custom tool with `isAsync`. The `executionId` comes from the tool use in a chat reply.

        Poll every 2 seconds at first, later every 5, and give up after 5 minutes. An execution can be read for
        24 hours, then it is gone (404). All its times are whole seconds since 1970, unlike the ISO 8601 times
        elsewhere.

        Args:
            execution_id: Id of the tool execution, `exec_` and 32 hexadecimal digits.

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
            await client.tools.get_execution("exec_0123456789abcdef0123456789abcdef")
        """
        from ..api.tools import tools_get_execution as _operation

        request = _operation.request(execution_id)
        return await self._caller.call(_operation.OPERATION, request)

    async def wait_for_execution(
        self,
        execution_id: str,
        *,
        deadline: float | None = None,
        interval: float | None = None,
        on_update: Callable[[ToolExecution], object] | None = None,
    ) -> ToolExecution:
        """Poll until it has ended: get a tool execution.

        It has ended when `status` is one of: complete, completed, failed.

        Args:
            execution_id: Id of the tool execution, `exec_` and 32 hexadecimal digits.
            deadline: Seconds after which to give up.
            interval: Seconds between polls, if they are not to grow.
            on_update: Called with every state that was read.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: The execution is unknown, or older than 24 hours.
            429: Too many requests in too short a time.
            500: The service failed, not the request.
        """
        from ..api.tools import tools_get_execution as _operation

        request = _operation.request(execution_id)
        return await self._caller.wait(
            _operation.OPERATION, request, deadline=deadline, interval=interval, on_update=on_update
        )
