# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import UNSET
from .async_custom_tools import AsyncCustomTools

if TYPE_CHECKING:
    from ..models.custom_tool_deleted import CustomToolDeleted
    from ..models.custom_tool_deployed import CustomToolDeployed
    from ..models.custom_tool_envelope import CustomToolEnvelope
    from ..models.custom_tool_list import CustomToolList
    from ..models.custom_tool_response_mode import CustomToolResponseMode
    from ..models.json_object import JsonObjectParam
    from ..protocol import Caller
    from ..types import Unset

__all__ = ["AsyncCustomTools", "CustomTools"]


class CustomTools:
    """Tools of your own that models and agents can call. The service runs their code at the edge and hands the
    result to the model.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def list(self) -> CustomToolList:
        """List custom tools.

        Lists all custom tools of the organisation in one reply. The tools that come with the service are not
        among them.

        Returns:
            The custom tools; an empty array where there are none.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.custom_tools.list()
        """
        from ..api.custom_tools import custom_tools_list as _operation

        request = _operation.request()
        return self._caller.call(_operation.OPERATION, request)

    def create(
        self,
        *,
        name: str,
        description: str,
        edge_function_code: str,
        input_schema: JsonObjectParam,
        is_async: bool | Unset = UNSET,
        timeout_seconds: int | Unset = UNSET,
        output_schema: JsonObjectParam | Unset | None = UNSET,
        output_schema_description: str | Unset | None = UNSET,
        category: str | Unset | None = UNSET,
        response_mode: CustomToolResponseMode | Unset | None = UNSET,
    ) -> CustomToolDeployed:
        """Create or update a custom tool.

        Deploys the code as an edge function and registers it as a tool that chats and agents can call by its
        name. If the organisation has a tool of this name already, its settings are replaced and its code is
        deployed again at the same URL; `isUpdate` in the reply tells which of the two happened.

        Per call, the edge function receives a POST with `{"toolName": ..., "input": ..., "orgId": ...}` and
        answers JSON with `result` or `error`. A tool with `isAsync` answers with an `executionId` at once and
        is polled at `GET /tools/executions/{executionId}`.

        Args:
            name (str): Name by which models call the tool, of letters, digits, underscores and hyphens; unique
                in the organisation.
            description (str): What the tool does and when to use it; models decide by it when to call the tool.
            edge_function_code (str): JavaScript source of the edge function. It is deployed as part of this
                call.
            input_schema (JsonObjectParam): JSON Schema of the tool's input, as an object. A string of JSON is
                refused, with the words "must be an array".
            is_async (bool): True for a tool that takes more than about 5 seconds; it then answers with an
                execution to poll. Server default: false.
            timeout_seconds (int): Seconds after which a call is given up, from 5 to 300. Replies show it as
                `timeout`, in milliseconds. Server default: 30.
            output_schema (JsonObjectParam | None): JSON Schema of the tool's result, as an object, so that the
                model knows what to expect.
            output_schema_description (str | None): What the result means, in words for the model.
            category (str | None): Label of your choice that several tools share, of at most 100 characters.
            response_mode (CustomToolResponseMode | None): What becomes of the result; null or left out, the
                service decides.

        Returns:
            The tool is deployed, as a new one or in place of the one with the same name.

        Raises:
            400: The body is not JSON, or the service cannot act on the request in the present state of what it
                addresses.
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            422: The body does not fit.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.custom_tools.create(
                name="order_status",
                description="Tells where an order is and when it will arrive.",
                edge_function_code="export default async function handler(request) {\\n  const { input } = await re...",
                input_schema={
                    "type": "object",
                    "required": ["orderId"],
                    "properties": {"orderId": {"type": "string", "description": "Number of the order"}},
                },
            )
        """
        from ..api.custom_tools import custom_tools_create as _operation

        body = {
            "name": name,
            "description": description,
            "edgeFunctionCode": edge_function_code,
            "inputSchema": input_schema,
            "isAsync": is_async,
            "timeoutSeconds": timeout_seconds,
            "outputSchema": output_schema,
            "outputSchemaDescription": output_schema_description,
            "category": category,
            "responseMode": response_mode,
        }
        request = _operation.request(body=body)
        return self._caller.call(_operation.OPERATION, request)

    def get(self, tool_name: str) -> CustomToolEnvelope:
        """Get a custom tool.

        Reads one custom tool, with the source of its edge function where the service keeps it, which the list
        leaves out.

        Args:
            tool_name (str): Name of the custom tool.

        Returns:
            The tool, in its envelope.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.custom_tools.get("order_status")
        """
        from ..api.custom_tools import custom_tools_get as _operation

        request = _operation.request(tool_name)
        return self._caller.call(_operation.OPERATION, request)

    def delete(self, tool_name: str) -> CustomToolDeleted:
        """Delete a custom tool.

        Deletes the tool and the edge function behind it for good. Agents that list the tool in `allowedTools`
        can no longer call it.

        Args:
            tool_name (str): Name of the custom tool.

        Returns:
            The tool and its edge function are gone.

        Raises:
            401: The token is missing, unknown, expired or revoked.
            403: The token is valid but may not do this: it lacks a scope or permission, belongs to another
                organisation, or the organisation's policy refuses (AI switched off, model barred, budget used
                up).
            404: Nothing with this id exists in your organisation, or no longer: what has expired or was deleted
                counts as not found.
            429: Too many requests in too short a time.
            500: The service failed, not the request.

        Example:
            client.custom_tools.delete("order_status")
        """
        from ..api.custom_tools import custom_tools_delete as _operation

        request = _operation.request(tool_name)
        return self._caller.call(_operation.OPERATION, request)
