# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from .. import encoding as _encoding
from .. import models
from ..protocol import AsyncCaller
from ..types import UNSET, Unset


class AsyncCustomTools:
    """Your own tools, which models and agents can call. The service runs their code at the edge and passes the
    result to the model.
    """

    def __init__(self, caller: AsyncCaller) -> None:
        self._caller = caller

    async def list(self) -> models.CustomToolList:
        """List custom tools.

        Lists all custom tools of the organisation in one reply. Built-in tools are not included.

        Returns:
            The custom tools; an empty array if there are none.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.custom_tools.list()
        """
        from ..api.custom_tools import custom_tools_list as _operation

        _request = _operation.request()
        return await self._caller.call(_operation.OPERATION, _request)

    async def create(
        self,
        *,
        name: str,
        description: str,
        edge_function_code: str,
        input_schema: models.JsonObjectParam,
        is_async: bool | None = None,
        timeout_seconds: int | None = None,
        output_schema: models.JsonObjectParam | Unset | None = UNSET,
        output_schema_description: str | Unset | None = UNSET,
        category: str | Unset | None = UNSET,
        response_mode: models.CustomToolResponseMode | Unset | None = UNSET,
    ) -> models.CustomToolDeployed:
        """Create or update a custom tool.

        Deploys the code as an edge function and registers it as a tool that chats and agents can call by name.
        If the organisation already has a tool with this name, its settings are replaced and its code is
        redeployed at the same URL; `is_update` in the reply tells which of the two happened.

        On every call, the edge function receives a POST with `{"toolName": ..., "input": ..., "orgId": ...}`
        and returns JSON with `result` or `error`. A tool with `is_async` returns an `execution_id` immediately;
        poll it with `client.tools.get_execution()`.

        Args:
            name (str): Name of the tool: letters, digits, underscores and hyphens; unique in the organisation.
            description (str): What the tool does and when to use it; the model uses this to decide when to call
                it.
            edge_function_code (str): JavaScript source of the edge function. It is deployed by this request.
            input_schema (JsonObjectParam): JSON Schema of the tool's input, as an object. A JSON string is
                rejected with the message "must be an array".
            is_async (bool): True for a tool that takes more than about 5 seconds; calls then return an
                execution to poll. Server default: False.
            timeout_seconds (int): Timeout of a call in seconds, from 5 to 300. Replies show it as `timeout`, in
                milliseconds. Server default: 30.
            output_schema (JsonObjectParam | None): JSON Schema of the tool's result, as an object, so that the
                model knows what to expect. `None` is sent, `UNSET` is not.
            output_schema_description (str | None): What the result means, for the model. `None` is sent,
                `UNSET` is not.
            category (str | None): Label shared by several tools, at most 100 characters. `None` is sent,
                `UNSET` is not.
            response_mode (CustomToolResponseMode | None): What happens to the result; if None or left out, the
                service decides. `None` is sent, `UNSET` is not.

        Returns:
            The tool was deployed, as a new tool or in place of the one with the same name.

        Raises:
            BadRequestError: The body is not JSON, or the resource is not in a state that allows the operation.
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            UnprocessableError: The body is invalid.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.custom_tools.create(
                name="order_status",
                description="Tells where an order is and when it will arrive.",
                edge_function_code="export default async function handler(request) {\\n  const { input } = await re...",
                input_schema={
                    "type": "object",
                    "required": ["orderId"],
                    "properties": {"orderId": {"type": "string", "description": "Order number"}},
                },
            )
        """
        from ..api.custom_tools import custom_tools_create as _operation

        _body = {
            "name": name,
            "description": description,
            "edgeFunctionCode": edge_function_code,
            "inputSchema": input_schema,
            "outputSchema": output_schema,
            "outputSchemaDescription": output_schema_description,
            "category": category,
            "responseMode": response_mode,
            **_encoding.given({"isAsync": is_async, "timeoutSeconds": timeout_seconds}),
        }
        _request = _operation.request(body=_body)
        return await self._caller.call(_operation.OPERATION, _request)

    async def get(self, tool_name: str) -> models.CustomToolEnvelope:
        """Get a custom tool.

        Returns one custom tool, with the source code of its edge function, if the service has it; the list
        leaves it out.

        Args:
            tool_name (str): Name of the custom tool.

        Returns:
            The tool.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.custom_tools.get("order_status")
        """
        from ..api.custom_tools import custom_tools_get as _operation

        _request = _operation.request(tool_name)
        return await self._caller.call(_operation.OPERATION, _request)

    async def delete(self, tool_name: str) -> models.CustomToolDeleted:
        """Delete a custom tool.

        Deletes the tool and its edge function permanently. Agents with the tool in `allowed_tools` can no
        longer call it.

        Args:
            tool_name (str): Name of the custom tool.

        Returns:
            The tool and its edge function were deleted.

        Raises:
            AuthenticationError: The token is missing, unknown, expired or revoked.
            PermissionDeniedError: The token is valid but not allowed to do this: it lacks a scope or
                permission, belongs to another organisation, or the organisation's policy forbids it (AI
                switched off, model forbidden, budget used up).
            NotFoundError: Nothing with this id exists in your organisation.
            RateLimitError: Too many requests.
            ServerError: The service failed.

        Example:
            await client.custom_tools.delete("order_status")
        """
        from ..api.custom_tools import custom_tools_delete as _operation

        _request = _operation.request(tool_name)
        return await self._caller.call(_operation.OPERATION, _request)
