"""Custom tools that an organisation has deployed, identified by their names."""

from __future__ import annotations

from typing import Any

from ..document.refusal import not_found
from ..state.kinds import CUSTOM_TOOL
from ..state.request_context import RequestContext


def custom_tools_list(context: RequestContext) -> dict[str, Any]:
    tools = [_as_reply(tool) for tool in context.store.all(CUSTOM_TOOL)]
    return {"tools": tools, "count": len(tools)}


def custom_tools_create(context: RequestContext) -> dict[str, Any]:
    """Deploy a tool. An existing name is deployed again, under the same URL."""
    body = context.body
    name = body.get("toolName") or body["name"]
    existing = context.store.get(CUSTOM_TOOL, name)
    uuid = existing["uuid"] if existing else context.new_uuid("custom_tool")
    tool = {
        **body,
        "name": name,
        "toolName": name,
        "uuid": uuid,
        "edgeFunctionUrl": f"https://preview.quantcdn.io/_quant/ai-exec/{_slug(context.organisation)}/api/{uuid}",
        "timeout": body["timeoutSeconds"] * 1000,
        "createdAt": existing["createdAt"] if existing else context.iso_now,
    }
    context.store.put(CUSTOM_TOOL, name, tool)
    return {
        "success": True,
        "tool": _as_reply(tool) | {"edgeFunctionCode": tool["edgeFunctionCode"]},
        "edgeFunctionUrl": tool["edgeFunctionUrl"],
        "edgeFunctionCode": tool["edgeFunctionCode"],
        "isUpdate": existing is not None,
        "message": "Custom tool deployed successfully",
    }


def custom_tools_get(context: RequestContext) -> dict[str, Any]:
    name = context.path["toolName"]
    tool = context.store.get(CUSTOM_TOOL, name)
    if tool is None:
        raise not_found("Tool", toolName=name)
    return {"success": True, "tool": _as_reply(tool) | {"edgeFunctionCode": tool["edgeFunctionCode"]}}


def custom_tools_delete(context: RequestContext) -> dict[str, Any]:
    name = context.path["toolName"]
    if not context.store.delete(CUSTOM_TOOL, name):
        raise not_found("Tool", toolName=name)
    return {"success": True, "message": "Custom tool deleted successfully"}


def _as_reply(tool: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in tool.items() if key not in ("edgeFunctionCode", "uuid", "timeoutSeconds")}


def _slug(organisation: str) -> str:
    return "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in organisation)
