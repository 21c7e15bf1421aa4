# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of custom_tools."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /custom-tools",
        summary="List custom tools",
        text=("Lists all custom tools of the organisation in one reply. Built-in tools are not included."),
    ),
    Command(
        "create",
        "create",
        "call",
        "POST /custom-tools",
        summary="Create or update a custom tool",
        text=(
            "Deploys the code as an edge function and registers it as a tool that chats and agents can call "
            "by name. If the organisation already has a tool with this name, its settings are replaced and "
            "its code is redeployed at the same URL; `isUpdate` in the reply tells which of the two happened."
            "\n"
            "\n"
            'On every call, the edge function receives a POST with `{"toolName": ..., "input": ..., "orgId": '
            "...}` and returns JSON with `result` or `error`. A tool with `--is-async` returns an "
            "`executionId` immediately; poll it with `quant-ai tools get-execution`."
        ),
        values=(
            CommandValue(
                "name",
                "name",
                "name",
                "body",
                "text",
                help=("Name of the tool: letters, digits, underscores and hyphens; unique in the organisation."),
                required=True,
            ),
            CommandValue(
                "description",
                "description",
                "description",
                "body",
                "text",
                help=("What the tool does and when to use it; the model uses this to decide when to call it."),
                required=True,
            ),
            CommandValue(
                "edge-function-code",
                "edge_function_code",
                "edgeFunctionCode",
                "body",
                "text",
                help="JavaScript source of the edge function. It is deployed by this request.",
                required=True,
            ),
            CommandValue(
                "input-schema",
                "input_schema",
                "inputSchema",
                "body",
                "json",
                help=(
                    "JSON Schema of the tool's input, as an object. A JSON string is rejected with the message \"must "
                    'be an array".'
                ),
                required=True,
            ),
            CommandValue(
                "is-async",
                "is_async",
                "isAsync",
                "body",
                "boolean",
                help=(
                    "True for a tool that takes more than about 5 seconds; calls then return an execution to poll. "
                    "Default: false."
                ),
            ),
            CommandValue(
                "timeout-seconds",
                "timeout_seconds",
                "timeoutSeconds",
                "body",
                "integer",
                help=(
                    "Timeout of a call in seconds, from 5 to 300. Replies show it as `timeout`, in milliseconds. "
                    "Default: 30."
                ),
            ),
            CommandValue(
                "output-schema",
                "output_schema",
                "outputSchema",
                "body",
                "json",
                help=("JSON Schema of the tool's result, as an object, so that the model knows what to expect."),
                nullable=True,
            ),
            CommandValue(
                "output-schema-description",
                "output_schema_description",
                "outputSchemaDescription",
                "body",
                "text",
                help="What the result means, for the model.",
                nullable=True,
            ),
            CommandValue(
                "category",
                "category",
                "category",
                "body",
                "text",
                help="Label shared by several tools, at most 100 characters.",
                nullable=True,
            ),
            CommandValue(
                "response-mode",
                "response_mode",
                "responseMode",
                "body",
                "text",
                help="What happens to the result; if null or left out, the service decides.",
                nullable=True,
                choices=("llm", "direct"),
            ),
        ),
        body="fields",
    ),
    Command(
        "get",
        "get",
        "call",
        "GET /custom-tools/{toolName}",
        summary="Get a custom tool",
        text=(
            "Returns one custom tool, with the source code of its edge function, if the service has it; the "
            "list leaves it out."
        ),
        values=(
            CommandValue(
                "tool-name", "tool_name", "toolName", "path", "text", help="Name of the custom tool.", required=True
            ),
        ),
    ),
    Command(
        "delete",
        "delete",
        "call",
        "DELETE /custom-tools/{toolName}",
        summary="Delete a custom tool",
        text=(
            "Deletes the tool and its edge function permanently. Agents with the tool in `allowedTools` can "
            "no longer call it."
        ),
        values=(
            CommandValue(
                "tool-name", "tool_name", "toolName", "path", "text", help="Name of the custom tool.", required=True
            ),
        ),
    ),
)
