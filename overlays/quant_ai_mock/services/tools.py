"""Tools that the service runs: the list of them, and the executions in the background."""

from __future__ import annotations

from typing import Any

from ..document.refusal import Refusal
from ..engine import tool_orchestrations, tool_runs
from ..engine.toolbox import BUILT_IN
from ..state.clock import iso
from ..state.kinds import CUSTOM_TOOL
from ..state.request_context import RequestContext

GATEWAY = "mcp"


def tools_list(context: RequestContext) -> dict[str, Any]:
    tools = [{"toolSpec": spec} for spec in _specs(context)]
    return {"tools": tools, "count": len(tools)}


def tools_list_names(context: RequestContext) -> dict[str, Any]:
    names = [spec["name"] for spec in _specs(context)]
    return {"tools": names, "count": len(names)}


def tools_list_executions(context: RequestContext) -> dict[str, Any]:
    wanted = context.query.get("status")
    status = context.settings.completed_word if wanted in ("complete", "completed") else wanted
    listed = [
        {
            "executionId": run["id"],
            "toolName": run["name"],
            "status": tool_runs.status(context, run),
            "createdAt": iso(run["created"]),
            **({"completedAt": iso(run["completed"])} if "completed" in run else {}),
        }
        for run in tool_runs.list_runs(context, status, context.query["limit"])
    ]
    return {"executions": listed, "count": len(listed), "orgId": context.organisation, "status": wanted or "all"}


def tools_get_execution(context: RequestContext) -> dict[str, Any]:
    """An execution. This operation writes times in whole seconds since 1970."""
    execution_id = context.path["executionId"]
    run = tool_runs.find(context, execution_id)
    if run is None:
        raise Refusal(404, {"error": "Execution not found", "executionId": execution_id})
    found: dict[str, Any] = {
        "executionId": run["id"],
        "toolName": run["name"],
        "status": tool_runs.status(context, run),
        "createdAt": int(run["created"]),
    }
    if "started" in run:
        found["startedAt"] = int(min(run["started"], run.get("completed", run["started"])))
    if "completed" in run:
        found["completedAt"] = int(run["completed"])
        found["duration"] = round(run["completed"] - run["created"], 3)
    return found | tool_runs.outcome(run)


def tools_get_orchestration(context: RequestContext) -> dict[str, Any]:
    return tool_orchestrations.read(context, context.path["orchestrationId"])


def tools_list_mcp_servers(context: RequestContext) -> dict[str, Any]:
    """The built-in tools as one server, and the organisation's custom tools, if it has any, as another."""
    gateway = f"{context.base_url}/{GATEWAY}"
    custom = [spec["name"] for spec in _specs(context)[len(BUILT_IN) :]]
    servers = {"quant-tools": ("Quant tools", list(BUILT_IN))} | (
        {"custom-tools": ("Custom tools", custom)} if custom else {}
    )
    return {
        "gatewayBaseUrl": gateway,
        "servers": [
            {
                "serverName": name,
                "displayName": display_name,
                "url": f"{gateway}/{name}",
                "enabled": True,
                "toolAllowlist": tools,
            }
            for name, (display_name, tools) in servers.items()
        ],
    }


def _specs(context: RequestContext) -> list[dict[str, Any]]:
    """The specification of each tool: first the built-in ones, then the organisation's custom tools."""
    built_in = [
        {"name": tool.name, "description": tool.description, "inputSchema": {"json": tool.schema}}
        for tool in BUILT_IN.values()
    ]
    custom = [
        {"name": tool["name"], "description": tool["description"], "inputSchema": {"json": tool["inputSchema"]}}
        for tool in context.store.all(CUSTOM_TOOL)
        if tool["name"] not in BUILT_IN
    ]
    return built_in + custom
