# Written by scripts/generate.py from spec/openapi.yaml. Do not edit: change that, and run `make generate`.
"""The commands of tools."""

from __future__ import annotations

from ..command_types import Command, CommandValue

COMMANDS = (
    Command(
        "list",
        "list",
        "call",
        "GET /tools",
        summary="List tools",
        text=(
            "Lists all tools that the service can run, in one reply and in the format of a chat request: "
            "first the built-in tools, then the custom tools of the organisation. List their names in "
            "`allowedTools` of a chat or an agent; you need not send their schemas."
        ),
    ),
    Command(
        "list-names",
        "list_names",
        "call",
        "GET /tools/names",
        summary="List tool names",
        text="Lists only the names of the same tools.",
    ),
    Command(
        "list-executions",
        "list_executions",
        "call",
        "GET /tools/executions",
        summary="List tool executions",
        text=(
            "Lists the asynchronous tool calls of the last 24 hours, newest first, without their results. The"
            " list stops at `--limit` and is not paginated; filter it by `--status`. Its times are ISO 8601, "
            "unlike those of a single execution."
        ),
        values=(
            CommandValue(
                "status",
                "status",
                "status",
                "query",
                "text",
                help=(
                    "Only executions with this status. `complete` and `completed` are the same; that `completed` is "
                    "accepted here is inferred from replies that contain it."
                ),
                choices=("pending", "running", "complete", "completed", "failed"),
            ),
            CommandValue(
                "limit",
                "limit",
                "limit",
                "query",
                "integer",
                help=("Maximum number of executions to return; there are no further pages. 1 to 100. Default: 50."),
            ),
        ),
    ),
    Command(
        "get-execution",
        "get_execution",
        "call",
        "GET /tools/executions/{executionId}",
        summary="Get a tool execution",
        text=(
            "Returns the status of an asynchronous tool call, such as an image generation (10 to 15 seconds) "
            "or a custom tool with `isAsync`. The `executionId` is in the tool use of a chat reply.\n"
            "\n"
            "Poll every 2 seconds at first, later every 5, and give up after 5 minutes. An execution is "
            "available for 24 hours, then it returns 404. Its times are Unix timestamps in seconds, unlike "
            "the ISO 8601 times elsewhere."
        ),
        values=(
            CommandValue(
                "execution-id",
                "execution_id",
                "executionId",
                "path",
                "text",
                help="Id of the tool execution, `exec_` and 32 hexadecimal digits.",
                required=True,
            ),
        ),
    ),
    Command(
        "wait-for-execution",
        "wait_for_execution",
        "wait",
        "GET /tools/executions/{executionId}",
        summary="Wait for a tool execution to finish",
        values=(
            CommandValue(
                "execution-id",
                "execution_id",
                "executionId",
                "path",
                "text",
                help="Id of the tool execution, `exec_` and 32 hexadecimal digits.",
                required=True,
            ),
        ),
        state="status",
    ),
    Command(
        "get-orchestration",
        "get_orchestration",
        "call",
        "GET /tools/orchestrations/{orchestrationId}",
        summary="Get a tool orchestration",
        text=(
            "Returns the status of several asynchronous tools started by one chat turn, and finally the "
            "model's answer to their results. Its id is in `orchestration` of the chat reply, or of the "
            "`done` event of a stream. It is not related to the orchestrations that process many items.\n"
            "\n"
            "Poll every 2 seconds, and give up after 10 minutes. The status goes from `pending` through "
            "`waiting_tools` (or `polling`) and `synthesizing` to `complete` or `failed`. The text is in "
            "`result`. An orchestration is available for 24 hours, then it returns 404."
        ),
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help=(
                    "Id of the tool orchestration, `orch_` and 32 hexadecimal digits. Not an id of `quant-ai "
                    "orchestrations list`."
                ),
                required=True,
            ),
        ),
    ),
    Command(
        "wait-for-orchestration",
        "wait_for_orchestration",
        "wait",
        "GET /tools/orchestrations/{orchestrationId}",
        summary="Wait for a tool orchestration to finish",
        values=(
            CommandValue(
                "orchestration-id",
                "orchestration_id",
                "orchestrationId",
                "path",
                "text",
                help=(
                    "Id of the tool orchestration, `orch_` and 32 hexadecimal digits. Not an id of `quant-ai "
                    "orchestrations list`."
                ),
                required=True,
            ),
        ),
        state="status",
    ),
    Command(
        "list-mcp-servers",
        "list_mcp_servers",
        "call",
        "GET /mcp-servers",
        summary="List MCP servers",
        text=(
            "Lists the Model Context Protocol servers that the organisation can reach through the service's "
            "gateway. Connect an MCP client to a server's `url`, with your API token as the bearer token."
        ),
    ),
)
